"""Words to word classes: the running text as tokens, each with what it may stand for.

The table `words` holds the classes.  At a place the longest word wins, so that 我所有 is no 我所 and 社会 no 会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from forgecheck.tables import table

LONGEST = 60_000  # characters looked at; more is no letter; assumed
NO_WORD = "-"

# Terms that are written with figures: hours and minutes, the clock, days.
_TERMS = (
    ("soon", r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半|几|数)个?(?:小时|钟头|分钟|刻钟)(?:之?[内后]|以内)?"),
    ("clock", r"(?:[上下]午|早上|中午|晚上|晚|今晚|凌晨)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点时](?:整|半|前)?|:\d\d)"),
    ("days", r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?:工作日|日|天)(?:之?[内后]|以内)"),
    ("percent", r"\d{1,3}(?:\.\d+)?%|百分之[一二三四五六七八九十百\d]{1,4}|[一二两三四五六七八九]成"),
    ("multiple", r"(?:[两三四五六七八九十几数]|[2-9]|\d\d)\.?\d?倍"),
    ("years", r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:以上|以下)?"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A known word at its place."""

    text: str
    start: int
    end: int
    classes: frozenset[str]


def tokens(text: str) -> Iterator[Token]:
    """The known words of a text, in reading order; words that stand for nothing are left out."""
    words, last = _words(), 0
    for candidate in _first().finditer(text, 0, LONGEST):
        start = candidate.start()
        if start < last:
            continue
        found = _by_first()[candidate[0]].match(text, start)
        if found is None:
            continue
        last = found.end()
        classes = frozenset({found.lastgroup}) if found.lastgroup else words[found[0]]
        if NO_WORD not in classes:
            yield Token(found[0], start, last, classes)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for row in table("words"):
        for word in row["words"].split():
            known[word] = known.get(word, frozenset()) | {row["class"]}
    return known


@cache
def _by_first() -> Mapping[str, re.Pattern[str]]:
    """For each first character the words and terms that may begin with it."""
    groups: dict[str, list[str]] = {}
    for word in sorted(_words(), key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word))
    for first in "0123456789一二两三四五六七八九十半几数百上下早中晚今凌":
        terms = [f"(?P<{name}>(?<![0-9]){pattern})" for name, pattern in _TERMS]
        groups[first] = [*terms, *groups.get(first, [])]
    return {first: re.compile("|".join(each)) for first, each in groups.items()}


@cache
def _first() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, _by_first())) + "]")
