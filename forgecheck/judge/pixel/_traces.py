"""From measured traces to findings, the same way for every cue.

Hints only: no cue fired falsely on 90 genuine pages of the test split (`tests/benchmarks/pixels.py --pages 90`), which
bounds the rate at 3.3 %; a strong word would need about 300 pages of each way of capture.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Cue, Page, Place, Trace
from forgecheck.finding import Finding, Says, Unable


def hints(page: Page, cue: Cue, gate: float, says: Says, not_looked: Says) -> Iterator[Finding | Unable]:
    """A weak finding for each trace of this cue at or below `gate` (log10), or that the page was not looked at."""
    if page.traces is None:
        yield Unable(not_looked, page.number)
        return
    for trace in page.traces:
        if trace.cue == cue and trace.log10_nfa <= gate:
            yield Finding("weak", says, Place(page.number, trace.box, 1.0), _facts(trace))


def _facts(trace: Trace) -> dict[str, float]:
    return {
        "log10_nfa": round(trace.log10_nfa, 1),
        **{name: round(number, 2) for name, number in trace.measured.items()},
    }
