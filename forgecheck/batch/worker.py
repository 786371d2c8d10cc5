"""One worker as its parent sees it: ask it, and whatever becomes of the process, the next question finds one."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, get_args

from forgecheck.batch.child import ANSWER, FAILED, REACHED, READY, SETUP, Cell, Job, Start, serve
from forgecheck.confine import Lock
from forgecheck.errors import InputError, SetupError
from forgecheck.load.limits import MEMORY_BYTES as MEMORY_BYTES
from forgecheck.load.limits import Bounds
from forgecheck.stages import Stage

START_S = 120.0  # opening the models takes seconds; assumed, for a cold disk
STARTS = 3  # processes that may end while starting before we say that the set-up is broken; assumed
GRACE_S = 2.0  # from the end of the pipe to the end of the process; assumed, for writing a core file
_CLOCKS = ("SIGXCPU", "SIGALRM")  # how the kernel ends a process whose time is over
ANSWER_BYTES = 100_000_000  # a longer message than this is none of ours


class WorkerDiedError(InputError):
    """The process ended while it had the job: killed by its file, or by the system."""


class Worker(Generic[Job]):
    """A process that is started when first asked and started anew after a crash or a timeout.

    One question at a time; `halt` may be called from another thread.

    Parameters
    ----------
    start : callable
        Opens the models in the process; a function that a new process can import.
    timeout_s : float
        Seconds for one job, without the opening of models.
    memory_bytes : int
        What the process may need beyond its models.
    folders : sequence of Path, optional
        Where the inputs lie that the worker reads by itself; all that its user may read when omitted.
    """

    def __init__(
        self,
        start: Start[Job],
        timeout_s: float,
        memory_bytes: int = MEMORY_BYTES,
        folders: Sequence[Path] | None = None,
    ) -> None:
        self._start = start
        self._bounds = Bounds(timeout_s, memory_bytes)
        self._folders = None if folders is None else tuple(folders)
        self.locks: tuple[Lock, ...] = ()
        """How the process is locked in, once it is open."""
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._jobs = 0
        self._halted = False

    def open(self) -> Connection:
        """A process that is ready, started if there is none; raises SetupError where none gets ready."""
        ended = "it was halted"
        for _ in range(STARTS):
            if self._connection is not None:
                return self._connection
            if self._halted:
                break
            with TemporaryDirectory(prefix="forgecheck-", ignore_cleanup_errors=True) as own:
                connection = self._spawn(Path(own))
                try:
                    message = connection.recv_bytes(ANSWER_BYTES) if connection.poll(START_S) else b""
                except (EOFError, OSError):
                    message = b""
            if message[:1] == READY:
                self._connection, self._jobs = connection, 0
                self.locks = tuple(Lock(*each) for each in json.loads(message[1:]))
                continue
            connection.close()
            ended = self.close(GRACE_S)
            if message[:1] == SETUP:
                raise SetupError(message[1:].decode())
        if self._connection is None:
            raise SetupError(f"no worker process could be started: {ended}")
        return self._connection

    def _spawn(self, own: Path) -> Connection:
        context = get_context("spawn")  # OpenCV does not survive a fork
        ours, theirs = context.Pipe()
        cell = Cell(self._bounds, self._folders, own)
        self._process = context.Process(target=serve, args=(theirs, self._start, cell), daemon=True)
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        if self._halted:
            self._process.kill()
        return ours

    def ask(self, job: Job, told: Callable[[Stage], None] = lambda _: None) -> str:
        """The worker's answer; raises InputError for what became of this job, SetupError where no worker starts.

        `told` hears of each stage that the job reaches.
        """
        if self._jobs >= self._bounds.jobs:
            self.close()
        connection = self._send(job)
        self._jobs += 1
        try:
            message = self._await(connection, told)
        except (EOFError, OSError):
            ended = self.close(GRACE_S)
            if ended.endswith(_CLOCKS):
                raise InputError("timeout", ended) from None
            raise WorkerDiedError("internal", ended) from None
        if message is None:
            self.close()
            raise InputError("timeout", f"{self._bounds.seconds:g} s")
        return self._told(message)

    def _await(self, connection: Connection, told: Callable[[Stage], None]) -> bytes | None:
        """The last message of a job; None where it did not come in time."""
        until = time.monotonic() + self._bounds.seconds
        while (left := until - time.monotonic()) > 0 and connection.poll(left):
            message = connection.recv_bytes(ANSWER_BYTES)
            if message[:1] != REACHED:
                return message
            for stage in get_args(Stage):
                if message[1:] == stage.encode():
                    told(stage)
        return None

    def _send(self, job: Job) -> Connection:
        try:
            connection = self.open()
            connection.send(job)
        except OSError:  # it ended while idle, which is not the fault of this job
            self.close()
            connection = self.open()
            connection.send(job)
        return connection

    def _told(self, message: bytes) -> str:
        kind, text = message[:1], message[1:].decode()
        if kind == ANSWER:
            return text
        if kind == FAILED:
            raise InputError(*json.loads(text))
        self.close()
        raise SetupError(text)

    def close(self, grace_s: float = 0.0) -> str:
        """End the process, if there is one; tells in words how it ended.

        A process that has closed its pipe gets `grace_s` seconds to end by itself: its own end tells more than
        our kill.
        """
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is None:
            return "no process"
        self._process.join(grace_s)
        self._process.kill()
        self._process.join()
        code, self._process = self._process.exitcode or 0, None
        return f"worker ended by {signal.Signals(-code).name}" if code < 0 else f"worker ended with code {code}"

    def halt(self) -> None:
        """Kill the process and start no other."""
        self._halted = True
        process = self._process
        if process is not None:
            process.kill()
