"""Text made easy to search: one form for every character, no stray spaces, and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from forgecheck.evidence import FieldName, Flow, Role, TextLine

# Traditional forms that a reader gives for simplified print, in the words that we search for, and Cyrillic letters.
_TRADITIONAL = str.maketrans(
    "粵蘇滬遼寧雲陝贛魯閩瓊晉執號師務銀縣區訴終復異調Оо",
    "粤苏沪辽宁云陕赣鲁闽琼晋执号师务银县区诉终复异调Oo",
)
# A space is layout unless it parts two numbers or two Latin words.
_STRAY = re.compile(r"(?<![0-9A-Za-z \t])[ \t\u200b\ufeff]+|[ \t\u200b\ufeff]+(?![0-9A-Za-z \t])")
# Sure repairs only; what may be either of two characters is for `judge.alike`.
_MISREAD = re.compile("入民(?=法院|检察院|政府)")

DIGIT = "[0-9OolI]"
"""A digit, or a letter that a reader gives for one, where only a digit can stand."""
DIGITS = str.maketrans("OolI", "0011")
"""The digits that those letters stand for."""


class Found(NamedTuple):
    """A value at a place in folded text."""

    name: FieldName
    start: int
    end: int
    value: str
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``origin[i]`` is where its character i stands in the flow."""

    text: str
    origin: tuple[int, ...]
    lines: tuple[tuple[int, int], ...]
    """Start and end of each printed line that holds something, also of those that the flow joined."""


def fold_flow(flow: Flow) -> Folded:
    """The flow's text, folded."""
    text, origin = _fold(flow.text)
    cuts = sorted({0, len(text), *(bisect_left(origin, start) for start in _printed_lines(flow))})
    lines = ((a, a + len(text[a:b].rstrip("\n"))) for a, b in pairwise(cuts))
    return Folded(text, tuple(origin), tuple((a, b) for a, b in lines if a < b))


def _printed_lines(flow: Flow) -> Iterator[int]:
    """Where a line begins, also where the flow joined it to the one before."""
    previous: TextLine | None = None
    for at, known in enumerate(flow.origin):
        if known is not None and known[1] is not previous:
            previous = known[1]
            yield at


def fold(text: str) -> str:
    """NFKC for each character that stays one character, simplified forms, spaces of layout dropped.

    >>> fold("（２０２４） 粵 0305 民初 1 號")
    '(2024)粤0305民初1号'
    """
    return _fold(text)[0]


def _fold(text: str) -> tuple[str, list[int]]:
    single = {ord(c): n for c in set(text) if len(n := unicodedata.normalize("NFKC", c)) == 1 and n != c}
    same_length = _MISREAD.sub("人民", text.translate(single).translate(_TRADITIONAL))
    parts: list[str] = []
    origin: list[int] = []
    for start, end in _kept(same_length):
        parts.append(same_length[start:end])
        origin.extend(range(start, end))
    return "".join(parts), origin


def _kept(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stray in _STRAY.finditer(text):
        yield at, stray.start()
        at = stray.end()
    yield at, len(text)
