"""What is known of contents to the lines of results: one for each input, in the order of the inputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from forgecheck.batch.store import Key, Known, Store
from forgecheck.batch.walk import Entry
from forgecheck.batch.work import NO_PATH
from forgecheck.errors import CODES, Code, InputError
from forgecheck.show.json import as_json_error, dumps


class Line(NamedTuple):
    """One row of the results."""

    text: str
    """JSON, schema forgecheck.report/1."""
    path: str
    key: Key | None
    """None where the bytes could not be read."""


def lines(
    entries: Sequence[Entry], read: Mapping[int, str], unread: Mapping[int, InputError], store: Store
) -> Iterator[Line]:
    """Every row that is known.

    Parameters
    ----------
    read : mapping of int to str
        SHA-256 by the place of the entry; those that are missing were not reached.
    unread : mapping of int to InputError
        Entries whose bytes could not be read.
    """
    for index, entry in enumerate(entries):
        if index in unread:
            yield Line(_error(entry, None, unread[index]), entry.name, None)
        elif index in read:
            yield from _of_content(entry, read[index], store)


def _of_content(entry: Entry, sha256: str, store: Store) -> Iterator[Line]:
    whole = store.get(Key(sha256, 0))
    pages = int(whole.value) if whole is not None and whole.what == "pages" else 0
    for page in range(1, pages + 1) if pages else (0,):
        key = Key(sha256, page)
        known = store.get(key)
        if known is not None:
            yield Line(_line(entry, page, known, store), row_path(entry.name, page), key)


def row_path(name: str, page: int) -> str:
    """How the results call a page of a file: as RFC 8118 does.

    >>> row_path("a.pdf", 3), row_path("a.png", 0)
    ('a.pdf#page=3', 'a.png')
    """
    return f"{name}#page={page}" if page else name


def _line(entry: Entry, page: int, known: Known, store: Store) -> str:
    body = store.body(known)
    if known.what == "error":
        return _error(entry, page, stored_error(known.value, body))
    head = dumps(_input(entry, page))[1:-1]
    return body.replace(NO_PATH, head, 1)


def stored_error(value: str, body: str) -> InputError:
    """The error that a record holds."""
    code: Code = next((each for each in CODES if each == value), "internal")
    return InputError(code, str(json.loads(body)["detail"]))


def _error(entry: Entry, page: int | None, error: InputError) -> str:
    return dumps({**as_json_error(entry.name, error), "input": _input(entry, page or 0)})


def _input(entry: Entry, page: int) -> dict[str, object]:
    known: dict[str, object] = {"path": row_path(entry.name, page)}
    if page:
        known["page"] = page
    if entry.columns:
        known["columns"] = dict(entry.columns)
    return known
