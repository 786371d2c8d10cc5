"""Text and seal where they cross: does the text show through the ink, or does the seal hide it?"""

from __future__ import annotations

import cv2
import numpy as np

from forgecheck.evidence import Box
from forgecheck.look.seals.ink import Mask

ANGLES, RADII = 720, 128  # size of the unrolled ring, half a degree a column
FAR = 1.28  # the outermost row, as a share of the radius
FRAME = (0.86, 1.06)  # where the frame is looked for
RUN = 25  # columns over which the frame's place is smoothed
STROKE = 1 / 36  # of the seal's width: a text's stroke (assumed)


def overlap(ink: Mask, dark: Mask, box: Box, round_: bool) -> dict[str, float]:
    """How much of the text that meets the seal's thick parts shows on them.

    Parameters
    ----------
    ink, dark : ndarrays of shape (H, W)
        Pure ink of the seal, and dark text; a pixel is at most one of them.
    box : Box
        Of the seal; its frame is looked for along the inscribed ellipse,
    round_ : bool
        unless it is a square one.

    Returns
    -------
    dict
        expected_px : dark pixels that the frame and the star should carry, by what lies right beside them;
        shown : the share of these that is there: about 1 where ink overprints text or text was printed over ink,
        about 0 where the seal was painted over the text.
    """
    there, expected = _on_thick(ink, dark, box)
    if round_:
        more = _on_frame(ink, dark, box)
        there, expected = there + more[0], expected + more[1]
    found = {"expected_px": expected}
    if expected > 0:
        found["shown"] = min(there / expected, 2.0)
    return found


def _on_frame(ink: Mask, dark: Mask, box: Box) -> tuple[float, float]:
    """Dark pixels on the middle of the frame, and those that are expected there by both sides of it."""
    radius = max(box.width, box.height) / 2
    centre = ((box.left + box.right - 1) / 2, (box.top + box.bottom - 1) / 2)
    theta = np.linspace(0, 2 * np.pi, ANGLES, endpoint=False)
    rows = np.linspace(0.6, FAR, RADII)
    x = (centre[0] + np.outer(rows, np.cos(theta)) * box.width / 2).astype(np.float32)
    y = (centre[1] + np.outer(rows, np.sin(theta)) * box.height / 2).astype(np.float32)
    inked, black = (
        cv2.remap(mask.astype(np.uint8), x, y, cv2.INTER_NEAREST, borderValue=0) > 0 for mask in (ink, dark)
    )
    low, high = (int(np.searchsorted(rows, each)) for each in FRAME)
    band = inked[low:high]
    seen = band.any(0)
    if seen.mean() < 0.5:
        return 0.0, 0.0
    at = np.arange(high - low)[:, None]
    middle = np.where(seen, (band * at).sum(0) / np.maximum(band.sum(0), 1), np.nan)
    place = _smoothed(middle) + low
    half = float(np.median(band.sum(0)[seen])) / 2 + 1.5  # half of the frame, and the soft edge beside it
    columns = np.arange(ANGLES)
    on, outer, inner = (
        black[np.clip(np.round(place + shift).astype(int), 0, RADII - 1), columns]
        for shift in (0.0, half + 1, -half - 1)
    )
    unit = radius * 2 * np.pi / ANGLES * max(2 * half - 3, 1) * radius * (FAR - 0.6) / RADII  # px of one column's frame
    return float(on.sum()) * unit, float(outer.sum() + inner.sum()) / 2 * unit


def _smoothed(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The median of the neighbourhood, around the ring; gaps are passed over."""
    around = np.concatenate([values[-RUN:], values, values[:RUN]])
    windows = np.lib.stride_tricks.sliding_window_view(around, 2 * RUN + 1)
    filled = np.where(np.isnan(windows).all(1, keepdims=True), float(np.nanmedian(values)), windows)
    return np.asarray(np.nanmedian(filled, axis=1))


def _on_thick(ink: Mask, dark: Mask, box: Box) -> tuple[float, float]:
    """The same for parts that are thicker than a text's stroke: the star."""
    stroke = max(round(STROKE * max(box.width, box.height)), 2)
    closed = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, _disc(stroke))
    thick = cv2.morphologyEx(closed, cv2.MORPH_OPEN, _disc(2 * stroke))
    area = np.count_nonzero(thick)
    if area < 60:
        return 0.0, 0.0
    inner = cv2.erode(thick, _disc(1)) > 0
    beside = (cv2.dilate(thick, _disc(3 * stroke)) > 0) & (cv2.dilate(thick, _disc(2)) == 0) & ~ink
    if np.count_nonzero(beside) < 60:
        return 0.0, 0.0
    share = np.count_nonzero(dark & beside) / np.count_nonzero(beside)
    return float(np.count_nonzero(dark & inner)), share * np.count_nonzero(inner)


def _disc(radius: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)), np.uint8)
