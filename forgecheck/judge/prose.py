"""Text in the form in which checks search it: half-width signs, no stray spaces, and the way back to the picture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from forgecheck.evidence import Evidence, Field, Flow, Place
from forgecheck.finding import Says, Unable
from forgecheck.judge.clauses import Sentence, sentences

# U+FF01..U+FF5E are the full-width forms of ASCII, in the same order; U+3000 is the full-width space.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# A space is layout unless it parts two Latin words or numbers.
_STRAY = re.compile(r"(?<![0-9A-Za-z \t])[ \t]+|[ \t]+(?![0-9A-Za-z \t])")
_STOPS = re.compile(r"[。!?;\n]")

UNREAD = Unable(Says("没有读出文字，这一项没法查。", "No text could be read, so this could not be examined."))
"""What a check yields that needs text where there is none."""


@dataclass(frozen=True)
class Prose:
    """The searchable text of a flow."""

    flow: Flow
    text: str

    @cached_property
    def origin(self) -> tuple[int, ...]:
        """For each character of `text` its index in the flow."""
        half = self.flow.text.translate(_HALF_WIDTH)
        gone = {at for stray in _STRAY.finditer(half) for at in range(*stray.span())}
        return tuple(index for index in range(len(half)) if index not in gone)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Those that hold known words."""
        return sentences(self.text)

    @cached_property
    def classes(self) -> frozenset[str]:
        """All classes of words that stand in it."""
        return frozenset().union(*(each.classes for each in self.sentences))

    @cached_property
    def _said(self) -> dict[re.Pattern[str], bool]:
        return {}

    def says(self, words: re.Pattern[str]) -> bool:
        """Whether these words stand in it; many checks ask the same, and the text is searched once."""
        if words not in self._said:
            self._said[words] = words.search(self.text) is not None
        return self._said[words]

    def find(self, field: Field) -> int:
        """Where a field begins in `text`."""
        return bisect_left(self.origin, field.start)

    def find_end(self, field: Field) -> int:
        """Where a field ends in `text`."""
        return bisect_left(self.origin, field.end)

    def place(self, start: int, end: int) -> Place:
        """Where ``text[start:end]`` stands on the picture."""
        return self.flow.place(self.origin[start], self.origin[end - 1] + 1)

    def before(self, start: int, reach: int) -> str:
        """At most `reach` characters before `start`, inside the same sentence."""
        return _STOPS.split(self.text[max(0, start - reach) : start])[-1]

    def after(self, end: int, reach: int) -> str:
        """At most `reach` characters after `end`, inside the same sentence."""
        return _STOPS.split(self.text[end : end + reach], maxsplit=1)[0]

    def lines(self) -> Iterator[tuple[int, str]]:
        """Start and text of each line that holds something."""
        return ((each.start(), each.group()) for each in re.finditer(r"[^\n]+", self.text))


def prose(evidence: Evidence) -> Prose | None:
    """The searchable text; None where no text was read."""
    return None if evidence.flow is None else _prose(evidence.flow)


@lru_cache(maxsize=1)
def _prose(flow: Flow) -> Prose:
    return Prose(flow, fold(flow.text))


def forget() -> None:
    """Drop the text that is kept for the next check: nobody's letter stays in memory when its judging is over."""
    _prose.cache_clear()


def first_of_each(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields without those that repeat a value."""
    said: set[str] = set()
    for field in fields:
        if field.value not in said:
            said.add(field.value)
            yield field


def fold(text: str) -> str:
    """Half-width signs, spaces of layout dropped.

    >>> fold("《合 同 法》（第 10 条） SMS from 10")
    '《合同法》(第10条)SMS from 10'
    """
    return _STRAY.sub("", half_width(text))


def half_width(text: str) -> str:
    """Full-width signs as ASCII; every character stays where it was."""
    return text.translate(_HALF_WIDTH)
