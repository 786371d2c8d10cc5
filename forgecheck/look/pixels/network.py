"""The tampering network at run time: a map of how likely each place was edited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime

from forgecheck.evidence import Image, Jpeg
from forgecheck.look.pixels.planes import BLOCK, PAD, Plane, planes

SCALE = 4
"""One answer for every 4 x 4 pixels."""
BAND = 1536  # rows looked at in one go: bounds the memory of long screenshots; a multiple of PAD
SHARED = 256  # rows that neighbouring bands have in common; further than the network looks around; a multiple of PAD
EDITED = slice(1, 4)
OVERLAY = 4


class TamperNet:
    """Finds edited places.

    Parameters
    ----------
    path : Path
        The ONNX file, made by models/training/tamper.
    threads : int
        Threads of the session.
    """

    def __init__(self, path: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def classes(self, image: Image, jpeg: Jpeg | None) -> Plane:
        """Probabilities (5, ceil(H / 4), ceil(W / 4)): untouched, text edit, erased, pasted, overlay.

        ``jpeg`` only where the page is the JPEG as it was decoded: neither turned nor scaled.
        """
        seen = planes(image, jpeg)
        height, width = seen.colour.shape[1:]
        whole = np.empty((5, height // SCALE, width // SCALE), np.float32)
        for top, bottom, start, end in _bands(height):
            logits = self._session.run(
                None,
                {
                    "colour": seen.colour[None, :, top:bottom],
                    "grid": seen.grid[None, :, top // BLOCK : bottom // BLOCK],
                },
            )[0][0]
            whole[:, start // SCALE : end // SCALE] = _softmax(logits)[:, (start - top) // SCALE : (end - top) // SCALE]
        # Padding is at most 7 px on these two sides: less than two cells, given up for whole cells.
        rows, columns = -(-image.shape[0] // SCALE), -(-image.shape[1] // SCALE)
        top_cell, left_cell = round(seen.top / SCALE), round(seen.left / SCALE)
        return whole[:, top_cell : top_cell + rows, left_cell : left_cell + columns]


def _bands(height: int) -> Iterator[tuple[int, int, int, int]]:
    """Rows to look at and rows to keep of each band."""
    if height <= BAND + PAD:
        yield 0, height, 0, height
        return
    start = 0
    while start < height:
        end = min(start + BAND, height)
        yield max(0, start - SHARED), min(height, end + SHARED), start, end
        start = end


def _softmax(logits: Plane) -> Plane:
    power = np.exp(logits - logits.max(axis=0, keepdims=True))
    return np.asarray(power / power.sum(axis=0, keepdims=True), np.float32)
