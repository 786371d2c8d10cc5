"""Numbers of articles, in digits or Chinese numerals."""

from __future__ import annotations

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

# Signs that a text reader takes for each other in print; each group in itself.  Assumed.
_CONFUSED = ("0689", "17", "38", "56", "27", "35", "一二三", "四西", "七十", "六大", "千十")


def number(numeral: str) -> int | None:
    """The value of a numeral below 10 000; None where it is not well formed.

    >>> number("1260"), number("一千二百六十"), number("五百零九"), number("一〇七二"), number("十三")
    (1260, 1260, 509, 1072, 13)
    >>> number("百百"), number("一千一千")
    (None, None)
    """
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() and len(numeral) <= 4 else None
    if all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral)) if len(numeral) <= 4 else None
    total, digit, last_unit = 0, None, 10_000
    for sign in numeral:
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
    return total + (digit or 0)


def misreadings(numeral: str) -> set[int]:
    """What the numeral may have been before it was read: one sign taken for a similar one, or one doubled.

    >>> sorted(misreadings("1360"))
    [1300, 1350, 1360, 1366, 1368, 1369, 1380, 1390, 1560, 1860, 7360]
    """
    found = {numeral}
    for at, sign in enumerate(numeral):
        for group in _CONFUSED:
            if sign in group:
                found |= {numeral[:at] + other + numeral[at + 1 :] for other in group}
        if at and numeral[at - 1] == sign:
            found.add(numeral[:at] + numeral[at + 1 :])
    return {value for each in found if (value := number(each)) is not None}
