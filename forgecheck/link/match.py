"""Finds what a paper is alike: looks up its keys, compares with what stands there, keeps the best edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from forgecheck.link.anchors import Kind
from forgecheck.link.likeness import COUNTS, Likeness, likeness
from forgecheck.link.packing import Edge, Known
from forgecheck.link.sketch import resemblance
from forgecheck.link.store import Store
from forgecheck.link.trail import Trail

POSTED = 8
"""Papers that stand under one key: a paper of a template has twenty keys, so it meets a hundred others of it."""
POSTED_ANCHOR = 32
MOST_COMPARED = 8
"""Candidates that are compared in full: so many with the most alike wording, and by seals, and by identifiers."""
BEST = 4
"""Edges that are kept of a paper with the template in common, as many without, and as many that link nobody."""
CHUNK = 500  # papers in one transaction
CACHED = 50_000  # trails in memory


class Matcher:
    """Looks for the like of trails in a store; remembers what it has read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._papers = store.size()
        self._cache: dict[int, Known] = {}

    def link(self, told: Callable[[int], None] = lambda _: None) -> int:
        """Compare all papers that were not compared yet, keep edges and keys; gives their number.

        Each `CHUNK` is one transaction, so that a run that ends early goes on where it stopped.
        """
        waiting = self._store.unlinked()
        for start in range(0, len(waiting), CHUNK):
            some = waiting[start : start + CHUNK]
            with self._store.writing():
                self._link(some)
            told(len(some))
        return len(waiting)

    def like(self, trail: Trail) -> list[Edge]:
        """What in the store is alike enough for a link, best first; `one` of each is 0, the trail itself."""
        found = self._edges(Known(0, trail, False), self._store.found(trail.hashes), self._named([trail]))
        return [each for each in found if each.likeness.links]

    def _link(self, ids: Sequence[int]) -> None:
        known = self._store.trails(ids)
        posted = self._store.found(hash_ for each in known.values() for hash_ in each.trail.hashes)
        named = self._named(each.trail for each in known.values())
        if len(self._cache) > CACHED:
            self._cache.clear()
        self._cache |= known
        edges: dict[tuple[int, int], Edge] = {}
        places: list[tuple[int, int]] = []
        for ident in ids:
            for each in map(_upward, self._edges(known[ident], posted, named)):
                edges.setdefault((each.one, each.other), each)
            places += _post(known[ident], posted)
        self._store.post(places)
        self._store.keep(edges.values(), ids)

    def _named(self, trails: Iterable[Trail]) -> Mapping[int, int]:
        return self._store.named(anchor.hash for trail in trails for anchor in trail.anchors)

    def _edges(self, paper: Known, posted: Mapping[int, list[int]], named: Mapping[int, int]) -> list[Edge]:
        trail, here = paper.trail, {paper.id}
        met = {ident for key in trail.hashes for ident in posted.get(key, ())} - here
        if not met or paper.own:
            return []
        self._cache |= self._store.trails(sorted(met - self._cache.keys()))
        others = [self._cache[ident] for ident in sorted(met)]
        wording = _wording(trail, [each.trail for each in others])
        seals = Counter(ident for key in trail.seal_keys for ident in posted.get(key, ()))
        names = Counter(ident for anchor in trail.anchors for ident in posted.get(anchor.hash, ()))
        ranks = [(float(w), seals[each.id], names[each.id]) for w, each in zip(wording, others, strict=True)]
        news, own = ([at for at, each in enumerate(others) if each.own == kind] for kind in (False, True))
        known = [self._edge(paper, others[at], wording[at], named) for at in _foremost(own, ranks)]
        found = [self._edge(paper, others[at], wording[at], named) for at in _foremost(news, ranks)]
        return _best([_without(each, [edge.likeness for edge in known]) for each in found])

    def _edge(self, paper: Known, other: Known, wording: float, named: Mapping[int, int]) -> Edge:
        kinds: dict[Kind, int] = {}
        both = {each.hash for each in other.trail.anchors}
        for each in paper.trail.anchors:
            if each.hash in both:
                kinds[each.kind] = min(kinds.get(each.kind, self._papers), named.get(each.hash, 1))
        return Edge(paper.id, other.id, likeness(paper.trail, other.trail, wording, kinds, self._papers))


def _wording(one: Trail, others: Sequence[Trail]) -> Sequence[float]:
    """How alike the wording of each is, 0..1."""
    if one.wording is None:
        return [0.0] * len(others)
    blank = np.zeros_like(one.wording)
    alike = resemblance(one.wording, np.stack([blank if each.wording is None else each.wording for each in others]))
    return [0.0 if each.wording is None else float(found) for each, found in zip(others, alike, strict=True)]


def _foremost(candidates: Sequence[int], ranks: Sequence[tuple[float, int, int]]) -> list[int]:
    """The first by wording, the first by keys of seals, the first by identifiers that they share."""
    firsts = (sorted(candidates, key=lambda at: (-ranks[at][by], at))[:MOST_COMPARED] for by in range(3))
    return list(dict.fromkeys(at for first in firsts for at in first))


def _without(edge: Edge, known: Sequence[Likeness]) -> Edge:
    """The edge without what the paper shares with the team's own papers: their form and their seal are no news."""
    found = edge.likeness
    if any(each.template >= COUNTS for each in known):
        found = replace(found, template=0.0)
    if found.seals and any(each.seals and each.seals[0] == found.seals[0] for each in known):
        found = replace(found, seal=0.0, seals=None, seal_as="unknown")
    return edge._replace(likeness=found)


def _best(found: Iterable[Edge]) -> list[Edge]:
    """The best that link: some with the template in common, and some without; and some messages in the same words."""
    ranked = sorted(found, key=lambda each: (-each.likeness.score, each.other))
    links = [each for each in ranked if each.likeness.links]
    alike = [each for each in links if each.likeness.template >= COUNTS]
    others = [each for each in links if each.likeness.template < COUNTS]
    words = [each for each in ranked if each.likeness.same_words and not each.likeness.links]
    return [*alike[:BEST], *others[:BEST], *words[:BEST]]


def _upward(edge: Edge) -> Edge:
    """The edge from the lower id to the higher one."""
    if edge.one < edge.other:
        return edge
    seals = edge.likeness.seals
    return Edge(edge.other, edge.one, replace(edge.likeness, seals=None if seals is None else (seals[1], seals[0])))


def _post(paper: Known, posted: dict[int, list[int]]) -> Iterable[tuple[int, int]]:
    """Puts a paper under its keys where there is room; gives them with its id."""
    identifiers = {each.hash for each in paper.trail.anchors}
    for key in paper.trail.hashes:
        there = posted.setdefault(key, [])
        if len(there) < (POSTED_ANCHOR if key in identifiers else POSTED) and paper.id not in there:
            there.append(paper.id)
            yield key, paper.id
