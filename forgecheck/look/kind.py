"""Which kind of document a text claims to be.

Counted phrases with weights (table `kinds`), nothing else: every kind needs one mark of *form* (a title, who writes,
how the screen looks) and a sum of at least `ENOUGH`; what merely talks of courts and debts stays "other".
The weights are assumed; tests hold them against texts of every kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, cast, get_args

from forgecheck.evidence import DocumentType, Field, Flow, Kind, Page
from forgecheck.look.fields.folded import Folded, fold_flow
from forgecheck.tables import table

ENOUGH = 3.0
"""Least sum of weights for a kind other than "other"; assumed."""
MOST = 20_000
"""Characters that are looked at; no letter is longer, and hostile texts cost no more."""

_KINDS: tuple[DocumentType, ...] = get_args(DocumentType)
_SCREENS: tuple[DocumentType, ...] = ("sms_screenshot", "chat_screenshot")
# Kinds whose look is in the wording: an advert has no title, a chat no letterhead; several different marks do instead.
_BY_WORDING: dict[DocumentType, int] = {"debt_relief_ad": 3, "chat_screenshot": 2}
_TITLE_LINES = 10
_TITLE_LENGTH = 30
_SENTENCE = re.compile("[,，。;；!?]")
_PAPER_END = re.compile("(?:书|函|令|证|票|通知|公告|回执|告知|单)$")


class Feature(NamedTuple):
    """Phrases that speak for a kind."""

    kind: str
    weight: float
    where: str
    form: bool
    words: re.Pattern[str]


class Parts(NamedTuple):
    """A text as the features search it."""

    head: str
    line: str
    text: str
    mark: str


def classify(text: Flow | None, fields: Sequence[Field] | None, pages: Sequence[Page]) -> Kind | None:
    """The kind with the phrases that spoke for it; None where no text was read.

    Confidence is the sum of weights s as s / (s + 2), from 0.6 up; 0 for "other", which nothing speaks for.
    """
    if text is None:
        return None
    parts = _parts(fold_flow(text), fields or ())
    against = sum(each.weight for each, _ in _said("against", parts))
    found = [_candidate(kind, parts, against) for kind in _KINDS if not (kind in _SCREENS and len(pages) > 1)]
    clear = [each for each in found if each.score >= ENOUGH]
    best = max(clear, key=lambda each: (each.kind in _SCREENS, each.score), default=None)
    return Kind("other", 0.0) if best is None else Kind(best.kind, best.score / (best.score + 2), best.phrases)


def _parts(folded: Folded, fields: Iterable[Field]) -> Parts:
    lines = [folded.text[start:end] for start, end in folded.lines if start < MOST]
    head = [line for line in lines[:_TITLE_LINES] if len(line) <= _TITLE_LENGTH and _is_title(line)]
    marks = "\n".join(f"{each.name}={each.value[:60]}" for each in fields)
    return Parts("\n".join(head), "\n".join(lines), folded.text[:MOST], marks[:MOST])


def _is_title(line: str) -> bool:
    """Whether a line of the head may be a title: no sentence, no label with its value."""
    return not _SENTENCE.search(line) and not line.endswith(":") and not re.match(r".{2,5}:.", line)


class _Candidate(NamedTuple):
    kind: DocumentType
    score: float
    phrases: tuple[str, ...]


def _candidate(kind: DocumentType, parts: Parts, against: float) -> _Candidate:
    said = _said(kind, parts)
    form = any(each.form for each, _ in said) or len(said) >= _BY_WORDING.get(kind, len(said) + 1)
    if kind == "chat_screenshot":
        form = form and bool(_said("topic", parts))
    # The look of a screen is no claim: news and shops are sent as messages too.
    against = 0.0 if kind in _SCREENS and form else against
    score = sum(each.weight for each, _ in said) - against if form else 0.0
    return _Candidate(kind, score, tuple(match[0].split("=", 1)[-1].replace("\n", "")[:40] for _, match in said))


def _said(kind: str, parts: Parts) -> list[tuple[Feature, re.Match[str]]]:
    """The features of a kind that speak, each with the first place where it does."""
    return [
        (each, match)
        for each in _features()
        if each.kind == kind and (match := each.words.search(cast(str, getattr(parts, each.where))))
    ]


@cache
def _features() -> tuple[Feature, ...]:
    return tuple(
        Feature(row["kind"], float(row["weight"]), row["where"], row["form"] == "yes", _compiled(row["words"]))
        for row in table("kinds")
    )


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.MULTILINE)
