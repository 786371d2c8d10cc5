"""The number a message came from, and what sort of number that is."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from forgecheck.evidence import Evidence, Place
from forgecheck.judge.prose import half_width

Sort = Literal["official", "port", "mobile", "virtual", "service", "overseas", "landline", "unknown"]

# Telephone numbering plan of mainland China (工信部 电信网编号计划, 2017) and the blocks of virtual operators.
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("official", re.compile(r"12368|12110\d*|110|96110|12309|12389|12348|11185|11183")),
    ("overseas", re.compile(r"(?:\+|00)(?!86)\d{6,15}")),
    ("port", re.compile(r"106\d{5,18}")),
    ("virtual", re.compile(r"1(?:62|65|67|70|71)\d{8}")),
    ("mobile", re.compile(r"1[3-9]\d{9}")),
    ("service", re.compile(r"400\d{7}|95\d{3,8}")),
    ("landline", re.compile(r"0\d{9,11}")),
)
_ALONE = re.compile(r"[<《〈返回]{0,3}((?:\+|00)?\d(?:[\d -]{4,22})\d)[>》〉]?")
_HEAD_LINES = 6
# What the field sms_sender does not know.  The other sorts come from there only: a paper prints them as well.
_BEYOND_FIELD: tuple[Sort, ...] = ("official", "overseas", "service")


class Sender(NamedTuple):
    """Who sent a text message."""

    number: str
    sort: Sort
    place: Place


def sort(number: str) -> Sort:
    """What sort of number it is.

    >>> sort("12368"), sort("106901234567"), sort("17012345678"), sort("+85251234567"), sort("4001234567")
    ('official', 'port', 'virtual', 'overseas', 'service')
    """
    plain = re.sub(r"[^\d+]", "", number)
    plain = re.sub(r"^(?:\+|00)86", "", plain)
    return next((kind for kind, pattern in _SORTS if pattern.fullmatch(plain)), "unknown")


def sender(evidence: Evidence) -> Sender | None:
    """The sender's number as the screenshot shows it at its top, alone in its line; None where it shows none."""
    known = next(evidence.named("sms_sender"), None)
    if known is not None:
        return Sender(known.value, sort(known.value), known.place)
    for page in evidence.pages[:1]:
        for line in (page.lines or ())[:_HEAD_LINES]:
            alone = _ALONE.fullmatch(half_width(line.text).strip())
            if alone and (kind := sort(alone[1])) in _BEYOND_FIELD:
                return Sender(alone[1], kind, Place(page.number, line.box, line.confidence))
    return None
