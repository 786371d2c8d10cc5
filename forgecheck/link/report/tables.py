"""Clusters as tables for a spreadsheet: one of papers, one of what binds each two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from forgecheck.batch.export.csv import csv_table
from forgecheck.batch.export.write import Write
from forgecheck.batch.rows import Cell, Column, Row
from forgecheck.link.report.clusters import SIGNALS, Cluster
from forgecheck.link.run import Shown

PAPERS = ("cluster", "papers_in_cluster", "sha256", "page", "path", "type", "label", "since", "same_as")
BONDS = ("cluster", "one", "one_page", "other", "other_page", "bans", *SIGNALS)


@contextmanager
def tables(folder: Path, shown: Mapping[int, Shown]) -> Iterator[Callable[[Cluster], None]]:
    """New links.csv and links_pairs.csv, in the form of the batch's table; gives the function that adds a cluster."""
    with _table(folder / "links.csv", PAPERS) as papers, _table(folder / "links_pairs.csv", BONDS) as bonds:

        def write(cluster: Cluster) -> None:
            for row in _papers(cluster, shown):
                papers(row)
            for row in _bonds(cluster):
                bonds(row)

        yield write


def _table(path: Path, names: Sequence[str]) -> AbstractContextManager[Write]:
    return csv_table(path, [Column(name, "string", name, "") for name in names])


def _papers(cluster: Cluster, shown: Mapping[int, Shown]) -> Iterator[Row]:
    known = {each.ident: each for each in cluster.members}
    for each in cluster.members:
        first = known.get(each.same, each)
        yield {
            "cluster": cluster.number,
            "papers_in_cluster": cluster.papers,
            "sha256": each.sha256,
            "page": each.page,
            "path": shown[each.ident].path if each.ident in shown else "",
            "type": each.kind,
            "label": each.label,
            "since": each.day,
            "same_as": "" if first is each else f"{first.sha256}{f'#page={first.page}' if first.page else ''}",
        }


def _bonds(cluster: Cluster) -> Iterator[Row]:
    known = {each.ident: each for each in cluster.members}
    for bond in cluster.bonds:
        one, other = known[bond.one], known[bond.other]
        ends: dict[str, Cell] = {
            "one": one.sha256,
            "one_page": one.page,
            "other": other.sha256,
            "other_page": other.page,
        }
        signals: dict[str, Cell] = dict(bond.signals)
        yield {"cluster": cluster.number, **ends, "bans": bond.bans, **signals}
