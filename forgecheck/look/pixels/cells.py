"""Text lines cut into cells of 16 px, and runs of neighbouring cells that differ from all others of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Image, TextLine

CELL = 16  # px along the line: two JPEG blocks, and less than one character of a phone's screen
MIN_HEIGHT = 12  # px; smaller lines hold too little to measure; assumed
MIN_CELLS = 30  # measured on the page: fewer tell nothing about what is usual on it; assumed
BEYOND = (3.0, 4.5, 6.0)  # robust standard deviations from the page's median
HEAVY = 1.4  # tails are taken to be wider than the normal law's by this factor; assumed
RAREST = 1e-4  # no cell is taken to be rarer than this; assumed
LONGEST = 12  # cells; longer runs get no extra tests
MOST = 0.05  # share of the page's other cells beyond the threshold: above it the page is mixed by itself; assumed
SITES = 4  # places at which a page may have been edited; assumed
PALE = 0.7  # of the line's usual contrast: mosaics and gaps have less, strokes have it; assumed
TINT = 16.0  # grey levels between the grounds of a line; paper is more even within one line; assumed
REST = 3  # measured cells that must stand beside the run in its line
USUAL = 0.7  # share of those that must be as the page is; assumed
EPSILON = -3.0  # log10 of the false alarms allowed on a page

Scores = npt.NDArray[np.float64]


class Row(NamedTuple):
    """One text line as a row of cells."""

    line: TextLine
    left: int
    """Left edge of the first cell, in px."""
    tops: npt.NDArray[np.intp]
    """Top edge of each cell."""
    height: int

    def box(self, start: int, end: int) -> Box:
        """The cells start..end-1."""
        tops = self.tops[start:end]
        left = self.left + start * CELL
        return Box(left, int(tops.min()), self.left + end * CELL, int(tops.max()) + self.height)


class Run(NamedTuple):
    """Neighbouring cells that all deviate to one side."""

    row: int
    start: int
    end: int
    log10_nfa: float
    mean: float
    """Of the scores in the run."""


def rows(lines: Iterable[TextLine], height: int, width: int) -> tuple[Row, ...]:
    """The nearly level lines that lie wholly on a page of this size and hold at least three cells."""
    found = []
    for line in lines:
        (x0, y0), (x1, y1), _, (_, y3) = line.polygon
        count = int(x1 - x0) // CELL
        high = int(min(y3 - y0, line.height))
        if count < REST or high < MIN_HEIGHT or abs(y1 - y0) > 0.1 * (x1 - x0):
            continue
        middle = (np.arange(count) + 0.5) * CELL
        row = Row(line, round(x0), np.rint(y0 + (y1 - y0) * middle / (x1 - x0)).astype(np.intp), high)
        box = row.box(0, count)
        if box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height:
            found.append(row)
    return tuple(found)


def low_runs(scores: Sequence[Scores]) -> tuple[Run, ...]:
    """In each row the run of cells that is lowest against the whole page, where chance would hardly give it.

    Parameters
    ----------
    scores : sequence of (cells of the row,) arrays
        One for each row; NaN where nothing could be measured.  Such cells neither break nor make a run.

    Notes
    -----
    A contrario (Desolneux, Moisan, Morel 2000): every cell of the page deviates by a threshold independently, with
    the largest of three probabilities: the share of the page's other cells that do (the four longest runs left out,
    since a forger works at few places), the normal law's tail (widened), and 1e-4.  Tests: runs x thresholds.
    Neighbouring cells are not independent; what the number is worth was counted on untouched pages.
    """
    every = np.concatenate([each[~np.isnan(each)] for each in scores]) if scores else np.empty(0)
    if len(every) < MIN_CELLS:
        return ()
    middle = float(np.median(every))
    spread = max(1.4826 * float(np.median(np.abs(every - middle))), 1e-6)
    levels = [(row - middle) / spread for row in scores]
    tests = math.log10(len(every) * LONGEST * len(BEYOND))
    best: dict[int, Run] = {}
    for threshold in BEYOND:
        runs = [_longest(at, row, threshold) for at, row in enumerate(levels)]
        lengths = sorted((length for _, length, _ in runs), reverse=True)
        low = int(((every - middle) / spread <= -threshold).sum()) - sum(lengths[:SITES])
        for run, length, alone in runs:
            share = max(low, 0) / len(every)
            if not length or not alone or share > MOST or length < lengths[: SITES + 1][-1]:
                continue
            tail = max(share, math.erfc(threshold / HEAVY / math.sqrt(2)) / 2, RAREST)
            nfa = tests + length * math.log10(tail)
            if nfa < min(EPSILON, best[run.row].log10_nfa if run.row in best else 0):
                best[run.row] = run._replace(log10_nfa=nfa)
    return tuple(
        run._replace(mean=float(np.nanmean(scores[run.row][run.start : run.end]))) for run in sorted(best.values())
    )


def _longest(at: int, row: Scores, threshold: float) -> tuple[Run, int, bool]:
    """The longest run below the threshold, its number of measured cells, and whether its line is otherwise usual."""
    known = np.flatnonzero(~np.isnan(row))
    low = row[known] <= -threshold
    edges = np.diff(np.concatenate(([0], low, [0])).astype(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    if not len(starts):
        return Run(at, 0, 0, 0.0, 0.0), 0, False
    longest = int((ends - starts).argmax())
    start, end = int(starts[longest]), int(ends[longest])
    beside = len(known) - (end - start)
    alone = beside >= REST and int((~low).sum()) >= USUAL * beside
    return Run(at, int(known[start]), int(known[end - 1]) + 1, 0.0, 0.0), end - start, alone


def overlaid(image: Image, found: Sequence[Row]) -> list[npt.NDArray[np.bool_]]:
    """For each row, which cells do not look like the writing of their line: bars, highlights, labels, mosaics, gaps.

    What people put over words themselves (to mark or to hide them) has a history of its own, and no meaning here.
    """
    return [_overlaid(image, row) for row in found]


def _overlaid(image: Image, row: Row) -> npt.NDArray[np.bool_]:
    corners = zip(row.tops.tolist(), range(row.left, row.left + CELL * len(row.tops), CELL), strict=True)
    cells = np.stack(
        [image[top : top + row.height : 2, left : left + CELL : 2].reshape(-1, 3) for top, left in corners]
    )
    grounds = np.median(cells, axis=1)
    usual = np.median(grounds, axis=0)
    contrast = np.quantile(np.abs(cells - usual).max(2), 0.97, axis=1)
    return np.asarray((np.abs(grounds - usual).max(1) > TINT) | (contrast < PALE * np.median(contrast)))
