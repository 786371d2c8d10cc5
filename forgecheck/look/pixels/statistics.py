"""What 8 x 8 pixels of a page show: paper, ink, edges, grain and compression, one number each.

Editing leaves its traces in such quantities: words typed in later have edges, grain or a colour of ink that their line
has not.  Each is measured where it means something (grain on bare paper, sharpness where there is ink), so that a
small network has only to compare neighbours.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image
from forgecheck.place import HEAT_CELL

Plane = npt.NDArray[np.float32]
Ground = Literal["ink", "paper", "both"]

CELL = HEAT_CELL
REACH = 25  # px; a stroke is thinner, so that a closing of this size leaves the paper; assumed
WIDE = 65  # px around a place that decide whether writing is dark on light or light on dark; assumed
CLEAR = 6.0  # grey levels from the paper that still are paper; assumed
FAINT = 24.0  # grey levels of contrast that writing has at least; assumed
LOUD = 12.0  # grey levels; a residual above it is dirt or a stroke, not grain; assumed
ZERO = 0.8  # coefficients below this count as zero: rounding to 8 bits moves them by about 0.4

# High-pass filter of rich models, Fridrich and Kodovsky 2012, 10.1109/TIFS.2012.2190402, figure 3.
_KV = (
    np.array(
        [[-1, 2, -2, 2, -1], [2, -6, 8, -6, 2], [-2, 8, -12, 8, -2], [2, -6, 8, -6, 2], [-1, 2, -2, 2, -1]], np.float32
    )
    / 12
)

QUANTITIES: dict[str, Ground] = {
    "depth": "ink",  # largest distance from the paper, grey levels
    "core": "ink",  # level inside strokes
    "steepest": "ink",  # largest step, as a share of the contrast
    "curved": "ink",  # second over first differences: falls with blur
    "curved_half": "ink",  # the same at half the resolution
    "between": "ink",  # pixels neither ink nor paper, for each pixel of outline: the rasteriser's smoothing
    "thick": "ink",  # pixels of ink for each of outline
    "lying": "ink",  # steps across over steps down, log: stretched letters
    "rim_noise": "ink",  # high-pass residual around strokes, as a share of the contrast
    "rim_across": "ink",  # its correlation with the pixel to the right: resampling
    "rim_down": "ink",
    "fringe": "ink",  # red minus blue at outlines, grey levels
    "ink_red": "ink",  # red minus blue of ink
    "zeros": "ink",  # share of vanishing DCT coefficients on the grid
    "zeros_more": "ink",  # the same less that of a grid half a block away
    "grain": "paper",  # high-pass residual of bare paper, grey levels
    "grain_half": "paper",
    "grain_across": "paper",
    "grain_down": "paper",
    "even": "paper",  # share of neighbouring pixels of paper that are equal
    "usual": "paper",  # share of paper of exactly the page's commonest level
    "level": "paper",  # grey level
    "step": "paper",  # level less that of the paper around
    "paper_red": "paper",
    "paper_green": "paper",
    "middle": "both",  # size of middle frequencies, log
    "high": "both",
    "block_across": "both",  # steps at the grid less steps inside blocks, grey levels
    "block_down": "both",
    "inked": "both",  # share of ink
    "bare": "both",  # share of bare paper
}
"""Each quantity and the ground on which it means something, in the order of the planes."""


class Cells(NamedTuple):
    """A page in cells of 8 x 8 px."""

    values: Plane
    """(len(`QUANTITIES`), H / 8, W / 8)."""
    shape: Plane
    """(16, H / 8, W / 8): how inked each 2 x 2 px of a cell are, 0..1, row by row."""
    coefficients: Plane
    """(H / 8, W / 8, 8, 8): as `coefficients_of` gives them."""


def statistics(image: Image, common: int) -> Cells:
    """Measure every cell of an image whose sides are multiples of 8 and whose blocks begin at its upper left corner.

    Parameters
    ----------
    image : array (H, W, 3)
        RGB, uint8.
    common : int
        The commonest grey level of the page's paper, 0..255.
    """
    grey8 = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    grey = grey8.astype(np.float32)
    paper = _paper(grey8, grey)
    depth = cv2.absdiff(grey, paper)
    contrast = np.maximum(cv2.dilate(depth, np.ones((REACH, REACH), np.uint8)), 8.0)
    inked = np.asarray(depth > np.maximum(contrast / 2, 16), np.uint8)
    smooth = np.asarray((depth > 0.15 * contrast) & (depth < 0.85 * contrast) & (contrast > FAINT), np.float32)
    ink, core = inked.astype(np.float32), cv2.erode(inked, np.ones((3, 3), np.uint8)).astype(np.float32)
    bare = cv2.erode(np.asarray(depth < CLEAR, np.uint8), np.ones((5, 5), np.uint8)).astype(np.float32)
    outline, rim = ink - core, 1 - bare

    across = np.abs(np.diff(grey, axis=1, append=grey[:, -1:]))
    down = np.abs(np.diff(grey, axis=0, append=grey[-1:]))
    steps = np.maximum(across, down)
    bend = np.abs(cv2.Laplacian(grey, cv2.CV_32F))
    residual = cv2.filter2D(grey, -1, _KV)
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    half_bend, half_residual = (
        _twice(np.abs(each), grey) for each in (cv2.Laplacian(half, cv2.CV_32F), cv2.filter2D(half, -1, _KV))
    )
    half_steps = _twice(np.abs(np.diff(half, axis=1, append=half[:, -1:])), grey)
    red, green, blue = (each.astype(np.float32) for each in cv2.split(image))
    coefficients = coefficients_of(grey)
    shifted = coefficients_of(np.roll(grey, (-CELL // 2, -CELL // 2), (0, 1)))
    zeros = _zeros(coefficients)

    outlined, contrast_of = _mean(outline) + 0.02, _mean(contrast)
    told = {
        "depth": _largest(depth),
        "core": _over(grey, core),
        "steepest": _largest(steps) / contrast_of,
        "curved": _mean(bend) / (_mean(steps) + 1),
        "curved_half": _mean(half_bend) / (_mean(half_steps) + 1),
        "between": _mean(smooth) / outlined,
        "thick": _mean(ink) / outlined,
        "lying": np.log((_mean(across) + 0.5) / (_mean(down) + 0.5)),
        "rim_noise": _over(np.minimum(np.abs(residual), 20), rim) / contrast_of,
        "rim_across": _neighbourly(residual * rim, 1, 0.5),
        "rim_down": _neighbourly(residual * rim, 0, 0.5),
        "fringe": _over(np.abs(red - blue), smooth),
        "ink_red": _over(red - blue, ink),
        "zeros": zeros,
        "zeros_more": zeros - _zeros(shifted),
        "grain": _over(np.minimum(np.abs(residual), LOUD), bare),
        "grain_half": _over(np.minimum(half_residual, LOUD), bare),
        "grain_across": _neighbourly(residual * bare, 1, 0.05),
        "grain_down": _neighbourly(residual * bare, 0, 0.05),
        "even": _over(np.asarray(across == 0, np.float32), bare),
        "usual": _over(np.asarray(grey8 == common, np.float32), bare),
        "level": _over(grey, bare),
        "step": _mean(paper) - cv2.blur(_mean(paper), (15, 15)),
        "paper_red": _over(red - blue, bare),
        "paper_green": _over(red - green, bare),
        "middle": _band(coefficients, 2, 4),
        "high": _band(coefficients, 4, CELL),
        "block_across": _blockiness(across),
        "block_down": _blockiness(down.T).T,
        "inked": _mean(ink),
        "bare": _mean(bare),
    }
    values = np.stack([told[name] for name in QUANTITIES]).astype(np.float32)
    return Cells(values, _shape(depth / contrast * (contrast > FAINT)), coefficients)


def common_level(image: Image) -> int:
    """The commonest grey level of the page's paper: of what is left when thin strokes are closed."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    paper = _paper(grey[::2, ::2], grey[::2, ::2].astype(np.float32))
    return int(np.bincount(paper.astype(np.uint8).ravel(), minlength=256).argmax())


