"""Counts for the operator, as Prometheus text; nothing here tells one person from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from threading import Lock

from forgecheck_web.checks import BOUNDS_S, Checks
from forgecheck_web.problems import Problem

from forgecheck import __version__


class Metrics:
    """What happened since the start."""

    def __init__(self, checks: Checks) -> None:
        self._checks = checks
        self._refused: Counter[str] = Counter()
        self._lock = Lock()

    def refused(self, problem: Problem) -> None:
        """Count a request that ended in a problem."""
        with self._lock:
            self._refused[problem.code] += 1

    def text(self) -> str:
        """All counts in the text format of Prometheus."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        counts, tally = self._checks.counts(), self._checks.tally()
        yield from _head("forgecheck_info", "gauge", "The version that runs.")
        yield f'forgecheck_info{{version="{__version__}"}} 1'
        yield from _head("forgecheck_checks_total", "counter", "Finished checks by verdict or error code.")
        yield from (
            f'forgecheck_checks_total{{outcome="{name}"}} {count}' for name, count in sorted(tally.ended.items())
        )
        yield from _head("forgecheck_check_seconds", "histogram", "Seconds from upload to verdict.")
        for bound, count in zip((*map(str, BOUNDS_S), "+Inf"), tally.within, strict=True):
            yield f'forgecheck_check_seconds_bucket{{le="{bound}"}} {count}'
        yield f"forgecheck_check_seconds_sum {tally.seconds:.3f}"
        yield f"forgecheck_check_seconds_count {tally.ended.total()}"
        yield from _head("forgecheck_problems_total", "counter", "Requests that ended in a problem, by code.")
        with self._lock:
            refused = sorted(self._refused.items())
        yield from (f'forgecheck_problems_total{{code="{code}"}} {count}' for code, count in refused)
        yield from _head("forgecheck_held", "gauge", "Checks in memory by state.")
        yield from (f'forgecheck_held{{state="{state}"}} {counts[state]}' for state in ("waiting", "running", "done"))
        yield from _head("forgecheck_held_bytes", "gauge", "Bytes of uploads and results in memory.")
        yield f"forgecheck_held_bytes {counts['bytes']}"


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} {kind}"
