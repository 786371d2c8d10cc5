"""The ground around a seal: a pasted picture brings its own, and cuts off the text beneath."""

from __future__ import annotations

import cv2
import numpy as np

from forgecheck.evidence import Box
from forgecheck.look.seals.ink import Mask, Plane

BORDERS = np.arange(0.98, 1.32, 0.04)  # of half the seal's sides: a turned picture's ground is up to 1.3 times as wide
BAND = 0.12  # of half the sides: what is compared on each side of a border
OUTSIDE = 1.03  # of the seal's radius: inside of it the ground is the seal's own paper in any case
LEAST = 60  # px of each band
LEAST_TEXT = 0.03  # share of dark pixels beyond the border, below which no text can be cut


def borders(luma: Plane, free: Mask, dark: Mask, box: Box) -> dict[str, float]:
    """Steps at an upright border around the seal, wherever it is steepest.

    Parameters
    ----------
    luma : ndarray of shape (H, W)
        Grey levels.
    free, dark : ndarrays of shape (H, W)
        Bare paper, and text.
    box : Box
        Of the seal.

    Returns
    -------
    dict
        border_step : grey levels by which the paper within is lighter than the paper beyond, at the border where they
        differ most;
        border_noise : logarithm of the noise within by that beyond, where they differ most;
        text_cut : share of dark pixels beyond minus that within, where they differ most; a picture with its own ground
        hides the text, so that within there is none.
    """
    height, width = luma.shape
    y, x = np.ogrid[:height, :width]
    u = (x - (box.left + box.right - 1) / 2) / (box.width / 2)
    v = (y - (box.top + box.bottom - 1) / 2) / (box.height / 2)
    square = np.maximum(np.abs(u), np.abs(v))
    corner = np.hypot(u, v) > OUTSIDE
    rough = np.abs(luma - cv2.blur(luma, (3, 3)))
    best: dict[str, float] = {}
    for border in BORDERS:
        within, beyond = (
            corner & (square > low) & (square <= low + BAND) for low in (border - BAND - 0.02, border + 0.02)
        )
        bare = [free & each for each in (within, beyond)]
        if min(np.count_nonzero(each) for each in bare) >= LEAST:
            inner, outer = (float(np.median(luma[each])) for each in bare)
            noises = [float(rough[each].mean()) + 0.3 for each in bare]
            _keep(best, "border_step", inner - outer)
            _keep(best, "border_noise", float(np.log(noises[0] / noises[1])))
        if min(np.count_nonzero(each) for each in (within, beyond)) >= LEAST:
            inner, outer = (float(dark[each].mean()) for each in (within, beyond))
            if outer >= LEAST_TEXT:
                _keep(best, "text_cut", (outer - inner) / outer)
    return best


def _keep(best: dict[str, float], name: str, value: float) -> None:
    if name not in best or abs(value) > abs(best[name]):
        best[name] = value
