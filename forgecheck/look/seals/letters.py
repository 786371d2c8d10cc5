"""The strip cleaner at run time: which ink of a strip is the seal's own lettering."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Image
from forgecheck.look.session import opened

Planes = npt.NDArray[np.float32]


class Cleaner:
    """Takes a page's text, other seals, dirt and colour off the strips of `strips.py`.

    Parameters
    ----------
    path : Path
        The ONNX file, made by models/training/seals.
    threads : int
        Threads of the session.

    Notes
    -----
    It learned strokes, not names: two of three names that it was trained on are random signs.
    """

    def __init__(self, path: Path, threads: int) -> None:
        self._session = opened(path, threads)

    def letters(self, strips: Sequence[Image]) -> Planes:
        """Chances 0..1, shape (N, 2, H, W): signs of the name or bottom line, and digits of the lower arc.

        `strips` are pictures of one size (H, W, 3), RGB, uint8, W a multiple of 8.
        """
        planes = np.stack(strips).transpose(0, 3, 1, 2).astype(np.float32) / 255
        logits = cast(Planes, self._session.run(None, {"image": np.ascontiguousarray(planes)})[0])
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)
