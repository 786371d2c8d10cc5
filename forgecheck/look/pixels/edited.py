"""What the network finds, made traces: where, how rare that is on an untouched page, and in what it differs."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import numpy as np

from forgecheck.evidence import Box, Capture, CaptureKind, Container, Page, Trace
from forgecheck.look.pixels.network import Seen, TamperNet
from forgecheck.look.pixels.regions import regions
from forgecheck.look.pixels.statistics import CELL, QUANTITIES
from forgecheck.tables import table

MOST_PIXELS = 10_000_000
"""Larger pages, mostly photos of 12 million pixels and more, would take longer to look at than to read, and their
characters are larger than any that the network was trained on."""
TOLD = 4  # quantities told of a region: those that differ most
LEAST = 0.5  # of the page's spreads; less is no difference; assumed
NOTABLE = math.log10(0.2)  # regions that one untouched page in five has are not told; assumed


def with_edits(page: Page, container: Container, capture: Capture, net: TamperNet) -> Page:
    """The page with the network's map and the traces it gives; as it was where it is too large to be looked at."""
    if page.width * page.height > MOST_PIXELS:
        return page
    seen = net.look(page.image, container.grid)
    return replace(page, heat=seen.heat, traces=(*(page.traces or ()), *edited_places(page, seen, capture)))


def edited_places(page: Page, seen: Seen, capture: Capture) -> tuple[Trace, ...]:
    """Regions that the network takes for edited, where an untouched page of this kind seldom has one.

    Parameters
    ----------
    page : Page
        With `lines` where it was read.
    seen : Seen
        What the network says of it.
    capture : Capture
        How the picture came about: the network's scores mean different things on screens and on photos.

    Returns
    -------
    tuple of Trace
        Cue "network", words only, the hottest first.  `measured`: "score" (log-odds, not calibrated), and of up to
        four quantities by how many spreads of the page they differ from their line.
    """
    return tuple(
        Trace(page.number, each.box, "network", chance, {"score": each.score} | differences(seen, each.box))
        for each in regions(page, seen.heat)
        if each.in_words and (chance := log10_chance(each.score, capture.kind)) <= NOTABLE
    )


def log10_chance(score: float, kind: CaptureKind) -> float:
    """log10 of the share of untouched pages of this kind on which some words score as high.

    Counted on generated pages (`judge/data/edit_scores.csv`); a score above all of n pages has the chance 1 / (n + 1).
    """
    scores = _scores()
    counted = scores.get(kind, scores["unknown"])
    chances, levels = zip(*counted, strict=True)
    return float(np.interp(score, levels, [math.log10(each) for each in chances]))


@cache
def _scores() -> dict[str, tuple[tuple[float, float], ...]]:
    """For each kind of capture (share of untouched pages, score that so many reach), rising in score."""
    told: dict[str, list[tuple[float, float]]] = {}
    for row in table("edit_scores"):
        told.setdefault(row["capture"], []).append((float(row["share"]), float(row["score"])))
    return {kind: tuple(sorted(each, key=lambda one: (one[1], -one[0]))) for kind, each in told.items()}


def differences(seen: Seen, box: Box) -> dict[str, float]:
    """The quantities in which the cells of a box differ most from their line, signed, in the page's spreads."""
    rows = slice(box.top // CELL, max(-(-box.bottom // CELL), box.top // CELL + 1))
    columns = slice(box.left // CELL, max(-(-box.right // CELL), box.left // CELL + 1))
    cells = seen.unlike[:, rows, columns].reshape(len(QUANTITIES), -1)
    known = (cells != 0).sum(axis=1)
    means = cells.sum(axis=1) / np.maximum(known, 1)
    order = np.argsort(-np.abs(means), kind="stable")[:TOLD]
    names = list(QUANTITIES)
    return {names[at]: round(float(means[at]), 2) for at in order if abs(means[at]) >= LEAST}
