"""Sums, sums in words, and what the courts charge."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_SIGNS = "零壹贰叁肆伍陆柒捌玖"
_CENT = Decimal("0.01")


def cents(value: Decimal) -> Decimal:
    """Rounded to the cent."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def in_words(value: Decimal) -> str:
    """A sum below 100 million yuan in capital figures, as cheques have it.

    >>> in_words(Decimal("16398.20")), in_words(Decimal("100000")), in_words(Decimal("20010.05"))
    ('壹万陆仟叁佰玖拾捌元贰角整', '壹拾万元整', '贰万零壹拾元零伍分')
    >>> in_words(Decimal("1005000.50")), in_words(Decimal("3060.34"))
    ('壹佰万伍仟元伍角整', '叁仟零陆拾元叁角肆分')
    """
    yuan, cent = divmod(int(cents(value) * 100), 100)
    high, low = divmod(yuan, 10_000)
    words = _group(high) + "万" if high else ""
    if low:
        words += ("零" if high and low < 1000 else "") + _group(low)
    words = (words or "零") + "元"
    tenth, hundredth = divmod(cent, 10)
    if tenth:
        words += _SIGNS[tenth] + "角"
    elif hundredth:
        words += "零"
    return words + (_SIGNS[hundredth] + "分" if hundredth else "整")


def _group(value: int) -> str:
    """A number below 10 000, without a leading zero sign."""
    words, gap = "", False
    for unit, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = value // unit % 10
        if digit:
            words += ("零" if gap and words else "") + _SIGNS[digit] + name
        gap = not digit
    return words


def _stepped(value: Decimal, base: str, steps: tuple[tuple[int, int, str], ...]) -> Decimal:
    parts = (max(Decimal(0), min(value, Decimal(top)) - bottom) * Decimal(rate) for bottom, top, rate in steps)
    return cents(Decimal(base) + sum(parts, Decimal(0)))


def claim_fee(value: Decimal) -> Decimal:
    """Acceptance fee of a claim up to 500 000 yuan (诉讼费用交纳办法 article 13, in force 2007-04-01).

    >>> claim_fee(Decimal(50000))
    Decimal('1050.00')
    """
    return _stepped(value, "50", ((10_000, 100_000, "0.025"), (100_000, 200_000, "0.02"), (200_000, 500_000, "0.015")))


def preservation_fee(value: Decimal) -> Decimal:
    """Fee of preservation, at most 5 000 yuan (article 14).

    >>> preservation_fee(Decimal(50000))
    Decimal('520.00')
    """
    return min(Decimal(5000), _stepped(value, "30", ((1000, 100_000, "0.01"), (100_000, 10**9, "0.005"))))


def enforcement_fee(value: Decimal) -> Decimal:
    """Fee of enforcement up to 500 000 yuan (article 14).

    >>> enforcement_fee(Decimal(50000))
    Decimal('650.00')
    """
    return _stepped(value, "50", ((10_000, 500_000, "0.015"),))
