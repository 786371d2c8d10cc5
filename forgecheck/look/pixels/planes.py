"""What the tampering network looks at: the cells of a page, each beside its page and beside its line.

All planes are shifted so that a block of the page's JPEG grid begins at the upper left corner; nothing is resized,
since traces of editing do not survive it.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image, Jpeg
from forgecheck.look.pixels.statistics import CELL, QUANTITIES, Plane, common_level, statistics

PAD = 8
"""Cells: the network halves its planes three times."""
BAND = 1_600_000  # pixels measured in one go: bounds the memory of large pages to about 300 MB; assumed
MARGIN = 128  # rows measured beside them and thrown away: further than any quantity looks; a multiple of CELL
INKED, BARE = 0.02, 0.3  # share of a cell that makes it one of ink or of paper; assumed
LIMIT = 8.0  # spreads; beyond it a cell is as odd as can be
LINE = (61, 5)  # cells across and down around a cell: its line and a little more
FEW = 20  # cells that a page needs for a median; assumed
BINNED = 9  # lowest frequencies whose small coefficients are told apart one by one
BINS = 4  # 0, 1, 2, 3 and more than 3 (the one that is not written)
FREQUENCIES = 20
FAINT_STEP = 8.0  # grey levels; larger steps are strokes
GRID_CHANNELS = BINNED * BINS + FREQUENCIES + BINNED + 1
"""See `grid_planes`."""
CHANNELS = 3 * len(QUANTITIES) + 16 + GRID_CHANNELS

# Zig-zag order of the frequencies as (row, column), ITU-T T.81 figure 5.
_ZIGZAG = sorted(
    ((row, column) for row in range(CELL) for column in range(CELL)),
    key=lambda at: (sum(at), at[0] if sum(at) % 2 else -at[0]),
)


class Planes(NamedTuple):
    """The network's input and where the image lies in it."""

    cells: Plane
    """(`CHANNELS`, rows, columns), one cell for 8 x 8 px; rows and columns are multiples of `PAD`."""
    left: int
    """Columns put before the image, in pixels."""
    top: int


def planes(image: Image, jpeg: Jpeg | None) -> Planes:
    """The network's input for an RGB page of at least 8 x 8 pixels."""
    luma = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    column, row = (0, 0) if jpeg else grid_origin(luma)
    left, top = -column % CELL, -row % CELL
    right, bottom = -(image.shape[1] + left) % (CELL * PAD), -(image.shape[0] + top) % (CELL * PAD)
    padded = cv2.copyMakeBorder(image, top, bottom, left, right, cv2.BORDER_REFLECT_101)
    table = np.array(jpeg.tables[0], np.float32).reshape(CELL, CELL) if jpeg and 0 in jpeg.tables else None
    common = common_level(image)
    parts = [_part(padded, start, end, common, table) for start, end in _bands(*padded.shape[:2])]
    values, shape, grid = (np.concatenate(each, axis=1) for each in zip(*parts, strict=True))
    return Planes(np.concatenate([*beside(values), shape, grid]), left, top)


