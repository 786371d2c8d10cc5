"""A fingerprint by which one picture of a seal is found again, in another size, angle and quality.

It has two halves.  The first 128 bits tell the lettering: the signs of the lowest cosine coefficients of the ring's
letters, unrolled from the name's middle on; they agree for all impressions of one design, and nearly for two names of
which only a sign or two differ.  The last 64 bits tell how dark the frame is around the ring,
against its usual darkness: they differ between two impressions of one stamp, since pressure and ink never fall twice
alike, and are all 0 for a seal that is even, as electronic ones are.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.ring import unroll

SECTORS = 32  # around the ring
LETTERS = (128, 16)  # columns and rows to which the letters are shrunk
COEFFICIENTS = (4, 32)  # of these: down and along; the first of each row along, its mean, is left out
FAINTER, DARKER = 0.86, 1.12  # of the frame's usual darkness; what lies between is even (assumed)
FRAME = np.linspace(0.9, 1.04, 14, dtype=np.float32)  # rows, as shares of the radius, in which the frame lies
ANGLES = 8  # of each sector at which the frame is looked at
HASH_SIDE, HASH_BITS = 32, 8  # of a square seal's picture

LEAST_UNEVEN = 6  # set bits of the second half, below which an impression has no flaws to know it by
# Bits in which two pictures of one impression may differ.  Measured on pairs of the test split (seal_prints.py):
# two designs differed by 36 and more, two uneven impressions of one stamp by 6 flaws and more, their copies by 1 to 4.
MOST_DESIGN, MOST_FLAWS = 28, 5


def fingerprint(letters: Plane, ink: Plane, ellipse: Ellipse, middle: float) -> str:
    """Of a round or oval seal, as 48 hex digits.

    Parameters
    ----------
    letters : ndarray of shape (H, W)
        The ring's letters, 0..1, one turn from the middle of the name on, clockwise, heads up, cut to their height.
    ink : ndarray of shape (M, N)
        The seal's ink, 0..1, as it lies on the picture.
    ellipse : Ellipse
        Its outline there.
    middle : float
        Where the name's middle stands, degrees clockwise from the x axis.
    """
    small = cv2.resize(letters, LETTERS, interpolation=cv2.INTER_AREA)
    down, along = COEFFICIENTS
    design = cv2.dct(small)[:down, 1 : along + 1] > 0
    turns = middle + (np.arange(SECTORS * ANGLES) + 0.5) * 360 / SECTORS / ANGLES
    frame = unroll(ink, ellipse, FRAME, turns.astype(np.float32))
    dark = np.median(frame.max(0).reshape(SECTORS, ANGLES), axis=1)
    even = max(float(np.median(dark)), 1e-3)
    flaws = np.column_stack([dark < FAINTER * even, dark > DARKER * even])
    return _hex(design.ravel()) + _hex(flaws.ravel())


def square_fingerprint(flat: Plane) -> str:
    """Of a straightened name seal (N, N), ink 0..1: its lowest cosine coefficients by their median, 16 hex digits."""
    small = cv2.resize(np.asarray(flat, np.float32), (HASH_SIDE, HASH_SIDE), interpolation=cv2.INTER_AREA)
    low: npt.NDArray[np.float32] = cv2.dct(small)[:HASH_BITS, :HASH_BITS].ravel()
    return _hex(low > np.median(low))


def same_design(one: str, other: str) -> bool:
    """Whether two round seals carry the same lettering, as far as the fingerprints tell."""
    return len(one) == len(other) == 48 and _apart(one[:32], other[:32]) <= MOST_DESIGN


def same_picture(one: str, other: str) -> bool:
    """Whether two round seals are one impression or one even picture, as far as the fingerprints tell.

    Notes
    -----
    Even impressions of one stamp, as self-inking stamps make them, cannot be told from one picture: where the page is
    paper, believe it only if `is_uneven`.
    """
    return same_design(one, other) and _apart(one[32:], other[32:]) <= MOST_FLAWS


def is_uneven(fingerprint: str) -> bool:
    """Whether an impression has flaws by which it can be known."""
    return len(fingerprint) == 48 and int(fingerprint[32:], 16).bit_count() >= LEAST_UNEVEN


def _apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _hex(bits: npt.NDArray[np.bool_]) -> str:
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):0{len(bits) // 4}x}"
