"""Telephone numbers, hosts of links, and who sent a text message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import Folded, Found

_PHONE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?(?:"
    r"1[3-9][0-9](?:[- ]?[0-9*]{4}){2}"  # mobile, also masked
    r"|\(?0[1-9][0-9]{1,2}[)\-—– ]{0,2}[2-9][0-9]{6,7}"  # area code and number
    r"|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}|[48]00[- ]?[0-9]{4}[- ]?[0-9]{3}"
    r"|106[0-9]{5,17}"  # short message ports
    r"|95[0-9]{3,4}|96[0-9]{3,4}"
    r"|12(?:368|345|348|378|363|309|315|321|337|377|389|300|110)"
    r")(?![0-9A-Za-z%万元年月.])"
)
# Top-level domains seen in text messages; with a scheme any host counts.
_TLD = "com|cn|net|org|top|xyz|cc|vip|club|info|site|online|shop|wang|ink|ltd|link|me|co|tv|app|dev|io|icu|fun|pro|mobi"
_HOST = r"(?:[A-Za-z0-9-]{1,63}\.){1,6}"
_LINK = re.compile(
    rf"(?<![A-Za-z0-9.@-])(?:https?://(?P<host>{_HOST}[A-Za-z]{{2,24}}|(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}})"
    rf"|(?P<bare>{_HOST}(?:{_TLD}))(?![A-Za-z0-9@.-]))(?::[0-9]{{1,5}})?(?:/[!-~]{{0,400}})?",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"[<〈《返回]{0,3}(?P<number>(?:\+?86 ?)?1[3-9][0-9](?:[ -]?[0-9*]{4}){2}|106[0-9 ]{5,24}"
    r"|12[0-9]{3}|10(?:000|010|086|099)|1118[35]|95[0-9]{3,8}|96[0-9]{3,6}|0[0-9]{2,3}-?[0-9]{7,8})(?:[>〉»]|\(.{0,12}\))?"
)
# A sender's number stands within the first lines of a screenshot: status bar, title bar, time of day.
_HEAD_LINES = 6
# Numbers that papers print as well: a clerk's beside its label, a receiver's on the sticker of a court's parcel.
_OF_A_PERSON = re.compile(r"(?:\+?86 ?)?(?:1[3-9]|0)")
_ON_PAPER = re.compile(
    r"(?:电话|手机号?码?|联系方式|热线|传真):?\n?\Z|法院|检察院|公安|派出所|事务所|公司|快递|专递|EMS|[收寄]件"
)
_SIGNATURE = re.compile(r"【([^】【\n]{2,24})】")
_NOT_SIGNATURE = re.compile(r"^[0-9年月日.,:/-]+元?$|[,。;!?]")


def contacts(folded: Folded) -> Iterator[Found]:
    """Fields phone (digits), link (host in lower case), sms_sender (digits) and sms_signature (without 【】)."""
    text = folded.text
    for match in _PHONE.finditer(text):
        yield Found("phone", match.start(), match.end(), _number(match[0]))
    for match in _LINK.finditer(text):
        yield Found("link", match.start(), match.end(), (match["host"] or match["bare"]).lower())
    for start, end in folded.lines[:_HEAD_LINES]:
        sender = _SENDER.fullmatch(text, start, end)
        if sender and not (_OF_A_PERSON.match(sender["number"]) and _ON_PAPER.search(text, 0, start)):
            yield Found("sms_sender", *sender.span("number"), _number(sender["number"]))
            break
    starts, ends = (set(at) for at in zip(*folded.lines, strict=True)) if folded.lines else (set(), set())
    for match in _SIGNATURE.finditer(text):
        if (match.start() in starts or match.end() in ends) and not _NOT_SIGNATURE.search(match[1]):
            yield Found("sms_signature", match.start(), match.end(), match[1])


def _number(text: str) -> str:
    digits = re.sub(r"[^0-9*]", "", text)
    return digits[2:] if text.startswith(("+86", "86")) and len(digits) == 13 else digits
