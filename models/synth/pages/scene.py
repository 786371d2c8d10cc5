"""The nouns: what is written on a page, and the page as pixels with what was done to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, TypeVar

import numpy as np
import numpy.typing as npt

from forgecheck import place

from .fonts import Face, advance

T = TypeVar("T")
Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]
Colour = tuple[int, int, int]
Rng = np.random.Generator
Kind = Literal["letter", "notice", "cancellation", "court", "sms", "chat", "web"]
KINDS: tuple[Kind, ...] = ("letter", "notice", "cancellation", "court", "sms", "chat", "web")
Role = Literal["body", "title", "name", "amount", "date", "number", "label", "status"]
UNTOUCHED, TEXT, ERASED, GRAPHIC, BENIGN = range(5)
"""Classes of the mask."""
ASCENT, DESCENT = 0.88, 0.14
"""Of a Chinese character above and below its baseline, in em (assumed for all faces)."""


class Box(place.Box):
    """Pixels of the image; right and bottom exclusive."""

    __slots__ = ()

    def grown(self, pixels: int) -> Box:
        """Larger (or smaller) by this much on each side."""
        return Box(self.left - pixels, self.top - pixels, self.right + pixels, self.bottom + pixels)

    def within(self, width: int, height: int) -> bool:
        """Whether it lies wholly inside an image of this size and is not empty."""
        inside = self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height
        return inside and self.width > 1 and self.height > 1

    @property
    def slices(self) -> tuple[slice, slice]:
        """To index an image with."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


@dataclass(frozen=True)
class Run:
    """A piece of one line in one face; `x`, `y` is the left end of its baseline on the page."""

    text: str
    face: Face
    size: float
    x: float
    y: float
    colour: Colour = (20, 20, 20)
    role: Role = "body"
    spacing: float = 0.0
    """Pixels between two characters, beside their own widths."""

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Pen positions before each character and after the last, in page pixels."""
        places = [self.x]
        for char in self.text:
            places.append(places[-1] + advance(self.face, self.size, char) + self.spacing)
        return tuple(places)


@dataclass(frozen=True)
class Sheet:
    """A page before it is drawn: its ground with every shape and picture, and what is to be written on it."""

    ground: Pixels
    runs: tuple[Run, ...]
    kind: Kind
    layout: str
    seals: tuple[Box, ...] = ()
    fresh: Pixels | None = None
    """The ground without its seals, where it has any."""


@dataclass(frozen=True)
class Edit:
    """One thing that was done to the picture."""

    name: str
    box: Box
    notes: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """A drawn page, somewhere on its way."""

    image: Pixels
    mask: Pixels
    runs: tuple[Run, ...]
    matrix: Matrix
    """From page pixels to pixels of `image` (3 x 3, homogeneous)."""
    seals: tuple[Box, ...] = ()
    """On the page, in page pixels."""
    data: bytes | None = None
    """The file, where the last step wrote one."""
    format: str = ""

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.image.shape[0])

    def placed(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Points (N, 2) of the page, in pixels of the image."""
        given = np.asarray(points, np.float64)
        mapped = np.column_stack((given, np.ones(len(given)))) @ self.matrix.T
        return np.asarray(mapped[:, :2] / mapped[:, 2:])

    def around(self, box: tuple[float, float, float, float]) -> Box:
        """The upright box in the image that holds this box of the page."""
        left, top, right, bottom = box
        corners = self.placed([(left, top), (right, top), (right, bottom), (left, bottom)])
        low, high = np.floor(corners.min(0)), np.ceil(corners.max(0))
        return Box(int(low[0]), int(low[1]), int(high[0]), int(high[1]))

    def span(self, run: Run, first: int, last: int) -> Box:
        """Where the characters first..last-1 of a run stand in the image."""
        top, bottom = run.y - ASCENT * run.size, run.y + DESCENT * run.size
        return self.around((run.edges[first], top, run.edges[last], bottom))

    @property
    def scale(self) -> float:
        """Pixels of the image to one of the page."""
        return float(np.sqrt(abs(np.linalg.det(self.matrix[:2, :2]))))

    def with_image(self, image: Pixels, mask: Pixels | None = None) -> Scene:
        """The scene with other pixels of the same size; what had been saved counts no more."""
        return replace(self, image=image, mask=self.mask if mask is None else mask, data=None, format="")

    def cut(self, box: Box) -> Scene:
        """The part inside a box; runs that are cut through are kept and must be checked by their place."""
        shift = np.array([[1.0, 0, -box.left], [0, 1, -box.top], [0, 0, 1]])
        return replace(
            self,
            image=np.ascontiguousarray(self.image[box.slices]),
            mask=np.ascontiguousarray(self.mask[box.slices]),
            matrix=shift @ self.matrix,
            data=None,
            format="",
        )


def generator(*seeds: int | str) -> Rng:
    """Random numbers of their own for each purpose: equal seeds, equal numbers."""
    words = [int.from_bytes(each.encode(), "big") if isinstance(each, str) else each for each in seeds]
    return np.random.default_rng(words)


def pick(rng: Rng, given: Sequence[T]) -> T:
    """One of these."""
    return given[int(rng.integers(len(given)))]