def _bands(height: int, width: int) -> list[tuple[int, int]]:
    rows = max(BAND // width // CELL, 1) * CELL
    return [(start, min(start + rows, height)) for start in range(0, height, rows)]


def _part(image: Image, start: int, end: int, common: int, table: Plane | None) -> tuple[Plane, Plane, Plane]:
    """Values, shape and grid of some rows, measured with a margin."""
    above, below = max(0, start - MARGIN), min(image.shape[0], end + MARGIN)
    seen = np.ascontiguousarray(image[above:below])
    cells = statistics(seen, common)
    kept = np.s_[:, (start - above) // CELL : (end - above) // CELL]
    return cells.values[kept], cells.shape[kept], grid_planes(cells.coefficients[kept[1:]], table)


def beside(values: Plane) -> tuple[Plane, Plane, Plane]:
    """The quantities in units of about 1, how far they are from the page's, and how far from their line's.

    Parameters
    ----------
    values : array (len(`QUANTITIES`), rows, columns)
        As `statistics` measures them.

    Returns
    -------
    three arrays of the same shape
        -8..8.  The first in the page's own spreads around 0 of the quantity's usual unit, the second less the page's
        median, the third the second less its mean over the line.  0 where the quantity means nothing.
    """
    names = list(QUANTITIES)
    grounds = {
        "ink": (values[names.index("inked")] > INKED).astype(np.float32),
        "paper": (values[names.index("bare")] > BARE).astype(np.float32),
        "both": np.ones(values.shape[1:], np.float32),
    }
    beside_line = {name: cv2.blur(each, LINE) + 1e-3 for name, each in grounds.items()}
    near = {name: cv2.blur(each, (3, 3)) + 1e-3 for name, each in grounds.items()}
    own, page, line = (np.empty_like(values) for _ in range(3))
    for at, (_, ground) in enumerate(QUANTITIES.items()):
        here = grounds[ground]
        middle, spread = _usual(values[at][here > 0])
        deviation = np.clip((values[at] - middle) / spread, -LIMIT, LIMIT) * here
        own[at] = np.sign(values[at]) * np.log1p(np.abs(values[at])) * here
        page[at] = cv2.blur(deviation, (3, 3)) / near[ground]
        line[at] = page[at] - cv2.blur(deviation, LINE) / beside_line[ground]
    return own, page, line


def _usual(values: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Median and a spread that a few odd cells do not move and an even page does not make 0."""
    if len(values) < FEW:
        return 0.0, 1.0
    middle = float(np.median(values))
    away = np.abs(values - middle)
    return middle, float(1.4826 * np.median(away) + 0.05 * away.mean() + 1e-3)


def grid_planes(coefficients: Plane, table: Plane | None) -> Plane:
    """What each block of the grid holds, in quantised units where the table is known.

    Parameters
    ----------
    coefficients : array (H / 8, W / 8, 8, 8)
        As `coefficients_of` gives them.
    table : array (8, 8) or None
        The luma quantisation table of the file; None where the file is no JPEG.

    Returns
    -------
    array (`GRID_CHANNELS`, H / 8, W / 8)
        For 9 low frequencies whether their size is 0, 1, 2, 3; log(1 + size) / 4 of 20 frequencies; log of 9 table
        entries / 4; whether there is a table.
    """
    steps = np.ones((CELL, CELL), np.float32) if table is None else np.maximum(table, 1)
    low = np.stack([coefficients[:, :, r, c] / steps[r, c] for r, c in _ZIGZAG[1 : FREQUENCIES + 1]])
    rounded = np.rint(low[:BINNED])
    binned = np.concatenate([rounded == value for value in range(BINS)]).astype(np.float32)
    logs = np.log1p(low) / 4
    known = np.array([np.log(steps[r, c]) / 4 for r, c in _ZIGZAG[1 : BINNED + 1]] + [table is not None], np.float32)
    spread = np.broadcast_to(known[:, None, None], (len(known), *coefficients.shape[:2]))
    return np.asarray(np.concatenate([binned, logs, spread]), np.float32)


def grid_origin(luma: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """Column and row (0..7 each) at which the blocks of an earlier JPEG compression most likely begin.

    Steps between neighbouring pixels that are larger than both steps beside them are counted by position modulo 8:
    a JPEG's blocks leave them at every eighth (Li, Yuan, Yu 2009, 10.1016/j.sigpro.2009.03.025, in its simplest form).
    An image that was never compressed gives an arbitrary answer.
    """
    grey = luma.astype(np.int16)
    return _phase(grey), _phase(grey.T)


def _phase(grey: npt.NDArray[np.int16]) -> int:
    step = np.abs(np.diff(grey, axis=1))
    # Only faint steps: those of strokes are large and follow the layout.
    faint = (step > 0) & (step <= FAINT_STEP)
    votes = faint[:, 1:-1] & (step[:, 1:-1] > step[:, :-2]) & (step[:, 1:-1] > step[:, 2:])
    counts = votes.sum(axis=0)
    by_phase = np.bincount(np.arange(2, len(counts) + 2) % CELL, weights=counts, minlength=CELL)
    return int(by_phase.argmax())
