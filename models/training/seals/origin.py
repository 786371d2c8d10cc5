"""Fit how a seal was applied: `python -m forgecheck_models.training.seals.origin OUT.csv [--scenes 1300]`.

Two logistic regressions (ridge, Newton's method) on the physics of generated seals of the training split.  The first
parts pages that were scanned or photographed from pages that never were paper; the second, on the former only, parts
seals that were there before from seals that came later.  Seals that were extracted and multiplied in are left out:
they are ink.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.scenes import Truth, scene

from forgecheck.evidence import Box, Image
from forgecheck.look.seals.origin_terms import NAMES, TERMS, Row, expanded, row
from forgecheck.look.seals.physics import parts, physics
from forgecheck.look.seals.physics_page import page_physics

RIDGE = 2.0
LEAST_SHARE, LEAST_PX = 0.5, 56
JITTER = 0.008  # of the diameter: a finder's box is not exact
HEAD = """# How seals were applied: weights of two logistic regressions on the numbers of look/seals/physics.py.
# Maker: python -m forgecheck_models.training.seals.origin OUT.csv --scenes {scenes}
# Data: {seals} generated seals of the training split; first made 2026-11-23.
# captured: the page was scanned or photographed; stamped: the seal was on it before. Positive weights speak for it.
# term: "x" standardised by middle and spread and clipped to 3; "x+" its positive part; "x*y" a product; "1" constant.
"""


class Example(NamedTuple):
    """One generated seal."""

    row: Row
    truth: Truth


def examples(first: int, count: int, split: Split) -> Iterator[Example]:
    """The physics of every coloured seal in these scenes."""
    for seed in range(first, first + count):
        done = scene(seed, split)
        seen = [each for each in done.truths if each.share >= LEAST_SHARE and each.diameter >= LEAST_PX]
        page = page_physics(done.image) if seen else {}
        rng = np.random.default_rng(seed)
        for truth in seen:
            known = parts(done.image, jittered(truth, done.image, rng), truth.shape)
            if known is not None and truth.colour in ("red", "blue"):
                yield Example(row({**page, **physics(known)}), truth)


def jittered(truth: Truth, image: Image, rng: np.random.Generator) -> Box:
    """The seal's box as a finder might give it."""
    moved = np.round(np.array(truth.box) + rng.normal(0, JITTER * truth.diameter, 4)).astype(int)
    left, top = (int(each) for each in np.maximum(moved[:2], 0))
    return Box(left, top, min(int(moved[2]), image.shape[1]), min(int(moved[3]), image.shape[0]))


def fit(terms: Row, truth: Row, weight: Row) -> Row:
    """Ridge logistic regression; the constant is not held down."""
    held = np.full(terms.shape[1], RIDGE)
    held[0] = 1e-6
    found = np.zeros(terms.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(terms @ found, -30, 30)))
        slope = terms.T @ (weight * (chance - truth)) + held * found
        curve = (terms * (weight * chance * (1 - chance))[:, None]).T @ terms + np.diag(held)
        step = np.linalg.solve(curve, slope)
        found -= step * min(1.0, 2 / max(float(np.abs(step).max()), 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    return found


def fitted(seals: list[Example]) -> tuple[Row, Row, Row, Row]:
    """Middle and spread of each number, and the weights of both regressions."""
    rows = np.array([each.row for each in seals])
    middle = np.nanmedian(rows, axis=0)
    low, high = np.nanpercentile(rows, (10, 90), axis=0)
    spread = (high - low) / 2.56 + 1e-3
    terms = expanded(rows, middle, spread)
    captured = np.array([each.truth.origin != "electronic" for each in seals], float)
    stamped = np.array([each.truth.origin == "ink" for each in seals], float)
    used = (captured > 0) & np.array([each.truth.attack != "extracted" for each in seals])
    return middle, spread, fit(terms, captured, np.ones(len(terms))), fit(terms, stamped, used.astype(float))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--scenes", type=int, default=1300)
    given = parser.parse_args()
    seals = list(examples(0, given.scenes, "train"))
    write(given.out, seals, given.scenes)


def write(out: Path, seals: list[Example], scenes: int) -> None:
    """Fit, and write the table."""
    middle, spread, captured, stamped = fitted(seals)
    lines = ["term,middle,spread,captured,stamped"]
    for at, term in enumerate(TERMS):
        own = f"{middle[at - 1]:.5g},{spread[at - 1]:.5g}" if term in NAMES else ","
        lines.append(f"{term},{own},{captured[at]:.4f},{stamped[at]:.4f}")
    out.write_text(HEAD.format(scenes=scenes, seals=len(seals)) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
