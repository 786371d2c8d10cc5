"""Many jobs over several workers: one thread waits for each, so that no job can hold up or end another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Event, Lock, Thread

from forgecheck.batch.child import Job, Start
from forgecheck.batch.worker import MEMORY_BYTES, Worker
from forgecheck.errors import InputError

Answer = str | InputError
"""What a worker made of a job, or what became of it."""


def answers(
    jobs: Iterable[Job],
    start: Start[Job],
    workers: int,
    timeout_s: float,
    stop: Event,
    memory_bytes: int = MEMORY_BYTES,
) -> Iterator[tuple[Job, Answer]]:
    """Each job with its answer, once, in the order in which they are done.

    Parameters
    ----------
    jobs : iterable
        Small things that can be pickled, such as paths; taken one by one as workers come free.
    start : callable
        Opens the models in each worker; a function that a new process can import.
    workers : int
        Processes, at least 1.
    timeout_s : float
        Seconds for one job, without the opening of models.
    stop : Event
        When set, no further job is begun; those in flight are finished.
    memory_bytes : int
        What a worker may need beyond its models.

    Raises
    ------
    SetupError
        No worker could be started.
    """
    crew = [Worker(start, timeout_s, memory_bytes) for _ in range(workers)]
    done: SimpleQueue[tuple[Job, Answer] | Exception | None] = SimpleQueue()
    todo, lock = iter(jobs), Lock()

    def keep_busy(worker: Worker[Job]) -> None:
        try:
            while not stop.is_set():
                with lock:
                    job = next(todo)
                done.put((job, _ask(worker, job)))
        except StopIteration:
            pass
        except Exception as error:
            done.put(error)
        finally:
            worker.close()
            done.put(None)

    threads = [Thread(target=keep_busy, args=(worker,), daemon=True) for worker in crew]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            while (each := done.get()) is not None:
                if isinstance(each, Exception):
                    raise each
                yield each
    finally:
        stop.set()
        for worker in crew:
            worker.halt()
        for thread in threads:
            thread.join()


def _ask(worker: Worker[Job], job: Job) -> Answer:
    try:
        return worker.ask(job)
    except InputError as error:
        return error
