"""Square name seals: a frame of ink with characters in it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.look.seals.ink import Colour, Inks, Mask, Plane

SIDE = 64  # px of the straightened blob
EDGE = 7  # px of it that the frame may take; a frame is about 5 % of the side, and may be worn or turned
MIN_ASPECT = 0.75
LEAST_FRAME = 0.85  # share of each side that must be there
HALF = 0.5  # of the usual chroma of this seal's ink: where a stroke's edge is drawn
MAX_STEP = 0.2  # difference of lightness between the ground inside and outside; an icon has its own ground
MAX_FOREIGN = 0.1  # share of other colours inside

Corners = npt.NDArray[np.float32]


def square_corners(blob: Mask) -> Corners | None:
    """Corners of the rectangle around a blob, clockwise from the top left; None where it is not nearly square."""
    if min(blob.shape) < MIN_ASPECT * max(blob.shape) or np.count_nonzero(blob) < SIDE:
        return None
    centre, size, angle = cv2.minAreaRect(cv2.convexHull(cv2.findNonZero(blob.astype(np.uint8))))
    if min(size) < MIN_ASPECT * max(size):
        return None
    corners = np.asarray(cv2.boxPoints((centre, size, angle)), np.float32)
    first = int(np.argmin(corners.sum(1)))
    return np.roll(corners, -first, axis=0)


def square_score(inks: Inks, colour: Colour, corners: Corners) -> float:
    """How much the rectangle looks like a name seal, 0..1: 0 without all four sides or without characters."""
    chroma = straighten(inks.chroma[colour], corners, SIDE)
    coloured = chroma[chroma > inks.level]
    ink = chroma > (max(HALF * float(np.median(coloured)), inks.level) if len(coloured) else inks.level)
    sides = (ink[:EDGE].any(0), ink[-EDGE:].any(0), ink[:, :EDGE].any(1), ink[:, -EDGE:].any(1))
    frame = min(float(each.mean()) for each in sides)
    low, high, middle = EDGE + 2, SIDE - EDGE - 2, SIDE // 2
    inner = ink[low:high, low:high]
    halves = slice(low, middle), slice(middle, high)
    quarters = [ink[row, column] for row in halves for column in halves]
    emptiest = min(float(each.mean()) for each in quarters)
    fill = float(inner.mean())
    strokes = min(float((np.diff(inner.astype(np.int8), axis=k) != 0).sum(k).mean()) for k in (0, 1))
    gap = float(np.mean([ink[EDGE + 1, low:high].mean(), ink[-EDGE - 2, low:high].mean()]))
    foreign = straighten(inks.foreign.astype(np.float32), corners, SIDE)
    step = _step(inks, corners, ink)
    good = frame > LEAST_FRAME and emptiest > 0.08 and 0.15 < fill < 0.65 and strokes > 3.0 and gap < 0.75
    if not good or float(foreign.mean()) > MAX_FOREIGN or step > MAX_STEP:
        return 0.0
    return min(1.0, 0.5 * frame + 0.5 * min(strokes / 5, 1.0))


def straighten(plane: Plane, corners: Corners, side: int, margin: float = 0.0) -> Plane:
    """The rectangle as an upright square; `margin` adds this share of the side around it; 0 beyond the picture."""
    low, high = margin * side, (1 - margin) * side
    target = np.array([[low, low], [high, low], [high, high], [low, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    return np.asarray(cv2.warpPerspective(plane, matrix, (side, side)), np.float32)


def _step(inks: Inks, corners: Corners, ink: Mask) -> float:
    """Difference of lightness between the ground inside the frame and just outside, 0..1."""
    wide = straighten(inks.light, corners, SIDE, 0.1)
    rim = np.ones(wide.shape, bool)
    rim[3:-3, 3:-3] = False
    inside = straighten(inks.light, corners, SIDE)[EDGE:-EDGE, EDGE:-EDGE]
    ground = inside[~ink[EDGE:-EDGE, EDGE:-EDGE]]
    return abs(float(np.median(ground)) - float(np.median(wide[rim]))) / 100 if len(ground) else 1.0
