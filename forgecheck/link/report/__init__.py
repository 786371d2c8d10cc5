"""Clusters for people and other programs: a page with pictures, tables, a graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forgecheck.link.report import graph
from forgecheck.link.report.clusters import Cluster, clusters
from forgecheck.link.report.page import MOST_CLUSTERS, as_html
from forgecheck.link.report.tables import tables
from forgecheck.link.run import Linked
from forgecheck.link.store import Store

PAGE, GRAPH = "links.html", "links.graphml"


def write(store: Store, linked: Linked, outs: Sequence[Path], folder: Path) -> None:
    """links.html, links.csv, links_pairs.csv and links.graphml, of all clusters with a paper of this run."""
    folder.mkdir(parents=True, exist_ok=True)
    largest: list[Cluster] = []
    more = 0
    with tables(folder, linked.shown) as tabled, (folder / GRAPH).open("w", encoding="utf-8") as file:
        file.writelines(graph.head())
        for each in clusters(store, linked.shown):
            tabled(each)
            file.writelines(graph.body(each, linked.shown))
            if len(largest) < MOST_CLUSTERS:
                largest.append(each)
            else:
                more += 1
        file.write(graph.TAIL)
    (folder / PAGE).write_text(as_html(largest, linked, outs, more), "utf-8")
