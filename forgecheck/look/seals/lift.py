"""Lift a seal off its page: only its own ink, dark on white, as a flat upright picture."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image
from forgecheck.look.seals.ink import Colour, Plane, find_inks
from forgecheck.look.seals.outline import Ellipse

DARK: dict[Colour, int] = {"red": 1, "blue": 0}  # the channel (of RGB) in which this ink is darkest against paper
FULL = 0.6  # of the seal's usual chroma: above this a pixel is fully its ink
WINDOW = 0.4  # of the picture's side, wider than a star: the paper's lightness is the mean around
NIGHT = 40.0  # CIELAB lightness, 0..100, of a ground below which a page is dark (assumed)
FAINTEST = 0.08  # least darkness, of 1, that is stretched to black; below is paper


def lift(image: Image, colour: Colour) -> Plane:
    """How much of this ink lies on each pixel, 0..1.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3)
        The seal with a little paper around it; RGB, uint8.

    Notes
    -----
    Sharpness comes from the dark channel, since JPEG halves the resolution of colour; colour says whose the
    darkness is, so that black text under or over the seal goes.  On a dark page, where ink is no darker than its
    ground, only the colour counts.
    """
    if colour == "black":
        return darkened(image, colour)
    inks = find_inks(image)
    chroma = inks.chroma[colour]
    coloured = chroma[chroma > inks.level]
    if not len(coloured):
        return np.zeros(chroma.shape, np.float32)
    usual = float(np.percentile(coloured, 60))
    own = np.clip(chroma / (FULL * usual), 0, 1)
    if np.median(inks.light) < NIGHT:
        return np.asarray(np.clip(chroma / usual, 0, 1), np.float32)
    channel = image[..., DARK[colour]].astype(np.float32)
    bare = (own < 0.2).astype(np.float32)
    window = [max(round(WINDOW * min(bare.shape)), 3)] * 2
    paper = cv2.blur(channel * bare, window) / np.maximum(cv2.blur(bare, window), 1e-3)
    dark = np.clip(1 - channel / np.maximum(paper, 1), 0, 1)
    deep = max(float(np.percentile(dark[own > 0.9], 60)) if (own > 0.9).any() else 1.0, FAINTEST)
    return np.asarray(np.clip(dark / deep, 0, 1) * own, np.float32)


def darkened(image: Image, colour: Colour) -> Plane:
    """How much darker than its paper each pixel is where this ink is darkest, 0..1; other inks and text are kept.

    Notes
    -----
    Where text crosses a seal, `lift` leaves holes in the letters and this leaves the text: the reader tries both.
    """
    channel = image[..., DARK[colour]] if colour in DARK else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if np.median(image.max(2)) < 2.55 * NIGHT:
        channel = image.max(2)  # on a dark page ink is brighter than its ground
        channel = 255 - channel
    window = max(round(WINDOW * min(channel.shape)) | 1, 3)
    paper = cv2.GaussianBlur(cv2.dilate(channel, np.ones((window // 4 | 1,) * 2, np.uint8)), (0, 0), window / 6)
    dark = np.clip(1 - channel / np.maximum(paper.astype(np.float32), 1), 0, 1)
    deep = max(float(np.percentile(dark, 94)), FAINTEST)
    return np.asarray(np.clip(dark / deep, 0, 1), np.float32)


def to_gray(ink: npt.NDArray[np.floating]) -> Image:
    """Ink 0..1 as a picture for the text reader: black on white, RGB."""
    gray = (255 * (1 - np.clip(ink, 0, 1))).astype(np.uint8)
    return np.repeat(gray[..., None], 3, axis=2)


def upright(ink: Plane, ellipse: Ellipse, down: float, side: int) -> Plane:
    """The seal as a circle of `side` px, turned so that `down` (degrees clockwise from the x axis) points down."""
    turn = np.radians(ellipse.angle)
    axes = _turn(turn) @ np.diag([ellipse.a, ellipse.b]) @ _turn(-turn) @ _turn(np.radians(down - 90))
    half = (side - 1) / 2
    matrix = axes / half
    shift = np.array([ellipse.x, ellipse.y]) - matrix @ np.array([half, half])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(ink, np.column_stack([matrix, shift]), (side, side), flags=flags), np.float32)


def _turn(angle: float) -> npt.NDArray[np.float64]:
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
