"""Clusters as tables for a spreadsheet: one of papers, one of what binds each two of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from forgecheck.batch.rows import cell
from forgecheck.link.report.clusters import SIGNALS, Cluster
from forgecheck.link.run import Shown

PAPERS = ("cluster", "papers_in_cluster", "sha256", "page", "path", "type", "label", "since", "same_as")
BONDS = ("cluster", "one", "one_page", "other", "other_page", "bans", *SIGNALS)


class Tables(AbstractContextManager["Tables"]):
    """Writes links.csv and links_pairs.csv, cluster by cluster: UTF-8 with BOM, CRLF, all cells quoted."""

    def __init__(self, folder: Path, shown: Mapping[int, Shown]) -> None:
        self._shown = shown
        self._files = [
            (folder / name).open("w", encoding="utf-8-sig", newline="") for name in ("links.csv", "links_pairs.csv")
        ]
        self._papers, self._bonds = (
            csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n") for file in self._files
        )
        self._papers.writerow(PAPERS)
        self._bonds.writerow(BONDS)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def write(self, cluster: Cluster) -> None:
        """The rows of one cluster."""
        known = {each.ident: each for each in cluster.members}
        for each in cluster.members:
            path = self._shown[each.ident].path if each.ident in self._shown else ""
            first = known.get(each.same, each)
            same_as = "" if first is each else _name(first.sha256, first.page)
            self._papers.writerow(
                _cells(
                    cluster.number,
                    cluster.papers,
                    each.sha256,
                    each.page,
                    path,
                    each.kind,
                    each.label,
                    each.day,
                    same_as,
                )
            )
        for bond in cluster.bonds:
            one, other = known[bond.one], known[bond.other]
            bans = [f"{bond.signals[name]:.2f}" if name in bond.signals else "" for name in SIGNALS]
            self._bonds.writerow(
                _cells(cluster.number, one.sha256, one.page, other.sha256, other.page, f"{bond.bans:.2f}", *bans)
            )


def _name(sha256: str, page: int) -> str:
    return f"{sha256}#page={page}" if page else sha256


def _cells(*values: object) -> Iterable[str]:
    return [cell(str(value)) for value in values]
