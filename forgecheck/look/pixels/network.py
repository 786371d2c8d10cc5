"""The tampering network at run time: how likely each place of a page was edited."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime

from forgecheck.evidence import Heat, Image, Jpeg
from forgecheck.look.pixels.planes import planes
from forgecheck.look.pixels.statistics import CELL

BAND = 320  # rows of cells looked at in one go: bounds the memory of long screenshots; a multiple of PAD
SHARED = 48  # rows of cells that neighbouring bands have in common; a multiple of PAD
EDITED = slice(1, 4)
"""Classes that are a forger's work; 0 is untouched, 4 what users lay over a picture themselves."""


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

    def heat(self, image: Image, jpeg: Jpeg | None) -> Heat:
        """Chance that each 8 x 8 pixels were edited, as 0..255; of shape (ceil(H / 8), ceil(W / 8)).

        Parameters
        ----------
        image : array (H, W, 3)
            RGB, uint8, at least 8 x 8.
        jpeg : Jpeg or None
            Only where the image is the JPEG as it was decoded: neither turned nor scaled.
        """
        seen = planes(image, jpeg)
        height = seen.cells.shape[1]
        whole = np.empty(seen.cells.shape[1:], np.uint8)
        for start in range(0, height, BAND):
            end = min(start + BAND, height)
            above, below = max(0, start - SHARED), min(height, end + SHARED)
            logits = self._session.run(None, {"cells": seen.cells[None, :, above:below]})[0][0]
            power = np.exp(logits - logits.max(axis=0))
            edited = np.rint(255 * power[EDITED].sum(axis=0) / power.sum(axis=0))
            whole[start:end] = edited[start - above : end - above]
        # Padding is at most 7 px on these two sides: given up for whole cells.
        rows, columns = -(-image.shape[0] // CELL), -(-image.shape[1] // CELL)
        above, before = round(seen.top / CELL), round(seen.left / CELL)
        return whole[above : above + rows, before : before + columns]
