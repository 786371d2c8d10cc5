from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.stub import open_stub

from forgecheck.batch.failure import as_input_error, complaint
from forgecheck.batch.inspector import open_inspector
from forgecheck.batch.worker import Worker
from forgecheck.errors import InputError, SetupError
from forgecheck.load.limits import BATCH
from forgecheck.stages import reached


def start_stub() -> Callable[[bytes], str]:
    inspect = open_stub(1, BATCH)
    return lambda data: inspect(data, "a.png").verdict.label


def start_telling() -> Callable[[bytes], str]:
    def work(stages: bytes) -> str:
        while True:
            for stage in stages.decode().split():
                reached(stage)
            if not stages.endswith(b"again"):
                return "done"

    return work


def threads() -> Callable[[bytes], str]:
    open_inspector(1, BATCH)
    return lambda data: json.dumps(Path("/proc/self/status").read_text().split("Threads:")[1].split()[0])


def test_a_worker_answers_again_after_every_kind_of_death() -> None:
    worker = Worker(start_stub, timeout_s=1.0)
    for data, code, detail in (
        (b"abort", "internal", "worker ended by SIGABRT"),
        (b"killed", "internal", "worker ended by SIGKILL"),
        (b"hang", "timeout", "1 s"),
        (b"bug", "internal", "KeyError"),
        (b"error too_small", "too_small", ""),
    ):
        with pytest.raises(InputError) as error:
            worker.ask(data)
        assert (error.value.code, error.value.detail) == (code, detail)
        assert worker.ask(b"fine") == "no_forgery_found"
    worker.close()


def test_a_worker_that_died_while_idle_costs_no_job() -> None:
    worker = Worker(start_stub, timeout_s=60.0)
    assert worker.ask(b"fine") == "no_forgery_found"
    worker._process.kill()
    worker._process.join()
    assert worker.ask(b"forged") == "forged"
    worker.close()


def test_the_stages_of_a_job_are_heard_while_it_runs() -> None:
    worker, heard = Worker(start_telling, timeout_s=60.0), []
    assert worker.ask(b"read look judge", heard.append) == "done"
    assert heard == ["read", "look", "judge"]
    assert worker.ask(b"read unheard-of", heard.append) == "done"
    assert heard[3:] == ["read"]
    worker.close()


def test_a_worker_that_never_stops_telling_is_ended_in_time() -> None:
    worker = Worker(start_telling, timeout_s=1.0)
    with pytest.raises(InputError, match="timeout"):
        worker.ask(b"look again")
    worker.close()


def test_a_halted_worker_starts_no_process() -> None:
    worker = Worker(start_stub, timeout_s=60.0)
    worker.halt()
    with pytest.raises(SetupError):
        worker.ask(b"fine")


@pytest.mark.reader
@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_a_worker_keeps_to_few_threads() -> None:
    worker = Worker(threads, timeout_s=60.0)
    assert int(json.loads(worker.ask(b""))) <= 4
    worker.close()


@pytest.mark.parametrize("words", ["[ONNXRuntimeError] : 1 : FAIL : bad allocation", "OpenCV: Insufficient memory", ""])
def test_no_memory_is_told_whoever_ran_out_of_it(words: str) -> None:
    error = RuntimeError(words) if words else MemoryError()
    assert as_input_error(error).code == "out_of_memory"


def test_a_complaint_cannot_steer_a_terminal() -> None:
    told = complaint("\x1b]52;c;aGk=\x07a\nb\u202egnp.exe", InputError("truncated"))
    assert told.isprintable()
    assert "[truncated]" in told
