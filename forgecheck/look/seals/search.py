"""Where on the page seals stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from forgecheck.evidence import Box, Image, SealShape
from forgecheck.look.seals.hinted import outlined
from forgecheck.look.seals.ink import Colour, Inks, find_inks
from forgecheck.look.seals.network import Hint, overlap
from forgecheck.look.seals.outline import Ellipse, blobs, ellipses
from forgecheck.look.seals.ring import ring_facts, ring_score
from forgecheck.look.seals.square import Corners, square_corners, square_score

LONG_SIDE = 1600  # px; larger pages are shrunk to this before they are searched
SCALES = (1.0, 0.5)  # of that: small seals need the first; in the second noise is averaged away and faint ink shows
MOST_FOREIGN = 0.3  # share of other colours in a blob's box: a photograph
SMALLEST = 56  # px on the page, and
SMALLEST_SEEN = 26  # px after shrinking: below that frame and letters run together
LEAST_SCORE = 0.6
OVAL = 0.87  # aspect below which a seal is called oval; a camera's slant makes round ones about 0.9
INSIDE = 0.7  # share of a hint's box; more is a part of the seal around it
SEEN = 0.4  # intersection over union; more is the same seal
OVERLAP = 0.3  # share of the smaller box; more is the same seal found twice


@dataclass(frozen=True, slots=True)
class Found:
    """A seal's place: its ellipse or its corners, in pixels of the page."""

    shape: SealShape
    colour: Colour
    box: Box
    score: float
    ellipse: Ellipse | None = None
    corners: Corners | None = None


def search(image: Image, hints: Sequence[Hint] = ()) -> list[Found]:
    """All seals on the page, from left to right.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3)
        RGB, uint8.
    hints : sequence of Hint
        Where the network sees seals; those that colour alone does not show are looked at again.
    """
    first = min(1.0, LONG_SIDE / max(image.shape[:2]))
    found = [each for scale in SCALES for each in _at_scale(image, first * scale)]
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (-one.score, one.box)):
        if not any(_same(each.box, other.box) for other in kept):
            kept.append(each)
    height, width = image.shape[:2]
    for hint in hints:
        if any(_inside(hint.box, other.box) for other in kept):
            continue
        place = outlined(image, hint)
        if place is not None:
            new = _from(hint, *place, width, height)
            if not any(_inside(new.box, other.box) for other in kept):
                kept.append(new)
    return sorted(kept, key=lambda one: one.box)


def _from(hint: Hint, colour: Colour, ellipse: Ellipse, width: int, height: int) -> Found:
    if hint.shape == "square":
        left, top, right, bottom = hint.box
        corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
        return Found("square", colour, hint.box, hint.chance, corners=corners)
    return Found(_shape(ellipse), colour, _around(ellipse, width, height), hint.chance, ellipse)


def _at_scale(image: Image, scale: float) -> list[Found]:
    height, width = image.shape[:2]
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA) if scale < 1 else image
    inks = find_inks(small)
    smallest = max(SMALLEST * scale, SMALLEST_SEEN)
    return [_enlarged(each, 1 / scale, width, height) for colour in inks.chroma for each in _of(inks, colour, smallest)]


def _of(inks: Inks, colour: Colour, smallest: float) -> list[Found]:
    found: list[Found] = []
    height, width = inks.light.shape
    for blob, (left, top) in blobs(inks.chroma[colour] > inks.level, 0.8 * smallest):
        part = (slice(top, top + blob.shape[0]), slice(left, left + blob.shape[1]))
        if float(inks.foreign[part].mean()) > MOST_FOREIGN:
            continue
        corners = square_corners(blob)
        if corners is not None and min(blob.shape) >= smallest:
            corners = corners + np.array([left, top], np.float32)
            score = square_score(inks, colour, corners)
            if score >= LEAST_SCORE:
                box = _box((*corners.min(0), *corners.max(0)), width, height)
                found.append(Found("square", colour, box, score, corners=corners))
                continue
        inside = left > 1 and top > 1 and left + blob.shape[1] < width - 1 and top + blob.shape[0] < height - 1
        for each in ellipses(blob, smallest, inside):
            if 2 * each.radius < smallest:
                continue
            ellipse = each._replace(x=each.x + left, y=each.y + top)
            score = ring_score(ring_facts(inks, colour, ellipse))
            if score >= LEAST_SCORE:
                found.append(Found(_shape(ellipse), colour, _around(ellipse, width, height), score, ellipse))
    return found


def _shape(ellipse: Ellipse) -> SealShape:
    return "round" if ellipse.aspect >= OVAL else "oval"


def _around(ellipse: Ellipse, width: int, height: int) -> Box:
    w, h = ellipse.extent()
    return _box((ellipse.x - w, ellipse.y - h, ellipse.x + w, ellipse.y + h), width, height)


def _box(sides: tuple[float, ...], width: int, height: int) -> Box:
    left, top, right, bottom = sides
    return Box(max(round(left), 0), max(round(top), 0), min(round(right) + 1, width), min(round(bottom) + 1, height))


def _same(one: Box, other: Box) -> bool:
    return one.intersection(other).area > OVERLAP * min(one.area, other.area)


def _inside(new: Box, known: Box) -> bool:
    """Whether it is a known seal again, or a part of one; two seals that overlap share less."""
    return overlap(new, known) > SEEN or new.intersection(known).area > INSIDE * new.area


def _enlarged(found: Found, factor: float, width: int, height: int) -> Found:
    if found.ellipse is not None:
        ellipse = found.ellipse.scaled(factor)
        return Found(found.shape, found.colour, _around(ellipse, width, height), found.score, ellipse)
    assert found.corners is not None
    corners = ((found.corners + 0.5) * factor - 0.5).astype(np.float32)
    box = _box((*corners.min(0), *corners.max(0)), width, height)
    return Found(found.shape, found.colour, box, found.score, corners=corners)
