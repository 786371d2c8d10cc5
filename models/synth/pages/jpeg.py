"""Writes and reads back JPEG files with the tables that cameras, editors and messengers use."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

import cv2
import numpy as np
from PIL import Image, JpegPresets

from .scene import Pixels, Rng, Scene, pick

PRESETS = tuple(name for name in JpegPresets.presets if name not in {"keep"})
"""Pillow's copies of the scales of a well-known editor (web_low .. maximum)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a JPEG is written."""

    quality: int = 90
    tables: tuple[tuple[int, ...], ...] | None = None
    """Luma and chroma; None for the standard ones at `quality`."""
    sampling: int = 2
    """0: 4:4:4, 1: 4:2:2, 2: 4:2:0."""
    progressive: bool = False
    name: str = "ijg"


def setting(rng: Rng, low: int = 50, high: int = 98) -> Setting:
    """Half with the standard tables; the others an editor's, or scaled and jittered ones."""
    quality = int(rng.integers(low, high + 1))
    sampling = int(pick(rng, (2, 2, 2, 2, 0, 0, 1)))
    progressive = bool(rng.random() < 0.15)
    way = rng.random()
    if way < 0.5:
        return Setting(quality, None, sampling, progressive)
    if way < 0.65:
        name = pick(rng, [each for each in PRESETS if low < 70 or "low" not in each])
        return Setting(quality, _pair(JpegPresets.presets[name]["quantization"]), sampling, progressive, name)
    base = pick(rng, ("maximum", "web_high", "web_very_high", "high", "standard"))
    pair = _standard() if base == "standard" else _pair(JpegPresets.presets[base]["quantization"])
    mean = np.mean(_standard()[0]) * _factor(quality) / max(np.mean(pair[0]), 1.0)
    jitter = rng.normal(1, 0.06, (2, 64))
    scaled = np.clip(np.rint(np.array(pair) * mean * jitter), 1, 255).astype(int)
    tables = tuple(tuple(int(each) for each in row) for row in scaled)
    return Setting(quality, tables, sampling, progressive, f"scaled_{base}")


def _factor(quality: int) -> float:
    """The scale of the standard tables at a quality (as in the IJG library)."""
    return 50 / quality if quality < 50 else (200 - 2 * quality) / 100 + 0.01


def _pair(tables: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(each) for each in (tables * 2)[:2])


@cache
def _standard() -> tuple[tuple[int, ...], ...]:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG", quality=50)
    found = Image.open(buffer).quantization  # type: ignore[attr-defined]
    return tuple(tuple(found[each]) for each in (0, 1))


def encode(image: Pixels, how: Setting) -> bytes:
    """The file."""
    buffer = io.BytesIO()
    picture = Image.fromarray(image)
    if how.tables is None:
        picture.save(buffer, "JPEG", quality=how.quality, subsampling=how.sampling, progressive=how.progressive)
    else:
        tables = [list(each) for each in how.tables]
        picture.save(buffer, "JPEG", qtables=tables, subsampling=how.sampling, progressive=how.progressive)
    return buffer.getvalue()


def decode(data: bytes) -> Pixels:
    """(H, W, 3) RGB."""
    # Pixel for pixel what Pillow reads, in a third of the time (a test compares them).
    return cast(Pixels, cv2.cvtColor(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB))


def luma_table(data: bytes) -> tuple[int, ...]:
    """The quantisation table of the luma, 64 values row by row."""
    with Image.open(io.BytesIO(data)) as image:
        return tuple(image.quantization[0])  # type: ignore[attr-defined]


def saved(scene: Scene, rng: Rng, low: int = 50, high: int = 98) -> Scene:
    """The scene after it was saved as JPEG and opened again."""
    data = encode(scene.image, setting(rng, low, high))
    return replace(scene, image=decode(data), data=data, format="JPEG")


def png(image: Pixels) -> bytes:
    """The file of a picture saved without loss."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def webp(scene: Scene, rng: Rng) -> Scene:
    """The scene as web sites and some messengers save it."""
    buffer = io.BytesIO()
    Image.fromarray(scene.image).save(buffer, "WEBP", quality=int(rng.integers(70, 96)), method=1)
    return replace(scene, image=decode(buffer.getvalue()), data=buffer.getvalue(), format="WEBP")
