"""Where the private data of a letter's recipient stands: names, identity numbers, telephones, addresses, accounts.

What a sender says of himself is evidence and stays: his name, his telephone, the account he wants money on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from forgecheck.evidence import Box, Evidence
from forgecheck.finding import Report, Says
from forgecheck.judge.prose import Prose, forget, prose
from forgecheck.show.private.addresses import addresses
from forgecheck.show.private.names import names
from forgecheck.show.private.numbers import accounts, identities, phones
from forgecheck.show.private.span import Reason, Span

AROUND = 0.12  # of a line's height, added on each side: where one character ends is known only so well; assumed

REASONS: Mapping[Reason, Says] = {
    "name": Says("姓名", "name"),
    "identity_number": Says("身份证号", "identity number"),
    "phone": Says("电话", "phone"),
    "address": Says("地址", "address"),
    "account": Says("银行账号", "bank account"),
}
"""Why a place is covered, in front of people."""


class Private(NamedTuple):
    """One place to cover."""

    page: int
    """Counts from 1."""
    box: Box
    """Pixels of the page image, inside it."""
    reason: Reason


def private_places(report: Report) -> tuple[Private, ...]:
    """The places in reading order, one for each line that a value stands on; empty where no text was read.

    Found by the words around a value, so some will be missed and some covered in vain: people must look at the copy
    before they show it.
    """
    text = prose(report.evidence)
    if text is None:
        return ()
    places = tuple(
        place for span in private_spans(report.evidence, text) for place in _places(report.evidence, text, span)
    )
    forget()
    return tuple(dict.fromkeys(places))


def private_spans(evidence: Evidence, text: Prose) -> list[Span]:
    """The private values in the text, in its order."""
    people = names(evidence, text)
    numbers = [*identities(evidence, text)]
    persons = sorted([*people, *numbers])
    return sorted(
        {
            *persons,
            *phones(evidence, text, persons),
            *addresses(text, persons),
            *accounts(evidence, text, persons),
        }
    )


def _places(evidence: Evidence, text: Prose, span: Span) -> Iterator[Private]:
    """One box a printed line, so that a value that was wrapped does not cover both lines whole."""
    pages = {page.number: page for page in evidence.pages}
    start, end = text.origin[span.start], text.origin[span.end - 1] + 1
    known = [(at, origin) for at, origin in enumerate(text.flow.origin[start:end], start) if origin is not None]
    for (number, _), part in groupby(known, key=lambda each: (each[1][0], id(each[1][1]))):
        at, *rest = (index for index, _ in part)
        box = text.flow.place(at, (rest or [at])[-1] + 1).box
        around = max(round(AROUND * box.height), 1)
        page = Box(0, 0, pages[number].width, pages[number].height)
        grown = Box(box.left - around, box.top - around, box.right + around, box.bottom + around).intersection(page)
        if grown.area:
            yield Private(number, grown, span.reason)
