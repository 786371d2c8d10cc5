"""How well maps of tampering meet the masks."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

FIXED = 128
"""Level of an 8-bit map from which a pixel is called tampered: a probability of one half."""
LEVELS = range(8, 256, 8)
"""Levels tried for the best threshold."""
CLASSES = 4
"""Our own masks hold classes: 1 to 3 a forger's work, 4 what people do themselves.  Others are white on black."""


class Localised(NamedTuple):
    """Averages over files: F1 of forged ones, share of wrongly marked pixels of genuine ones."""

    forged: int
    """Forged files with a mask and a map."""
    f1_fixed: float | None
    f1_oracle: float | None
    """With the best threshold of each file, which nobody knows beforehand."""
    genuine: int
    """Genuine files with a map."""
    false_pixels: float | None


def read_mask(path: Path) -> npt.NDArray[np.bool_]:
    """(H, W): where a forger was at work."""
    with Image.open(path) as file:
        grey = np.asarray(file.convert("L") if file.mode != "P" else file)
    return (grey > 0) & (grey < CLASSES) if grey.max(initial=0) <= CLASSES else grey >= FIXED


def read_map(path: Path) -> npt.NDArray[np.uint8]:
    """(H, W): probability of tampering times 255."""
    with Image.open(path) as file:
        return np.asarray(file.convert("L"))


def f1(said: npt.NDArray[np.bool_], truth: npt.NDArray[np.bool_]) -> float:
    """Overlap of two masks: 1 where they are equal, 0 where they share nothing.

    >>> f1(np.array([True, True, False]), np.array([True, False, False])) == 2 / 3
    True
    """
    total = int(said.sum()) + int(truth.sum())
    return 2 * int((said & truth).sum()) / total if total else 1.0


def localised(forged: list[tuple[Path, Path]], genuine: list[Path]) -> Localised:
    """Averages over pairs of mask and map, and over maps of genuine files; a pair of two sizes is left out."""
    fixed, oracle = [], []
    for mask, given in forged:
        truth, found = read_mask(mask), read_map(given)
        if truth.shape == found.shape and truth.any():
            fixed.append(f1(found >= FIXED, truth))
            oracle.append(max(f1(found >= level, truth) for level in LEVELS))
    false = [float((read_map(each) >= FIXED).mean()) for each in genuine]
    return Localised(len(fixed), _mean(fixed), _mean(oracle), len(false), _mean(false))


def _mean(values: list[float]) -> float | None:
    return float(np.mean(values)) if values else None
