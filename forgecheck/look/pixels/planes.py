"""What the tampering network looks at: colour, high-pass residuals, and the coefficients of the page's JPEG grid.

All planes are shifted so that a block of the grid begins at the upper left corner; nothing is resized, since traces
of editing do not survive it.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image, Jpeg

Plane = npt.NDArray[np.float32]

BLOCK = 8
PAD = 32
"""Width and height are filled up to a multiple of this: the network halves them five times."""
COLOUR_CHANNELS = 6
BINNED = 9  # lowest frequencies whose small coefficients are told apart one by one
BINS = 4  # 0, 1, 2, 3 and more than 3 (the one that is not written)
FREQUENCIES = 20
GRID_CHANNELS = BINNED * BINS + FREQUENCIES + BINNED + 1
"""See `grid_planes`."""
RESIDUAL_LIMIT = 8.0  # grey levels; larger steps are strokes, not noise

# Zig-zag order of the frequencies as (row, column), ITU-T T.81 figure 5.
_ZIGZAG = sorted(
    ((row, column) for row in range(BLOCK) for column in range(BLOCK)),
    key=lambda at: (sum(at), at[0] if sum(at) % 2 else -at[0]),
)
# High-pass filter of rich models, Fridrich and Kodovsky 2012, 10.1109/TIFS.2012.2190402, figure 3.
_KV = (
    np.array(
        [[-1, 2, -2, 2, -1], [2, -6, 8, -6, 2], [-2, 8, -12, 8, -2], [2, -6, 8, -6, 2], [-1, 2, -2, 2, -1]], np.float32
    )
    / 12
)


class Planes(NamedTuple):
    """The network's two inputs and where the image lies in them."""

    colour: Plane
    """(6, H, W): RGB 0..1 and three residuals -1..1; H and W are multiples of `PAD`."""
    grid: Plane
    """(`GRID_CHANNELS`, H / 8, W / 8)."""
    left: int
    """Columns put before the image, in pixels."""
    top: int


def planes(image: Image, jpeg: Jpeg | None) -> Planes:
    """Both inputs of the network for an RGB page of at least 8 x 8 pixels."""
    luma = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    column, row = (0, 0) if jpeg else grid_origin(luma)
    left, top = -column % BLOCK, -row % BLOCK
    right, bottom = -(image.shape[1] + left) % PAD, -(image.shape[0] + top) % PAD
    padded = cv2.copyMakeBorder(image, top, bottom, left, right, cv2.BORDER_REFLECT_101)
    grey = cv2.cvtColor(padded, cv2.COLOR_RGB2GRAY).astype(np.float32)
    table = np.array(jpeg.tables[0], np.float32).reshape(BLOCK, BLOCK) if jpeg and 0 in jpeg.tables else None
    return Planes(_colour_planes(padded, grey), grid_planes(grey, table), left, top)


def _colour_planes(image: Image, grey: Plane) -> Plane:
    residuals = (
        cv2.filter2D(grey, -1, _KV),
        cv2.filter2D(grey, -1, np.array([[1, -2, 1]], np.float32)),
        cv2.filter2D(grey, -1, np.array([[1], [-2], [1]], np.float32)),
    )
    high = [np.clip(each, -RESIDUAL_LIMIT, RESIDUAL_LIMIT) / RESIDUAL_LIMIT for each in residuals]
    colour = image.transpose(2, 0, 1).astype(np.float32) / 255
    return np.asarray(np.concatenate([colour, np.stack(high)]), np.float32)


def grid_planes(grey: Plane, table: Plane | None) -> Plane:
    """What each block of the grid holds, in quantised units where the table is known.

    Parameters
    ----------
    grey : array (H, W)
        0..255; H and W multiples of 8; a block begins at the upper left corner.
    table : array (8, 8) or None
        The luma quantisation table of the file; None where the file is no JPEG.

    Returns
    -------
    array (`GRID_CHANNELS`, H / 8, W / 8)
        For 9 low frequencies whether their size is 0, 1, 2, 3; log(1 + size) / 4 of 20 frequencies; log of 9 table
        entries / 4; whether there is a table.
    """
    rows, columns = grey.shape[0] // BLOCK, grey.shape[1] // BLOCK
    transform = dct_matrix()
    blocks = (grey - 128).reshape(rows, BLOCK, columns, BLOCK).transpose(0, 2, 1, 3)
    coefficients = np.abs(transform @ blocks @ transform.T)
    steps = np.ones((BLOCK, BLOCK), np.float32) if table is None else np.maximum(table, 1)
    low = np.stack([coefficients[:, :, r, c] / steps[r, c] for r, c in _ZIGZAG[1 : FREQUENCIES + 1]])
    rounded = np.rint(low[:BINNED])
    binned = np.concatenate([rounded == value for value in range(BINS)]).astype(np.float32)
    logs = np.log1p(low) / 4
    known = np.array([np.log(steps[r, c]) / 4 for r, c in _ZIGZAG[1 : BINNED + 1]] + [table is not None], np.float32)
    spread = np.broadcast_to(known[:, None, None], (len(known), rows, columns))
    return np.asarray(np.concatenate([binned, logs, spread]), np.float32)


def dct_matrix() -> Plane:
    """The orthonormal 8-point DCT-II."""
    k, n = np.arange(BLOCK)[:, None], np.arange(BLOCK)[None, :]
    matrix = np.cos(np.pi * (2 * n + 1) * k / (2 * BLOCK)) * np.sqrt(2 / BLOCK)
    matrix[0] /= np.sqrt(2)
    return np.asarray(matrix, np.float32)


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
    faint = (step > 0) & (step <= RESIDUAL_LIMIT)
    votes = faint[:, 1:-1] & (step[:, 1:-1] > step[:, :-2]) & (step[:, 1:-1] > step[:, 2:])
    counts = votes.sum(axis=0)
    by_phase = np.bincount(np.arange(2, len(counts) + 2) % BLOCK, weights=counts, minlength=BLOCK)
    return int(by_phase.argmax())
