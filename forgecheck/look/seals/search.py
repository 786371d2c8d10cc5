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

LEAST_CHANCE = 0.1  # of a hint that is looked at
MOST = 12  # hints of a page that are looked at: bounds the time
SIDE = 200.0  # px to which a place is shrunk before its frame is looked for
MARGIN = 0.25  # share of the hint's size that is looked at around it
OVAL = 0.87  # aspect below which a seal is called oval; a camera's slant makes round ones about 0.9
SAME = 0.5  # intersection over union; more is the same seal
PART = 0.8  # share of the smaller box; more is a part of the other, or the same seal found twice
NEAR = 0.5  # intersection over union of an outline and the hint that it must have
# How much the network's chance, the frame and the look of the ring count together; fitted on the validation split.
WEIGHTS = {"chance": 1.0, "line": 4.0, "ring": 1.0, "black": -0.5, "one": -2.0}
LEAST_SCORE = 0.5
SQUARE_CHANCE = 0.6  # of a hint whose square frame was not found by its corners


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
    looked = [_look(image, each) for each in hints[:MOST] if each.chance >= LEAST_CHANCE]
    kept: list[Found] = []
    for each in sorted((one for one in looked if one is not None), key=lambda one: (-one.score, one.box)):
        if each.score >= LEAST_SCORE and not any(_same(each.box, other.box) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.box)


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
    for colour in colours(inks, inner):
        plane = darkness(inks.light) if colour == "black" else inks.chroma[colour]
        for ellipse in _outlines(inks, colour, plane, inner):
            facts = {"chance": _logit(hint.chance), "line": line(plane, ellipse, inner), "one": 1.0}
            facts |= {"black": 1.0} if colour == "black" else {"ring": ring_score(ring_facts(inks, colour, ellipse))}
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
            corners = square_corners(blob)
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
