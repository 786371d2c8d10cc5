"""Does text run through the seal's strokes?  Counted on every stroke, letters too, where the two touch."""

from __future__ import annotations

import numpy as np

from forgecheck.look.seals.ink import Mask

LONGEST = 1 / 14  # of the seal's width: a stroke of text between two banks of ink is not wider (assumed)


def through(ink: Mask, dark: Mask, size: int) -> dict[str, float]:
    """Text between two banks of ink, against all text that touches ink.

    Parameters
    ----------
    ink, dark : ndarrays of shape (H, W)
        The seal's ink, and dark text; a pixel is at most one of them.
    size : int
        The seal's width, px.

    Returns
    -------
    dict
        touching_px : pixels of text right beside ink;
        through : the share of them that has ink on both sides, along a row or a column.  Where text and ink overprint
        each other a stroke of text cuts through the seal's strokes; where the seal was painted over it, text ends at
        the seal's edge and the share is near 0.
    """
    banks = _beside(ink) & ~dark
    touching = dark & _beside(banks)
    count = int(np.count_nonzero(touching))
    longest = max(round(LONGEST * size), 3)
    between = _between(banks, dark, longest) | _between(banks.T, dark.T, longest).T
    found = {"touching_px": float(count)}
    if count:
        found["through"] = min(float(np.count_nonzero(between)) / count, 2.0)
    return found


def _beside(mask: Mask) -> Mask:
    """The mask and its four neighbours: a mixed pixel lies between ink and text."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown


def _between(banks: Mask, dark: Mask, longest: int) -> Mask:
    """Dark pixels whose run along the row is short and ends in ink on both sides."""
    height, width = dark.shape
    at = np.arange(width)
    before = np.maximum.accumulate(np.where(dark, -1, at), axis=1)
    after = np.minimum.accumulate(np.where(dark, width, at)[:, ::-1], axis=1)[:, ::-1]
    rows = np.arange(height)[:, None]
    banked = banks[rows, np.maximum(before, 0)] & banks[rows, np.minimum(after, width - 1)]
    return np.asarray(dark & banked & (before >= 0) & (after < width) & (after - before <= longest + 1))
