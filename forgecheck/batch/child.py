"""The worker process: opens its models, locks itself in, then answers one job after another.

A worker writes nothing but bytes of a known form, so that its parent never unpickles what a process that reads
hostile files has written.
"""

from __future__ import annotations

import json
import signal
import sys
import warnings
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar

from forgecheck.batch.failure import as_input_error
from forgecheck.confine import before_files, before_models
from forgecheck.confine.rlimits import allow_time, stop_time
from forgecheck.errors import SetupError
from forgecheck.load.limits import Bounds
from forgecheck.stages import Stage, heard_by

Job = TypeVar("Job")
Work = Callable[[Job], str]
"""One job to its answer; what it raises becomes a coded error."""
Start = Callable[[], Work[Job]]
"""Opens models; a function that a new process can import."""

READY, REACHED, ANSWER, FAILED, SETUP = b"R", b"P", b"A", b"F", b"S"
"""First byte of each message; the rest is UTF-8 text (READY: the locks, REACHED: a stage, FAILED: code and detail; the
locks and the failure as JSON lists)."""


class Cell(NamedTuple):
    """How a worker is locked in: see `forgecheck.confine`."""

    bounds: Bounds
    folders: tuple[Path, ...] | None
    """Where the inputs lie that it reads by itself; None: it may read everything that its user may."""
    own: Path
    """The folder that it may write while it opens its models."""


def serve(connection: Connection, start: Start[Job], cell: Cell) -> None:
    """Answer jobs until the parent closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    warnings.simplefilter("ignore")  # a library's remarks about a picture would end up between our lines
    # pandas, which comes with paddlex, loads pyarrow where it is installed: 37 MB and a thread that nobody here needs
    sys.modules["pyarrow"] = None  # type: ignore[assignment]
    try:
        files = before_models(cell.folders, cell.own)
        work = start()
        calls = before_files(cell.bounds)
        connection.send_bytes(READY + json.dumps([files, calls]).encode())
        with heard_by(partial(_tell, connection)):
            while True:
                job = connection.recv()
                allow_time(cell.bounds)
                connection.send_bytes(_answer(work, job))
                stop_time()
    except (EOFError, ConnectionError):
        return
    except Exception as error:
        said = str(error) if isinstance(error, SetupError) else f"{type(error).__name__}: {error}"
        connection.send_bytes(SETUP + said.encode())


def _tell(connection: Connection, stage: Stage) -> None:
    connection.send_bytes(REACHED + stage.encode())


def _answer(work: Work[Job], job: Job) -> bytes:
    try:
        return ANSWER + work(job).encode()
    except SetupError:
        raise
    except Exception as error:  # whatever a hostile file brings about ends that file only
        failed = as_input_error(error)
        return FAILED + json.dumps([failed.code, failed.detail]).encode()
