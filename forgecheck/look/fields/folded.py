"""Text made easy to search: one form for every character, no stray spaces, and the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from forgecheck.evidence import FieldName

# Traditional forms that a reader gives for simplified print, in the words that we search for.
_TRADITIONAL = str.maketrans(
    "粵蘇滬遼寧雲陝贛魯閩瓊晉執號師務銀縣區訴終復異調",
    "粤苏沪辽宁云陕赣鲁闽琼晋执号师务银县区诉终复异调",
)
# A space is layout unless it parts two numbers or two Latin words.
_STRAY = re.compile(r"(?<![0-9A-Za-z])[ \t\u200b\ufeff]+|[ \t\u200b\ufeff]+(?![0-9A-Za-z])")
_MISREAD = re.compile("入民(?=法院|检察院|政府)")


class Found(NamedTuple):
    """A value at a place in folded text."""

    name: FieldName
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Folded:
    """Folded text; ``origin[i]`` is where its character i stands in the flow."""

    text: str
    origin: tuple[int, ...]

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each line that holds something."""
        return tuple((each.start(), each.end()) for each in re.finditer(r"[^\n]+", self.text))


def fold(text: str) -> Folded:
    """NFKC for each character that stays one character, simplified forms, spaces of layout dropped.

    >>> fold("（２０２４） 粵 0305 民初 1 號").text
    '(2024)粤0305民初1号'
    """
    single = {ord(c): n for c in set(text) if len(n := unicodedata.normalize("NFKC", c)) == 1 and n != c}
    same_length = _MISREAD.sub("人民", text.translate(single).translate(_TRADITIONAL))
    parts: list[str] = []
    origin: list[int] = []
    for start, end in _kept(same_length):
        parts.append(same_length[start:end])
        origin.extend(range(start, end))
    return Folded("".join(parts), tuple(origin))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stray in _STRAY.finditer(text):
        yield at, stray.start()
        at = stray.end()
    yield at, len(text)
