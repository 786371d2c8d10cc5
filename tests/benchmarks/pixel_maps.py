"""How the network's map of a page meets its mask, and how well its scores tell pages apart; used by `pixels.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from forgecheck_models import figures
from forgecheck_models.synth.pages import Sample

from forgecheck.evidence import Page
from forgecheck.look.pixels.regions import regions
from forgecheck.measure.pixels import FIXED, LEVELS
from forgecheck.place import HEAT_CELL

COLD = -6.0  # score of a page without any region


class Mapped(NamedTuple):
    """How the network's map of a page meets its mask."""

    groups: tuple[str, ...]
    forged: bool
    words: float
    """Score of the hottest region in words."""
    page: float
    """Score of the hottest region."""
    fixed: float
    """F1 of pixels at a chance of one half; only of forged pages."""
    oracle: float
    """F1 at the page's best level, which nobody knows beforehand."""
    false_pixels: float
    """Share of the page's pixels that are hot and no forger's work."""


def mapped(read: Page, sample: Sample, groups: tuple[str, ...]) -> Mapped:
    """Compare the map with the mask, cell by cell but counting pixels."""
    assert read.heat is not None
    found = regions(read, read.heat)
    words = max((each.score for each in found if each.in_words), default=COLD)
    work, ones = (in_cells(each) for each in (np.isin(sample.mask, (1, 2, 3)), np.ones_like(sample.mask)))
    levels = [FIXED, *LEVELS]
    hot = [read.heat >= level for level in levels]
    hits = [float(work[each].sum()) for each in hot]
    scores = [2 * hit / (ones[each].sum() + work.sum() or 1) for hit, each in zip(hits, hot, strict=True)]
    false = float((ones[hot[0]].sum() - hits[0]) / ones.sum())
    return Mapped(groups, sample.forged, words, found[0].score if found else COLD, scores[0], max(scores), false)


def in_cells(pixels: np.ndarray) -> np.ndarray:
    """How many pixels of each cell are set."""
    high, wide = (-(-side // HEAT_CELL) for side in pixels.shape)
    padded = np.zeros((high * HEAT_CELL, wide * HEAT_CELL), np.float64)
    padded[: pixels.shape[0], : pixels.shape[1]] = pixels
    return padded.reshape(high, HEAT_CELL, wide, HEAT_CELL).sum(axis=(1, 3))


def map_table(maps: list[Mapped]) -> Iterator[str]:
    """One row a group: pages of an attack are compared with all genuine ones, others with those of their group."""
    yield f"{'map of':20s} AUC words  AUC page  F1 at 1/2  F1 oracle  false pixels"
    for group in sorted({each for one in maps for each in one.groups}, key=lambda each: (each != "all", each)):
        forged = [each for each in maps if each.forged and group in each.groups]
        same = "all" if group.startswith("attack") else group
        genuine = [each for each in maps if not each.forged and same in each.groups]
        if forged and genuine:
            areas = [auc([getattr(e, n) for e in forged], [getattr(e, n) for e in genuine]) for n in ("words", "page")]
            fixed, oracle = (np.mean([getattr(each, name) for each in forged]) for name in ("fixed", "oracle"))
            false = np.mean([each.false_pixels for each in genuine])
            yield f"{group:20s} {areas[0]:9.3f} {areas[1]:9.3f} {fixed:10.3f} {oracle:10.3f} {false:13.5f}"


def map_figures(maps: list[Mapped]) -> dict[str, figures.Figure]:
    """AUC of pages and F1 of pixels, over all pages."""
    forged, genuine = ([each for each in maps if each.forged is side] for side in (True, False))
    if not forged or not genuine:
        return {}
    area = auc([each.words for each in forged], [each.words for each in genuine])
    fixed, oracle = (float(np.mean([getattr(each, name) for each in forged])) for name in ("fixed", "oracle"))
    return {
        "map:auc": figures.number("network: AUC of pages, by their hottest words", area, digits=3),
        "map:fixed": figures.number("network: F1 of pixels of forged pages, at a chance of one half", fixed, digits=3),
        "map:oracle": figures.number("the same, at each page's best level", oracle, digits=3),
    }


def auc(forged: list[float], genuine: list[float]) -> float:
    """Chance that a forged page scores above a genuine one; ties count half."""
    above = np.subtract.outer(np.array(forged), np.array(genuine))
    return float((above > 0).mean() + (above == 0).mean() / 2)
