"""Sentences, their clauses, and what the words in them stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from forgecheck.judge.words import LONGEST, Token, tokens

WHOLE = 300  # characters of the longest sentence that is read as one; assumed
_SENTENCE = re.compile(rf"[^。!?;\n]{{1,{WHOLE}}}[。!?;]?")
_CLAUSE = re.compile(r"[,:]")
# A sentence that takes up the one before.
_GOES_ON = re.compile(r"^(?:届时|到时|之后|随后|此后|然后|并|且|同时|此时|那时|再由|由此|据此|因此)")
CLOSE = 6  # characters from "无需" to the court that is not needed; assumed
_COURT = frozenset({"court", "judge", "sue", "hear", "judged", "arbiter"})
_LEAVE = re.compile("(?:依法)?(?:准许|许可|同意|允许|批准)[,、]?(?:任何[^,。]{1,6})?(?:不得|不准|不能|禁止)")
NEAR = 60  # characters between two sentences of one passage; assumed


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its known words."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    breaks: tuple[int, ...]
    """Where commas and colons stand, in the whole text."""
    row: list[Sentence]
    """All sentences of the text that hold known words, this one among them."""
    index: int
    """Its place in `row`."""

    @property
    def end(self) -> int:
        """Behind the last character."""
        return self.start + len(self.text)

    @cached_property
    def classes(self) -> frozenset[str]:
        """All that stands in it."""
        return frozenset().union(*(each.classes for each in self.tokens))

    @property
    def goes_on(self) -> bool:
        """Whether it takes up the one before ("届时…")."""
        return _GOES_ON.match(self.text) is not None

    @cached_property
    def passage(self) -> frozenset[str]:
        """What stands in it, in the two before it and the two behind it, where they are near."""
        near = self.row[max(0, self.index - 2) : self.index + 3]
        return frozenset().union(
            *(each.classes for each in near if each.start - self.end <= NEAR and self.start - each.end <= NEAR)
        )

    @property
    def before(self) -> Sentence | None:
        """The one before."""
        return self.row[self.index - 1] if self.index else None

    @cached_property
    def bypasses(self) -> bool:
        """Whether it says that there is no judgment, or that none is needed."""
        if "bypass" in self.classes:
            return True
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return any(
            "needless" in a.classes and b.classes & _COURT and b.start - a.end <= CLOSE and not self._allows(b)
            for a, b in pairs
        )

    def _allows(self, organ: Token) -> bool:
        """Whether only its leave is spoken of ("未经本院准许，不得支付")."""
        return _LEAVE.match(self.text, organ.end - self.start) is not None

    def has(self, *classes: str) -> bool:
        """Whether a word of one of these classes stands in it."""
        return not self.classes.isdisjoint(classes)

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause in which `at` lies."""
        start = max((each + 1 for each in self.breaks if each < at), default=self.start)
        return start, min((each for each in self.breaks if each >= at), default=self.end)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The known words between two places."""
        return tuple(each for each in self.tokens if start <= each.start and each.end <= end)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences that hold a known word, in reading order."""
    known = list(tokens(text))
    at = 0
    row: list[Sentence] = []
    for match in _SENTENCE.finditer(text, 0, LONGEST):
        held = []
        while at < len(known) and known[at].start < match.end():
            held.append(known[at])
            at += 1
        words = match[0]
        breaks = tuple(match.start() + each.start() for each in _CLAUSE.finditer(words))
        if held:
            row.append(Sentence(words, match.start(), tuple(held), breaks, row, len(row)))
    return tuple(row)
