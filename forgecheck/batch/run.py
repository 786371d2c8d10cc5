"""The batch: every file examined by some worker, every result written as soon as it is there."""

from __future__ import annotations

import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from types import FrameType

from forgecheck.batch.inspector import Inspect, Open, read
from forgecheck.batch.pool import Answer, answers
from forgecheck.batch.rows import row, table
from forgecheck.batch.walk import Entry
from forgecheck.errors import InputError
from forgecheck.load.limits import BATCH
from forgecheck.show.json import as_json, as_json_error, dumps

JSON_LINES, TABLE = "results.jsonl", "results.csv"


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    labels: Counter[str] = field(default_factory=Counter)
    """Files by verdict."""
    errors: Counter[str] = field(default_factory=Counter)
    """Files that could not be judged, by code."""
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def files(self) -> int:
        """Files that have a row."""
        return self.labels.total() + self.errors.total()


def run(
    entries: Sequence[Entry],
    out: Path,
    open_inspector: Open,
    workers: int,
    timeout_s: float,
    told: Callable[[Entry, Answer], None],
) -> Tally:
    """Examine every entry and write OUT/results.jsonl and OUT/results.csv, in the order in which files are done.

    Parameters
    ----------
    open_inspector : Open
        Called in each worker with one thread; a function that a new process can import.
    workers : int
        Worker processes.
    timeout_s : float
        Seconds for one file.
    told : callable
        Hears of every file when its row is written.

    Notes
    -----
    The first Ctrl-C finishes the files in flight, the second ends the run at once; written rows stay in either case.
    """
    tally, begun = Tally(), time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    with (
        (out / JSON_LINES).open("w", encoding="utf-8") as lines,
        (out / TABLE).open("w", encoding="utf-8-sig", newline="") as cells,
        _first_interrupt() as stop,
    ):
        rows = table(cells)
        for entry, answer in answers(entries, partial(_examiner, open_inspector), workers, timeout_s, stop):
            line = dumps(as_json_error(entry.name, answer)) if isinstance(answer, InputError) else answer
            data = json.loads(line)
            lines.write(line + "\n")
            rows.writerow(row(data))
            lines.flush()
            cells.flush()
            if isinstance(answer, InputError):
                tally.errors[answer.code] += 1
            else:
                tally.labels[data["verdict"]["label"]] += 1
            told(entry, answer)
    tally.interrupted = tally.files < len(entries)
    tally.seconds = time.monotonic() - begun
    return tally


def _examiner(open_inspector: Open) -> Callable[[Entry], str]:
    """Runs in the worker, once."""
    return partial(_examine, open_inspector(1, BATCH))


def _examine(inspect: Inspect, entry: Entry) -> str:
    with entry.path.open("rb") as file:
        data = read(file, BATCH)
    return dumps(as_json(inspect(data, entry.name)))


@contextmanager
def _first_interrupt() -> Iterator[Event]:
    """An event that the first Ctrl-C sets; the second raises KeyboardInterrupt."""
    stop = Event()

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, handle)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
