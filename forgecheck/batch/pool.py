"""Many tasks over several workers: one thread waits for each, so that no task can hold up or end another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Condition, Event, Thread
from typing import Generic, TypeVar

from forgecheck.batch.child import Job, Start
from forgecheck.batch.worker import MEMORY_BYTES, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")
Do = Callable[[Worker[Job], Task], tuple[Result, Iterable[Task]]]
"""A task to its result and to the tasks that turned up on the way; called in one thread a worker."""


class _Tasks(Generic[Task]):
    """Tasks handed out one by one; those that turned up on the way come before the rest."""

    def __init__(self, tasks: Iterable[Task], stop: Event) -> None:
        self._rest = iter(tasks)
        self._more: deque[Task] = deque()
        self._stop = stop
        self._out = 0
        self._changed = Condition()

    def take(self) -> Iterator[Task]:
        """Until nothing is left and nothing can turn up any more; each must be returned with `done`."""
        while (task := self._next()) is not None:
            yield task

    def _next(self) -> Task | None:
        with self._changed:
            while not self._stop.is_set():
                task = self._more.popleft() if self._more else next(self._rest, None)
                if task is not None:
                    self._out += 1
                    return task
                if not self._out:
                    return None
                self._changed.wait()  # for one of those that are out: it may bring more
            return None

    def done(self, more: Iterable[Task] = ()) -> None:
        """One is done, and these turned up."""
        with self._changed:
            self._more.extend(more)
            self._out -= 1
            self._changed.notify_all()


def results(
    tasks: Iterable[Task],
    do: Do[Job, Task, Result],
    start: Start[Job],
    workers: int,
    timeout_s: float,
    stop: Event,
    memory_bytes: int = MEMORY_BYTES,
) -> Iterator[Result]:
    """Each task's result, once, in the order in which they are done.

    Parameters
    ----------
    tasks : iterable
        Taken one by one as workers come free.
    do : callable
        Does one task with one worker; what it raises ends the run.
    start : callable
        Opens the models in each worker; a function that a new process can import.
    workers : int
        Processes, at least 1; each is started when it is first asked.
    timeout_s : float
        Seconds for one job, without the opening of models.
    stop : Event
        When set, no further task is begun; those in flight are finished.
    memory_bytes : int
        What a worker may need beyond its models.

    Raises
    ------
    SetupError
        No worker could be started.
    """
    crew: list[Worker[Job]] = [Worker(start, timeout_s, memory_bytes) for _ in range(workers)]
    ready: SimpleQueue[tuple[Result] | Exception | None] = SimpleQueue()
    todo = _Tasks(tasks, stop)

    def keep_busy(worker: Worker[Job]) -> None:
        try:
            for task in todo.take():
                more: Iterable[Task] = ()
                try:
                    result, more = do(worker, task)
                    ready.put((result,))
                finally:
                    todo.done(more)
        except Exception as error:
            ready.put(error)
        finally:
            worker.close()
            ready.put(None)

    threads = [Thread(target=keep_busy, args=(worker,), daemon=True) for worker in crew]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            while (each := ready.get()) is not None:
                if isinstance(each, Exception):
                    raise each
                yield each[0]
    finally:
        stop.set()
        for worker in crew:
            worker.halt()
        for thread in threads:
            thread.join()
