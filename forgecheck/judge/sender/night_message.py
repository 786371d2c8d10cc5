"""A message that presses for money was sent in the middle of the night.

Collectors may not call or write between ten at night and eight in the morning.  Who sends at two o'clock wants to
frighten, or sits elsewhere.

A hint only, from eleven at night to six: messages wait in queues, and a telephone that was off shows a later time.

Innocent causes
---------------
The clock of the status bar is the hour of the picture, not of the message: only times with a day, or with 凌晨 and the
like, count.  Notices of deductions and bills that are not overdue are left alone.

Limits
------
Only text messages, and only times printed above the message.  Needs a company's name or a lender in the text.

Sources
-------
* 中国银行业协会 金融机构个人消费类贷款催收工作指引（试行） (2026-01): no collecting from 22:00 to 8:00.
* GB/T 45251-2025 (collecting of online consumer credit), published 2025-02-28: the same hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

MOST = 20  # times looked at on one screen; assumed
REACH = 220  # characters after a time that belong to its message; assumed
FIRST, LAST = 23, 6  # hours between which it is the middle of the night; assumed
_DAY = r"(?:(?:\d{4}[年/-])?\d{1,2}(?:月|[/-])\d{1,2}日?|昨天|前天|今天|短信|(?:星期|周)[一二三四五六日天])"
_PART = "凌晨|上午|下午|晚上|早上|夜里|深夜|半夜"
_TIME = re.compile(
    rf"(?:^|\n)(?:短信[·, ]?)?(?:{_DAY}[, ]{{0,2}}(?:(?:星期|周)[一二三四五六日天])?[, ]{{0,2}}(?P<part>{_PART})?"
    rf"|(?P<only>{_PART}))"
    r"(?P<hour>\d{1,2}):\d{2}(?=\n|$)"
)
_PRESSES = re.compile(r"逾期|拖欠|欠款|催收|尚欠|未还|违约")
_ASKS = re.compile(r"请|尽快|立即|马上|速|务必|否则|限")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type != "sms_screenshot":
        return
    signed = issuers(evidence, text)
    if any(each.office in ("court", "police", "authority") for each in signed):
        return
    times = list(islice(_TIME.finditer(text.text), MOST))
    for at, time in enumerate(times):
        until = times[at + 1].start() if at + 1 < len(times) else len(text.text)
        message = text.text[time.end() : min(until, time.end() + REACH)]
        if not _is_night(time) or not (_PRESSES.search(message) and _ASKS.search(message)) or not signed:
            continue
        place = text.place(time.start() + time[0].startswith("\n"), time.end())
        if place.confidence < CLEAR or told(evidence, text, *time.span()):
            continue
        says = Says(
            "这条催款短信是半夜发的。按行业规定，晚上10点到早上8点不得催收；请打贷款机构的官方客服核实。",
            "This demand was sent in the middle of the night, when collecting is not allowed. Ask the lender itself.",
        )
        yield Finding("weak", says, place, {"time": time[0].strip()})
        return


def _is_night(time: re.Match[str]) -> bool:
    hour, part = int(time["hour"]), time["part"] or time["only"]
    if (part == "下午" and hour < 12) or (part in ("晚上", "夜里", "深夜", "半夜") and 6 <= hour < 12):
        hour += 12
    elif part in ("晚上", "夜里", "深夜", "半夜", "凌晨") and hour == 12:
        hour = 0
    return FIRST <= hour <= 23 or hour < LAST
