"""The batch: tasks go to an engine, and what comes back is kept as soon as it is known."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Literal, NamedTuple

from forgecheck.batch.desk import Desk, Done, Options, Task, carried_out, hashed
from forgecheck.batch.files import picture_path, write_whole
from forgecheck.batch.inspector import Open
from forgecheck.batch.pool import results
from forgecheck.batch.results import row_path, stored_error
from forgecheck.batch.store import Key, Store
from forgecheck.batch.walk import Entry
from forgecheck.batch.work import Job, start
from forgecheck.batch.worker import Worker
from forgecheck.errors import InputError

EngineName = Literal["local", "ray"]
Engine = Callable[[Iterable[Task], Desk, Open, Options, Event], Iterator[Done]]
"""Each task once, in any order; begins no more once the event is set.  Raises SetupError."""


@dataclass(slots=True)
class Gathered:
    """What is known of the entries, by their place."""

    read: dict[int, str] = field(default_factory=dict)
    """SHA-256."""
    unread: dict[int, InputError] = field(default_factory=dict)
    examined: int = 0
    interrupted: bool = False


class Told(NamedTuple):
    """One step of a run, for whoever watches."""

    path: str
    error: InputError | None
    more: int
    """Pages that turned up and are still to come."""


def gather(
    entries: Sequence[Entry],
    store: Store,
    thumbnails: Path,
    open_inspector: Open,
    options: Options,
    told: Callable[[Told], None],
    engine: EngineName = "local",
) -> Gathered:
    """Examine what the store does not know, and put it there.

    Parameters
    ----------
    thumbnails : Path
        Folder for small pictures; maps lie beside the parts of the store.
    open_inspector : Open
        Called in each worker with one thread; a function that a new process can import.
    told : callable
        Hears of every step.

    Raises
    ------
    SetupError
        No worker could be started.

    Notes
    -----
    The first Ctrl-C (or SIGTERM) finishes the files in flight, the second ends the run at once; what is in the store
    stays in either case.
    """
    gathered = Gathered()
    tasks = (Task(place) for place in range(len(entries)))
    desk = Desk(entries, store, options)
    left = len(entries)
    try:
        with _first_interrupt() as stop:
            for done in _engine(engine)(tasks, desk, open_inspector, options, stop):
                _keep(done, gathered, store, thumbnails)
                left += len(done.more) - 1
                told(_step(entries, done))
    finally:
        store.close()
    gathered.interrupted = left > 0
    return gathered


def _engine(name: EngineName) -> Engine:
    if name == "local":
        return local
    from forgecheck.batch.cluster import on_ray

    return on_ray


def local(tasks: Iterable[Task], desk: Desk, open_inspector: Open, options: Options, stop: Event) -> Iterator[Done]:
    """The engine of one machine: threads that read and hash, each with a worker process that examines."""

    def do(worker: Worker[Job], task: Task) -> tuple[Done, tuple[Task, ...]]:
        read = hashed(task, desk.source(task))
        order = read if isinstance(read, Done) else desk.sort(read)
        done = order if isinstance(order, Done) else carried_out(worker, order)
        return done, done.more

    opened = partial(start, open_inspector)
    return results(tasks, do, opened, options.workers, options.timeout_s, stop, options.memory_bytes)


def _keep(done: Done, gathered: Gathered, store: Store, thumbnails: Path) -> None:
    if done.unread is not None:
        gathered.unread[done.task.place] = done.unread
        return
    gathered.read[done.task.place] = done.task.sha256
    if done.examined is None:
        return
    record, thumbnail, tampering = done.examined
    if thumbnail is not None:
        write_whole(picture_path(thumbnails, *record.key, ".jpg"), thumbnail)
    if tampering is not None:
        write_whole(map_path(store, record.key), tampering)
    store.append(record)  # last, so that a record never lacks its pictures
    gathered.examined += record.what != "pages"


def map_path(store: Store, key: Key) -> Path:
    """Where the map of tampering of a content is kept."""
    return picture_path(store.folder / "maps", *key, ".png")


def _step(entries: Sequence[Entry], done: Done) -> Told:
    path = row_path(entries[done.task.place].name, done.task.page)
    error = done.unread
    if done.examined is not None and done.examined.record.what == "error":
        record = done.examined.record
        error = stored_error(record.value, record.body)
    return Told(path, error, len(done.more))


@contextmanager
def _first_interrupt() -> Iterator[Event]:
    """An event that the first Ctrl-C or SIGTERM sets; the second raises KeyboardInterrupt."""
    stop = Event()

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = [(number, signal.signal(number, handle)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield stop
    finally:
        for number, handler in before:
            signal.signal(number, handler)
