"""Writes runs on pixels: with FreeType through Pillow, or with Cairo where the machine has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
from PIL import Image, ImageDraw

from . import cairo
from .fonts import opened
from .scene import Floats, Pixels, Run

Rasteriser = Literal["freetype", "cairo", "cairo_hinted", "cairo_lcd", "pdf", "chromium"]
IN_PLACE: tuple[Rasteriser, ...] = ("freetype", "cairo", "cairo_hinted", "cairo_lcd")
"""Those that can write on a picture that is there already."""


def choices() -> tuple[Rasteriser, ...]:
    """The rasterisers of this machine that write in place."""
    return IN_PLACE if cairo.available() else ("freetype",)


def write(image: Pixels, runs: Iterable[Run], rasteriser: Rasteriser = "freetype", gamma: float = 1.0) -> Pixels:
    """A copy of the picture with the runs written on it.

    Parameters
    ----------
    image
        (H, W, 3) RGB.
    gamma
        Applied to the coverage of each pixel: below 1 bolder, above 1 thinner, as renderers differ.
    """
    out = image.copy()
    for run in runs:
        written(out, run, rasteriser, gamma)
    return out


def written(out: Pixels, run: Run, rasteriser: Rasteriser, gamma: float) -> None:
    """Write one run into `out`, which is changed."""
    left, top = int(run.edges[0]) - 4, int(run.y - 1.2 * run.size)
    right, bottom = int(run.edges[-1]) + 6, int(run.y + 0.45 * run.size) + 2
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, out.shape[1]), min(bottom, out.shape[0])
    if right - left < 2 or bottom - top < 2:
        return
    size = (right - left, bottom - top)
    if rasteriser == "freetype" or not cairo.available():
        cover = _freetype(run, size, (left, top))
    else:
        cover = cairo.coverage(run, size, (left, top), rasteriser)
    part = out[top:bottom, left:right]
    share = _curve(gamma)[cover if cover.ndim == 3 else cover[..., None]]
    mixed = part * (1 - share) + np.array(run.colour, np.float32) * share
    part[:] = np.rint(mixed).astype(np.uint8)


def _curve(gamma: float) -> Floats:
    return ((np.arange(256) / 255.0) ** gamma).astype(np.float32)


def _freetype(run: Run, size: tuple[int, int], corner: tuple[int, int]) -> Pixels:
    layer = Image.new("L", size, 0)
    pen, font = ImageDraw.Draw(layer), opened(run.face, run.size)
    if run.spacing:
        for char, edge in zip(run.text, run.edges, strict=False):
            pen.text((edge - corner[0], run.y - corner[1]), char, fill=255, font=font, anchor="ls")
    else:
        pen.text((run.x - corner[0], run.y - corner[1]), run.text, fill=255, font=font, anchor="ls")
    return np.asarray(layer)
