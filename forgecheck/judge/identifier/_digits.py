"""Check digits of the numbers that papers print, by their standards, and how a number is shown to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Literal

from forgecheck.evidence import Evidence, Field, FieldName
from forgecheck.judge.alike import CLEAR, alternatives, confusions
from forgecheck.judge.prose import first_of_each

MOST = 30
"""Numbers of one sort that are looked at in one document, which bounds the time; letters have a few."""

_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def identity_check(number: str) -> bool:
    """GB 11643-1999 (ISO 7064 MOD 11-2): 17 digits and a check sign.

    >>> identity_check("11010519491231002X"), identity_check("110105194912310021")
    (True, False)
    """
    if len(number) != 18 or not number[:17].isdigit():
        return False
    return number[-1] == "10X98765432"[_sum(number, _IDENTITY_WEIGHTS) % 11]


def organisation_check(code: str) -> bool:
    """GB 11714-1997: eight signs and a check sign, the hyphen left out.

    >>> organisation_check("D2143569X"), organisation_check("D21435691")
    (True, False)
    """
    if len(code) != 9 or not (code.isascii() and code[:8].isalnum() and code[:8] == code[:8].upper()):
        return False
    return code[-1] == "0X987654321"[_sum(code, _ORGANISATION_WEIGHTS) % 11]


def luhn_check(number: str) -> bool:
    """ISO/IEC 7812-1 annex B: the check digit of payment cards.

    >>> luhn_check("6222020200001234562"), luhn_check("4111111111111112")
    (True, False)
    """
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return number.isdigit() and (sum(doubled) + sum(int(digit) for digit in number[-1::-2])) % 10 == 0


def s10_check(number: str) -> bool:
    """UPU S10: two letters, eight digits, a check digit, two letters.

    >>> s10_check("EA123456785CN"), s10_check("EA123456784CN")
    (True, False)
    """
    if len(number) != 13 or not number[2:11].isdigit():
        return False
    check = 11 - _sum(number[2:10], _S10_WEIGHTS) % 11
    return int(number[10]) == {10: 0, 11: 5}.get(check, check)


def registration_check(number: str) -> bool:
    """Business registration numbers before 2015 (GS 15-2006; ISO 7064 MOD 11,10): 15 digits.

    >>> registration_check("440301100000008"), registration_check("440301100000001")
    (True, False)
    """
    if len(number) != 15 or not number.isdigit():
        return False
    product = 10
    for digit in number[:14]:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (product + int(number[14])) % 10 == 1


def numbers(evidence: Evidence, name: FieldName) -> Iterator[Field]:
    """The first of a document's numbers of one sort, each value once."""
    return islice(first_of_each(evidence.named(name)), MOST)


def repairable(value: str, holds: Callable[[str], bool], *, code: bool = False) -> bool:
    """Whether one sign taken for one that looks like it would make the number right."""
    return any(holds(other) for other in alternatives(value, code=code))


Misread = Literal["no", "perhaps", "yes"]
"""Whether a reader's mistake explains a wrong number: perhaps, where only a rare one does, on a line read surely."""


def misread(value: str, holds: Callable[[str], bool], confidence: float, *, code: bool = False) -> Misread:
    """Whether one sign taken for another would make the number right, and how plausible that is.

    Of a long number nearly every wrong form is one look-alike from a right one, so that is no excuse on a clear line:
    there only signs that are hard to tell apart for anybody excuse it (0 and O, 8 and B ...).

    >>> misread("D2143S69X", organisation_check, 0.98, code=True), misread("4111111111111171", luhn_check, 0.98)
    ('yes', 'perhaps')
    >>> misread("4111111111111171", luhn_check, 0.9), misread("2222222222222222", luhn_check, 0.9)
    ('yes', 'no')
    """
    if any(holds(other) for other in confusions(value)):
        return "yes"
    if repairable(value, holds, code=code):
        return "perhaps" if confidence >= CLEAR else "yes"
    return "no"


def shown(number: str) -> str:
    """A person's number as it may be repeated: its place and its end.

    >>> shown("11010519491231002X")
    '1101**********002X'
    """
    return number if "*" in number else f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"


def _sum(text: str, weights: tuple[int, ...]) -> int:
    return sum(int(sign, 36) * weight for sign, weight in zip(text, weights, strict=False))
