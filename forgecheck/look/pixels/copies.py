"""Copied characters on paper: two places that agree down to the grain of the paper."""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Page, Trace

SIZES = (10, 90)  # px, smallest and largest side of a character; assumed
REACH = 25  # px; a stroke is thinner, lighting varies less; assumed
INK = 40  # grey levels below the paper around it; assumed
MARGIN = 1  # px of paper around a character that must come along
SHIFT = 2  # px by which two outlines may lie apart; assumed
MOST = 1500  # characters compared with each other; bounds time and memory
ALIKE = 0.9  # correlation of two outlines that are worth a closer look; assumed
PAIRS = 1500  # pairs looked at closely, the most alike first; bounds the time
GRAIN = 0.7  # grey levels: papers without grain (screens, whitened scans) have nothing to compare; assumed
PAPER = 60  # px of paper that a pair must have to compare; assumed
CORRELATED = 4.0  # neighbouring pixels that share one grain, on average; assumed
SAME = (
    0.25  # share of the variance by which two independent papers differ; photos of screens have 0.3 and more (measured)
)
UNUSUAL = 4.0  # times less than the median pair of the page, whose outlines differ as well; assumed
EVEN = 0.6  # of neighbouring pixels equal: grain of 0.7 levels leaves about half; assumed
FEW = 4  # pairs; where more agree, the page repeats itself (photos of screens), and tells nothing; assumed
FAR = 15  # px square around ink that is no blank paper: JPEG ringing reaches 8; assumed
ENOUGH = 0.03  # share of blank paper around a character; assumed
AROUND = 81  # px, side of the square whose blank paper is taken for that of a character; assumed
LOUD = 20.0  # grey levels; above it is dirt, not grain; assumed
EPSILON = -3.0  # log10 of the false alarms allowed on a page

Plane = npt.NDArray[np.float32]
Mask = npt.NDArray[np.uint8]


class _Twin(NamedTuple):
    first: Box
    second: Box
    share: float
    """Variance of the difference of their papers, as a share of what two independent papers differ by."""
    paper: int
    """Pixels of it."""


def copied_glyphs(page: Page) -> tuple[Trace, ...]:
    """Characters whose paper, and not only whose outline, stands twice on the page.

    Parameters
    ----------
    page : Page
        With paper that has grain: a scan or a photo.  On a page without grain the answer is empty.

    Returns
    -------
    tuple of Trace
        Cue "copied_glyphs", one for each place of a pair; which of the two is the original cannot be told.
        `measured`: "difference_share", "paper_px", "twin_left_px", "twin_top_px".

    Notes
    -----
    The same character printed twice and scanned has two different papers around it: their grain is independent.  NFA:
    pairs and shifts tried x the tail of the correlation of independent grain (Fisher's z), with a quarter of the pixels
    counted as independent.  That a copied character lies on other places of the JPEG grid lowers the correlation; such
    copies are missed.
    """
    grey = cv2.cvtColor(page.image, cv2.COLOR_RGB2GRAY)
    if min(grey.shape) < 4 * REACH or not page.lines:
        return ()
    ground = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((REACH, REACH), np.uint8))
    ink = cv2.compare(cv2.subtract(ground, grey), INK, cv2.CMP_GT)
    grain = grey.astype(np.float32) - cv2.GaussianBlur(grey, (0, 0), 2.0).astype(np.float32)
    rough = _roughness(grain, ink)
    boxes = [each for each in _characters(ink, page) if _at(rough, each) >= GRAIN]
    twins = [
        twin
        for a, b in _alike(grey, boxes)
        if (twin := _compared(grey, grain, ink, rough, boxes[a], boxes[b])) is not None
    ]
    if not twins:
        return ()
    usual = float(np.median([each.share for each in twins])) if len(twins) > FEW else math.inf
    tests = math.log10(len(twins) * (2 * SHIFT + 1) ** 2)
    found = [
        (twin, nfa)
        for twin in twins
        if twin.share <= min(SAME, usual / UNUSUAL)
        and (nfa := tests + _tail(twin.share, twin.paper / CORRELATED)) < EPSILON
    ]
    if len(found) > FEW:
        return ()
    return tuple(
        trace
        for twin, nfa in found
        for trace in (
            _trace(page, twin, twin.first, twin.second, nfa),
            _trace(page, twin, twin.second, twin.first, nfa),
        )
    )


