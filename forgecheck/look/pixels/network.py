"""The tampering network at run time: how likely each place of a page was edited."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Heat, Image, Jpeg
from forgecheck.look.pixels.planes import planes
from forgecheck.look.pixels.statistics import CELL, QUANTITIES, Plane
from forgecheck.look.session import opened

BAND = 320  # rows of cells looked at in one go: bounds the memory of long screenshots; a multiple of PAD
SHARED = 48  # rows of cells that neighbouring bands have in common; a multiple of PAD
EDITED = slice(1, 4)
"""Classes that are a forger's work; 0 is untouched, 4 what users lay over a picture themselves."""


class Seen(NamedTuple):
    """What the network says of a page, and what it went by."""

    heat: Heat
    """Chance that each 8 x 8 pixels were edited, as 0..255; of shape (ceil(H / 8), ceil(W / 8))."""
    unlike: Plane
    """(len(`QUANTITIES`), ceil(H / 8), ceil(W / 8)): by how many of the page's spreads each quantity differs from its
    line."""


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
        self._session = opened(path, threads)

    def look(self, image: Image, jpeg: Jpeg | None) -> Seen:
        """Look at a whole page.

        Parameters
        ----------
        image : array (H, W, 3)
            RGB, uint8, at least 8 x 8.
        jpeg : Jpeg or None
            Only where the image is the JPEG as it was decoded: neither turned nor scaled.
        """
        seen = planes(image, jpeg)
        height = seen.cells.shape[1]
        heat = np.empty(seen.cells.shape[1:], np.uint8)
        for start in range(0, height, BAND):
            end = min(start + BAND, height)
            above, below = max(0, start - SHARED), min(height, end + SHARED)
            logits = self._session.run(None, {"cells": seen.cells[None, :, above:below]})[0][0]
            power = np.exp(logits - logits.max(axis=0))
            edited = np.rint(255 * power[EDITED].sum(axis=0) / power.sum(axis=0))
            heat[start:end] = edited[start - above : end - above]
        kept = np.ix_(_nearest(image.shape[0], seen.top), _nearest(image.shape[1], seen.left))
        unlike = seen.cells[2 * len(QUANTITIES) : 3 * len(QUANTITIES)]
        return Seen(heat[kept], unlike[:, kept[0], kept[1]])


def _nearest(side: int, before: int) -> npt.NDArray[np.intp]:
    """For each cell of a page its nearest among those of the grid, which begin `before` px (0..7) ahead of the page."""
    middles = np.arange(CELL // 2, side + CELL // 2, CELL)
    return np.asarray(np.minimum(middles, side - 1) + before, np.intp) // CELL
