"""Pages made to measure: bars for characters on paper, with whatever history a test needs."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from forgecheck.evidence import Box, Jpeg, TextLine

HEIGHT, WIDTH = 640, 900
ROWS = range(40, 600, 56)
EDITED = Box(312, 316, 424, 356)  # inside the sixth line


def lines() -> tuple[TextLine, ...]:
    """One of each row, 24 px in from either side."""
    return tuple(
        TextLine("字" * 26, ((24.0, y), (876.0, y), (876.0, y + 32.0), (24.0, y + 32.0)), 0.99)
        for y in map(float, ROWS)
    )


def drawn(seed: int = 0) -> np.ndarray:
    """Random strokes in character cells: soft edges, grey on light grey, so that nothing is clipped."""
    rng = np.random.default_rng(seed)
    image = np.full((HEIGHT, WIDTH), 225, np.uint8)
    for y in ROWS:
        for x in range(28, 850, 33):
            for _ in range(5):
                (a, b), (c, d) = rng.integers(2, 28, (2, 2)).tolist()
                cv2.line(image, (x + a, y + b), (x + c, y + d), 60, 2, cv2.LINE_AA)
    return cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)


def grained(image: np.ndarray, seed: int = 0, sigma: float = 3.0) -> np.ndarray:
    """With the noise of a scanner."""
    noise = np.random.default_rng(seed).normal(0, sigma, (*image.shape[:2], 1))
    return (cv2.GaussianBlur(image, (0, 0), 0.7) + noise).clip(0, 255).astype(np.uint8)


def compressed(image: np.ndarray, quality: int) -> tuple[np.ndarray, Jpeg]:
    """Saved as JPEG and opened again."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=quality)
    with Image.open(buffer) as again:
        tables = {number: tuple(values) for number, values in again.quantization.items()}
        return np.asarray(again.convert("RGB")), Jpeg(tables, ((2, 2),), False)


def pasted(image: np.ndarray, other: np.ndarray, box: Box = EDITED) -> np.ndarray:
    """A box of another picture laid over this one."""
    out = image.copy()
    out[box.top : box.bottom, box.left : box.right] = other[box.top : box.bottom, box.left : box.right]
    return out


def hits(box: Box, truth: Box = EDITED) -> bool:
    """Whether at least half of the box lies on the truth, give or take a cell."""
    return box.intersection(truth).area >= box.area / 2
