"""The seal finder's network at run time: where a seal may be, in any ink."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Image, SealShape
from forgecheck.look.session import opened

STRIDE = 8  # px of the shrunken page for one cell
# px to which a page's long side is shrunk, and what the short side of a long screenshot keeps: a 42 mm seal on A4 is
# then 90 px wide; in the second, seals that fill a picture are as small as those that the network learned.
SIDES = ((640, 288), (320, 160))
WHOLE = 32  # px; sides are filled up to multiples of it
LEAST = 0.05  # of a cell's chance, to be looked at
SAME = 0.45  # intersection over union above which two boxes are one seal
SHAPES: tuple[SealShape, ...] = ("round", "oval", "square")


class Hint(NamedTuple):
    """A place where the network sees a seal."""

    box: Box
    chance: float
    """0..1, not calibrated."""
    shape: SealShape


class SealNet:
    """Finds seals.

    Parameters
    ----------
    path : Path
        The ONNX file, made by models/training/seals.
    threads : int
        Threads of the session.
    """

    def __init__(self, path: Path, threads: int) -> None:
        self._session = opened(path, threads)

    def hints(self, image: Image) -> list[Hint]:
        """Boxes on the page, the likeliest first; image of shape (H, W, 3), RGB, uint8."""
        found = [each for long, short in SIDES for each in self._hints(image, long, short)]
        kept: list[Hint] = []
        for each in sorted(found, key=lambda one: -one.chance):
            if not any(overlap(each.box, one.box) > SAME for one in kept):
                kept.append(each)
        return kept

    def _hints(self, image: Image, long: int, short: int) -> list[Hint]:
        height, width = image.shape[:2]
        scale = min(1.0, max(long / max(height, width), short / min(height, width)))
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA) if scale < 1 else image
        padded = np.zeros((_up(size[1]), _up(size[0]), 3), np.float32)
        padded[: size[1], : size[0]] = small.astype(np.float32) / 255
        planes = np.ascontiguousarray(padded.transpose(2, 0, 1)[None])
        cells = cast(npt.NDArray[np.float32], self._session.run(None, {"image": planes})[0])[0]
        return _boxes(cells, scale, width, height)


def _up(side: int) -> int:
    return -(-side // WHOLE) * WHOLE


def _boxes(cells: npt.NDArray[np.float32], scale: float, width: int, height: int) -> list[Hint]:
    """Cells to boxes of the page."""
    chance = 1 / (1 + np.exp(-cells[0]))
    found: list[Hint] = []
    for row, column in np.argwhere(chance > LEAST):
        left, top, right, bottom = STRIDE * np.exp(np.clip(cells[1:5, row, column], -3, 5))
        x, y = (column + 0.5) * STRIDE, (row + 0.5) * STRIDE
        sides = np.array([x - left, y - top, x + right, y + bottom]) / scale
        sides = np.clip(np.round(sides), 0, (width, height, width, height)).astype(int)
        box = Box(*(int(each) for each in sides))
        if box.width > 0 and box.height > 0:
            found.append(Hint(box, float(chance[row, column]), SHAPES[int(cells[5:, row, column].argmax())]))
    return found


def overlap(one: Box, other: Box) -> float:
    """Intersection over union, 0..1."""
    shared = one.intersection(other)
    area = shared.area if shared.width > 0 and shared.height > 0 else 0
    return area / max(one.area + other.area - area, 1)
