"""What is known so far, on disk: append-only parts of JSON lines, one line for each examined content.

A line begins with its key and its outcome in a fixed form, so that a million of them are indexed without being parsed;
the report follows.  A part is written under a name that ends in ``.open``, each line at once, the disk asked to keep it
every second; full, it gets its last name by one atomic step.  What a killed process left behind is read line by line,
and a torn last line is dropped.  Nothing is ever changed in place, and the order of lines and parts means nothing:
writers on several machines may share a folder.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal, NamedTuple, cast
from uuid import uuid4

PART_LINES = 10_000  # about 150 MB of reports
SYNC_S = 1.0  # what a failure of power may cost; that of a process costs nothing
OPEN, SEALED = ".jsonl.open", ".jsonl"

What = Literal["report", "pages", "error"]


class Key(NamedTuple):
    """What was examined: bytes, and which page of them."""

    sha256: str
    page: int
    """From 1; 0 is the whole file."""

    def packed(self) -> bytes:
        """For an index in memory: 34 bytes instead of 200."""
        return bytes.fromhex(self.sha256) + self.page.to_bytes(2, "big")


class Record(NamedTuple):
    """What came of one content."""

    key: Key
    what: What
    value: str
    """Of a report its label, of a PDF its number of pages, of an error its code."""
    mapped: bool
    """Whether a map of tampering was asked for."""
    deaths: int
    """Workers that ended while they had it."""
    body: str
    """JSON: the report, without a path; of an error its detail."""


class Known(NamedTuple):
    """A record as the index holds it, and where its body lies."""

    what: What
    value: str
    mapped: bool
    deaths: int
    part: int
    start: int
    """Of the body, in bytes from the start of the part."""
    length: int


_LINE = re.compile(
    rb'\{"sha256": "([0-9a-f]{64})", "page": (\d{1,4}), "what": "(report|pages|error)", "value": "(\w+)", '
    rb'"mapped": ([01]), "deaths": (\d+), "body": (.*)\}\n',
    re.DOTALL,
)


def as_line(record: Record) -> bytes:
    """The record as one line of a part."""
    (sha256, page), what, value, mapped, deaths, body = record
    return (
        f'{{"sha256": "{sha256}", "page": {page}, "what": "{what}", "value": "{value}", '
        f'"mapped": {mapped:d}, "deaths": {deaths}, "body": {body}}}\n'
    ).encode()


def write_part(folder: Path, lines: Iterable[bytes]) -> Path:
    """A whole part at once, by one atomic step; its name is new whoever else writes to the folder."""
    name = folder / f"{uuid4().hex}{OPEN}"
    with name.open("xb") as file:
        file.writelines(lines)
    return _seal(name)


class Store:
    """The parts of one folder, indexed, and one more that is being written.  One process at a time may append."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._parts: list[Path] = []
        self._known: dict[bytes, Known] = {}
        self._file: IO[bytes] | None = None
        self._lines = 0
        self._synced = 0.0
        for left in sorted(folder.glob(f"*{OPEN}")):
            write_part(folder, _whole_lines(left))
            left.unlink()
        for part in sorted(folder.glob(f"*{SEALED}")):
            self._index(part)

    def __len__(self) -> int:
        return len(self._known)

    def get(self, key: Key) -> Known | None:
        """What is known of a content; None where it was not examined."""
        return self._known.get(key.packed())

    def body(self, known: Known) -> str:
        """The JSON of a record."""
        with self._parts[known.part].open("rb") as file:
            file.seek(known.start)
            return file.read(known.length).decode()

    def append(self, record: Record) -> None:
        """Write one record so that it outlives this process."""
        if self._file is None:
            path = self.folder / f"{uuid4().hex}{OPEN}"
            self._file, self._lines = path.open("xb"), 0
            self._parts.append(path)
        start, line = self._file.tell(), as_line(record)
        self._file.write(line)
        self._file.flush()
        self._learn(line, len(self._parts) - 1, start)
        self._lines += 1
        if self._lines >= PART_LINES:
            self.close()
        elif time.monotonic() - self._synced > SYNC_S:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def close(self) -> None:
        """Seal the part that is being written."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._parts[-1] = _seal(self._parts[-1])

    def _index(self, part: Path) -> None:
        self._parts.append(part)
        start = 0
        with part.open("rb") as file:
            for line in file:
                self._learn(line, len(self._parts) - 1, start)
                start += len(line)

    def _learn(self, line: bytes, part: int, start: int) -> None:
        found = _LINE.fullmatch(line)
        if found is None:  # one damaged line never costs the others
            return
        sha256, page, what, value, mapped, deaths, body = found.groups()
        new = Known(
            cast(What, what.decode()),
            sys.intern(value.decode()),
            mapped == b"1",
            int(deaths),
            part,
            start + found.start(7),
            len(body),
        )
        key = Key(sha256.decode(), int(page)).packed()
        old = self._known.get(key)
        if old is None or _rank(new) >= _rank(old):
            self._known[key] = new


def _rank(known: Known) -> tuple[bool, bool, int]:
    """Of two records of one content the greater counts, in whatever order they were written."""
    return known.what != "error", known.mapped, known.deaths


def _whole_lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        for line in file:
            found = _LINE.fullmatch(line)
            if found is not None and _is_json(found.group(7)):
                yield line


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


def _seal(path: Path) -> Path:
    """Give a part its last name, once its bytes are on the disk."""
    sealed = path.with_name(path.name.removesuffix(OPEN) + SEALED)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    path.replace(sealed)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return sealed
