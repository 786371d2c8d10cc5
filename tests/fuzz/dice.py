"""Bytes as a row of decisions: the same bytes give the same text, file or form, whoever made them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from papers import papers

T = TypeVar("T")

ODD = (
    *("\n", " ", "　", "\t", "\r\n", "\0", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff"),
    *("\ud800", "\U0010ffff", "\U00020000", "e\u0301", "\u0301" * 40, "\u00ad", "ﬁ", "İ", "ß", "ﷺ", "㋿", "㈱", "㍿"),
    *"½Ⅳ①０〇零壹佰拾廿两OlI²٣๓-－.．,，（）〔〕【】《》「([)]“\"'年月日号第条款元万%@",
    *("１２", "<script>", "&amp;", "{{7*7}}", "%s", "=1+1", "＝A1", "+86", "://", "http://", "www.", ".gov.cn"),
)
"""What breaks text: control, bidirectional, lone, combining and widening characters, digits of all sorts, brackets."""

_CLAUSE = re.compile(r"[^\n。；，：]+[\n。；，：]?")
_KINDS = Path(__file__).parents[1] / "look" / "kinds"
TEXT_MAX = 1500  # characters; longer texts are for the tests of time


@cache
def clauses() -> tuple[str, ...]:
    """Parts of sentences of all papers that the tests know."""
    texts = [*papers().values(), *(path.read_text("utf-8") for path in sorted(_KINDS.glob("*.txt")))]
    return tuple(dict.fromkeys(each for text in texts for each in _CLAUSE.findall(text)))


class Dice:
    """Decisions out of bytes; 0 for ever once they are used up."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """Bytes that are not used yet."""
        return len(self._data) - self._at

    def take(self, count: int) -> bytes:
        """The next bytes, fewer at the end."""
        self._at += count
        return self._data[self._at - count : self._at]

    def below(self, limit: int) -> int:
        """A number from 0 to below `limit`."""
        return int.from_bytes(self.take(1 if limit <= 256 else 2), "big") % limit

    def one(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[self.below(len(choices))]

    def text(self) -> str:
        """Clauses of letters, odd characters, digits and raw characters, one after the other."""
        parts: list[str] = []
        while self.left > 0 and sum(map(len, parts)) < TEXT_MAX:
            kind = self.below(8)
            if kind < 4:
                parts.append(self.one(clauses()))
            elif kind < 6:
                parts.append(self.one(ODD))
            elif kind == 6:
                parts.append(str(self.below(65_536)))
            else:
                parts.append(self.take(3).decode("utf-8", "replace"))
        return "".join(parts)[:TEXT_MAX]
