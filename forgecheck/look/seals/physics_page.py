"""What the page around a seal went through: noise, flatness, light, sharpness."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image
from forgecheck.look.seals.ink import Mask, Plane

BLOCK = 8  # px
PAPER_STD = 14.0  # grey levels; a block of paper without text varies less (assumed)
FLAT_STD = 0.4  # grey levels; below that only rounding
LEAST_EDGES = 40
STEEP = 0.45  # of the strongest contrast: weaker edges are lines of JPEG, faint ink and dirt
BANDS = 4  # of the page, one above the other, whose lines are looked at apart: a camera turns them differently
LEFT, RIGHT = (0.08, 0.4), (0.5, 0.82)  # of the width
TEXT_STEP = 50  # grey levels below the paper
LEAST_LINES = 0.02  # spread of the rows' darkness, 0..1
MOST_SKEW = 0.03  # of the width, up or down between the parts: about 4 degrees
AGREE = 0.5  # correlation of the rows
LEAST_ROWS = 60
MOST_PX = 600_000  # pixels of a page that are looked at for its text's sharpness; bounds the time


def page_physics(image: Image) -> dict[str, float]:
    """Numbers of the whole page.

    Returns
    -------
    dict
        page_flat : share of the paper's 8 px blocks without any noise, 0..1; near 1 on pages that were never paper;
        page_noise : usual spread in such a block, grey levels;
        page_shade : difference of light over the paper, as a share of white; 0 on rendered pages;
        page_ramp_px, page_sharpest_px : usual width of the text's edges, and of the sharpest tenth;
        page_skew_deg : by how much its lines are turned, without sign; rendered lines lie exactly level.
    """
    luma = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = (side // BLOCK * BLOCK for side in luma.shape)
    if height < 2 * BLOCK or width < 2 * BLOCK:
        return {}
    whole = luma[:height, :width]
    size = (width // BLOCK, height // BLOCK)
    mean = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    square = cv2.resize(whole * whole, size, interpolation=cv2.INTER_AREA)
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    quiet = spread < PAPER_STD
    usual = float(np.median(mean[quiet])) if quiet.any() else 0.0
    paper = quiet & (np.abs(mean - usual) < 70)
    found: dict[str, float] = {}
    if np.count_nonzero(paper) >= 20:
        found["page_flat"] = float((spread[paper] < FLAT_STD).mean())
        found["page_noise"] = float(np.median(spread[paper]))
        low, high = np.percentile(mean[paper], (10, 90))
        found["page_shade"] = float(high - low) / 255
    rows = min(height, max(MOST_PX // width, 64))
    top = (height - rows) // 2
    edges = dark_edges(whole[top : top + rows], None)
    if (text := ramp(edges)) is not None:
        found["page_ramp_px"] = text
        found["page_sharpest_px"] = sharpest(edges)
    if (turned := skew(whole)) is not None:
        found["page_skew_deg"] = turned
    return found


def skew(luma: Plane) -> float | None:
    """How far the lines are turned, degrees without sign; None where there are too few lines.

    Notes
    -----
    The rows' darkness in the left part is shifted against that in the right part until they agree.
    """
    height, width = luma.shape
    found = []
    for rows in np.array_split(np.arange(height), BANDS):
        band = luma[rows[0] : rows[-1] + 1]
        dark = (band < np.median(band[::4, ::4]) - TEXT_STEP).astype(np.float32)
        left, right = (dark[:, int(a * width) : int(b * width)].mean(1) for a, b in (LEFT, RIGHT))
        if left.std() < LEAST_LINES or right.std() < LEAST_LINES:
            continue
        reach = int(MOST_SKEW * width)
        scores = [_agree(left, right, shift) for shift in range(-reach, reach + 1)]
        best = int(np.argmax(scores))
        if scores[best] > AGREE:
            away = (best - reach) / (width * (sum(RIGHT) - sum(LEFT)) / 2)
            found.append(abs(float(np.degrees(np.arctan(away)))))
    return float(np.median(found)) if found else None


def _agree(left: npt.NDArray[np.float32], right: npt.NDArray[np.float32], shift: int) -> float:
    one, other = (left[shift:], right[: len(right) - shift]) if shift >= 0 else (left[:shift], right[-shift:])
    if len(one) < LEAST_ROWS:
        return 0.0
    one, other = one - one.mean(), other - other.mean()
    return float((one * other).sum() / max(np.sqrt((one * one).sum() * (other * other).sum()), 1e-6))


def noise(plane: Plane, mask: Mask) -> float:
    """Usual difference to the mean of the eight neighbours and itself, where all lie in the mask; grey levels."""
    inner = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    inner = inner if np.count_nonzero(inner) >= LEAST_EDGES else mask
    return float(np.abs(plane - cv2.blur(plane, (3, 3)))[inner].mean()) if inner.any() else 0.0


def dark_edges(luma: Plane, where: Mask | None) -> npt.NDArray[np.float32]:
    """Widths (px) of the steep edges, contrast by slope, where the slope is steepest across."""
    dx = cv2.Sobel(luma, cv2.CV_32F, 1, 0, ksize=3, scale=1 / 8)
    dy = cv2.Sobel(luma, cv2.CV_32F, 0, 1, ksize=3, scale=1 / 8)
    slope = cv2.magnitude(dx, dy)
    square = np.ones((5, 5), np.uint8)
    contrast = cv2.dilate(luma, square) - cv2.erode(luma, square)
    at = slope >= cv2.dilate(slope, np.ones((3, 3), np.uint8))
    at &= slope > 4
    if where is not None:
        at &= where
    if not at.any():
        return np.zeros(0, np.float32)
    at &= contrast > STEEP * float(np.percentile(contrast[at], 98))
    return np.asarray(contrast[at] / slope[at], np.float32)


def ramp(widths: npt.NDArray[np.float32]) -> float | None:
    """The usual width; None where there are too few edges."""
    return float(np.median(widths)) if len(widths) >= LEAST_EDGES else None


def sharpest(widths: npt.NDArray[np.float32]) -> float:
    """The width below which a tenth of the edges is."""
    return float(np.percentile(widths, 10))
