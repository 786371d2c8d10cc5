"""What stands in the centre of a seal."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Emblem
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.ring import unroll

REACH = 0.5  # share of the radius; a star's tips reach 0.33, an emblem 0.42
ROWS = np.linspace(0.01, REACH, 50, dtype=np.float32)
ANGLES = np.arange(0, 360, 3, dtype=np.float32)
INKED = 0.4  # of the seal's ink: above it a pixel is inked
EMPTY = 0.03  # share of ink in the centre below which nothing stands there
FULL = 0.8  # share of ink in the very middle, which a star fills
FIVEFOLD = 0.5  # share of the outline's variation that repeats five times around
WREATH = (0.26, 0.46)  # radii between which the outer edge of an emblem's wreath lies
CLOSED = 0.85  # share of the angles at which the wreath has ink,
BARE = 0.25  # and at which the ring just outside it has
INNER = (0.12, 0.62)  # share of ink inside the wreath: stars, gate and wheel


def emblem(ink: Plane, ellipse: Ellipse) -> Emblem | None:
    """A star, the national emblem, nothing, or None where it could not be told.

    Notes
    -----
    A five-pointed star is full at its middle, and its outline goes in and out five times.  The emblem is a closed
    wreath around smaller things, with bare ground outside.  What is neither is not named.
    """
    strip = unroll(ink, ellipse, ROWS, ANGLES) > INKED
    weight = ROWS[:, None] * np.ones(len(ANGLES))
    inner = ROWS < 0.36
    if float((strip[inner] * weight[inner]).sum() / weight[inner].sum()) < EMPTY:
        return "none"
    if strip[ROWS < 0.09].mean() >= FULL and _is_star(strip):
        return "star"
    return "national_emblem" if _is_wreath(strip, weight, ROWS) else None


def _is_star(strip: npt.NDArray[np.bool_]) -> bool:
    reach = np.where(strip.all(0), len(ROWS), (~strip).argmax(0)).astype(float)  # first row without ink
    waves = np.abs(np.fft.rfft(reach - reach.mean()))[1:16] ** 2
    regular = (waves[4] + waves[9] + waves[14]) / max(float(waves.sum()), 1e-9)
    return bool(regular > FIVEFOLD and reach.max() > 1.6 * max(float(reach.min()), 1.0))


def _is_wreath(strip: npt.NDArray[np.bool_], weight: npt.NDArray[np.float64], radii: Plane) -> bool:
    for edge in np.arange(*WREATH, 0.01):
        wreath = (radii > 0.78 * edge) & (radii <= edge)
        outside = (radii > 1.04 * edge) & (radii <= 1.16 * edge)
        middle = radii < 0.72 * edge
        share = float((strip[middle] * weight[middle]).sum() / weight[middle].sum())
        closed, open_ = (float(strip[rows].any(0).mean()) for rows in (wreath, outside))
        if closed >= CLOSED and open_ <= BARE and INNER[0] <= share <= INNER[1]:
            return True
    return False