def _roughness(grain: Plane, ink: Mask) -> Plane:
    """Standard deviation of the grain of the blank paper around each place, in grey levels.

    At most the page's usual one, since ringing makes the paper near ink rougher; 0 where no blank paper is near.
    """
    blank = cv2.compare(cv2.dilate(ink, np.ones((FAR, FAR), np.uint8)), 0, cv2.CMP_EQ).astype(np.float32) / 255
    share = cv2.blur(blank, (AROUND, AROUND))
    power = cv2.blur(np.minimum(grain * grain, LOUD**2) * blank, (AROUND, AROUND))
    local = np.where(share > ENOUGH, np.sqrt(power / np.maximum(share, ENOUGH)), 0)
    usual = float(np.median(local[blank > 0])) if blank.any() else 0.0
    return np.asarray(np.minimum(local, usual), np.float32)


def _at(plane: Plane, box: Box) -> float:
    return float(plane[(box.top + box.bottom) // 2, (box.left + box.right) // 2])


def _characters(ink: Mask, page: Page) -> list[Box]:
    """Outlines of character size whose middle lies in a line."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((3, 3), np.uint8)), connectivity=8)
    low, high = SIZES
    fits = (stats[1:, 2] >= low) & (stats[1:, 2] <= high) & (stats[1:, 3] >= low) & (stats[1:, 3] <= high)
    found = [Box(x, y, x + w, y + h) for x, y, w, h, _ in stats[1:][fits].tolist()]
    inside = Box(MARGIN + SHIFT, MARGIN + SHIFT, page.width - MARGIN - SHIFT, page.height - MARGIN - SHIFT)
    lines = [line.box for line in page.lines or ()]
    return [
        each
        for each in found
        if each.intersection(inside) == each and any(line.intersection(each).area > each.area / 2 for line in lines)
    ][:MOST]


def _alike(grey: Mask, boxes: list[Box]) -> list[tuple[int, int]]:
    """Pairs of one size and outline, the most alike first."""
    if len(boxes) < 2:
        return []
    small = np.stack([cv2.resize(grey[b.top : b.bottom, b.left : b.right], (16, 16)).ravel() for b in boxes])
    flat = small.astype(np.float32) - small.mean(1, keepdims=True)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-6
    sizes = np.array([(b.width, b.height) for b in boxes], np.int16)
    near = (np.abs(sizes[:, None] - sizes[None]) <= SHIFT).all(2)
    likeness = np.triu(np.where(near, flat @ flat.T, 0), 1)
    first, second = np.nonzero(likeness > ALIKE)
    order = np.argsort(-likeness[first, second])[:PAIRS]
    return list(zip(first[order].tolist(), second[order].tolist(), strict=True))


def _compared(grey: Mask, grain: Plane, ink: Mask, rough: Plane, one: Box, two: Box) -> _Twin | None:
    """How well the paper of two characters agrees where their outlines agree best; None where too little shows."""
    left, top = one.left - MARGIN, one.top - MARGIN
    wide, high = one.width + 2 * MARGIN, one.height + 2 * MARGIN
    x, y = two.left - MARGIN - SHIFT, two.top - MARGIN - SHIFT
    field = grey[max(y, 0) : y + high + 2 * SHIFT, max(x, 0) : x + wide + 2 * SHIFT]
    here = np.s_[top : top + high, left : left + wide]
    if x < 0 or y < 0 or field.shape != (high + 2 * SHIFT, wide + 2 * SHIFT):
        return None
    _, _, _, (dx, dy) = cv2.minMaxLoc(cv2.matchTemplate(field, grey[here], cv2.TM_CCOEFF_NORMED))
    x, y = x + dx, y + dy
    there = np.s_[y : y + high, x : x + wide]
    if abs(x - left) < wide and abs(y - top) < high:
        return None
    both = (ink[here] | ink[there]) == 0
    count = int(both.sum())
    if count < PAPER:
        return None
    if min(_smooth(grey[here], both), _smooth(grey[there], both)) > EVEN:
        return None
    share = float((grain[here] - grain[there])[both].var()) / (_at(rough, one) ** 2 + _at(rough, two) ** 2)
    return _Twin(Box(left, top, left + wide, top + high), Box(x, y, x + wide, y + high), share, count)


def _smooth(tile: Mask, paper: npt.NDArray[np.bool_]) -> float:
    """Share of neighbouring pixels of paper that are exactly equal: near 1 on drawn pages."""
    return float((tile[:, 1:] == tile[:, :-1])[paper[:, 1:]].mean())


def _tail(share: float, independent: float) -> float:
    """log10 of Chernoff's bound for an estimated variance of at most this share of the true one."""
    if share >= 1:
        return 0.0
    return independent / 2 * (math.log(max(share, 1e-6)) + 1 - share) / math.log(10)


def _trace(page: Page, twin: _Twin, here: Box, there: Box, nfa: float) -> Trace:
    measured = {
        "difference_share": twin.share,
        "paper_px": float(twin.paper),
        "twin_left_px": float(there.left),
        "twin_top_px": float(there.top),
    }
    return Trace(page.number, here, "copied_glyphs", nfa, measured)
