"""Who does the work: a few workers, and a short line of jobs that wait for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import BoundedSemaphore
from typing import Generic, Protocol, TypeVar

from forgecheck.batch.child import Work
from forgecheck.stages import Stage, heard_by

Job = TypeVar("Job")
JobIn = TypeVar("JobIn", contravariant=True)
Told = Callable[[Stage], None]


class Busy(Exception):  # noqa: N818  (a state, not a fault)
    """Enough are waiting."""


class Asked(Protocol[JobIn]):
    """One who does one job at a time: `forgecheck.batch.worker.Worker`, or `Here`."""

    def open(self) -> object:
        """Load the models now; raises SetupError where one is missing."""

    def ask(self, job: JobIn, told: Told) -> str:
        """The answer; raises InputError or SetupError."""

    def halt(self) -> None:
        """End at once."""


class Here(Generic[Job]):
    """Does the work in this process: for tests, and where nobody minds a crash."""

    def __init__(self, work: Work[Job]) -> None:
        self._work = work

    def open(self) -> None:
        """Nothing to load."""

    def ask(self, job: Job, told: Told) -> str:
        """The answer; raises what the work raises."""
        with heard_by(told):
            return self._work(job)

    def halt(self) -> None:
        """Nothing to end."""


class Desk(Generic[Job]):
    """Gives each job to the next worker that is free; a worker can crash or be killed without harm to the others."""

    def __init__(self, crew: Sequence[Asked[Job]], waiting: int) -> None:
        self._crew = crew
        self._places = BoundedSemaphore(len(crew) + waiting)
        self._idle: SimpleQueue[Asked[Job]] = SimpleQueue()
        for each in crew:
            self._idle.put(each)
        self._threads = ThreadPoolExecutor(len(crew), "desk")

    def open(self) -> None:
        """Load the models now; raises SetupError where one is missing."""
        for each in self._crew:
            each.open()

    def ask(self, job: Job, told: Told = lambda _: None) -> Future[str]:
        """The answer to come, which a worker may end with InputError or SetupError; raises Busy where no place is left.

        `told` hears of the stages in another thread.
        """
        if not self._places.acquire(blocking=False):
            raise Busy
        answer = self._threads.submit(self._ask, job, told)
        answer.add_done_callback(lambda _: self._places.release())
        return answer

    def _ask(self, job: Job, told: Told) -> str:
        worker = self._idle.get()
        try:
            return worker.ask(job, told)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End every worker at once."""
        for each in self._crew:
            each.halt()
        self._threads.shutdown(wait=False, cancel_futures=True)
