"""Four numbers about a page image that part screens, scans, photos and drawn pages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from forgecheck.evidence import Image

BLOCK = 8
_PIXELS = 3_000_000
"""Assumed. About what is measured of a page; larger pages give every n-th row of blocks, which keeps it below 0.3 s."""
_WHITE_FROM = 250  # grey levels; assumed
_TILES = 8
_MAIN_COLOURS = 8


@dataclass(frozen=True, slots=True)
class Measures:
    """All are shares or grey levels of one page."""

    flat: float
    """Share of 8 x 8 blocks in which all pixels are equal: 0 for camera pictures, near 1 for empty screens."""
    speckled: float
    """Share of 8 x 8 blocks that are white (250 or more) but not flat: what scanner apps and JPEG leave on paper."""
    main_colours: float
    """Share of pixels that have one of the eight commonest colours."""
    lighting: float
    """Grey levels between the brightest and darkest tenth of an 8 x 8 tiling, each tile by its bright pixels:
    0 for even white paper, 40 and more for paper lit from one side."""


def measure(image: Image) -> Measures:
    """Measure an (H, W, 3) page of at least 8 x 8 pixels; smaller ones count as one flat block."""
    rows, columns = image.shape[0] // BLOCK, image.shape[1] // BLOCK
    if not rows or not columns:
        return Measures(1.0, 0.0, 1.0, 0.0)
    step = max(1, image.shape[0] * image.shape[1] // _PIXELS)
    blocks = image[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK, 3)[::step]
    # One axis after the other: rows first, whose pixels lie side by side.
    low, high = blocks.min(axis=1).min(axis=2), blocks.max(axis=1).max(axis=2)
    flat = (low == high).all(axis=-1)
    white = (low >= _WHITE_FROM).all(axis=-1)
    return Measures(
        flat=float(flat.mean()),
        speckled=float((white & ~flat).mean()),
        main_colours=_main_colours(blocks[:, ::2, :, ::2]),
        lighting=_lighting(blocks[:, ::2, :, ::2, 1]),
    )


def _main_colours(blocks: Image) -> float:
    packed = blocks.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    counts = np.unique(packed, return_counts=True)[1]
    return float(np.sort(counts)[-_MAIN_COLOURS:].sum() / packed.size)


def _lighting(blocks: Image) -> float:
    rows, height, columns, width = blocks.shape
    grey = blocks.reshape(rows * height, columns * width)
    tiles = [tile for band in np.array_split(grey, _TILES) for tile in np.array_split(band, _TILES, axis=1)]
    bright = [float(np.percentile(tile, 90)) for tile in tiles if tile.size]
    return float(np.percentile(bright, 90) - np.percentile(bright, 10))