def _paper(grey8: npt.NDArray[np.uint8], grey: Plane) -> Plane:
    """The ground under the writing, whether that is dark on light or light on dark."""
    kernel = np.ones((REACH, REACH), np.uint8)
    light = cv2.morphologyEx(grey8, cv2.MORPH_CLOSE, kernel)
    dark = cv2.morphologyEx(grey8, cv2.MORPH_OPEN, kernel)
    # Writing covers less than its ground, so that the mean lies nearer to the ground.
    nearer_dark = cv2.blur(grey, (WIDE, WIDE)) * 2 < cv2.blur(cv2.add(light, dark, dtype=cv2.CV_32F), (WIDE, WIDE))
    return np.where(nearer_dark, dark, light).astype(np.float32)


def _mean(plane: Plane) -> Plane:
    height, width = plane.shape
    return np.asarray(cv2.resize(plane, (width // CELL, height // CELL), interpolation=cv2.INTER_AREA), np.float32)


def _over(plane: Plane, where: Plane) -> Plane:
    """Mean of a quantity over part of each cell; 0 where the cell has no such part."""
    return np.asarray(_mean(plane * where) / (_mean(where) + 1e-3), np.float32)


def _largest(plane: Plane) -> Plane:
    height, width = plane.shape
    return np.asarray(plane.reshape(height // CELL, CELL, width // CELL, CELL).max(axis=(1, 3)), np.float32)


def _neighbourly(plane: Plane, axis: int, floor: float) -> Plane:
    """Correlation of each cell's pixels with their next ones, about -1..1; `floor` is added to the variance."""
    return np.asarray(_mean(plane * np.roll(plane, -1, axis)) / (_mean(plane * plane) + floor), np.float32)


def _twice(plane: Plane, like: Plane) -> Plane:
    return np.asarray(cv2.resize(plane, (like.shape[1], like.shape[0]), interpolation=cv2.INTER_NEAREST), np.float32)


def _blockiness(steps: Plane) -> Plane:
    """Steps over the right edge of each cell less those in its middle; `steps` to the next pixel to the right."""
    height, width = steps.shape
    by_column = np.minimum(steps, 10).reshape(height // CELL, CELL, width // CELL, CELL).mean(axis=1)
    return np.asarray(by_column[:, :, CELL - 1] - by_column[:, :, CELL // 2 - 1], np.float32)


def _zeros(coefficients: Plane) -> Plane:
    """Share of each block's coefficients that vanish; the mean is none of them."""
    vanish = (coefficients < ZERO).astype(np.float32).reshape(*coefficients.shape[:2], CELL * CELL)
    return np.asarray(vanish @ np.r_[0, np.ones(CELL * CELL - 1)].astype(np.float32) / (CELL * CELL - 1), np.float32)


def _band(coefficients: Plane, first: int, last: int) -> Plane:
    """log(1 + mean size) of the coefficients from `first` to before `last`, across and down."""
    inside = np.zeros((CELL, CELL), np.float32)
    inside[first:last, first:last] = 1 / (last - first) ** 2
    mean = coefficients.reshape(*coefficients.shape[:2], CELL * CELL) @ inside.ravel()
    return np.asarray(np.log1p(mean), np.float32)


def coefficients_of(grey: Plane) -> Plane:
    """Absolute DCT coefficients of all blocks, (H / 8, W / 8, 8, 8)."""
    rows, columns = grey.shape[0] // CELL, grey.shape[1] // CELL
    blocks = (grey - 128).reshape(rows, CELL, columns, CELL).transpose(0, 2, 1, 3).reshape(-1, CELL * CELL)
    basis = np.kron(dct_matrix(), dct_matrix())
    return np.abs(blocks @ basis.T).reshape(rows, columns, CELL, CELL)


def dct_matrix() -> Plane:
    """The orthonormal 8-point DCT-II."""
    k, n = np.arange(CELL)[:, None], np.arange(CELL)[None, :]
    matrix = np.cos(np.pi * (2 * n + 1) * k / (2 * CELL)) * np.sqrt(2 / CELL)
    matrix[0] /= np.sqrt(2)
    return np.asarray(matrix, np.float32)


def _shape(inked: Plane) -> Plane:
    """Each cell's 16 quarters of quarters, as planes."""
    height, width = inked.shape
    small = cv2.resize(inked.astype(np.float32), (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    parts = small.reshape(height // CELL, 4, width // CELL, 4).transpose(1, 3, 0, 2)
    return np.asarray(parts.reshape(16, height // CELL, width // CELL), np.float32)
