"""Contact sheets: many samples on one picture, for the eye."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image

from .make import Sample
from .scene import BENIGN, ERASED, GRAPHIC, TEXT, Colour

COLOURS: dict[int, Colour] = {TEXT: (235, 20, 20), ERASED: (20, 60, 255), GRAPHIC: (220, 0, 220), BENIGN: (0, 150, 0)}
CELL = (500, 760)
GAP = 10


def outlined(sample: Sample) -> Image.Image:
    """The picture with its classes framed and its labels written on top."""
    image = sample.image.copy()
    for label, colour in COLOURS.items():
        shape = cv2.dilate((sample.mask == label).astype(np.uint8), np.ones((9, 9), np.uint8))
        for contour in cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
            left, top, wide, high = cv2.boundingRect(contour)
            cv2.rectangle(image, (left - 2, top - 2), (left + wide + 2, top + high + 2), colour, 4)
    words = f"{sample.meta['seed']} {sample.attack or 'genuine'} {sample.channel} {sample.capture}"
    cv2.putText(image, words, (8, 44), cv2.FONT_HERSHEY_SIMPLEX, image.shape[1] / 1100, (255, 90, 0), 3, cv2.LINE_AA)
    return Image.fromarray(image)


def sheet(samples: Sequence[Sample], columns: int = 6, bare: bool = False) -> Image.Image:
    """The samples in rows; bare or with what was done to them."""
    rows = -(-len(samples) // columns)
    out = Image.new("RGB", (columns * CELL[0], rows * CELL[1]), (70, 70, 110))
    for at, sample in enumerate(samples):
        small = Image.fromarray(sample.image) if bare else outlined(sample)
        small.thumbnail((CELL[0] - GAP, CELL[1] - GAP))
        out.paste(small, (at % columns * CELL[0], at // columns * CELL[1]))
    return out
