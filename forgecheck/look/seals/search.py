"""Where on the page seals stand: the network says where to look, ink and outline say whether and exactly where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from forgecheck.evidence import Box, Image, SealShape
from forgecheck.look.seals.ink import Colour, Inks, find_inks
from forgecheck.look.seals.network import Hint, overlap
from forgecheck.look.seals.outline import Ellipse, blobs, ellipses
from forgecheck.look.seals.refine import colours, darkness, fitted, line, polished
from forgecheck.look.seals.ring import ring_facts, ring_score
from forgecheck.look.seals.square import Corners, square_corners, square_score

COARSE = 1000  # px of the long side to which a page is shrunk before blobs of ink are looked for
SMALLEST = 56  # px on the page; smaller blobs are no seals
SQUAT = 0.55  # of a blob's longer side, which the shorter has at least
BLOB = 0.33  # chance that a blob of red or blue ink is given where the network saw nothing (assumed)
MOST_BLOBS = 6  # of each ink, the largest first: bounds the time
LEAST_CHANCE = 0.1  # of a hint that is looked at
MOST = 12  # hints of a page that are looked at: bounds the time
SIDE = 200.0  # px to which a place is shrunk before its frame is looked for
MARGIN = 0.25  # share of the hint's size that is looked at around it
OVAL = 0.87  # aspect below which a seal is called oval; a camera's slant makes round ones about 0.9
SAME = 0.5  # intersection over union; more is the same seal
PART = 0.8  # share of the smaller box; more is a part of the other, or the same seal found twice
NEAR = 0.5  # intersection over union of an outline and the hint that it must have
# How much the network's chance, the frame and the look of the ring count together; fitted on the validation split.
WEIGHTS = {"chance": 1.0, "line": 4.0, "ring": 1.0, "black": -1.8, "one": -2.0}
LEAST_SCORE = 0.7  # recall 0.83 at precision 0.93 on 75 scenes of the validation split
LEAST_STROKES = 0.06  # as in ring.py; rings drawn around a word, discs and icons have less where a name would stand
MOST_INK, MOST_FOREIGN = 0.66, 0.2  # likewise; badges are solid, photographs of all colours
FRAMED = 0.6  # how well a coloured line fits, from which no black one is looked for
SQUARE_CHANCE = 0.75  # of a hint whose square frame was not found by its corners


@dataclass(frozen=True, slots=True)
class Found:
    """A seal's place: its ellipse or its corners, in pixels of the page."""

    shape: SealShape
    colour: Colour
    box: Box
    score: float
    ellipse: Ellipse | None = None
    corners: Corners | None = None


def search(image: Image, hints: Sequence[Hint]) -> list[Found]:
    """All seals on the page, from left to right.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3)
        RGB, uint8.
    hints : sequence of Hint
        Where the network sees seals, the likeliest first.
    """
    found = _looked(image, [each for each in hints[:MOST] if each.chance >= LEAST_CHANCE])
    found += _looked(image, _unseen(image, [each.box for each in found]))
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (-one.score, one.box)):
        if not any(_same(each.box, other.box) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.box)


def _looked(image: Image, hints: Sequence[Hint]) -> list[Found]:
    found = [_look(image, each) for each in hints]
    return [each for each in found if each is not None and each.score >= LEAST_SCORE]


