"""Numbers and days of the calendar, written in Arabic or Chinese digits."""

from __future__ import annotations

import datetime

NUMERAL = "[〇○零一二三四五六七八九十百千0-9]"
"""Any sign of an article's number, as a regular expression."""

_DIGITS = (
    {sign: value for value, sign in enumerate("0123456789")}
    | {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
    | {"零": 0, "○": 0, "两": 2, "元": 1}  # 元月 is January
)
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(numeral: str) -> int | None:
    """The value of a numeral below 10 000; None where it is not well formed.

    >>> number("1260"), number("一千二百六十"), number("五百零九"), number("一〇七二"), number("十三"), number("廿五")
    (1260, 1260, 509, 1072, 13, 25)
    >>> number("百百"), number("一千一千"), number("12600"), number("")
    (None, None, None, None)
    """
    if numeral and all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral)) if len(numeral) <= 4 else None
    total, digit, last_unit = 0, None, 10_000
    for sign in numeral.replace("廿", "二十").replace("卅", "三十"):
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            unit = _UNITS[sign]
            if unit >= last_unit or (digit is None and unit != 10):
                return None
            total, digit, last_unit = total + (digit or 1) * unit, None, unit
        else:
            return None
    return total + (digit or 0) if numeral else None


def calendar_day(year: str, month: str, day: str) -> datetime.date | None:
    """The day written; None where the calendar has none such.

    >>> calendar_day("二〇二四", "十二", "三十一"), calendar_day("2023", "2", "30")
    (datetime.date(2024, 12, 31), None)
    """
    parts = [value for part in (year, month, day) if (value := number(part)) is not None]
    try:
        return datetime.date(*parts) if len(parts) == 3 else None
    except ValueError:
        return None
