"""In what words differ from the rest of their line: ink, sharpness, thickness of strokes, grain of the ground."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Image, TextLine
from forgecheck.look.pixels.cells import CELL, REST, Row, overlaid, rows

NEAR = 12  # grey levels around the ground that still are ground; assumed
FAINT = 20.0  # grey levels of contrast below which a cell holds no stroke to measure; assumed
LEAST_SPREAD: Mapping[str, float] = {"ink": 3.0, "sharpness": 0.03, "thickness": 0.25, "grain": 0.25, "ground": 1.0}
"""Smallest spread that a line is taken to have, in the quantity's own unit, so that an exactly even line does not
shout; assumed."""

Values = npt.NDArray[np.float64]


def contrast(image: Image, lines: tuple[TextLine, ...], box: Box) -> dict[str, float]:
    """By how many spreads of the rest of the line the words in the box differ from it.

    Parameters
    ----------
    image : array (H, W, 3)
        RGB, uint8.
    lines : tuple of TextLine
        Those of the page.
    box : Box
        The words in question.

    Returns
    -------
    dict
        "ink" (grey levels that strokes are darker than the ground), "sharpness" (steepest step as a share of that),
        "thickness" (of strokes, px), "grain" (of the ground, grey levels) and "ground" (grey level): each as (median
        inside - median of the rest) / spread of the rest; signed, 0 for no difference.  Empty where the line has no
        rest to compare with, or is not level.

    Notes
    -----
    Measured in cells of 16 px.  The spread is the rest's median absolute deviation x 1.4826.
    """
    found = [row for row in rows(lines, *image.shape[:2]) if _shares(row, box)]
    if not found:
        return {}
    row = max(found, key=lambda each: each.line.box.intersection(box).area)
    middles = row.left + CELL * (np.arange(len(row.tops)) + 0.5)
    inside = (middles >= box.left) & (middles < box.right)
    usable = ~overlaid(image, [row])[0]
    values = measured(image, row)
    told = {}
    for name, each in values.items():
        known = usable & ~np.isnan(each)
        here, rest = each[known & inside], each[known & ~inside]
        if len(here) and len(rest) >= REST:
            middle = float(np.median(rest))
            spread = max(1.4826 * float(np.median(np.abs(rest - middle))), LEAST_SPREAD[name])
            told[name] = (float(np.median(here)) - middle) / spread
    return told


def measured(image: Image, row: Row) -> dict[str, Values]:
    """What each cell of a line shows; NaN where a cell holds no stroke, or no ground."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    cells = [
        grey[top : top + row.height, left : left + CELL]
        for top, left in zip(row.tops.tolist(), range(row.left, row.left + CELL * len(row.tops), CELL), strict=True)
    ]
    told = np.array([_cell(each) for each in cells])
    return dict(zip(LEAST_SPREAD, told.T, strict=True))


def _cell(cell: npt.NDArray[np.uint8]) -> tuple[float, ...]:
    levels = cell.astype(np.float64)
    ground = float(np.median(levels))
    near = np.abs(levels - ground) <= NEAR
    dark = float(ground - np.quantile(levels, 0.05))
    light = float(np.quantile(levels, 0.95) - ground)
    depth = max(dark, light)
    grain = float(np.abs(np.diff(levels, axis=0))[near[1:] & near[:-1]].mean()) if near.sum() > CELL else np.nan
    if depth < FAINT:
        return np.nan, np.nan, np.nan, grain, ground
    steepest = float(np.quantile(np.abs(np.diff(levels, axis=1)), 0.98)) / depth
    ink = (np.abs(levels - ground) > depth / 2).astype(np.uint8)
    edge = int(ink.sum()) - int(cv2.erode(ink, np.ones((3, 3), np.uint8), borderValue=0).sum())
    return depth, steepest, 2 * float(ink.sum()) / max(edge, 1), grain, ground


def _shares(row: Row, box: Box) -> bool:
    both = row.line.box.intersection(box)
    return both.width > 0 and 2 * both.height > min(row.line.box.height, box.height)
