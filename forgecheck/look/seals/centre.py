"""The centre of a seal, and its fingerprint."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Emblem
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.ring import unroll

REACH = 0.46  # share of the radius; a star's tips reach 0.33, an emblem 0.4
EMPTY = 0.03  # share of ink in the centre below which nothing stands there
FIVEFOLD = 0.5  # share of the outline's variation that repeats five times around
HASH_SIDE = 32
HASH_BITS = 8


def emblem(ink: Plane, ellipse: Ellipse) -> Emblem | None:
    """A star, nothing, or None where it could not be told.

    Notes
    -----
    A five-pointed star is full at its middle, and its outline goes in and out five times.  What is neither is not
    named: telling a national emblem from a logo needs more than this.
    """
    rows = np.linspace(0.01, REACH, 46, dtype=np.float32)
    angles = np.arange(0, 360, 3, dtype=np.float32)
    strip = unroll(ink, ellipse, rows, angles) > 0.4
    weight = rows[:, None] * np.ones(len(angles))
    inner = rows < 0.36
    share = float((strip[inner] * weight[inner]).sum() / weight[inner].sum())
    if share < EMPTY:
        return "none"
    if strip[rows < 0.09].mean() < 0.8:
        return None
    reach = np.where(strip.all(0), len(rows), (~strip).argmax(0)).astype(float)  # first row without ink
    waves = np.abs(np.fft.rfft(reach - reach.mean()))[1:16] ** 2
    regular = (waves[4] + waves[9] + waves[14]) / max(float(waves.sum()), 1e-9)
    return "star" if regular > FIVEFOLD and reach.max() > 1.6 * max(float(reach.min()), 1.0) else None


def fingerprint(flat: Plane) -> str:
    """64-bit perceptual hash of the upright, lifted seal (shape (N, N), ink 0..1), as 16 hex digits.

    Notes
    -----
    Signs of the lowest 8 x 8 cosine coefficients against their median; nearness is the number of equal bits.
    """
    small = cv2.resize(np.asarray(flat, np.float32), (HASH_SIDE, HASH_SIDE), interpolation=cv2.INTER_AREA)
    low: npt.NDArray[np.float32] = cv2.dct(small)[:HASH_BITS, :HASH_BITS].ravel()
    bits = low > np.median(low)
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"
