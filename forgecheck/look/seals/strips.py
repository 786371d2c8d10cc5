"""A seal's ring and the line below its centre as upright strips of the picture, in colour."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from forgecheck.evidence import Image
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.outline import Ellipse

HEIGHT = 64  # px of a strip
OUTER, INNER = 1.06, 0.48  # first and last row of the ring's strip, as shares of the radius: frame, name, some centre
START = 90.0  # degrees clockwise from the x axis: an upright seal's foot, where its name does not run
DEGREES = 0.568  # of the ring's strip a column; letters keep about their proportions
TURN = round(360 / DEGREES)  # columns of one turn
AROUND = 672  # columns: once around, and 21 degrees more, so that each letter is seen with its neighbours
LINE_TOP, LINE_BOTTOM = 0.26, 0.76  # rows of the line below the centre, as shares of the radius
LINE = 256  # columns of its strip, which is as wide as the seal
BAND = 48  # px of a name's height when it is cut out to be read: what the reader works at


class Band(NamedTuple):
    """Where a name stands on the ring's strip; columns may go beyond one turn."""

    top: float
    bottom: float
    first: int
    last: int


def ring_strip(image: Image, ellipse: Ellipse, start: float = START, columns: int = AROUND) -> Image:
    """The ring from `start` (degrees clockwise from the x axis) on, heads outwards up; shape (HEIGHT, columns, 3)."""
    theta = np.radians(start + DEGREES * np.arange(columns))
    radii = np.linspace(OUTER, INNER, HEIGHT)
    return _cut(image, ellipse, np.outer(radii, np.cos(theta)), np.outer(radii, np.sin(theta)))


def line_strip(image: Image, ellipse: Ellipse, down: float) -> Image:
    """What stands below the centre, `down` (degrees clockwise from the x axis) down; shape (HEIGHT, LINE, 3)."""
    y, x = np.meshgrid(np.linspace(LINE_TOP, LINE_BOTTOM, HEIGHT), np.linspace(-1, 1, LINE), indexing="ij")
    c, s = np.cos(np.radians(down - 90)), np.sin(np.radians(down - 90))
    return _cut(image, ellipse, x * c - y * s, x * s + y * c)


def band_of_strip(plane: Plane, band: Band) -> Plane:
    """A name of one turn of the ring (HEIGHT, TURN) in its true proportions, shape (BAND, W)."""
    rows, columns = _grid(band)
    x, y = np.meshgrid(columns % TURN, rows.clip(0, HEIGHT - 1))
    wrapped = np.hstack([plane, plane[:, :1]])
    return np.asarray(cv2.remap(wrapped, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR), np.float32)


def band_of_picture(plane: Plane, ellipse: Ellipse, band: Band) -> Plane:
    """The same pixels of the picture itself, which may show more than its strip."""
    rows, columns = _grid(band)
    radii, theta = _radii(rows), np.radians(START + DEGREES * columns)
    maps = places(ellipse, np.outer(radii, np.cos(theta)), np.outer(radii, np.sin(theta)))
    return np.asarray(cv2.remap(plane, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _grid(band: Band) -> tuple[np.ndarray, np.ndarray]:
    rows = np.linspace(band.top, band.bottom, BAND)
    outer, inner = _radii(rows[[0, -1]])
    along = np.radians((band.last - band.first) * DEGREES) * (outer + inner) / 2
    return rows, np.linspace(band.first, band.last, max(round(along * (BAND - 1) / (outer - inner)), 1))


def _radii(rows: np.ndarray) -> np.ndarray:
    """Shares of the radius of these rows."""
    return np.asarray(OUTER + (INNER - OUTER) * rows / (HEIGHT - 1))


def places(ellipse: Ellipse, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of the picture of points in shares of the radius, the ellipse made a circle without turning it."""
    turn = np.radians(ellipse.angle)
    c, s = np.cos(turn), np.sin(turn)
    u, v = ellipse.a * (x * c + y * s), ellipse.b * (y * c - x * s)
    return (ellipse.x + u * c - v * s).astype(np.float32), (ellipse.y + u * s + v * c).astype(np.float32)


def _cut(image: Image, ellipse: Ellipse, x: np.ndarray, y: np.ndarray) -> Image:
    maps = places(ellipse, x, y)
    return np.asarray(cv2.remap(image, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)
