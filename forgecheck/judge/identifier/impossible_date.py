"""A date on the paper does not exist, or lies much too far ahead.

30 February, 31 April or month 13 come from templates that are filled in by hand or by a script, and from dates that
were changed later.  Nobody at a court or law firm types such a day into a calendar, because there is none.

>>> exists(2024, 2, 29), exists(2025, 2, 29), exists(2024, 13, 1)
(True, False, False)

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
from forgecheck.judge.identifier._ocr import SURE, alternatives
from forgecheck.judge.prose import UNREAD

# Where a look-alike would make the date real, only a line read this surely is spoken of; assumed.
_VERY_SURE = 0.95
_FAR = datetime.timedelta(days=366)
_HEARING = re.compile(r"开庭|应到|到庭|庭审")
_CHINESE = (
    {c: str(i) for i, c in enumerate("〇一二三四五六七八九")}
    | dict.fromkeys("○零OoQ", "0")
    | {"元": "1", "l": "1", "I": "1"}
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each date that does not exist; a hint for one far ahead."""
    if evidence.fields is None:
        yield UNREAD
    seen: set[str] = set()
    for field in evidence.named("date"):
        if field.value in seen:
            continue
        seen.add(field.value)
        found = _far_ahead(field, evidence) if _is_iso(field.value) else _impossible(field)
        if found:
            yield found


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _is_iso(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and exists(*map(int, value.split("-")))


def _impossible(field: Field) -> Finding | None:
    if _reads(field.value) is None or _reads(field.value):
        return None
    sure = field.place.confidence
    ambiguous = any(_reads(other) for other in alternatives(field.value))
    if ambiguous and sure < _VERY_SURE:
        return None
    severity: Severity = "weak" if ambiguous or sure < SURE or "年" not in field.value else "strong"
    says = Says(f"日历上没有“{field.value}”这一天。", f"There is no such day as {field.value} in the calendar.")
    return Finding(severity, says, field.place, {"date": field.value})


def _reads(text: str) -> bool | None:
    """Whether the date written exists; None where it cannot be taken apart."""
    parts = [_number(part) for part in re.findall(r"[^年月日号曰./-]+", text)]
    if len(parts) != 3 or None in parts:
        return None
    return exists(*(part for part in parts if part is not None))


def _number(part: str) -> int | None:
    """A year, month or day in Arabic or Chinese digits.

    >>> _number("二〇二五"), _number("十二"), _number("二十九"), _number("30")
    (2025, 12, 29, 30)
    """
    head, ten, tail = part.replace("廿", "二十").replace("卅", "三十").partition("十")
    digits = ["".join(_CHINESE.get(c, c) for c in each) for each in (head, tail)]
    if not ten:
        return int(digits[0]) if digits[0].isascii() and digits[0].isdigit() else None
    if any(each and not (each.isascii() and each.isdigit()) for each in digits):
        return None
    return int(digits[0] or 1) * 10 + int(digits[1] or 0)


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
    return _is_iso(value) and datetime.date.fromisoformat(value) <= today + _FAR
