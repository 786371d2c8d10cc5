"""Two seals of one page that agree in their flaws: one impression, used twice."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from forgecheck.evidence import Box
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.physics import DARKEST, Parts

SAME_SIZE = 0.04  # share by which widths and heights may differ
SEARCH = 6  # px around the centre where the other one is looked for
SMOOTH = 3  # px over which the ink's density is averaged,
AROUND = 15  # and with what it is compared
LEAST_COMMON = 200  # px that are ink in both
ALIKE = 0.6  # correlation of the coverage, below which the seals are different ones


def twins(seals: Sequence[Parts | None], boxes: Sequence[Box]) -> list[dict[str, float]]:
    """For each seal the numbers of the one most like it; empty where none has its size and design.

    Returns
    -------
    list of dict
        twin_likeness : correlation of the coverage, -1..1: the same design;
        twin_flaws : correlation of the ink's density where both have ink, -1..1: near 1 only for one impression
        copied, since pressure and ink never fall twice alike; says nothing of even seals;
        twin_left_px, twin_top_px : where the other one stands.
    """
    found: list[dict[str, float]] = [{} for _ in seals]
    for i, one in enumerate(seals):
        for j, other in enumerate(seals):
            if i == j or one is None or other is None or not _sized(boxes[i], boxes[j]):
                continue
            likeness, flaws = _compared(one, other)
            if likeness >= ALIKE and flaws > found[i].get("twin_flaws", -2):
                found[i] = {
                    "twin_likeness": round(likeness, 3),
                    "twin_flaws": round(flaws, 3),
                    "twin_left_px": float(boxes[j].left),
                    "twin_top_px": float(boxes[j].top),
                }
    return found


def _sized(one: Box, other: Box) -> bool:
    return (
        abs(one.width - other.width) <= SAME_SIZE * one.width + 3
        and abs(one.height - other.height) <= SAME_SIZE * one.height + 3
    )


def _compared(one: Parts, other: Parts) -> tuple[float, float]:
    """Correlation of coverage at the best shift, and of density in the ink that both then have."""
    width = min(one.box.width, other.box.width) - 2 * SEARCH
    height = min(one.box.height, other.box.height) - 2 * SEARCH
    if min(width, height) < 40 or one.colour != other.colour:
        return 0.0, 0.0
    piece, at = _window(_coverage(one), one.box, width, height, 0)
    field, around = _window(_coverage(other), other.box, width, height, SEARCH)
    if piece.shape != (height, width) or field.shape != (height + 2 * SEARCH, width + 2 * SEARCH):
        return 0.0, 0.0
    scores = cv2.matchTemplate(field, piece, cv2.TM_CCOEFF_NORMED)
    _, best, _, (dx, dy) = cv2.minMaxLoc(scores)
    if best < ALIKE:
        return float(best), 0.0
    dense = [
        _window(_density(seal), Box(left, top, left + width, top + height), width, height, 0)[0]
        for seal, (left, top) in ((one, at), (other, (around[0] + dx, around[1] + dy)))
    ]
    both = np.isfinite(dense[0]) & np.isfinite(dense[1])
    if np.count_nonzero(both) < LEAST_COMMON:
        return float(best), 0.0
    with np.errstate(invalid="ignore", divide="ignore"):
        flaws = float(np.corrcoef(dense[0][both], dense[1][both])[0, 1])
    return float(best), flaws if np.isfinite(flaws) else 0.0


def _window(plane: Plane, box: Box, width: int, height: int, margin: int) -> tuple[Plane, tuple[int, int]]:
    """A part of this size around the box's centre, and where it begins."""
    left = (box.left + box.right - width) // 2 - margin
    top = (box.top + box.bottom - height) // 2 - margin
    if left < 0 or top < 0:
        return np.zeros((0, 0), np.float32), (left, top)
    return plane[top : top + height + 2 * margin, left : left + width + 2 * margin], (left, top)


def _density(seal: Parts) -> Plane:
    """Darkness of wholly inked pixels against the ink around them: grain and gaps, not pressure; NaN elsewhere."""
    channel = 256 - seal.image[..., DARKEST[seal.colour]].astype(np.float32)
    inner = cv2.erode(seal.solid.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(np.float32)
    fine, coarse = (
        cv2.blur(channel * inner, (side, side)) / np.maximum(cv2.blur(inner, (side, side)), 1e-4)
        for side in (SMOOTH, AROUND)
    )
    return np.where(inner > 0, fine - coarse, np.nan).astype(np.float32)


def _coverage(seal: Parts) -> Plane:
    """How much ink lies on each pixel inside the seal's outline, 0..1; text counts as none."""
    channel = seal.image[..., DARKEST[seal.colour]].astype(np.float32)
    ground = float(np.median(channel[seal.paper])) if seal.paper.any() else 255.0
    ink = float(np.median(channel[seal.solid]))
    cover = np.clip((ground - channel) / max(ground - ink, 1.0), 0, 1)
    return np.where(seal.ink & ~seal.dark, cover, 0).astype(np.float32)
