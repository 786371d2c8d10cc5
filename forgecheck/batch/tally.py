"""What a run came to: counts over its rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from heapq import heappush, heappushpop

from forgecheck.batch.rows import Row

BINS = 10  # of the scores, each a tenth wide
SLOWEST = 5  # files that are named


@dataclass(slots=True)
class Tally:
    """Counts; they grow with every row."""

    labels: Counter[str] = field(default_factory=Counter)
    """Rows by verdict."""
    errors: Counter[str] = field(default_factory=Counter)
    """Rows that could not be judged, by code."""
    types: Counter[str] = field(default_factory=Counter)
    """Rows by kind of document."""
    checks: Counter[str] = field(default_factory=Counter)
    """Rows by check that found something wrong."""
    scores: list[int] = field(default_factory=lambda: [0] * BINS)
    """Rows by tenth of the score."""
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """Milliseconds and path; a heap, the least slow first."""
    same: int = 0
    """Rows whose bytes an earlier row has."""
    examined: int = 0
    """Contents examined by this run; the others were known or alike."""
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def files(self) -> int:
        """Rows in all."""
        return self.labels.total() + self.errors.total()

    def add(self, row: Row) -> None:
        """Count one row."""
        self.same += bool(row.get("same_as"))
        if error := row.get("error"):
            self.errors[str(error)] += 1
            return
        self.labels[str(row["label"])] += 1
        self.types[str(row["type"])] += 1
        self.checks.update(str(row["checks"] or "").split())
        score, ms = row["score"], row["ms"]
        if isinstance(score, (int, float)):
            self.scores[min(int(score * BINS), BINS - 1)] += 1
        if isinstance(ms, (int, float)):
            (heappush if len(self.slowest) < SLOWEST else heappushpop)(self.slowest, (ms, str(row["path"])))
