"""Small whole numbers in Arabic or Chinese digits."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零Oo", 0) | {"两": 2, "元": 1}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def integer(text: str) -> int:
    """The number written, up to 9999 with units; raises ValueError for anything else.

    >>> integer("1260"), integer("六百七十五"), integer("十一"), integer("二〇二三"), integer("廿五")
    (1260, 675, 11, 2023, 25)
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if not text:
        raise ValueError("no digits")
    if all(c in _DIGITS or c.isdigit() for c in text):
        return int("".join(str(_DIGITS.get(c, c)) for c in text))
    total, pending = 0, 0
    for c in text:
        if c in _UNITS:
            total += (pending or 1) * _UNITS[c]
            pending = 0
        elif c in _TENS:
            total += _TENS[c]
        elif c in _DIGITS:
            pending = _DIGITS[c]
        else:
            raise ValueError(f"{c!r} is no digit")
    return total + pending
