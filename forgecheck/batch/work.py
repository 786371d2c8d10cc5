"""One job of a batch, on both sides of the pipe: what a worker does with it, what its parent makes of the answer."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, get_args

from forgecheck.batch.inspector import Inspect, Open
from forgecheck.batch.source import Source, read
from forgecheck.batch.store import Key, Record
from forgecheck.batch.worker import Worker, WorkerDiedError
from forgecheck.errors import InputError
from forgecheck.finding import Label
from forgecheck.load.limits import BATCH

NO_PATH = '"path": ""'
"""As it stands in a report that was made without a name, for the first time in its `input`: results put one there."""
PAGES_MAX = 200  # of a PDF whose pages are examined one by one
DEATHS_MAX = 2  # workers that one file may kill before it is left alone
THUMBNAIL_MAX, MAP_MAX = 100_000, 60_000_000  # bytes; far above what a worker makes
RETRIED = frozenset({"timeout", "out_of_memory", "internal"})
"""Errors that another try may end otherwise; those of the file itself stay."""


class Job(NamedTuple):
    """What a worker is asked to examine."""

    source: Source
    page: int
    """From 1; 0 is the whole file."""
    split: bool
    """Whether a PDF of several pages is only counted, so that each page gets a job of its own."""
    thumbnail: bool
    map: bool


class Examined(NamedTuple):
    """What came of a job."""

    record: Record
    thumbnail: bytes | None
    map: bytes | None


def start(open_inspector: Open) -> Callable[[Job], str]:
    """Runs in the worker, once."""
    return partial(answer, open_inspector(1, BATCH))


def answer(inspect: Inspect, job: Job) -> str:
    """Runs in the worker: a JSON object with `pages`, or with `report` (itself JSON), `thumbnail` and `map`."""
    data = read(job.source, BATCH.file_bytes)
    if job.split and not job.page and (pages := _pages(data)) > 1:
        return json.dumps({"pages": pages})
    from forgecheck.batch.pictures import tampering_map, thumbnail
    from forgecheck.show.json import as_json, dumps

    report = inspect(data, "", page=job.page) if job.page else inspect(data, "")
    page = report.evidence.pages[0]
    small = b64encode(thumbnail(page)).decode() if job.thumbnail else None
    drawn = tampering_map(page) if job.map else None
    tampering = None if drawn is None else b64encode(drawn).decode()
    return json.dumps({"report": dumps(as_json(report)), "thumbnail": small, "map": tampering})


def _pages(data: bytes) -> int:
    from forgecheck.load.pdf import count_pages
    from forgecheck.load.sniff import sniff

    try:
        if sniff(data) != "PDF":
            return 1
    except InputError:  # inspect says the same, in its own place
        return 1
    pages = count_pages(data)
    if pages > PAGES_MAX:
        raise InputError("too_many_pages", f"{pages} pages")
    return pages


def examined(worker: Worker[Job], job: Job, sha256: str, deaths: int = 0) -> Examined:
    """Ask a worker, once more where it dies of it; whatever happens becomes a record.

    Parameters
    ----------
    sha256 : str
        Of the bytes that are meant; a file that has changed since is not judged.
    deaths : int
        Workers that it has killed before.

    Raises
    ------
    SetupError
        No worker could be started.
    """
    key = Key(sha256, job.page)
    try:
        return _examined(worker.ask(job), key, job.map)
    except WorkerDiedError as error:
        if deaths + 1 < DEATHS_MAX:
            return examined(worker, job, sha256, deaths + 1)
        return _failed(key, error, job.map, deaths + 1)
    except InputError as error:
        return _failed(key, error, job.map, deaths)


def _examined(text: str, key: Key, mapped: bool) -> Examined:
    """The answer of a process that has read a stranger's file: believed only where it has the form of one."""
    try:
        told = json.loads(text)
        if "pages" in told:
            if (pages := told["pages"]) not in range(2, PAGES_MAX + 1):
                raise ValueError(pages)
            return Examined(Record(key, "pages", str(pages), mapped, 0, "null"), None, None)
        report = json.loads(told["report"], parse_constant=_no_number)
        if report["input"]["sha256"] != key.sha256:
            raise InputError("internal", "the file changed while it was read")
        label = report["verdict"]["label"]
        named = report["input"]["path"] or NO_PATH not in told["report"]
        if label not in get_args(Label) or "\n" in told["report"] or named:
            raise ValueError(label)
        record = Record(key, "report", label, mapped, 0, told["report"])
        return Examined(record, _bytes(told["thumbnail"], THUMBNAIL_MAX), _bytes(told["map"], MAP_MAX))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise InputError("internal", f"answer without form: {type(error).__name__}") from error


def _no_number(text: str) -> float:
    raise ValueError(text)


def _bytes(text: str | None, most: int) -> bytes | None:
    data = None if text is None else b64decode(text, validate=True)
    if data is not None and len(data) > most:
        raise ValueError(f"{len(data)} bytes")
    return data


def _failed(key: Key, error: InputError, mapped: bool, deaths: int) -> Examined:
    from forgecheck.show.json import dumps

    return Examined(Record(key, "error", error.code, mapped, deaths, dumps({"detail": error.detail})), None, None)
