"""Coloured ink on paper: how much redder or bluer a pixel is than the paper around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image

Colour = Literal["red", "blue", "black"]
Plane = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

# CIELAB hue angles in degrees, lowest and highest.  Pure red is 40, vermilion 55, magenta -30; blue-black ink 250,
# pure blue 306.  Assumed after looking at photographed and rendered impressions.
HUES: dict[Colour, tuple[float, float]] = {"red": (-30.0, 62.0), "blue": (225.0, 318.0)}
PAPER_CHROMA = 30.0  # CIELAB units; cool or warm light tints paper less than this, panels are stronger (assumed)
COARSE = 8  # the paper's colour is looked for on a grid this many times coarser
PAPER_WINDOW = 41  # cells of that grid; wider than a seal is thick with ink
MIN_CHROMA = 9.0  # CIELAB units above the paper; JPEG noise on gray text stays below (assumed)
FAINT_CHROMA = 5.0  # dry or faded ink on a quiet page (assumed)
QUIET = 4.0  # ink must stand this many standard deviations above the page's colour noise (assumed)


@dataclass(frozen=True, slots=True)
class Inks:
    """What colours a picture holds."""

    chroma: dict[Colour, Plane]
    """For each ink: CIELAB chroma above the paper's where the hue fits, else 0; shape (H, W)."""
    light: Plane
    """CIELAB lightness, 0..100."""
    foreign: Mask
    """Where there is strong colour that is neither."""
    level: float
    """Chroma above which a pixel may be ink."""


def find_inks(image: Image) -> Inks:
    """Separate red and blue ink from paper, gray and black text and other colours.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3)
        RGB, uint8.

    Notes
    -----
    The paper's colour is the median of the neighbourhood, so that warm light, shade and tinted paper do not count
    as ink.  A panel of strong colour is not paper: its colour is taken off only in part.
    """
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    light = lab[..., 0].astype(np.float32) * (100 / 255)
    offset = [lab[..., k].astype(np.float32) - paper for k, paper in zip((1, 2), _paper(lab), strict=True)]
    chroma, hue = cv2.cartToPolar(offset[0], offset[1], angleInDegrees=True)
    inks: dict[Colour, Plane] = {}
    known = np.zeros(chroma.shape, bool)
    for colour, (low, high) in HUES.items():
        fits = (hue >= low) & (hue <= high) if low >= 0 else (hue >= low + 360) | (hue <= high)
        inks[colour] = np.where(fits, chroma, np.float32(0))
        known |= fits
    noise = 0.85 * float(np.median(chroma))  # 0.85: from the median to the sigma of a Rayleigh distribution
    level = min(max(FAINT_CHROMA, QUIET * noise), MIN_CHROMA)
    return Inks(inks, light, ~known & (chroma > 2 * MIN_CHROMA), level)


def _paper(lab: Image) -> list[Plane]:
    """The paper's a* and b* at every pixel, in the offset form of 8-bit CIELAB."""
    height, width = lab.shape[:2]
    small = (max(width // COARSE, 1), max(height // COARSE, 1))
    planes = []
    for k in (1, 2):
        coarse = cv2.resize(np.ascontiguousarray(lab[..., k]), small, interpolation=cv2.INTER_NEAREST)
        planes.append(cv2.medianBlur(coarse, PAPER_WINDOW).astype(np.float32) - 128)
    chroma = np.hypot(*planes)
    keep = np.minimum(1.0, PAPER_CHROMA / np.maximum(chroma, 1e-6)).astype(np.float32)
    return [cv2.resize(plane * keep, (width, height), interpolation=cv2.INTER_LINEAR) + 128 for plane in planes]
