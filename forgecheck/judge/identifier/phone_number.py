"""A telephone number to call cannot exist: its area code was never given, or a mobile number has 10 or 12 digits.

Area codes follow a national plan with large gaps: nothing begins with 036, 038 or 062.  Mobile numbers have eleven
digits.  Who invents a number, or hides his own, writes one that cannot be dialled.

A hint only, for lines that were read very surely.

Innocent causes
---------------
People mistype, and the reader drops or doubles a digit of a long number.  Numbers of contracts, accounts and parcels
look alike: only what stands behind 电话, 手机 and the like is looked at, and what is masked is left alone.

Limits
------
Codes are judged by their first digits, so a wrong code in a group that is in use passes.  A number of the right form
proves nothing.  Numbers of machines (13 digits) are left alone.

Sources
-------
* 工业和信息化部 电信网编号计划 (2017), in force 2017-12: area codes of two to three digits, mobile numbers of eleven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

MOST = 30
"""Numbers that are looked at, which bounds the time."""
# No city ever had a code in these groups; 0335, 0349, 0580 and 0701 are alone in theirs.
_NEVER = re.compile(
    r"01[1-9]|026|032|033(?!5)|034(?!9)|036|038|049|058(?!0)|06[0124578]|070(?!1)|078|080|084|086|092|096|098"
)
_LABEL = re.compile(r"电话|座机|热线|手机|拨打|致电|传真|来电|回电|固话|[Tt][Ee][Ll]|联系方式")
_NEAR = 14  # characters from the label to the number; assumed
_LANDLINE = re.compile(r"(?<![0-9A-Za-z.*+-])\(?(?P<code>0[1-9]\d{1,2})[)\-—– ]{1,2}[1-9]\d{6,7}(?![0-9*])")
_MOBILE = re.compile(
    r"(?:电话|手机|微信|拨打|致电|来电|回电|联系方式)(?:号码?)?[::是为]{0,2} ?(?:\+?86[- ]?)?"
    r"(?P<number>1[3-9]\d(?:\d{7}|\d{9}))(?![0-9*.]|[- ][0-9*])"
)
_ANOTHER = re.compile(r"编号|单号|账号|卡号|号码段|示例|格式|例如")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for start, end, zh, en in islice(_wrong(text), MOST):
        place = text.place(start, end)
        if place.confidence < CLEAR or told(evidence, text, start, end) or _ANOTHER.search(text.before(start, _NEAR)):
            continue
        yield Finding("weak", Says(zh, en), place, {"number": text.text[start:end]})
        return


def _wrong(text: Prose) -> Iterator[tuple[int, int, str, str]]:
    """Where such a number stands, and what is said of it."""
    for match in islice(_LANDLINE.finditer(text.text), MOST):
        if _NEVER.match(match["code"]) and _LABEL.search(text.before(match.start(), _NEAR)):
            yield (
                *match.span(),
                f"没有“{match['code']}”这个区号，这个电话打不通。请另查单位的官方电话核实。",
                f"There is no area code {match['code']}: look up the sender's own number elsewhere.",
            )
    for match in islice(_MOBILE.finditer(text.text), MOST):
        digits = len(match["number"])
        yield (
            *match.span("number"),
            f"手机号都是11位，这里写了{digits}位，打不通。请另查单位的官方电话核实。",
            f"Mobile numbers have 11 digits, this one has {digits}: look up the sender's number elsewhere.",
        )
