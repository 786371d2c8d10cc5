"""Numbers and days of the calendar, written in Arabic or Chinese digits, and sums of money in capital figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

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


CAPITAL = "[零壹贰貳弍叁叄参參肆伍陆陸柒捌玖拾佰仟十百千万萬亿億元圆圓角分整正]"
"""Any sign of a sum in capital figures (大写), as a regular expression; 十百千 do not belong there but are common."""

_FORMS = str.maketrans("貳弍叄参參陸萬億圓圆正", "贰贰叁叁叁陆万亿元元整")
_SMALL_UNITS = str.maketrans("十百千", "拾佰仟")
_PLACE = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_D = "[零壹贰叁肆伍陆柒捌玖]"
_GROUP = "([零壹贰叁肆伍陆柒捌玖拾佰仟]{1,9})"
_SUM = re.compile(rf"(?:人民币)?(?:(?:{_GROUP}亿)?(?:{_GROUP}万)?{_GROUP}?元)?(?:零?({_D})角)?(?:零?({_D})分)?(整?)")
_ZERO = "(?:零(?![仟佰拾]))?"  # where a place is left out; 零拾 is a filled blank
_FOUR = re.compile(rf"{_ZERO}(?:({_D})仟)?{_ZERO}(?:({_D})佰)?{_ZERO}(?:({_D}?)拾)?{_ZERO}({_D})?")
# 零 is missing where a place is left out between two digits; before 仟 it may be left out.
_NO_ZERO = re.compile("仟[^零佰元万亿](?!佰)|佰[^零拾元万亿](?!拾)|[万亿][^零元万仟](?!仟)")


class Capitals(NamedTuple):
    """A sum of money in capital figures."""

    cents: int
    faults: tuple[str, ...]
    """What is not written as the rules want it, though it can be read: "missing 整", "整 after 分", "拾 without 壹",
    "missing 零", "small unit"."""


def capitals(text: str) -> Capitals | None:
    """A sum in capital figures below 10 000 亿; None where it is none or its order is wrong.

    Printed forms with filled blanks (壹仟零佰零拾零元零角零分) are sums too.

    >>> capitals("壹万零贰拾元整"), capitals("人民币拾万元"), capitals("壹拾佰元整")
    (Capitals(cents=1002000, faults=()), Capitals(cents=10000000, faults=('missing 整', '拾 without 壹')), None)

    Source: 中国人民银行 支付结算办法 (银发〔1997〕393号), annex 1 (正确填写票据和结算凭证的基本规定), art. 1 to 4.
    """
    folded = text.translate(_FORMS)
    match = _SUM.fullmatch(folded.translate(_SMALL_UNITS))
    if match is None or not any(match.groups()[:5]):
        return None
    yuan = 0
    for group in match.groups()[:3]:
        four = _four(group or "零")
        if four is None:
            return None
        yuan = yuan * 10_000 + four
    jiao, fen = (_PLACE[match[group] or "零"] for group in (4, 5))
    return Capitals(yuan * 100 + jiao * 10 + fen, tuple(_faults(folded, match)))


def _four(group: str) -> int | None:
    """A group of four places; None where its order is wrong."""
    match = _FOUR.fullmatch(group)
    if match is None:
        return None
    ten = "壹" if match[3] == "" else match[3]
    digits = (_PLACE[digit or "零"] for digit in (match[1], match[2], ten, match[4]))
    return sum(digit * unit for digit, unit in zip(digits, (1000, 100, 10, 1), strict=True))


def _faults(folded: str, match: re.Match[str]) -> Iterator[str]:
    if match[6] and match[5]:
        yield "整 after 分"
    if not match[6] and not match[4] and not match[5]:
        yield "missing 整"
    if re.search(r"(?<![零壹贰叁肆伍陆柒捌玖])[拾十]", folded):
        yield "拾 without 壹"
    if _NO_ZERO.search(match[0]):
        yield "missing 零"
    if re.search("[十百千]", folded):
        yield "small unit"
