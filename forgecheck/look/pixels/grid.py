"""JPEG grids: words that lack the grid of the page, or have one of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Page, Trace
from forgecheck.look.pixels.cells import CELL, Row, Scores, low_runs, overlaid, rows
from forgecheck.look.pixels.statistics import CELL as BLOCK
from forgecheck.look.pixels.statistics import dct_matrix

Plane = npt.NDArray[np.float32]
Votes = npt.NDArray[np.float32]

ZERO = 0.8  # coefficients below this count as zero: rounding to 8 bits moves them by about 0.4
BUSY = 1.0  # coefficients of a block that must not be zero: flat blocks have no opinion
FLOOR = 0.3  # added to the spread of the 64 counts, so that a nearly flat cell does not shout; assumed
BUDGET = 500_000  # block positions looked at on a page: bounds the time to about 0.2 s
AGREED = 0.5  # share of cells that must vote for the page's grid; pages never compressed have 0.03 to 0.06 (measured)
CLEAR = 2.5  # spreads by which the page's grid must stand out in its median cell; assumed
NONE = 1.5  # spreads; a cell without a grid has -1 to 1 (measured)


@dataclass(frozen=True, slots=True)
class Ballot:
    """How many coefficients vanish in each cell, for every place where a grid could begin."""

    rows: tuple[Row, ...]
    counts: tuple[Votes, ...]
    """For each row (cells, 64): mean number of vanishing coefficients of a block; NaN where the cell is flat."""

    def advantage(self, grid: int) -> list[Scores]:
        """By how many spreads of its 64 counts each cell prefers this grid."""
        return [np.asarray((each[:, grid] - each.mean(1)) / (each.std(1) + FLOOR), np.float64) for each in self.counts]

    @property
    def votes(self) -> npt.NDArray[np.intp]:
        """The best grid of every measured cell."""
        known = [each[~np.isnan(each[:, 0])].argmax(1) for each in self.counts]
        return np.concatenate(known) if known else np.empty(0, np.intp)


def foreign_grids(page: Page, on_file_grid: bool) -> tuple[Trace, ...]:
    """Parts of text lines whose JPEG history is not that of the page.

    Parameters
    ----------
    page : Page
        With `lines` read.
    on_file_grid : bool
        Whether the page is a JPEG as it was decoded: then every word has the file's grid, and only an older one, which
        lies beside it, can be missed.

    Returns
    -------
    tuple of Trace
        Cue "jpeg_grid".  `measured`: "page_cells_share" (how many cells agree on the page's grid), "page_spreads" and
        "here_spreads" (by how much it stands out on the page and here).

    Notes
    -----
    The idea is that of ZERO (Nikoukhah et al., IPOL 2021, 10.5201/ipol.2021.390): of the 64 places where an 8 x 8 grid
    can begin, that of an earlier compression makes the most coefficients vanish.  Cells of text vote instead of pixels,
    since pixels of one stroke are not independent and most of a document is flat.
    """
    grey = cv2.cvtColor(page.image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    ballot = ballots(grey, rows(page.lines or (), *grey.shape))
    votes = ballot.votes
    if not len(votes):
        return ()
    counted = np.bincount(votes, minlength=BLOCK * BLOCK)
    grid, share = int(counted.argmax()), float(counted.max() / len(votes))
    if on_file_grid:
        grid, share = _older(ballot, grid)
    if share < AGREED:
        return ()
    scores = [
        np.where(covered, np.nan, row)
        for row, covered in zip(ballot.advantage(grid), overlaid(page.image, ballot.rows), strict=True)
    ]
    usual = float(np.nanmedian(np.concatenate(scores)))
    if usual < CLEAR:
        return ()
    return tuple(
        Trace(
            page.number,
            ballot.rows[run.row].box(run.start, run.end),
            "jpeg_grid",
            run.log10_nfa,
            {"page_cells_share": share, "page_spreads": usual, "here_spreads": run.mean},
        )
        for run in low_runs(scores)
        if run.mean <= NONE
    )


def _older(ballot: Ballot, file_grid: int) -> tuple[int, float]:
    """The commonest second choice that shares neither rows nor columns with the file's grid, and its share."""
    row, column = divmod(file_grid, BLOCK)
    others = np.array([at for at in range(BLOCK**2) if at // BLOCK != row and at % BLOCK != column])
    second = np.concatenate([each[~np.isnan(each[:, 0])][:, others].argmax(1) for each in ballot.counts])
    counted = np.bincount(second, minlength=len(others))
    return int(others[counted.argmax()]), float(counted.max() / len(second))


def ballots(grey: Plane, found: Sequence[Row]) -> Ballot:
    """Count vanishing coefficients in all cells, for all 64 grids.

    Parameters
    ----------
    grey : array (H, W)
        Luma 0..255.
    found : rows of cells
        Not all lie far enough from the page's rim; those that do not are left out.
    """
    area = sum(len(row.tops) * CELL * (row.height // BLOCK * BLOCK) for row in found)
    thin = max(1, -(-area // BUDGET))
    matrix = dct_matrix()
    basis = np.ascontiguousarray(np.kron(matrix, matrix).T[:, 1:])
    kept = [(row, counts) for row in found if (counts := _counts(grey, row, basis, thin)) is not None]
    return Ballot(tuple(row for row, _ in kept), tuple(counts for _, counts in kept))


def _counts(grey: Plane, row: Row, basis: Plane, thin: int) -> Votes | None:
    """One row's counts; of high lines on full pages only every `thin`-th row of blocks."""
    deep = max(1, row.height // BLOCK // thin)
    inset = (row.height - deep * BLOCK - BLOCK + 1) // 2
    out = np.full((len(row.tops), BLOCK * BLOCK), np.nan, np.float32)
    breaks = np.flatnonzero(np.diff(row.tops)) + 1
    for start, end in zip((0, *breaks.tolist()), (*breaks.tolist(), len(row.tops)), strict=True):
        top, left = int(row.tops[start]) + inset, row.left + start * CELL
        bottom, right = top + (deep + 1) * BLOCK - 1, row.left + end * CELL + BLOCK - 1
        if top < 0 or bottom > grey.shape[0] or right > grey.shape[1]:
            return None
        blocks = np.lib.stride_tricks.sliding_window_view(grey[top:bottom, left:right], (BLOCK, BLOCK))
        zero = np.count_nonzero(np.abs(blocks.reshape(-1, BLOCK * BLOCK) @ basis) < ZERO, axis=1)
        cells = zero.reshape(deep, BLOCK, end - start, CELL // BLOCK, BLOCK).mean((0, 3)).transpose(1, 0, 2)
        # From offsets inside this piece to offsets on the page.
        cells = np.roll(cells, (top % BLOCK, left % BLOCK), (1, 2)).reshape(end - start, -1)
        cells[basis.shape[1] - cells.mean(1) < BUSY] = np.nan
        out[start:end] = cells
    return out
