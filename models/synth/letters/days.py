"""Working days from 2021 to 2026, and dates as letters write them."""

from __future__ import annotations

from datetime import date, timedelta

from forgecheck_models.synth.letters.tables import rows

_OFF = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows("holidays"))


def is_workday(day: date) -> bool:
    """Monday to Friday and no holiday; the working weekends beside holidays are left out."""
    return day.weekday() < 5 and not any(first <= day <= last for first, last in _OFF)


def workday(day: date) -> date:
    """This day, or the next one on which offices work."""
    while not is_workday(day):
        day += timedelta(1)
    return day


def plain(day: date) -> str:
    """As most letters write it: 2024年5月6日."""
    return f"{day.year}年{day.month}月{day.day}日"


def formal(day: date) -> str:
    """As judgments write it.

    >>> formal(date(2024, 5, 26)), formal(date(2020, 10, 10))
    ('二〇二四年五月二十六日', '二〇二〇年十月十日')
    """
    year = "".join("〇一二三四五六七八九"[int(sign)] for sign in str(day.year))
    return f"{year}年{_below_hundred(day.month)}月{_below_hundred(day.day)}日"


def _below_hundred(value: int) -> str:
    tens, ones = divmod(value, 10)
    signs = "〇一二三四五六七八九"
    return (("" if tens == 1 else signs[tens]) + "十" if tens else "") + (signs[ones] if ones else "")
