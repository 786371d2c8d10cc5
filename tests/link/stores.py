"""Stores for tests of linking."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from link.papers import read

from forgecheck.link.groups import regroup
from forgecheck.link.match import Matcher
from forgecheck.link.opening import open_store
from forgecheck.link.store import Store
from forgecheck.link.trail import Tracer

DAY = "2026-11-28"


def store(folder: Path, place: str | None = None) -> Store:
    """A new store, or the one that is there."""
    return open_store(place or str(folder / "links.sqlite"), folder / "links.key", make=True)


def add(to: Store, *rows: tuple, day: str = DAY, own: bool = False, **more: object) -> list[int]:
    """Take in papers made by `papers.row` from these arguments, link and group them; gives their ids."""
    trails = [Tracer(to.secret).trail(read(*each, **more)) for each in rows]
    with to.writing():
        to.add(trails, day, own)
    Matcher(to).link()
    regroup(to)
    ids = to.ids((each.sha256, each.page) for each in trails)
    return [ids[each.sha256, each.page] for each in trails]


def clusters(of: Store) -> list[list[int]]:
    """Ids of the papers of each cluster."""
    found: dict[int, list[int]] = {}
    for ident, cluster in of.database.rows("SELECT id, cluster FROM paper WHERE cluster IS NOT NULL ORDER BY id"):
        found.setdefault(cluster, []).append(ident)
    return list(found.values())


def edges(of: Store) -> Iterable[tuple[int, int]]:
    """Which papers are linked."""
    return [tuple(row) for row in of.database.rows("SELECT one, other FROM edge ORDER BY one, other")]
