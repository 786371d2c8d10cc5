"""Rows of a batch to the facts by which papers are compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from forgecheck.batch.export import LINES
from forgecheck.errors import SetupError
from forgecheck.place import Box

OFFICIAL = frozenset({"court_notice", "dishonest_debtor_notice", "consumption_restriction_order", "police_notice"})
"""Kinds whose wording and layout are prescribed: every court uses the same."""
ON_SCREEN = frozenset({"sms_screenshot", "chat_screenshot"})
"""Kinds whose layout is that of the receiver's telephone."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Line(NamedTuple):
    """A line of text on the first page."""

    text: str
    box: Box


class Impression(NamedTuple):
    """A seal."""

    page: int
    box: Box
    origin: str
    hash: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One row: a picture, or one page of a PDF."""

    sha256: str
    page: int
    """Of a PDF that was examined page by page, from 1; 0 is the whole file."""
    width: int
    """Of the first page, px."""
    kind: str
    label: str
    """The verdict; empty where there is none yet."""
    issuer: str
    text: str
    """All lines joined."""
    lines: tuple[Line, ...]
    fields: Mapping[str, tuple[str, ...]]
    """Values by name."""
    as_read: tuple[tuple[str, str], ...]
    """Name of a field, and the text in which it was found."""
    seals: tuple[Impression, ...]


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


def paper(row: Mapping[str, Any]) -> Paper | None:
    """The paper of a row of results.jsonl, or of what `forgecheck.show.json.facts` gives.

    None for a file that could not be judged.

    Raises
    ------
    ValueError
        The row is none of forgecheck's.
    """
    if "error" in row:
        return None
    try:
        return _paper(row)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a row that forgecheck did not write") from error


def _paper(row: Mapping[str, Any]) -> Paper:
    given, document = row["input"], row["document"]
    sha256 = str(given["sha256"])
    if not _SHA256.fullmatch(sha256):
        raise ValueError("a row without its SHA-256")
    first = min((line["page"] for line in row["text"]), default=1)
    found = [(str(name), each) for name, values in document["fields"].items() for each in values]
    fields: dict[str, tuple[str, ...]] = {}
    for name, each in found:
        fields[name] = (*fields.get(name, ()), str(each["value"]))
    return Paper(
        sha256,
        int(given.get("page", 0)),
        int(given["width"]),
        str(document["type"]),
        str(row["verdict"]["label"]) if "verdict" in row else "",
        str(document["issuer"] or ""),
        "".join(line["text"] for line in row["text"]),
        tuple(Line(str(line["text"]), _box(line["polygon"])) for line in row["text"] if line["page"] == first),
        fields,
        tuple((name, str(each["text"])) for name, each in found),
        tuple(
            Impression(int(seal["page"]), Box(*map(int, seal["box"])), str(seal["origin"]), str(seal["hash"]))
            for seal in row["seals"]
        ),
    )


def _box(polygon: list[list[float]]) -> Box:
    xs, ys = [point[0] for point in polygon], [point[1] for point in polygon]
    return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1)
