"""The page as an official paper: its title, the case number it gives itself, and how it ends."""

from __future__ import annotations

import re

from forgecheck.evidence import DocumentType, Evidence, Field
from forgecheck.judge.prose import Prose

MESSAGES: tuple[DocumentType, ...] = ("sms_screenshot", "chat_screenshot", "debt_relief_ad")
"""Kinds that are no papers, whatever they speak of."""
COURT_PAPERS: tuple[DocumentType, ...] = ("court_notice", "dishonest_debtor_notice", "consumption_restriction_order")
"""Kinds that only a court issues."""
OFFICIAL_PAPERS: tuple[DocumentType, ...] = (*COURT_PAPERS, "police_notice")
"""Kinds that only a court or the police issue."""
LETTERS: tuple[DocumentType, ...] = ("lawyer_letter", "contract_cancellation", "collection_notice")
"""Kinds that a lender, or somebody for him, writes to a debtor."""
HEADING = 80  # characters from the title to the paper's own case number, either way; assumed
CLOSING = 10  # lines at the end in which a paper is signed; assumed

_OWN = re.compile(r"案(?:件编)?号[:：]?\s*$")


def title(evidence: Evidence) -> Field | None:
    """The title of the paper; None where there is none, and on screens of messages."""
    if is_message(evidence):
        return None
    return next(evidence.named("title"), None)


def is_message(evidence: Evidence) -> bool:
    """Whether the page is a screen of messages or an advert."""
    return evidence.kind is not None and evidence.kind.type in MESSAGES


def own_case(evidence: Evidence, text: Prose) -> Field | None:
    """The case number that a titled paper gives itself: the first one, near the title or behind 案号."""
    head, first = title(evidence), next(evidence.named("case_number"), None)
    if head is None or first is None:
        return None
    near = abs(first.start - head.end) <= HEADING
    labelled = _OWN.search(text.text[max(0, text.find(first) - 8) : text.find(first)])
    return first if near or labelled else None


def closing(text: Prose) -> tuple[tuple[int, str], ...]:
    """Start and text of the last lines, where a paper is signed."""
    return tuple(text.lines())[-CLOSING:]
