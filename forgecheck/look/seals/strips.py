"""A seal's ring and the line below its centre as upright strips of the picture, in colour."""

from __future__ import annotations

import cv2
import numpy as np

from forgecheck.evidence import Image
from forgecheck.look.seals.outline import Ellipse

HEIGHT = 64  # px of a strip
OUTER, INNER = 1.06, 0.48  # first and last row of the ring's strip, as shares of the radius: frame, name, some centre
DEGREES = 0.568  # of the ring's strip a column; letters keep about their proportions
AROUND = 672  # columns: once around, and 21 degrees more, so that each letter is seen with its neighbours
LINE_TOP, LINE_BOTTOM = 0.26, 0.76  # rows of the line below the centre, as shares of the radius
LINE = 256  # columns of its strip, which is as wide as the seal


def ring_strip(image: Image, ellipse: Ellipse, start: float, columns: int = AROUND) -> Image:
    """The ring from `start` (degrees clockwise from the x axis) on, heads outwards up; shape (HEIGHT, columns, 3)."""
    theta = np.radians(start + DEGREES * np.arange(columns))
    radii = np.linspace(OUTER, INNER, HEIGHT)
    return _cut(image, ellipse, np.outer(radii, np.cos(theta)), np.outer(radii, np.sin(theta)))


def line_strip(image: Image, ellipse: Ellipse, down: float) -> Image:
    """What stands below the centre, `down` (degrees clockwise from the x axis) down; shape (HEIGHT, LINE, 3)."""
    y, x = np.meshgrid(np.linspace(LINE_TOP, LINE_BOTTOM, HEIGHT), np.linspace(-1, 1, LINE), indexing="ij")
    c, s = np.cos(np.radians(down - 90)), np.sin(np.radians(down - 90))
    return _cut(image, ellipse, x * c - y * s, x * s + y * c)


def places(ellipse: Ellipse, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of the picture of points in shares of the radius, the ellipse made a circle without turning it."""
    turn = np.radians(ellipse.angle)
    c, s = np.cos(turn), np.sin(turn)
    u, v = ellipse.a * (x * c + y * s), ellipse.b * (y * c - x * s)
    return (ellipse.x + u * c - v * s).astype(np.float32), (ellipse.y + u * s + v * c).astype(np.float32)


def _cut(image: Image, ellipse: Ellipse, x: np.ndarray, y: np.ndarray) -> Image:
    maps = places(ellipse, x, y)
    return np.asarray(cv2.remap(image, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)
