"""Put an impression on a page: what lies under it is kept, and its outline goes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from forgecheck_models.synth.seals.ink import RED, Colour, Cover, Ink, soak
from PIL import Image

Pixels = npt.NDArray[np.uint8]
Outline = npt.NDArray[np.float64]
Blend = Literal["multiply", "alpha", "opaque"]
AROUND = 72  # points of a round outline


@dataclass(frozen=True, slots=True)
class Print:
    """An impression that is ready to be put down."""

    cover: Cover
    """Coverage 0..1, shape (H, W), turned."""
    outline: Outline
    """(N, 2) points of its edge, relative to the cover's top left corner."""


def prepared(seal: Image.Image, ink: Ink, rng: np.random.Generator, turn: float = 0.0, square: bool = False) -> Print:
    """Ink the clean seal and turn it; `turn` in degrees counter-clockwise."""
    turned = seal.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    return Print(soak(turned, ink, rng), _outline(seal.size, turned.size, turn, square))


def _outline(size: tuple[int, int], turned: tuple[int, int], turn: float, square: bool) -> Outline:
    half = np.array(size) / 2
    if square:
        points = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    else:
        angles = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
        points = np.column_stack([np.cos(angles), np.sin(angles)]) * half
    return about(points + half, size, turned, turn)


def about(points: Outline, size: tuple[int, int], turned: tuple[int, int], turn: float) -> Outline:
    """Points (N, 2) of a picture of this size after it was turned by `turn` degrees counter-clockwise and so grew."""
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return np.asarray((points - np.array(size) / 2) @ np.array([[c, -s], [s, c]]) + np.array(turned) / 2)


def put(
    page: Pixels, seal: Print, centre: tuple[int, int], colour: Colour, blend: Blend = "multiply", alpha: float = 1.0
) -> tuple[Pixels, Outline]:
    """A copy of the page with the impression around `centre`; its outline on the page.

    Parameters
    ----------
    blend
        multiply: overprint, as ink does; alpha: painted over with `alpha`; opaque: with its white ground.
    """
    height, width = seal.cover.shape
    left, top = centre[0] - width // 2, centre[1] - height // 2
    rows = slice(max(top, 0), min(top + height, page.shape[0]))
    columns = slice(max(left, 0), min(left + width, page.shape[1]))
    result = page.copy()
    if rows.start < rows.stop and columns.start < columns.stop:
        cover = seal.cover[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left, None]
        under = page[rows, columns].astype(np.float32)
        rgb = np.array(colour, np.float32)
        if blend == "multiply":
            mixed = under * (1 - alpha * cover * (1 - rgb / 255))
        elif blend == "alpha":
            mixed = under * (1 - alpha * cover) + rgb * alpha * cover
        else:
            mixed = 255 - cover * (255 - rgb)
        result[rows, columns] = np.clip(mixed, 0, 255).astype(np.uint8)
    return result, seal.outline + np.array((left, top))


def impress(
    page: Image.Image,
    seal: Image.Image,
    centre: tuple[int, int],
    rng: np.random.Generator,
    *,
    colour: Colour = RED,
    ink: Ink = "ink",
    turn: float = 0.0,
) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """Put an impression on a copy of the page, multiplied with what lies below.

    Returns
    -------
    Image, tuple
        The page, and the box (left, top, right, bottom) that the impression covers, cut at the page's edges.
    """
    done = prepared(seal, ink, rng, turn)
    inked, _ = put(np.asarray(page.convert("RGB")), done, centre, colour)
    top, left = centre[1] - done.cover.shape[0] // 2, centre[0] - done.cover.shape[1] // 2
    rows, columns = np.nonzero(np.asarray(seal.rotate(turn, Image.Resampling.BICUBIC, expand=True)) > 51)
    sides = (columns.min() + left, rows.min() + top, columns.max() + 1 + left, rows.max() + 1 + top)
    limits = (page.width, page.height, page.width, page.height)
    box = tuple(int(np.clip(each, 0, limit)) for each, limit in zip(sides, limits, strict=True))
    return Image.fromarray(inked), (box[0], box[1], box[2], box[3])
