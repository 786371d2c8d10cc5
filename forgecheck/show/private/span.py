"""What every search beside this file yields, and how near a person stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

Reason = Literal["name", "identity_number", "phone", "address", "account"]


class Span(NamedTuple):
    """A private value in the searchable text."""

    start: int
    end: int
    reason: Reason


def near(persons: Sequence[Span], at: int, reach: int) -> Iterator[Span]:
    """Those of the sorted spans that begin at most `reach` characters before `at`, the nearest first."""
    last = bisect_left(persons, (at,))
    before = (persons[index] for index in range(last - 1, -1, -1))
    return takewhile(lambda each: each.start >= at - reach, before)
