"""One worker as its parent sees it: ask it, and whatever becomes of the process, the next question finds one."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Generic, get_args

from forgecheck.batch.child import ANSWER, FAILED, REACHED, READY, SETUP, Job, Start, serve
from forgecheck.errors import InputError, SetupError
from forgecheck.stages import Stage

MEMORY_BYTES = 1_600_000_000  # growth over the loaded models (0.4 GB), so that no process passes 2 GB
START_S = 120.0  # opening the models takes seconds; assumed, for a cold disk
STARTS = 3  # processes that may end while starting before we say that the set-up is broken; assumed
GRACE_S = 2.0  # from the end of the pipe to the end of the process; assumed, for writing a core file
JOBS = 500  # a process is replaced after so many, against slow leaks; assumed
ANSWER_BYTES = 100_000_000  # a longer message than this is none of ours


class Worker(Generic[Job]):
    """A process that is started when first asked and started anew after a crash or a timeout.

    One question at a time; `halt` may be called from another thread.
    """

    def __init__(self, start: Start[Job], timeout_s: float, memory_bytes: int = MEMORY_BYTES) -> None:
        self._start = start
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
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
            connection = self._spawn()
            try:
                message = connection.recv_bytes(ANSWER_BYTES) if connection.poll(START_S) else b""
            except (EOFError, OSError):
                message = b""
            if message == READY:
                self._connection, self._jobs = connection, 0
                continue
            connection.close()
            ended = self.close(GRACE_S)
            if message[:1] == SETUP:
                raise SetupError(message[1:].decode())
        if self._connection is None:
            raise SetupError(f"no worker process could be started: {ended}")
        return self._connection

    def _spawn(self) -> Connection:
        context = get_context("spawn")  # OpenCV does not survive a fork
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._start, self._memory_bytes), daemon=True)
        self._process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        if self._halted:
            self._process.kill()
        return ours

    def ask(self, job: Job, told: Callable[[Stage], None] = lambda _: None) -> str:
        """The worker's answer; raises InputError for what became of this job, SetupError where no worker starts.

        `told` hears of each stage that the job reaches.
        """
        if self._jobs >= JOBS:
            self.close()
        connection = self._send(job)
        self._jobs += 1
        try:
            message = self._await(connection, told)
        except (EOFError, OSError):
            raise InputError("internal", self.close(GRACE_S)) from None
        if message is None:
            self.close()
            raise InputError("timeout", f"{self._timeout_s:g} s")
        return self._told(message)

    def _await(self, connection: Connection, told: Callable[[Stage], None]) -> bytes | None:
        """The last message of a job; None where it did not come in time."""
        until = time.monotonic() + self._timeout_s
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
