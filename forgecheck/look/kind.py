"""Which kind of document a text claims to be.

Named phrases (table `kinds`) are looked for; what each one found adds its weight for every kind (table `kind_weights`,
fitted by `models/training/kinds.py`, a multinomial logistic regression), and the kind with the largest sum is told.
Titles, issuers and the shape of the lines are features like words are; nothing else goes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from forgecheck.evidence import DocumentType, Field, Flow, Kind, Page
from forgecheck.look.fields.folded import Folded, fold_flow
from forgecheck.look.shape import shape
from forgecheck.tables import table

MOST = 20_000
"""Characters that are looked at; no letter is longer, and hostile texts cost no more."""
REASONS = 6
"""Phrases that are told at the most."""
BIAS = "always"
"""Name of the row of weights that holds for every text."""

KINDS: tuple[DocumentType, ...] = get_args(DocumentType)
_SCREENS = [KINDS.index("sms_screenshot"), KINDS.index("chat_screenshot")]
_TITLE_LINES = 10
_TITLE_LENGTH = 30
_SENTENCE = re.compile("[,，。;；!?]")
_LABEL = re.compile(r".{2,5}:.")


class Feature(NamedTuple):
    """Phrases that may tell a kind, and the part of a text in which they are looked for."""

    name: str
    where: str
    words: re.Pattern[str]


class Parts(NamedTuple):
    """A text as the features search it."""

    head: str
    line: str
    text: str
    mark: str
    shape: str


def classify(text: Flow | None, fields: Sequence[Field] | None, pages: Sequence[Page]) -> Kind | None:
    """The kind with the phrases that spoke for it; None where no text was read.

    Confidence is the fitted probability, 0..1; 0 for "other", which nothing needs to speak for.
    """
    if text is None:
        return None
    parts = _parts(fold_flow(text), fields or (), pages)
    found = spoken(parts) if parts.line else {}
    if not found:
        return Kind("other", 0.0)
    sums = weights()[BIAS] + sum(weights()[name] for name in found)
    if len(pages) > 1:
        sums[_SCREENS] = -np.inf  # one screenshot is one page
    best = int(sums.argmax())
    if KINDS[best] == "other":
        return Kind("other", 0.0)
    chance = np.exp(sums - sums[best])
    return Kind(KINDS[best], round(float(1 / chance.sum()), 3), _reasons(found, best))


def spoken(parts: Parts) -> Mapping[str, str]:
    """The features that speak, by name, each with the first phrase that it found."""
    there = ((each, each.words.search(getattr(parts, each.where))) for each in features())
    return {each.name: "" if each.where == "shape" else match[0] for each, match in there if match}


def _reasons(found: Mapping[str, str], kind: int) -> tuple[str, ...]:
    """What was found for this kind, the weightiest first."""
    weighed = {name: float(weights()[name][kind]) for name in found}
    best = sorted((name for name in found if weighed[name] > 0), key=lambda name: -weighed[name])
    told = (found[name].split("=", 1)[-1].replace("\n", "")[:40] for name in best)
    return tuple(dict.fromkeys(phrase for phrase in told if len(phrase) > 1))[:REASONS]


def _parts(folded: Folded, fields: Iterable[Field], pages: Sequence[Page]) -> Parts:
    lines = [folded.text[start:end] for start, end in folded.lines if start < MOST]
    head = [line for line in lines[:_TITLE_LINES] if len(line) <= _TITLE_LENGTH and _is_title(line)]
    marks = "\n".join(f"{each.name}={each.value[:60]}" for each in fields)
    printed = "\n".join(lines)[:MOST]
    return Parts("\n".join(head), printed, folded.text[:MOST], marks[:MOST], shape(lines, pages))


def _is_title(line: str) -> bool:
    """Whether a line of the head may be a title: no sentence, no label with its value."""
    return not _SENTENCE.search(line) and not line.endswith(":") and not _LABEL.match(line)


@cache
def features() -> tuple[Feature, ...]:
    """The rows of table `kinds`."""
    rows = table("kinds")
    return tuple(Feature(row["name"], row["where"], re.compile(row["words"], re.MULTILINE)) for row in rows)


@cache
def weights() -> Mapping[str, npt.NDArray[np.float64]]:
    """For each feature its weights for `KINDS`, in their order."""
    rows = {row["name"]: np.array([float(row[kind]) for kind in KINDS]) for row in table("kind_weights")}
    return {name: rows[name] for name in (BIAS, *(each.name for each in features()))}
