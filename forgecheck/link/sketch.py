"""Texts to sketches: how alike two texts are, told from 128 bytes each (MinHash).

References
----------
A. Broder, "On the resemblance and containment of documents", 1997; bands: J. Leskovec et al., "Mining of Massive
Datasets", 3.4; low bits of each minimum: P. Li and A. C. König, "b-bit minwise hashing", 2010.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forgecheck.link.secret import Secret

GRAM = 3  # signs in a row that make one feature: long ones do not outlive misread signs
LEAST = 16  # features below which a text says too little to be compared
SLOTS = 128  # minima kept; the estimate of likeness is good to 0.04
BANDS, ROWS = 24, 4  # keys of a text, and minima in each: alike by half, two texts share a key in 4 of 5 cases

Low = npt.NDArray[np.uint8]


class Sketch(NamedTuple):
    """What is kept of a text."""

    low: Low
    """(128,): the low bits of each minimum."""
    keys: tuple[int, ...]
    """64-bit numbers; texts that share one may be alike."""
    grams: int
    """Features the text has."""


class Sketcher:
    """Makes sketches that can be compared with those of the same secret only."""

    def __init__(self, secret: Secret) -> None:
        rng = secret.generator("sketch")
        self._odd = rng.integers(0, 2**64, SLOTS, np.uint64) | np.uint64(1)
        self._sign, self._mix = (rng.integers(0, 2**64, 2, np.uint64) | np.uint64(1)).tolist()

    def sketch(self, text: str) -> Sketch | None:
        """The sketch of a text; None where it is too short."""
        grams = self._grams(text)
        if len(grams) < LEAST:
            return None
        minima = (grams[:, None] * self._odd).min(axis=0)
        bands = minima[: BANDS * ROWS].reshape(BANDS, ROWS)
        keys = np.zeros(BANDS, np.uint64)
        for row in range(ROWS):
            keys = _mixed(keys * np.uint64(self._sign) + bands[:, row])
        keys = _mixed(keys + np.arange(BANDS, dtype=np.uint64))
        # The lowest bits of a product with an odd number are poor; take some from the middle.
        return Sketch((minima >> np.uint64(24)).astype(np.uint8), tuple(keys.view(np.int64).tolist()), len(grams))

    def _grams(self, text: str) -> npt.NDArray[np.uint64]:
        signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
        count = len(signs) - GRAM + 1
        if count < 1:
            return np.zeros(0, np.uint64)
        sums = np.zeros(count, np.uint64)
        for at in range(GRAM):
            sums = sums * np.uint64(self._sign) + signs[at : at + count]
        return np.unique(_mixed(sums * np.uint64(self._mix)))


def resemblance(one: Low, others: Low) -> npt.NDArray[np.float64]:
    """Share of features that a text has in common with each of others, 0..1 (Jaccard), from (128,) and (N, 128)."""
    equal: npt.NDArray[np.float64] = (others == one).mean(axis=-1)
    return np.clip((equal - 1 / 256) / (1 - 1 / 256), 0, 1)  # low bits agree by chance once in 256


def _mixed(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Each bit of the result hangs on each bit given (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