def _unseen(image: Image, seen: Sequence[Box]) -> list[Hint]:
    """Blobs of red or blue ink, about as wide as high, where nothing was seen."""
    factor = min(1.0, COARSE / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else image
    inks = find_inks(small)
    found: list[Hint] = []
    for chroma in inks.chroma.values():
        boxes = [
            Box(*(round(each / factor) for each in (left, top, left + blob.shape[1], top + blob.shape[0])))
            for blob, (left, top) in blobs(chroma > inks.level, SMALLEST * factor)
            if min(blob.shape) >= max(SQUAT * max(blob.shape), SMALLEST * factor)
        ]
        new = [box for box in boxes if not any(_same(box, each) for each in seen)]
        found += [Hint(box, BLOB, "round") for box in sorted(new, key=lambda box: -box.area)[:MOST_BLOBS]]
    return found


def _look(image: Image, hint: Hint) -> Found | None:
    """What stands where the network sees a seal; None where there is nothing to measure."""
    box = hint.box
    factor = min(1.0, SIDE / max(box.width, box.height))
    margin = round(MARGIN * max(box.width, box.height))
    left, top = max(box.left - margin, 0), max(box.top - margin, 0)
    part = np.ascontiguousarray(image[top : box.bottom + margin, left : box.right + margin])
    if factor < 1:
        part = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    if min(part.shape[:2]) < 8:
        return None
    inner = Box(
        *(round(each * factor) for each in (box.left - left, box.top - top, box.right - left, box.bottom - top))
    )
    inks = find_inks(part)
    found = _square(inks, inner, hint) if hint.shape == "square" else _ring(inks, inner, hint)
    return None if found is None else _on_page(found, factor, left, top, image)


def _ring(inks: Inks, inner: Box, hint: Hint) -> Found | None:
    best: Found | None = None
    framed = 0.0
    for colour in colours(inks, inner):
        if colour == "black" and framed > FRAMED:
            break
        plane = darkness(inks.light) if colour == "black" else inks.chroma[colour]
        for ellipse in _outlines(inks, colour, plane, inner):
            fit = line(plane, ellipse, inner)
            framed = max(framed, fit)
            facts = {"chance": _logit(hint.chance), "line": fit, "one": 1.0}
            if colour == "black":
                facts["black"] = 1.0
            else:
                measured = ring_facts(inks, colour, ellipse)
                plain = measured.strokes < LEAST_STROKES or measured.inside > MOST_INK
                if plain or measured.foreign > MOST_FOREIGN:
                    continue
                facts["ring"] = ring_score(measured)
            score = 1 / (1 + np.exp(-sum(WEIGHTS[name] * value for name, value in facts.items())))
            if best is None or score > best.score:
                best = Found("round" if ellipse.aspect >= OVAL else "oval", colour, inner, float(score), ellipse)
    return best


def _outlines(inks: Inks, colour: Colour, plane: np.ndarray, inner: Box) -> list[Ellipse]:
    """Ellipses near the hint: the frame that is found from its box, and those on the edges of blobs of ink."""
    found = [fitted(plane, inner)[0]]
    if colour == "black":  # text lies on the outside of the frame too, so its outer edge says nothing
        return found
    smallest = 0.7 * max(inner.width, inner.height)
    for blob, (left, top) in blobs(inks.chroma[colour] > inks.level, smallest):
        found += [each.moved(left, top) for each in ellipses(blob, smallest, whole=False)]
    height, width = plane.shape
    polish = [polished(plane, each, inner) for each in found]
    return [each for each in polish if overlap(around(each, width, height), inner) >= NEAR] or found[:1]


def _square(inks: Inks, inner: Box, hint: Hint) -> Found | None:
    best: Found | None = None
    for colour in ("red", "blue"):
        for blob, (left, top) in blobs(inks.chroma[colour] > inks.level, 0.7 * max(inner.width, inner.height)):
            right, bottom = inks.light.shape[1] - left, inks.light.shape[0] - top
            whole = left > 0 and top > 0 and blob.shape[1] < right and blob.shape[0] < bottom
            corners = square_corners(blob) if whole else None
            if corners is None:
                continue
            corners = corners + np.array([left, top], np.float32)
            box = Box(*(round(float(each)) for each in (*corners.min(0), *corners.max(0))))
            score = square_score(inks, colour, corners)
            if overlap(box, inner) >= NEAR and score > 0 and (best is None or score > best.score):
                best = Found("square", colour, box, min(score, 0.5 + 0.5 * hint.chance), corners=corners)
    if best is None and hint.chance >= SQUARE_CHANCE:
        left, top, right, bottom = inner
        corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
        return Found("square", colours(inks, inner)[0], inner, hint.chance, corners=corners)
    return best


def _on_page(found: Found, factor: float, left: int, top: int, image: Image) -> Found:
    height, width = image.shape[:2]
    if found.ellipse is not None:
        ellipse = found.ellipse.scaled(1 / factor).moved(left, top)
        return Found(found.shape, found.colour, around(ellipse, width, height), found.score, ellipse)
    assert found.corners is not None
    corners = ((found.corners + 0.5) / factor - 0.5 + (left, top)).astype(np.float32)
    box = _box((*corners.min(0), *corners.max(0)), width, height)
    return Found(found.shape, found.colour, box, found.score, corners=corners)


def around(ellipse: Ellipse, width: int, height: int) -> Box:
    """The box around an ellipse, cut at the edges of a picture of this size."""
    w, h = ellipse.extent()
    return _box((ellipse.x - w, ellipse.y - h, ellipse.x + w, ellipse.y + h), width, height)


def _box(sides: tuple[float, ...], width: int, height: int) -> Box:
    left, top, right, bottom = sides
    return Box(max(round(left), 0), max(round(top), 0), min(round(right) + 1, width), min(round(bottom) + 1, height))


def _same(one: Box, other: Box) -> bool:
    return overlap(one, other) > SAME or one.intersection(other).area > PART * min(one.area, other.area)


def _logit(chance: float) -> float:
    return float(np.log(max(chance, 1e-4) / max(1 - chance, 1e-4)))
