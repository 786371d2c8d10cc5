"""One run: take in the rows of batches, link what is new, and tell what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from forgecheck.batch.files import replaced
from forgecheck.link.archive import Archive, Groups, findings
from forgecheck.link.groups import regroup
from forgecheck.link.match import Matcher
from forgecheck.link.paper import Read, read_rows
from forgecheck.link.store import Store
from forgecheck.link.trail import Tracer
from forgecheck.show.json import dumps

TOLD = "links.jsonl"
CHUNK = 1000  # rows in one transaction


class Shown(NamedTuple):
    """A paper of this run, as reports show it."""

    path: str
    out: int
    """Which of the folders it stands in."""
    issuer: str
    """As it was read."""


@dataclass(slots=True)
class Linked:
    """What a run came to."""

    papers: int = 0
    """Rows that could be linked."""
    new: int = 0
    """Those that the store did not know."""
    skipped: int = 0
    """Rows of files that could not be judged, and damaged lines."""
    stored: int = 0
    """Papers in the store."""
    clusters: int = 0
    """Clusters with a paper of this run."""
    clustered: int = 0
    """Papers of this run that are in one."""
    shown: dict[int, Shown] = field(default_factory=dict)
    """The papers of this run by their ids; the first where a picture stands in several rows."""


def link(
    store: Store, outs: Sequence[Path], day: str, own: bool, told: Callable[[str, int], None] = lambda *_: None
) -> Linked:
    """Link the rows of these folders with each other and with all that the store holds.

    Parameters
    ----------
    day : str
        Today, as YYYY-MM-DD: when papers came into the store.
    own : bool
        The rows are the team's own papers: what is like them is no news.
    told : callable
        Hears of each step ("read" or "link") and how many rows it did.

    Raises
    ------
    SetupError
        A folder holds no results.
    """
    linked = Linked()
    tracer = Tracer(store.secret)
    for at, out in enumerate(outs):
        for rows in _chunks(read_rows(out)):
            known = [each for each in rows if each is not None]
            trails = [tracer.trail(each.paper) for each in known]
            with store.writing():
                linked.new += store.add(trails, day, own)
            ids = store.ids((each.sha256, each.page) for each in trails)
            for each in known:
                shown = Shown(each.path, at, each.paper.issuer)
                linked.shown.setdefault(ids[each.paper.sha256, each.paper.page], shown)
            linked.papers += len(known)
            linked.skipped += len(rows) - len(known)
            told("read", len(rows))
    Matcher(store).link(lambda count: told("link", count))
    regroup(store)
    linked.stored = store.size()
    _tell(store, outs, linked)
    return linked


def _tell(store: Store, outs: Sequence[Path], linked: Linked) -> None:
    """Write OUT/links.jsonl into each folder: a line for each row that is linked with another."""
    archive = Archive(store)
    sizes = store.cluster_sizes()
    clusters: set[int] = set()
    for out in outs:
        with replaced(out / TOLD) as new, new.open("w", encoding="utf-8") as file:
            for rows in _chunks(read_rows(out)):
                known = [each for each in rows if each is not None]
                ids = store.ids((each.paper.sha256, each.paper.page) for each in known)
                groups = archive.groups(sorted(ids.values()))
                for each in known:
                    found = groups[ids[each.paper.sha256, each.paper.page]]
                    if found.cluster is not None:
                        clusters.add(found.cluster)
                        linked.clustered += 1
                    if line := _line(archive, each, found, sizes):
                        file.write(line + "\n")
    linked.clusters = len(clusters)


def _line(archive: Archive, read: Read, groups: Groups, sizes: dict[int, int]) -> str | None:
    """A line of links.jsonl: which row it belongs to, its cluster, and the findings its report may carry."""
    said = findings(read.paper, archive.sightings(groups, read.paper.seals))
    if groups.cluster is None and not said:
        return None
    return dumps(
        {
            "input": {"path": read.path, "sha256": read.paper.sha256, "page": read.paper.page},
            "cluster": {"number": groups.cluster, "papers": sizes.get(groups.cluster or 0, 1)},
            "findings": said,
        }
    )


def _chunks(rows: Iterator[Read | None]) -> Iterator[list[Read | None]]:
    while some := list(islice(rows, CHUNK)):
        yield some
