"""The hearing is set for a day off, or for less than three days after the paper was made.

Courts sit on working days: weekends and public holidays (with the days worked instead) come from the calendar the
State Council publishes each year.  And the parties hear of it at least three days before.  Who invents a date looks
at neither.

Always a hint.

Innocent causes
---------------
Some courts sit on Saturdays or online at night; a hearing may be set anew by telephone, and in simplified and small
claims procedure the three days do not hold: where such words stand on the page, the three days are not counted.
The reader mistakes digits: where the line is not clear and one look-alike would make it a working day, nothing is said.

Limits
------
Days off are known from 2004 to the last year of the calendar that is installed; other years are not judged.

Sources
-------
* 全国年节及纪念日放假办法 (国务院令第795号), in force 2025-01-01, and the yearly notices of the State Council.
* 中华人民共和国民事诉讼法 art. 139 (three days), 162 (simplified procedure), in force 2024-01-01.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import chinese_calendar  # type: ignore[import-untyped]

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR, alternatives
from forgecheck.judge.paper import is_message, title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

NOTICE_DAYS = 3  # 民事诉讼法 art. 139
WEEKDAYS = "一二三四五六日"

_HEARING = re.compile(r"开庭|应到时间|到庭|庭审")
_SUMMONS = re.compile(r"传票|开庭通知|出庭通知")
_SHORTER = re.compile(r"简易|小额(?:诉讼|程序)|速裁|调解|谈话|询问|延期|改期|变更|补发|刑|执")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    made = next(evidence.named("letter_date"), None)
    for field in evidence.named("date"):
        if made is not None and made.start == field.start:
            continue
        day, start = _day(field.value), text.find(field)
        around = text.before(start, 20) + text.text[start : start + len(field.text)] + text.after(start, 24)
        if day is None or not _HEARING.search(around) or told(evidence, text, start, start + len(field.text)):
            continue
        says = _day_off(day) or _too_soon(day, evidence, text)
        if says and not _may_be_worked(field):
            yield Finding("weak", says, field.place, {"hearing": field.value})
            return


def _day_off(day: datetime.date) -> Says | None:
    if _is_worked(day) is not False:
        return None
    named = "周" + WEEKDAYS[day.weekday()]
    return Says(
        f"开庭日{day.isoformat()}是{named}，属于休息日或法定节假日。法院一般不在这天开庭，请打12368核实。",
        f"The hearing on {day.isoformat()} ({day:%A}) is a day off; courts seldom sit then. Ask the court at 12368.",
    )


def _is_worked(day: datetime.date) -> bool | None:
    """None for years that the calendar does not hold."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def _too_soon(day: datetime.date, evidence: Evidence, text: Prose) -> Says | None:
    head, made = title(evidence), _day(evidence.letter_date or "")
    if head is None or is_message(evidence) or made is None or not _SUMMONS.search(head.value):
        return None
    if not 0 <= (day - made).days < NOTICE_DAYS or _SHORTER.search(text.text):
        return None
    return Says(
        f"文书日期是{made.isoformat()}，开庭却在{day.isoformat()}。法院一般在开庭三日前通知。",
        f"The paper is dated {made.isoformat()} and the hearing is on {day.isoformat()}: "
        "courts give at least three days' notice.",
    )


def _may_be_worked(field: Field) -> bool:
    others = (_day(each) for each in alternatives(field.value))
    return field.place.confidence < CLEAR and any(each and _is_worked(each) for each in others)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
