"""Citations of articles, what the articles say, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from forgecheck.evidence import Evidence, Field
from forgecheck.judge.prose import Prose, fold
from forgecheck.tables import table


class Content(NamedTuple):
    """What an article of a statute says in one version: ISO dates, "" for no end."""

    article: str
    """"193", or "175-1" for 第一百七十五条之一."""
    valid_from: str
    valid_to: str
    kind: str
    """crime: the article's own crime; civil; procedure."""
    words: re.Pattern[str]
    says: tuple[str, str]

    def holds(self, date: str) -> bool:
        """Whether this version was law on that day."""
        return self.valid_from <= date and (not self.valid_to or date <= self.valid_to)


class Citation(NamedTuple):
    """One article that the text cites."""

    field: Field
    statute: str
    article: str
    """As in `Content`; "0" for none."""
    start: int
    end: int


@cache
def contents() -> Mapping[str, tuple[Content, ...]]:
    """What is known of articles, by the usual name of the statute."""
    found: dict[str, tuple[Content, ...]] = {}
    for row in table("articles"):
        one = Content(
            row["article"],
            row["valid_from"],
            row["valid_to"],
            row["kind"],
            re.compile(row["words"]),
            (row["says_zh"], row["says_en"]),
        )
        found[row["statute"]] = (*found.get(row["statute"], ()), one)
    return found


def citations(evidence: Evidence, text: Prose, most: int) -> Iterator[Citation]:
    """The first citations with an article, at most so many, in reading order."""
    fields = (each for each in evidence.named("statute") if each.value.split("|")[1] != "0")
    for field, _ in zip(fields, range(most), strict=False):
        name, article, sub, *_ = field.value.split("|")
        start = text.find(field)
        yield Citation(field, name, article if sub == "0" else f"{article}-{sub}", start, start + len(fold(field.text)))
