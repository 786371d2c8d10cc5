"""Double compression: words that went through fewer JPEG compressions, or through others, than their page."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Jpeg, Page, Trace
from forgecheck.look.pixels.cells import CELL, Row, Scores, low_runs, overlaid, rows
from forgecheck.look.pixels.statistics import CELL as BLOCK
from forgecheck.look.pixels.statistics import dct_matrix

FREQUENCIES = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0))
"""Row and column of the low frequencies that are counted; higher ones are hardly ever 2 or more."""
LARGEST = 40  # quantised values above are too rare for a histogram; assumed
FROM = 2  # smallest value that is judged: 0 and 1 follow the content, not the history
FINEST = 2  # quantisation steps below it drown in the rounding to 8 bits
CROWD = 400  # values that a histogram needs; assumed
LEAST = 6  # values a cell needs; assumed
TWICE = 0.12  # nats by which a value on the page tells double compression on average; assumed
ON_STEPS = (
    0.27  # of the coefficients; 0.20 off the file's grid, 0.3 and more on it, where white is not clipped (measured)
)
LITTLE = 0.4  # share of the page's nats that the words may reach: they must not merely say less; assumed

Counts = npt.NDArray[np.float64]


def requantised(page: Page, jpeg: Jpeg) -> tuple[Trace, ...]:
    """Parts of text lines without the double compression that the rest of the page shows.

    Parameters
    ----------
    page : Page
        With `lines` read; exactly as the JPEG was decoded: neither turned nor scaled.
    jpeg : Jpeg
        For its luma quantisation table.

    Returns
    -------
    tuple of Trace
        Cue "requantised".  `measured`: "page_nats" and "here_nats", what one coefficient says on average for the
        history of the page.

    Notes
    -----
    Quantising twice with different steps leaves periodic gaps and peaks in the histogram of each frequency (Popescu,
    Farid 2004, 10.1007/978-3-540-30114-1_10); what was pasted afterwards fills the gaps (Lin, He, Tang, Tang 2009,
    10.1016/j.patcog.2009.03.019).  Each value votes with log(h(k) / sqrt(h(k-1) h(k+1))): zero on average where the
    histogram falls smoothly.  Only a first compression on the file's own grid shows.
    """
    table = jpeg.tables.get(0)
    if table is None:
        return ()
    grey = cv2.cvtColor(page.image, cv2.COLOR_RGB2GRAY).astype(np.float32) - 128
    found = rows(page.lines or (), *grey.shape)
    steps = [(at, table[at[0] * BLOCK + at[1]]) for at in FREQUENCIES if table[at[0] * BLOCK + at[1]] >= FINEST]
    values = [_values(grey, row, steps) for row in found]
    if not steps or not found or _on_steps(values) < ON_STEPS:
        return ()
    values = [np.abs(np.rint(each)) for each in values]
    weights = _weights(np.concatenate([each.reshape(len(steps), -1) for each in values], axis=1))
    said = [_said(each, weights) for each in values]
    total, count = (np.concatenate([each[at] for each in said]) for at in (0, 1))
    if count.sum() < CROWD:
        return ()
    usual = float(total.sum() / count.sum())
    if usual < TWICE:
        return ()
    scores: list[Scores] = [
        np.where((n >= LEAST) & ~covered, (t - usual * n) / np.sqrt(np.maximum(n, 1)), np.nan)
        for (t, n), covered in zip(said, overlaid(page.image, found), strict=True)
    ]
    traces = []
    for run in low_runs(scores):
        inside = slice(run.start, run.end)
        t, n = said[run.row]
        here = float(t[inside].sum() / max(n[inside].sum(), 1))
        if here <= LITTLE * usual:
            box = found[run.row].box(run.start, run.end)
            traces.append(
                Trace(page.number, box, "requantised", run.log10_nfa, {"page_nats": usual, "here_nats": here})
            )
    return tuple(traces)


def _values(grey: npt.NDArray[np.float32], row: Row, steps: Sequence[tuple[tuple[int, int], int]]) -> Counts:
    """Coefficients over their steps, (frequencies, cells, blocks of a cell), of the blocks nearest each cell."""
    matrix = dct_matrix()
    deep = max(1, row.height // BLOCK)
    out = np.zeros((len(steps), len(row.tops), deep * CELL // BLOCK))
    left = min(round(row.left / BLOCK) * BLOCK, (grey.shape[1] - len(row.tops) * CELL) // BLOCK * BLOCK)
    tops = np.minimum(np.rint(row.tops / BLOCK).astype(int) * BLOCK, (grey.shape[0] - deep * BLOCK) // BLOCK * BLOCK)
    breaks = np.flatnonzero(np.diff(tops)) + 1
    for start, end in zip((0, *breaks.tolist()), (*breaks.tolist(), len(tops)), strict=True):
        band = grey[tops[start] : tops[start] + deep * BLOCK, left + start * CELL : left + end * CELL]
        blocks = band.reshape(deep, BLOCK, -1, BLOCK).transpose(2, 0, 1, 3)
        for at, ((down, across), step) in enumerate(steps):
            out[at, start:end] = (matrix[down] @ blocks @ matrix[across] / step).reshape(end - start, -1)
    return out


def _on_steps(values: Sequence[Counts]) -> float:
    """Share of the coefficients, those near zero left out, that lie within a tenth of a step from a whole step."""
    every = np.concatenate([each.ravel() for each in values])
    every = every[np.abs(every) > 1 / 2]
    return float((np.abs(every - np.rint(every)) < 1 / 10).mean()) if len(every) else 0.0


def _weights(sizes: Counts) -> Counts:
    """What each size of each frequency says for the page's history, in nats, (frequencies, LARGEST + 1)."""
    weights = np.zeros((len(sizes), LARGEST + 1))
    for at, each in enumerate(sizes):
        counts = np.bincount(np.minimum(each, LARGEST + 1).astype(int), minlength=LARGEST + 2)[: LARGEST + 2] + 1.0
        if counts[FROM : LARGEST + 1].sum() >= CROWD / len(FREQUENCIES):
            smooth = np.sqrt(counts[FROM - 1 : LARGEST] * counts[FROM + 1 : LARGEST + 2])
            weights[at, FROM : LARGEST + 1] = np.clip(np.log(counts[FROM : LARGEST + 1] / smooth), -3, 3)
    return weights


def _said(sizes: Counts, weights: Counts) -> tuple[Counts, Counts]:
    """Of each cell: the sum of what its values say, and how many there are."""
    counted = (sizes >= FROM) & (sizes <= LARGEST) & (np.abs(weights).max(1) > 0)[:, None, None]
    index = np.minimum(sizes, LARGEST).astype(int)
    nats = np.take_along_axis(weights[:, None, :], index.reshape(len(sizes), 1, -1), 2).reshape(sizes.shape)
    return (nats * counted).sum((0, 2)), counted.sum((0, 2)).astype(np.float64)
