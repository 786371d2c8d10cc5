"""A date on the paper does not exist, or lies much too far ahead.

30 February, 31 April or month 13 come from templates that are filled in by hand or by a script, and from dates that
were changed later.  Nobody at a court or law firm types such a day into a calendar, because there is none.

>>> from forgecheck.numerals import calendar_day
>>> calendar_day("2024", "2", "29"), calendar_day("2025", "2", "29")
(datetime.date(2024, 2, 29), None)

Innocent causes
---------------
The reader takes 1 for 7, 3 for 8 or 二 for 三: where one look-alike would make the date real, it is no more than a
hint, and nothing in a line that was not read well.  People mistype.  Numbers such as 2024-13-45 may be no date at all.

Limits
------
Dates without a year are not looked at.  A real date may still be the wrong one.  Far ahead (more than a year) is only
said of the date of the letter and of a hearing; it depends on today.

Sources
-------
* GB/T 7408.1-2023 (calendar dates), in force 2023-12-01
* 《中华人民共和国民事诉讼法》 art. 152, 164 (first instance: 6 months; simplified: 3), in force 2024-01-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE, alternatives
from forgecheck.judge.prose import UNREAD, first_of_each
from forgecheck.numerals import calendar_day, number

# Where a look-alike would make the date real, only a line read this surely is spoken of; assumed.
_FAR = datetime.timedelta(days=366)
_HEARING = re.compile(r"开庭|应到|到庭|庭审")
_PARTS = re.compile(r"[^年月日号曰./-]+")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each date that does not exist; a hint for one far ahead."""
    if evidence.fields is None:
        yield UNREAD
    for field in first_of_each(evidence.named("date")):
        found = _far_ahead(field, evidence) if _day(field.value) else _impossible(field)
        if found:
            yield found


def _day(text: str) -> datetime.date | None:
    parts = _PARTS.findall(text)
    return calendar_day(*parts) if len(parts) == 3 else None


def _impossible(field: Field) -> Finding | None:
    if None in map(number, _PARTS.findall(field.value)):
        return None
    sure = field.place.confidence
    ambiguous = any(_day(other) for other in alternatives(field.value))
    if ambiguous and sure < CLEAR:
        return None
    severity: Severity = "weak" if ambiguous or sure < SURE or "年" not in field.value else "strong"
    says = Says(f"日历上没有“{field.value}”这一天。", f"There is no such day as {field.value} in the calendar.")
    return Finding(severity, says, field.place, {"date": field.value})


def _far_ahead(field: Field, evidence: Evidence) -> Finding | None:
    today = evidence.today
    text = evidence.flow.text if evidence.flow else ""
    is_hearing = bool(_HEARING.search(text[max(0, field.start - 20) : field.end + 12]))
    is_letter = any(each.start == field.start for each in evidence.named("letter_date"))
    if not (is_hearing or is_letter) or any(_near(each, today) for each in (field.value, *alternatives(field.value))):
        return None
    says = Says(
        f"{field.value}离今天超过一年，作为{'开庭' if is_hearing else '落款'}日期不合常理。",
        f"{field.value} is over a year ahead, odd for the date of {'a hearing' if is_hearing else 'a letter'}.",
    )
    return Finding("weak", says, field.place, {"date": field.value})


def _near(value: str, today: datetime.date) -> bool:
    day = _day(value)
    return day is not None and day <= today + _FAR
