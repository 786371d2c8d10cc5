"""Rates of interest named in a text, as per cent a year, and the caps by date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from forgecheck.judge.prose import Prose
from forgecheck.numerals import number
from forgecheck.tables import table

MOST = 200  # percentages looked at in one text; more is no letter
LPR_KNOWN_UNTIL = "2026-01-20"

_DAYS = 365
_SHARE = re.compile(
    r"(?<![\d.])(?P<figure>\d{1,4}(?:\.\d{1,4})?)(?P<sign>[%‰])"
    r"|(?P<part>[百千万])分之(?P<digits>\d{1,3}(?:\.\d{1,4})?|[一二三四五六七八九十]{1,3})(?P<point>点[一二三四五六七八九零]{1,3})?"
    r"|月息(?P<fen>[一二三四五六七八九]|\d{1,2}(?:\.\d)?)分"
)
_PERIOD = re.compile(
    r"(年(?:化|利|息|率|综合)|月(?:利|息|费率|综合)|日(?:利|息|费率|万|千|百)|[按每逐](?:[逾晚迟超拖延][期迟延]?[一了]?)?个?[年月日天周]|每?七天|[按每]星期)[^,。;\n]{0,12}\Z"
)
_AFTER = re.compile(r"(?:/|每)(年|月|日|天|周)")
_OF_INTEREST = re.compile(
    "增加|递增|上浮|加收|加罚|罚息|滞纳|收取|延期费|激励金|服务费|惩罚|逾期费|利率|利息|罚息|违约金|滞纳金|息|费率|占用费|资金成本|融资成本"
)
_PER_YEAR = {"年": 1, "月": 12, "周": 52, "星": 52, "七": 52, "日": _DAYS, "天": _DAYS}
_PARTS = {"%": 1.0, "‰": 0.1, "百": 1.0, "千": 0.1, "万": 0.01}


class Rate(NamedTuple):
    """A rate that a text names."""

    yearly: float
    """Per cent a year, without compound interest."""
    start: int
    end: int


def rates(text: Prose) -> Iterator[Rate]:
    """Rates by the year, month or day, of interest or of penalties."""
    for match in islice(_SHARE.finditer(text.text), MOST):
        before, after = text.before(match.start(), 30), text.after(match.end(), 12)
        if not _OF_INTEREST.search(before + match[0] + after):
            continue
        if match["fen"]:
            yield Rate(12 * _value(match["fen"]), *match.span())
            continue
        share = _value(match["figure"] or match["digits"]) + _decimals(match["point"])
        share *= _PARTS[match["sign"] or match["part"]]
        # The period stands before or after; 日万分之五 has its 日 right before.
        near = before + (match["part"] or "")
        following, leading = _AFTER.match(after), _PERIOD.search(near)
        period = following[1] if following else next((c for c in leading[1] if c in _PER_YEAR), "") if leading else ""
        if period:
            yield Rate(share * _PER_YEAR[period], *match.span())


def _value(digits: str) -> float:
    return float(digits) if digits.isascii() else float(number(digits) or 0)


def _decimals(point: str | None) -> float:
    digits = [number(sign) or 0 for sign in (point or "点")[1:]]
    return sum(digit * 0.1**place for place, digit in enumerate(digits, 1))


def four_times_lpr(begin: str, end: str) -> float | None:
    """The highest cap for private lending between two days (ISO), per cent a year; None where it is not known."""
    if begin > end or begin < "2020-08-20" or end > LPR_KNOWN_UNTIL:
        return None
    rows = table("lpr")
    current = [row for row in rows if row["from"] <= begin][-1]
    return 4 * max(float(row["percent"]) for row in (current, *rows) if begin <= row["from"] <= end or row is current)
