"""Who examines the uploads: a few worker processes, and a short line of people who wait for one."""

from __future__ import annotations

from functools import partial
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore

from forgecheck_web.render import Upload, opened

from forgecheck.batch.inspector import Open
from forgecheck.batch.worker import Worker
from forgecheck.load.limits import WEB

WAITING = 4  # uploads that may wait for a worker; assumed
WAIT_S = 30.0  # how long one may wait; assumed, a little more than one picture can take


class Busy(Exception):  # noqa: N818  (a state, not a fault)
    """Nobody is free, and enough are waiting."""


class Desk:
    """Examines one upload a worker at a time; every worker can crash or be killed without harm to the others."""

    def __init__(
        self, open_inspector: Open, workers: int, timeout_s: float = WEB.seconds, wait_s: float = WAIT_S
    ) -> None:
        self._wait_s = wait_s
        self._crew = [Worker(partial(opened, open_inspector), timeout_s, folders=()) for _ in range(workers)]
        self._places = BoundedSemaphore(workers + WAITING)
        self._idle: SimpleQueue[Worker[Upload]] = SimpleQueue()
        for worker in self._crew:
            self._idle.put(worker)

    def open(self) -> None:
        """Load the models now; raises SetupError where one is missing."""
        for worker in self._crew:
            worker.open()

    def __call__(self, upload: Upload) -> str:
        """The report; raises InputError, Busy, or SetupError."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            worker = self._idle.get(timeout=self._wait_s)
        except Empty:
            raise Busy from None
        else:
            try:
                return worker.ask(upload)
            finally:
                self._idle.put(worker)
        finally:
            self._places.release()

    def close(self) -> None:
        """End every worker at once."""
        for worker in self._crew:
            worker.halt()
