from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

import pytest
from batch.test_worker import start_stub

from forgecheck.batch.pool import results
from forgecheck.batch.worker import Worker
from forgecheck.errors import InputError, SetupError


def done(tasks: list[int], do: Callable, workers: int = 2, stop: Event | None = None) -> list:
    return list(results(tasks, do, start_stub, workers, 60.0, stop or Event()))


def test_each_task_is_done_once() -> None:
    assert sorted(done(list(range(200)), lambda worker, task: (task, ()), workers=4)) == list(range(200))


def test_tasks_that_turn_up_on_the_way_are_done_too_even_at_the_very_end() -> None:
    def do(worker: Worker, task: int) -> tuple[int, list[int]]:
        time.sleep(0.01)
        return task, [10 * task + 1, 10 * task + 2] if task < 100 else []

    expected = [1, 11, 12, *(10 * each + more for each in (11, 12) for more in (1, 2))]
    assert sorted(done([1], do, workers=3)) == expected


def test_no_worker_is_started_for_tasks_that_need_none() -> None:
    before = time.monotonic()
    done([1, 2], lambda worker, task: (task, ()))
    assert time.monotonic() - before < 5


def test_workers_are_asked_in_parallel() -> None:
    def do(worker: Worker, task: bytes) -> tuple[str, tuple[()]]:
        return worker.ask(task), ()

    found = list(results([b"fine", b"forged", b"blurred"], do, start_stub, 2, 60.0, Event()))
    assert sorted(found) == ["forged", "inconclusive", "no_forgery_found"]


def test_a_stop_lets_what_is_in_flight_end_and_begins_nothing() -> None:
    stop = Event()

    def do(worker: Worker, task: int) -> tuple[int, list[int]]:
        stop.set()
        return task, [99]

    assert done(list(range(100)), do, workers=1, stop=stop) == [0]


@pytest.mark.parametrize("error", [SetupError("x.onnx is missing"), RuntimeError("a bug")])
def test_what_a_task_raises_ends_the_run(error: Exception) -> None:
    def do(worker: Worker, task: int) -> tuple[int, tuple[()]]:
        raise error

    with pytest.raises(type(error)):
        done([1, 2, 3], do)


def test_a_failed_file_is_a_result_of_its_task() -> None:
    def do(worker: Worker, task: bytes) -> tuple[str, tuple[()]]:
        try:
            return worker.ask(task), ()
        except InputError as error:
            return error.code, ()

    found = list(results([b"error truncated", b"fine"], do, start_stub, 1, 60.0, Event()))
    assert found == ["truncated", "no_forgery_found"]
