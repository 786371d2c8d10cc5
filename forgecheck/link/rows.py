"""Rows of batches: read one after the other, and said what a store knows of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from forgecheck.batch.export import LINES
from forgecheck.errors import SetupError
from forgecheck.evidence import Capture, Container, Document, Evidence, Kind, Sighting
from forgecheck.finding import Weighed
from forgecheck.judge import all_checks, judge
from forgecheck.link.archive import CHECKS
from forgecheck.link.paper import Paper, paper
from forgecheck.show.json import Data, finding
from forgecheck.weigh import weight


class Read(NamedTuple):
    """A row that can be linked."""

    path: str
    """Of the picture, as the batch names it."""
    paper: Paper


def read_rows(out: Path) -> Iterator[Read | None]:
    """The rows of a batch's folder, one after the other; None for each that cannot be linked.

    That is a file that could not be judged, or a line that is damaged: one line never costs the others.

    Raises
    ------
    SetupError
        The folder holds no results.
    """
    try:
        file = (out / LINES).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SetupError(f"{out} holds no {LINES}; `forgecheck batch` writes it") from error
    with file:
        for line in file:
            if line.strip():
                yield _read(line)


def _read(line: str) -> Read | None:
    try:
        row = json.loads(line)
        seen = paper(row)
        return None if seen is None else Read(str(row["input"]["path"]), seen)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def findings(read: Read, sightings: Sequence[Sighting]) -> list[Data]:
    """What the two checks say of a row, as findings of its report.

    The report's verdict is about the picture alone and stays as it is.
    """
    kind: Any = read.paper.kind
    document = Document(read.path, read.paper.sha256, 0, Container("PNG"), Capture("unknown", ()), ())
    evidence = Evidence(document, kind=Kind(kind, 1.0), sightings=tuple(sightings))
    outcomes = judge(evidence, {name: all_checks()[name] for name in CHECKS})
    said = [(each.name, found) for each in outcomes for found in each.findings]
    return [finding(Weighed(name, found, weight(name, found))) for name, found in said]


def as_line(read: Read, cluster: Mapping[str, object], said: Sequence[Data]) -> Data:
    """One line of links.jsonl: which row it belongs to, its cluster, and the findings its report may carry."""
    return {
        "input": {"path": read.path, "sha256": read.paper.sha256, "page": read.paper.page},
        "cluster": dict(cluster),
        "findings": list(said),
    }
