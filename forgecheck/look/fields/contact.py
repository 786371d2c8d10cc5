"""Telephone numbers with their sort, and who sent a text message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Role
from forgecheck.look.fields.folded import DIGIT, DIGITS, Folded, Found

_D, _0, _1 = DIGIT, "[0Oo]", "[1lI]"
_PHONE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?(?:"
    rf"{_1}[3-9]{_D}(?:[- ]?(?:{_D}|\*){{4}}){{2}}"  # mobile, also masked
    rf"|\(?{_0}[1-9lI]{_D}{{1,2}}[)\-—–一 ]{{0,2}}[2-9]{_D}{{6,7}}"  # area code and number
    rf"|[48]{_0}{{2}}[- ]?{_D}{{3}}[- ]?{_D}{{4}}|[48]{_0}{{2}}[- ]?{_D}{{4}}[- ]?{_D}{{3}}"
    rf"|{_1}{_0}6{_D}{{5,17}}"  # short message ports
    rf"|95{_D}{{3,4}}|96{_D}{{3,4}}"
    rf"|{_1}2(?:368|345|348|378|363|309|3[1l]5|32[1l]|337|377|389|3{_0}{_0}|[1l][1l]{_0})"
    r")(?!\.?[0-9A-Za-z%*]|[万元年月])"
)
# Telephone numbering plan of mainland China (工信部 电信网编号计划, 2017); blocks of the virtual operators as of 2026.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("court_12368", re.compile("12368")),
    ("hotline", re.compile("12[0-9]{3}|12110[0-9]*|110|96110|1118[35]")),
    ("port_106", re.compile("106[0-9]{5,18}")),
    ("virtual", re.compile("1(?:62|65|67|70|71)[0-9*]{8}")),
    ("mobile", re.compile("1[3-9][0-9*]{9}")),
    ("service_400", re.compile("[48]00[0-9]{7}")),
    ("service_95", re.compile("95[0-9]{3,8}")),
    ("landline", re.compile("0(?!0)[0-9]{9,11}")),
)
_SENDER = re.compile(
    rf"[<〈《返回]{{0,3}}(?P<number>(?:\+?86 ?)?{_1}[3-9]{_D}(?:[ -]?(?:{_D}|\*){{4}}){{2}}|{_1}{_0}6[0-9OolI ]{{5,24}}"
    rf"|110|{_1}2{_D}{{3,6}}|10(?:000|010|086|099)|1118[35]|95{_D}{{3,8}}|96{_D}{{3,6}}|{_0}[1-9]{_D}{{1,2}}-?{_D}{{7,8}}"
    rf"|4{_0}{{2}}[ -]?{_D}{{3,4}}[ -]?{_D}{{3,4}}|(?:\+|00)(?!86)[1-9](?:[ -]?{_D}){{6,14}})"
    r"(?:[>〉»》]|\(.{0,12}\))?"
)
# A sender's number stands within the first lines of a screenshot: status bar, title bar, time of day.
_HEAD_LINES = 6
# Numbers that papers print as well: a clerk's beside its label, a receiver's on the sticker of a court's parcel.
_PRINTED = re.compile(r"(?:\+?86 ?)?(?:1[3-9]|0|400)")
_ON_PAPER = re.compile(
    r"(?:电话|手机号?码?|联系方式|热线|传真):?\n?\Z|法院|检察院|公安|派出所|事务所|公司|快递|专递|EMS|[收寄]件"
)
_SIGNATURE = re.compile(r"【([^】【\n]{2,24})】")
_NOT_SIGNATURE = re.compile(r"^[0-9年月日.,:/-]+元?$|[,。;!?]")


def contacts(folded: Folded) -> Iterator[Found]:
    """Fields phone and sms_sender (digits, with their role), sms_signature (without 【】).

    A sender from abroad keeps its "+" or "00".
    """
    text = folded.text
    for match in _PHONE.finditer(text):
        number = _number(match[0])
        yield Found("phone", match.start(), match.end(), number, _role(number))
    for start, end in folded.lines[:_HEAD_LINES]:
        sender = _SENDER.fullmatch(text, start, end)
        if sender and not (_PRINTED.match(sender["number"]) and _ON_PAPER.search(text, 0, start)):
            number = _number(sender["number"])
            yield Found("sms_sender", *sender.span("number"), number, _role(number))
            break
    starts, ends = (set(at) for at in zip(*folded.lines, strict=True)) if folded.lines else (set(), set())
    for match in _SIGNATURE.finditer(text):
        if (match.start() in starts or match.end() in ends) and not _NOT_SIGNATURE.search(match[1]):
            yield Found("sms_signature", match.start(), match.end(), match[1])


def _number(text: str) -> str:
    text = text.translate(DIGITS)
    digits = re.sub(r"[^0-9*]", "", text)
    if text.startswith(("+86", "86")) and len(digits) == 13:
        return digits[2:]
    return f"+{digits}" if text.startswith("+") else digits


def _role(number: str) -> Role:
    return next((role for role, pattern in _ROLES if pattern.fullmatch(number)), "")
