"""Tasks to orders and orders to results: each content is examined once, however many files have it.

Everything here is plain data and functions of it, so that threads of one process and machines of a cluster do the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Literal, NamedTuple

from forgecheck.batch.failure import as_input_error
from forgecheck.batch.source import Source, at_hand, sha256_of
from forgecheck.batch.store import Key, Known, Store
from forgecheck.batch.walk import Entry
from forgecheck.batch.work import DEATHS_MAX, RETRIED, Examined, Job, examined
from forgecheck.batch.worker import MEMORY_BYTES, Worker
from forgecheck.errors import InputError
from forgecheck.load.limits import BATCH


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes; only `pdf` changes what is said."""

    workers: int
    timeout_s: float = 60.0
    """For one file, or one page of a PDF."""
    memory_bytes: int = MEMORY_BYTES
    """What a worker may need beyond its models."""
    pdf: Literal["pages", "whole"] = "pages"
    maps: bool = False
    thumbnails: bool = True
    retry_failed: bool = False
    """Try every failed file again, also those whose error is final and those that killed workers."""


class Task(NamedTuple):
    """One entry, or one page of a PDF that turned out to have several."""

    place: int
    """Of the entry in the list."""
    page: int = 0
    sha256: str = ""
    """Empty until it was read."""


class Order(NamedTuple):
    """All that is needed to examine one content, wherever that is done."""

    task: Task
    job: Job
    deaths: int
    """Workers that it has killed before."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task."""

    task: Task
    unread: InputError | None = None
    """Why its bytes could not be read."""
    examined: Examined | None = None
    """None where it was known, or another task has it."""
    more: tuple[Task, ...] = ()
    """Pages that turned up."""


class Desk:
    """Knows what is known, and who has what; may be asked by several threads."""

    def __init__(self, entries: Sequence[Entry], store: Store, options: Options) -> None:
        self._entries, self._store, self._options = entries, store, options
        self._begun: set[bytes] = set()
        self._lock = Lock()

    def source(self, task: Task) -> Source:
        """Where the bytes of a task lie."""
        return self._entries[task.place].source

    def sort(self, task: Task) -> Order | Done:
        """What is to be done for a task whose bytes were read: to be examined, or nothing any more."""
        key = Key(task.sha256, task.page)
        if not self._claim(key):
            return Done(task)
        known = self._store.get(key)
        options = self._options
        if known is not None and self._is_settled(known):
            return Done(task, more=_pages(task, known.value) if known.what == "pages" else ())
        job = Job(self.source(task), task.page, options.pdf == "pages", options.thumbnails, options.maps)
        return Order(task, job, 0 if known is None or options.retry_failed else known.deaths)

    def _claim(self, key: Key) -> bool:
        """Whether nobody else in this run has this content."""
        with self._lock:
            before = len(self._begun)
            self._begun.add(key.packed())
            return len(self._begun) > before

    def _is_settled(self, known: Known) -> bool:
        options = self._options
        if known.what == "error":
            return not options.retry_failed and (known.value not in RETRIED or known.deaths >= DEATHS_MAX)
        return known.what == "pages" or known.mapped or not options.maps


def hashed(task: Task, source: Source) -> Task | Done:
    """The task with its SHA-256, or why its bytes could not be read."""
    if task.sha256:
        return task
    try:
        return task._replace(sha256=sha256_of(source, BATCH.file_bytes))
    except Exception as error:  # each kind of store has its own ways to fail
        return Done(task, as_input_error(error))


def carried_out(worker: Worker[Job], order: Order) -> Done:
    """Examine one content; raises SetupError where no worker starts."""
    task = order.task
    try:
        job = order.job._replace(source=at_hand(order.job.source, BATCH.file_bytes))
    except Exception as error:  # as above
        return Done(task, as_input_error(error))
    found = examined(worker, job, task.sha256, order.deaths)
    return Done(task, None, found, _pages(task, found.record.value) if found.record.what == "pages" else ())


def _pages(task: Task, pages: str) -> tuple[Task, ...]:
    return tuple(task._replace(page=page) for page in range(1, int(pages) + 1))
