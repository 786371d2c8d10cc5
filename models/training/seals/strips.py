"""Step 1 of 2 for the strip cleaner: strips of generated seals, and what of them is the seal's own lettering.

    python models/training/seals/strips.py OUT --count 6000 --first 0

writes OUT/<seed>_<k>.png, 64 x 512 px: left a strip as the reader cuts it, right its letters (red: the name or the
bottom line, green: what stands on the lower arc, its heads inwards).  Two names in three are random signs: the
cleaner shall know strokes, not names.  About 0.05 s a seal on one core.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from forgecheck_models.synth.seals.design import SHIPPED, Design, invent
from forgecheck_models.synth.seals.draw import draw_words
from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.pages import Pen, Sheet
from forgecheck_models.synth.seals.scenes import on_sheet
from forgecheck_models.synth.seals.truth import Truth

from forgecheck.evidence import Image, SealShape
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.strips import (
    DEGREES,
    HEIGHT,
    INNER,
    LINE,
    LINE_BOTTOM,
    LINE_TOP,
    OUTER,
    line_strip,
    places,
    ring_strip,
)  # fmt: skip

WIDTH = 256  # px of a training strip
SIGNS = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFA)]
RADIUS = 120.0  # px; larger seals are shrunk to this before they are cut, as the reader does
JITTER = 0.012  # of the radius: a fitted frame is not exact
LEAST_PX, LEAST_SHARE = 56.0, 0.9
MASK = 300  # px of the letters' clean picture


def designed(rng: np.random.Generator, shape: SealShape, split: Split) -> Design:
    """As invented, but with random signs in most names, where the font has them."""
    design = invent(rng, "round" if shape == "square" else shape, split)
    if design.font == SHIPPED or rng.random() > 2 / 3:
        return design
    signs = [SIGNS[int(each)] for each in rng.integers(0, len(SIGNS) - 5, 40)]
    return replace(design, name="".join(signs[: len(design.name)]), bottom="".join(signs[30 : 30 + len(design.bottom)]))


def patch(rng: np.random.Generator, split: Split) -> Sheet:
    """A piece of a page, not much larger than a seal: lines of text, a bubble, rules, on any ground."""
    diameter = float(np.exp(rng.uniform(np.log(90), np.log(380))))
    size = tuple(int(diameter * rng.uniform(1.75, 2.6)) for _ in range(2))
    dark = rng.random() < 0.1
    tint = int(rng.integers(10, 45) if dark else rng.integers(215, 256))
    paper = tuple(int(np.clip(tint + each, 0, 255)) for each in rng.integers(-25, 8, 3) * (rng.random() < 0.3))
    pen = Pen(rng, split, (size[0], size[1]), (paper[0], paper[1], paper[2]))
    px = max(round(diameter * rng.uniform(0.06, 0.2)), 7)
    if rng.random() < 0.2:
        tone = ((149, 236, 105), (255, 255, 255), (44, 44, 46), (240, 230, 140), (40, 110, 60))[int(rng.integers(5))]
        top = rng.uniform(0, 0.6) * size[1]
        pen.draw.rounded_rectangle((0, top, size[0] * rng.uniform(0.4, 1), top + size[1] / 2), 12, fill=tone)
    if rng.random() < 0.85:
        top = rng.uniform(0, 0.5) * size[1]
        pen.block(
            (rng.uniform(0, 0.3) * size[0], top, size[0], size[1] * rng.uniform(0.6, 1)), px, rng.uniform(1.3, 2.4)
        )
    for _ in range(int(rng.integers(0, 3))):
        at = rng.uniform(0, 1, 2) * size
        end = (at[0], size[1]) if rng.random() < 0.3 else (size[0], at[1])
        pen.draw.line((*at, *end), fill=(200, 40, 40) if rng.random() < 0.2 else pen.ink, width=max(px // 12, 1))
    return Sheet(np.asarray(pen.image), diameter / 42, (size[0] // 2, size[1] // 2), dark, dark or rng.random() < 0.25)


def pieces(image: Image, truth: Truth, rng: np.random.Generator) -> list[np.ndarray]:
    """Two windows of the ring and the bottom line; each (HEIGHT, 2 x WIDTH, 3)."""
    (x, y), (width, height), angle = cv2.fitEllipseDirect(truth.outline.astype(np.float32))
    ellipse = Ellipse(x, y, width / 2, height / 2, angle)
    factor = min(RADIUS / ellipse.radius, 1.0)
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    scaled = ellipse.scaled(factor)
    shift = rng.normal(0, JITTER, 4) * scaled.radius
    seen = Ellipse(
        scaled.x + shift[0], scaled.y + shift[1], scaled.a + shift[2], scaled.b + shift[3],
        scaled.angle + (rng.normal(0, 1.0) if truth.shape == "oval" else 0.0),
    )  # fmt: skip
    name, bottom, arc = (np.asarray(each) for each in draw_words(truth.design, MASK))
    wide, high = name.shape[1], name.shape[0]
    theta = np.linspace(0, 2 * np.pi, len(truth.outline), endpoint=False)
    clean = np.column_stack([(np.cos(theta) + 1) * wide / 2, (np.sin(theta) + 1) * high / 2])
    back, _ = cv2.findHomography((truth.outline + 0.5) * factor - 0.5, clean)
    done = []
    for start in rng.uniform(0, 360, 2):
        radii, along = np.linspace(OUTER, INNER, HEIGHT), np.radians(start + DEGREES * np.arange(WIDTH))
        grid = np.outer(radii, np.cos(along)), np.outer(radii, np.sin(along))
        strip = ring_strip(small, seen, float(start), WIDTH)
        done.append(np.hstack([strip, _letters((name, arc), places(seen, *grid), back)]))
    down = 90.0 - truth.turn + float(rng.normal(0, 3))
    if truth.design.bottom and not truth.design.arched and not _is_turned(truth):
        y_, x_ = np.meshgrid(np.linspace(LINE_TOP, LINE_BOTTOM, HEIGHT), np.linspace(-1, 1, LINE), indexing="ij")
        c, s = np.cos(np.radians(down - 90)), np.sin(np.radians(down - 90))
        grid = x_ * c - y_ * s, x_ * s + y_ * c
        strip = line_strip(small, seen, down)
        done.append(np.hstack([strip, _letters((bottom, np.zeros_like(bottom)), places(seen, *grid), back)]))
    return done


def _is_turned(truth: Truth) -> bool:
    """Whether a camera turned the page by a quarter: then its foot lies elsewhere."""
    middle, first = truth.outline.mean(0), truth.outline[0]
    angle = np.degrees(np.arctan2(*(first - middle)[::-1])) + truth.turn
    return bool(abs((angle + 180) % 360 - 180) > 20)


def _letters(masks: tuple[np.ndarray, ...], maps: tuple[np.ndarray, np.ndarray], back: np.ndarray) -> np.ndarray:
    """The clean letters where the strip has them, in the first two of three planes."""
    flat = np.stack([maps[0].ravel(), maps[1].ravel(), np.ones(maps[0].size)])
    x, y, w = back @ flat
    place = (
        (x / w - 0.5).reshape(maps[0].shape).astype(np.float32),
        (y / w - 0.5).reshape(maps[0].shape).astype(np.float32),
    )
    planes = [cv2.remap(np.ascontiguousarray(each), *place, cv2.INTER_LINEAR) for each in masks]
    return np.dstack([*planes, np.zeros_like(planes[0])])


def main() -> None:
    """Write the strips."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=6000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="train", choices=("train", "validate"))
    given = parser.parse_args()
    cv2.setNumThreads(1)
    given.out.mkdir(parents=True, exist_ok=True)
    for seed in range(given.first, given.first + given.count):
        rng = np.random.default_rng((seed, 11 if given.split == "train" else 12))
        done = on_sheet(patch(rng, given.split), rng, given.split, designed=designed)
        seen = [each for each in done.truths if each.share >= LEAST_SHARE and each.diameter >= LEAST_PX]
        for at, truth in enumerate(seen):
            for k, piece in enumerate(pieces(done.image, truth, rng)):
                cv2.imwrite(str(given.out / f"{seed}_{at}{k}.png"), piece[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 1])


if __name__ == "__main__":
    main()
