"""How ink lies on paper: from a clean mask to an impression's coverage, 0..1."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

Colour = tuple[int, int, int]
Cover = npt.NDArray[np.float32]
Ink = Literal["flat", "ink", "even", "rubber", "dry", "uneven"]
"""flat: an electronic seal; even: photosensitive; rubber: blotchy with squeezed edges; dry: gaps; uneven: one side
faint; ink: any of uneven pressure and grain."""

RED: Colour = (208, 32, 38)
BLUE: Colour = (36, 62, 160)
BLACK: Colour = (40, 40, 44)
REDS: tuple[Colour, ...] = ((208, 32, 38), (225, 40, 45), (190, 25, 45), (214, 60, 40), (176, 30, 36), (232, 52, 70))
PURE: tuple[Colour, ...] = ((255, 0, 0), (230, 0, 18), (237, 28, 36), (220, 20, 30), (255, 40, 40))
INKS: tuple[Ink, ...] = ("even", "rubber", "dry", "uneven", "ink")


def soak(mask: Image.Image, ink: Ink, rng: np.random.Generator) -> Cover:
    """The coverage (H, W) of an impression of this mask."""
    cover = np.asarray(mask, np.float32) / 255
    if ink == "flat":
        return cover
    size = max(cover.shape)
    if ink == "even":
        return np.clip(cv2.GaussianBlur(cover, (0, 0), 0.5) * _grain(cover.shape, rng, 0.05), 0, 1)
    if ink == "rubber":
        soft = cv2.GaussianBlur(cover, (0, 0), max(size / 300, 0.5))
        edge = np.clip(cover - cv2.GaussianBlur(cover, (0, 0), max(size / 120, 0.8)), 0, 1)
        blot = 0.62 + 0.5 * _cloud(cover.shape, rng, 14)
        return np.asarray(np.clip(soft * blot + 0.5 * edge, 0, 1), np.float32)
    if ink == "dry":
        holes = _cloud(cover.shape, rng, 60) + 0.7 * _cloud(cover.shape, rng, 9)
        keep = np.clip((holes - float(rng.uniform(0.45, 0.75))) * 5, 0, 1)
        return np.asarray(np.clip(cover * keep * _grain(cover.shape, rng, 0.15), 0, 1), np.float32)
    if ink == "uneven":
        y, x = np.mgrid[: cover.shape[0], : cover.shape[1]] / size
        turn = float(rng.uniform(0, 2 * np.pi))
        slope = np.clip(0.65 + 1.1 * ((x - 0.5) * np.cos(turn) + (y - 0.5) * np.sin(turn)), 0.12, 1)
        return np.asarray(np.clip(cover * slope * _grain(cover.shape, rng, 0.12), 0, 1), np.float32)
    pressure = np.clip(0.35 + 0.65 * _cloud(cover.shape, rng, 5) + 0.25, 0.35, 1.0)
    return np.asarray(np.clip(cover * pressure * _grain(cover.shape, rng, 0.16), 0, 1), np.float32)


def _grain(shape: tuple[int, ...], rng: np.random.Generator, strength: float) -> Cover:
    """Paper that takes more and less ink, around 1."""
    return rng.normal(1.0, strength, shape).astype(np.float32)


def _cloud(shape: tuple[int, ...], rng: np.random.Generator, cells: int) -> Cover:
    """Smooth noise, 0..1, about this many blotches across."""
    coarse = rng.random((cells, cells), np.float32)
    return np.clip(cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), 0, 1)
