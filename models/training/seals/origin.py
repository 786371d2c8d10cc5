"""Step 1 of 2: measure how generated seals lie on their pages.

    python -m forgecheck_models.training.seals.origin OUT.jsonl --scenes 1000 --first 100000 --kinds ink,pasted

writes one line a seal of the training split: the numbers of look/seals/physics.py, the way it came onto the page, its
size and the page's seed.  Step 2, origin_trees.py, fits the table from it.  About 0.25 s a scene on one core.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.scenes import Kinds, scene
from forgecheck_models.synth.seals.truth import Truth

from forgecheck.evidence import Box, Image
from forgecheck.look.seals.origin_terms import terms
from forgecheck.look.seals.physics import parts, physics
from forgecheck.look.seals.physics_page import page_physics

LEAST_SHARE, LEAST_PX = 0.5, 56
JITTER = 0.008  # of the diameter: a finder's box is not exact


def examples(first: int, count: int, split: Split, kinds: Kinds) -> Iterator[dict[str, object]]:
    """The numbers of every coloured seal in these scenes."""
    for seed in range(first, first + count):
        done = scene(seed, split, kinds)
        seen = [each for each in done.truths if each.share >= LEAST_SHARE and each.diameter >= LEAST_PX]
        page = page_physics(done.image) if seen else {}
        rng = np.random.default_rng(seed)
        for truth in seen:
            known = parts(done.image, jittered(truth, done.image, rng), truth.shape)
            if known is not None and truth.colour in ("red", "blue"):
                numbers = {name: float(value) for name, value in terms({**page, **physics(known)}).items()}
                way = truth.attack or truth.origin
                yield {"seed": seed, "way": way, "origin": truth.origin, "px": truth.diameter, "numbers": numbers}


def jittered(truth: Truth, image: Image, rng: np.random.Generator) -> Box:
    """The seal's box as a finder might give it."""
    moved = np.round(np.array(truth.box) + rng.normal(0, JITTER * truth.diameter, 4)).astype(int)
    left, top = (int(each) for each in np.maximum(moved[:2], 0))
    return Box(left, top, min(int(moved[2]), image.shape[1]), min(int(moved[3]), image.shape[0]))


def main() -> None:
    """Write the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--scenes", type=int, default=1000)
    parser.add_argument("--first", type=int, default=100000)
    parser.add_argument("--split", default="train", choices=("train", "validate"))
    parser.add_argument("--kinds", default="ink,pasted,pasted,electronic")
    given = parser.parse_args()
    kinds = cast(Kinds, tuple(given.kinds.split(",")))
    with given.out.open("w", encoding="utf-8") as file:
        for each in examples(given.first, given.scenes, given.split, kinds):
            file.write(json.dumps(each) + "\n")


if __name__ == "__main__":
    main()
