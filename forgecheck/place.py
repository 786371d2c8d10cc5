"""Where things stand on a page, and the text as it stands there.

Page images are ``(H, W, 3)`` uint8 RGB and read-only; boxes are ``(left, top, right, bottom)`` in pixels of the
upright page image, right and bottom exclusive; polygons are four ``(x, y)`` corners, clockwise from the first
letter's top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
"""A page image: shape (H, W, 3), uint8, RGB, read-only."""
HEAT_CELL = 8
"""Pixels along each side of a cell of `Heat`: a block of JPEG."""
Heat = npt.NDArray[np.uint8]
"""A chance for every 8 x 8 pixels of a page: shape (ceil(H / 8), ceil(W / 8)), uint8, 0..255 for 0..1."""

Point = tuple[float, float]
Polygon = tuple[Point, Point, Point, Point]


class Box(NamedTuple):
    """A rectangle in pixels of the upright page image; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """In square pixels; 0 for a box turned inside out."""
        return max(self.width, 0) * max(self.height, 0)

    def union(self, other: Box) -> Box:
        """The smallest box that holds both.

        >>> Box(0, 0, 2, 2).union(Box(5, 1, 6, 9))
        Box(left=0, top=0, right=6, bottom=9)
        """
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def intersection(self, other: Box) -> Box:
        """The part both share; its area is 0 where they do not touch."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text as the reader gave it."""

    text: str
    polygon: Polygon
    confidence: float
    """0..1, the reader's own; not a probability."""
    centres: tuple[float, ...] = ()
    """Where each character's centre lies along the line, 0 (start) to 1 (end); empty where unknown."""

    @property
    def box(self) -> Box:
        """The upright rectangle around the line."""
        xs, ys = zip(*self.polygon, strict=True)
        return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1)

    @property
    def height(self) -> float:
        """The line's height in pixels, across the reading direction (also for turned lines)."""
        (x0, y0), _, _, (x3, y3) = self.polygon
        return float(np.hypot(x3 - x0, y3 - y0))

    def _centre(self, index: int) -> float:
        """Where a character's centre lies along the line, 0 to 1; evenly spread where unknown."""
        return self.centres[index] if self.centres else (index + 0.5) / len(self.text)

    def span(self, start: int, end: int) -> Box:
        """The box of ``text[start:end]``."""
        if not self.text or (start <= 0 and end >= len(self.text)):
            return self.box
        count = len(self.centres or self.text)
        end = min(max(end, start + 1), count)
        first = 0.0 if start <= 0 else (self._centre(start - 1) + self._centre(start)) / 2
        last = 1.0 if end >= count else (self._centre(end - 1) + self._centre(end)) / 2
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.polygon
        xs = [a + (b - a) * t for a, b in ((x0, x1), (x3, x2)) for t in (first, last)]
        ys = [a + (b - a) * t for a, b in ((y0, y1), (y3, y2)) for t in (first, last)]
        return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands, and how well it was read."""

    page: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """The text of all pages as one string: wrapped lines joined, everything else parted by a newline.

    A flow equals only itself, so that what is derived from it can be kept beside it cheaply.

    Checks search ``text`` and ask ``place`` where a match stands.
    """

    text: str
    origin: tuple[tuple[int, TextLine, int] | None, ...]
    """For each character: page number, line, index in the line; None for a newline that we put in."""

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``; raises ValueError where that holds no read character."""
        spans: dict[tuple[int, int], tuple[int, TextLine, int, int]] = {}
        for known in self.origin[start:end]:
            if known is None:
                continue
            page, line, index = known
            _, _, first, last = spans.get((page, id(line)), (page, line, index, index))
            spans[page, id(line)] = (page, line, min(first, index), max(last, index))
        if not spans:
            raise ValueError(f"no character between {start} and {end}")
        page = next(iter(spans.values()))[0]
        parts = [span for span in spans.values() if span[0] == page]
        box = parts[0][1].span(parts[0][2], parts[0][3] + 1)
        for _, line, first, last in parts[1:]:
            box = box.union(line.span(first, last + 1))
        return Place(page, box, min(line.confidence for _, line, _, _ in parts))
