"""The worker process: opens its models, bounds its memory, then answers one job after another.

A worker writes nothing but bytes of a known form, so that its parent never unpickles what a process that reads
hostile files has written.
"""

from __future__ import annotations

import json
import signal
import warnings
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from forgecheck.batch.failure import as_input_error
from forgecheck.errors import SetupError
from forgecheck.stages import Stage, heard_by

Job = TypeVar("Job")
Work = Callable[[Job], str]
"""One job to its answer; what it raises becomes a coded error."""
Start = Callable[[], Work[Job]]
"""Opens models; a function that a new process can import."""

READY, REACHED, ANSWER, FAILED, SETUP = b"R", b"P", b"A", b"F", b"S"
"""First byte of each message; the rest is UTF-8 text (REACHED: a stage; FAILED: code and detail as a JSON list)."""


def serve(connection: Connection, start: Start[Job], memory_bytes: int) -> None:
    """Answer jobs until the parent closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    warnings.simplefilter("ignore")  # a library's remarks about a picture would end up between our lines
    try:
        work = start()
        limit_memory(memory_bytes)
        connection.send_bytes(READY)
        with heard_by(partial(_tell, connection)):
            while True:
                connection.send_bytes(_answer(work, connection.recv()))
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


def limit_memory(growth_bytes: int) -> None:
    """Let this process grow by so many bytes and no further; only Linux can.

    The limit is on private writable memory (RLIMIT_DATA), not on address space (RLIMIT_AS): shared libraries, mapped
    model files and the 64 MB that the C library reserves for each thread count for the latter without being used.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return
    import resource

    sizes = dict(line.split(":", 1) for line in status.read_text().splitlines())
    limit = int(sizes["VmData"].split()[0]) * 1024 + growth_bytes
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
