"""The weekday that stands beside a date is not the weekday of that day.

开庭时间 2025年6月3日（星期五): that day was a Tuesday.  Calendars and court systems write the weekday themselves; who
changes the date of an old paper, or invents one, forgets it.

>>> import datetime
>>> datetime.date(2025, 6, 3).strftime("%A")
'Tuesday'

A hint only, for a line that was read very surely, or where no look-alike of date or weekday would make both fit.

Innocent causes
---------------
People mistype, and take the weekday from last year's calendar.  The reader takes 二 for 三 and 1 for 7.  A span of
weekdays after a date (周一至周五), and weekdays of every week (每周三), are left alone.

Limits
------
Dates without a year are not looked at.  One in seven invented weekdays fits by chance.

Sources
-------
* GB/T 7408.1-2023 (calendar dates and days of the week), in force 2023-12-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR, SURE, alternatives
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told
from forgecheck.numerals import calendar_day

MOST = 30
"""Dates that are looked at, which bounds the time."""
_N = "[0-9〇○零一二三四五六七八九十]"
_DATED = re.compile(
    rf"(?<![0-9])(?P<day>(?P<y>{_N}{{4}})(?:年(?P<m>{_N}{{1,3}})月(?P<d>{_N}{{1,3}})[日号]"
    r"|(?P<sep>[-./])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})))"
    r"[ ,、(\[]{0,2}(?:上午|下午|即|是)?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])"
    r"(?!至|到|[-~—、和及]|或|[周星礼一二三四五六日])"
)
_DAYS = "一二三四五六日"


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for match in islice(_DATED.finditer(text.text), MOST):
        day = calendar_day(match["y"], match["m"] or match["m2"], match["d"] or match["d2"])
        week = match["week"].replace("天", "日")
        if day is None or _fits(day, week):
            continue
        sure = text.place(*match.span()).confidence
        misread = any(_reads(other) for other in alternatives(match[0]))
        if sure < SURE or (misread and sure < CLEAR) or told(evidence, text, *match.span()):
            continue
        true = _DAYS[day.weekday()]
        says = Says(
            f"{match['day']}是星期{true}，文中却写成星期{week}。法院和律所的系统不会弄错，请核实日期。",
            f"{day.isoformat()} is a {day:%A}, not the weekday written beside it. Ask about the date.",
        )
        yield Finding("weak", says, text.place(*match.span()), {"date": day.isoformat(), "weekday": week, "true": true})
        return


def _fits(day: datetime.date, week: str) -> bool:
    return _DAYS[day.weekday()] == week


def _reads(words: str) -> bool:
    """Whether these words, read another way, are a day with its own weekday."""
    match = _DATED.match(words)
    day = calendar_day(match["y"], match["m"] or match["m2"], match["d"] or match["d2"]) if match else None
    return bool(match and day and _fits(day, match["week"].replace("天", "日")))
