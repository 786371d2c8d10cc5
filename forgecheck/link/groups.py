"""Edges to groups: clusters of one hand, pictures of one paper, papers of one template, pictures of one seal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forgecheck.link.store import Store

SUPPORT = 0.2
"""Share of the smaller of two clusters that must be linked with the larger before one signal alone makes them one."""
LEAST_GROUP = 4
"""Papers that each of two clusters must have before the same words make them one; by the benchmark's dev split."""
SAME_TEMPLATE = 1.5
"""Bans of wording and layout from which two papers are called papers of one template."""

Ids = npt.NDArray[np.int64]
Seal = tuple[int, int]
"""A paper's id, and the number of the seal on it."""


class Edges(NamedTuple):
    """All edges as columns."""

    one: Ids
    other: Ids
    signals: Ids
    template: npt.NDArray[np.float64]
    same_paper: npt.NDArray[np.bool_]


def regroup(store: Store) -> int:
    """Work out all groups anew from the edges and write down what changed; gives the number of clusters."""
    rows = store.edges()
    columns = list(zip(*rows, strict=True)) or [()] * 8
    edges = Edges(
        np.array(columns[0], np.int64),
        np.array(columns[1], np.int64),
        np.array(columns[2], np.int64),
        np.array(columns[3], np.float64),
        np.array(columns[4], bool),
    )
    clusters = clustered(edges)
    with store.writing():
        store.set_groups("cluster", clusters)
        store.set_groups("same", _joined(edges.one[edges.same_paper], edges.other[edges.same_paper]))
        alike = (edges.template >= SAME_TEMPLATE) & (edges.signals > 0)
        store.set_groups("template", _joined(edges.one[alike], edges.other[alike]))
        store.set_families(_families(row for row in rows if row[5]))
    return len(set(clusters.values()))


def clustered(edges: Edges) -> dict[int, int]:
    """The lowest id of its cluster for each paper that has an edge.

    Papers that share two signals are of one cluster.  One signal alone, as strong as it may be, joins two clusters
    only where it is found between many of their papers: one misread seal never makes one campaign of two.  Messages
    in the same words (edges without a signal) join only clusters that hang together already, as where somebody changes
    his number after a while.
    """
    firm = edges.signals >= 2
    found = _joined(edges.one[firm], edges.other[firm])
    for some, least in ((edges.signals == 1, 1), (edges.signals == 0, LEAST_GROUP)):
        found = _bridged(found, edges.one[some].tolist(), edges.other[some].tolist(), least)
    return found


def _bridged(core: Mapping[int, int], one: Sequence[int], other: Sequence[int], least: int) -> dict[int, int]:
    """Clusters of at least so many papers, joined where a good share of either has such an edge to the other."""
    sizes = Counter(core.values())
    between: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
    for left, right in zip(one, other, strict=True):
        low, high = sorted((left, right), key=lambda ident: core.get(ident, ident))
        pair = core.get(low, low), core.get(high, high)
        if pair[0] != pair[1] and all(sizes.get(each, 1) >= least for each in pair):
            lows, highs = between.setdefault(pair, (set(), set()))
            lows.add(low)
            highs.add(high)
    bridges = [
        pair
        for pair, ends in between.items()
        if max(len(end) / sizes.get(each, 1) for end, each in zip(ends, pair, strict=True)) >= SUPPORT
    ]
    whole = _joined(np.array([a for a, _ in bridges], np.int64), np.array([b for _, b in bridges], np.int64))
    alone = {each: whole[each] for each in whole if each not in core}
    return {ident: whole.get(cluster, cluster) for ident, cluster in core.items()} | alone


def _joined(one: Ids, other: Ids) -> dict[int, int]:
    """For each id in a pair the lowest id that it hangs together with."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ids, places = np.unique(np.concatenate([one, other]), return_inverse=True)
    if not len(ids):
        return {}
    ends = (places[: len(one)], places[len(one) :])
    _, part = connected_components(coo_array((np.ones(len(one), bool), ends), shape=(len(ids),) * 2), directed=False)
    lowest = np.full(part.max() + 1, ids.max())
    np.minimum.at(lowest, part, ids)
    return dict(zip(ids.tolist(), lowest[part].tolist(), strict=True))


def _families(rows: Iterable[Sequence[int]]) -> Mapping[Seal, int]:
    """For each seal that was found elsewhere the lowest id of the papers with it."""
    pairs = [((row[0], row[6]), (row[1], row[7])) for row in rows]
    seals = sorted({seal for pair in pairs for seal in pair})
    at = {seal: place for place, seal in enumerate(seals)}
    parts = _joined(
        np.array([at[one] for one, _ in pairs], np.int64), np.array([at[other] for _, other in pairs], np.int64)
    )
    return {seals[place]: seals[lowest][0] for place, lowest in parts.items()}
