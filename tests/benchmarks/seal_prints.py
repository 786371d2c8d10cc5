"""How well fingerprints find a seal again: `.venv/bin/python tests/benchmarks/seal_prints.py [--designs 60]`.

Invented seals of the test split, each on a small page with text under it, found and read as any seal.  Printed are, for
each way (compression, a messenger, scaling, a quarter turn, another text beneath), how often a picture and its copy
are taken for one picture; how often two impressions of one stamp are, by ink; how often two designs are taken for
one, over all pairs; and the least distance between two designs, which bounds what can be told apart among many.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations

import numpy as np
from forgecheck_models.synth.seals.channels import jpeg, resized
from forgecheck_models.synth.seals.design import Design, invent
from forgecheck_models.synth.seals.draw import draw_seal
from forgecheck_models.synth.seals.impress import Pixels, prepared, put
from forgecheck_models.synth.seals.ink import INKS, REDS, Ink
from forgecheck_models.synth.seals.pages import Pen

from forgecheck.evidence import Page
from forgecheck.look.seals import find_seals
from forgecheck.look.seals.fingerprint import is_uneven, same_design, same_picture
from forgecheck.models import Models

SIDE, DIAMETER = 620, 230  # px of the page and of the seal
WAYS: dict[str, Callable[[Pixels], Pixels]] = {
    "JPEG 90": lambda image: jpeg(image, 90),
    "JPEG 60": lambda image: jpeg(image, 60),
    "messenger": lambda image: jpeg(resized(image, 0.8)[0], 70),
    "half size": lambda image: jpeg(resized(image, 0.5)[0], 90),
    "1.5 times": lambda image: jpeg(resized(image, 1.5)[0], 90),
    "quarter turn": lambda image: jpeg(np.ascontiguousarray(np.rot90(image)), 85),
}


def sheet(rng: np.random.Generator) -> Pixels:
    """A page with lines of text through its middle."""
    pen = Pen(rng, "test", (SIDE, SIDE), (250, 250, 250))
    pen.block((40, 150, SIDE - 40, SIDE - 60), 26, 3.2)
    return np.asarray(pen.image)


def sealed(design: Design, ink: Ink, seed: int, text: int) -> Pixels:
    """The design's impression of this seed over the text of that one."""
    rng = np.random.default_rng((seed, 5))
    turn = float(rng.normal(0, 8))
    print_ = prepared(draw_seal(design, DIAMETER), ink, rng, turn)
    return put(sheet(np.random.default_rng((text, 6))), print_, (SIDE // 2, SIDE // 2), REDS[seed % len(REDS)])[0]


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--designs", type=int, default=60)
    given = parser.parse_args()
    models = Models()

    def mark(image: Pixels) -> str:
        seals = [each for each in find_seals(Page(1, image), models) if each.shape != "square"]
        return max(seals, key=lambda each: each.box.area).hash if seals else ""

    found: dict[str, Counter[str]] = defaultdict(Counter)

    def note(row: str, one: str, other: str) -> None:
        found[row]["pairs"] += 1
        found[row]["no fingerprint"] += not (one and other)
        found[row]["one design"] += same_design(one, other)
        found[row]["one picture"] += same_picture(one, other)
        found[row]["and uneven"] += same_picture(one, other) and is_uneven(one) and is_uneven(other)

    first: list[str] = []
    for at in range(given.designs):
        design = invent(np.random.default_rng((at, 77)), "round", "test")
        flat = sealed(design, "flat", at, at)
        first.append(mark(flat))
        for name, way in WAYS.items():
            note(f"even, {name}", first[-1], mark(way(flat)))
        note("even, other text beneath", first[-1], mark(jpeg(sealed(design, "flat", at, at + 1000), 85)))
        ink = INKS[at % len(INKS)]
        stamped = sealed(design, ink, at, at)
        own = mark(jpeg(stamped, 90))
        note(f"copied impression, {ink}", own, mark(jpeg(resized(stamped, 0.8)[0], 75)))
        note(f"two impressions, {ink}", own, mark(jpeg(sealed(design, ink, at + 5000, at), 90)))
    known = [each for each in first if each]
    apart = [(int(a[:32], 16) ^ int(b[:32], 16)).bit_count() for a, b in combinations(known, 2)]
    for row in sorted(found):
        sys.stdout.write(f"{row:32s} {dict(found[row])}\n")
    taken = sum(same_design(a, b) for a, b in combinations(known, 2))
    sys.stdout.write(f"two designs taken for one: {taken} of {len(apart)} pairs; ")
    sys.stdout.write(
        f"bits apart: least {min(apart)}, 1 % {np.percentile(apart, 1):.0f}, median {np.median(apart):.0f}\n"
    )


if __name__ == "__main__":
    main()
