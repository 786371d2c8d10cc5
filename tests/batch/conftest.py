"""A worker without a process of its own, for tests that ask what is made of its answers and not whether it survives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forgecheck.batch.failure import as_input_error
from forgecheck.errors import SetupError


class InlineWorker:
    """Answers as `Worker` does, some hundred times sooner."""

    def __init__(self, start: Callable, timeout_s: float, memory_bytes: int = 0) -> None:
        self._start, self._work = start, None

    def ask(self, job: object) -> str:
        self._work = self._work or self._start()
        try:
            return self._work(job)
        except SetupError:
            raise
        except Exception as error:
            raise as_input_error(error) from error

    def close(self) -> str:
        return ""

    halt = close


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of this test start no process."""
    monkeypatch.setattr("forgecheck.batch.pool.Worker", InlineWorker)
