"""Invented numbers whose check digits are right: credit codes, identity numbers, licences, cards, parcels.

So that no number can be a living person's: identity numbers carry the sequence 000, which is never given out, mobile
numbers the block 0000, and organisation codes an unused run of letters.  Sources: GB 32100-2015, GB 11714-1997,
GB 11643-1999, ISO/IEC 7064 (MOD 11,10) and 7812-1 (Luhn), UPU S10.
"""

from __future__ import annotations

from random import Random

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def organisation_code(body: str) -> str:
    """Eight signs and their check sign (GB 11714-1997).

    >>> organisation_code("D2143569")
    'D2143569X'
    """
    total = sum(int(sign, 36) * weight for sign, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return body + "0123456789X0"[11 - total % 11]


def credit_code(rng: Random, prefix: str, division: str) -> str:
    """A unified social credit code: 18 signs; `prefix` tells the register (31 law firm, 91 company, 11 organ).

    Division codes are taken as 2 province digits and 4 more (GB 32100-2015).
    """
    body = prefix + division + organisation_code({"91": "MAXX", "31": "MDXX"}.get(prefix, "01XX") + digits(rng, 4))
    total = sum(CREDIT_ALPHABET.index(sign) * pow(3, at, 31) for at, sign in enumerate(body))
    return body + CREDIT_ALPHABET[-total % 31]


def registration(rng: Random, division: str) -> str:
    """A business registration number of before October 2015: 15 digits, from a run that is not given out."""
    body = f"{division}9999{digits(rng, 4)}"
    return body + registration_check(body)


def registration_check(body: str) -> str:
    """The check digit of the first 14 digits (ISO 7064 MOD 11,10).

    >>> registration_check("11010899991234")
    '6'
    """
    product = 10
    for digit in body:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def spoilt(code: str) -> str:
    """The code with its third sign from the end, a digit, replaced by one that reading does not mix up with it.

    >>> spoilt("11010519491231002X")
    '11010519491231042X'
    """
    return code[:-3] + unlike(code[-3]) + code[-2:]


def unlike(digit: str) -> str:
    """Another digit, one that reading does not mix up with this."""
    return "4369021842"[int(digit)]


def identity_number(rng: Random, division: str) -> str:
    """18 digits, born 1970 to 1999, sequence 000 (GB 11643-1999)."""
    body = f"{division}{rng.randint(1970, 1999)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}000"
    return body + identity_check(body)


def identity_check(body: str) -> str:
    """The check sign of the first 17 digits.

    >>> identity_check("11010519491231002")
    'X'
    """
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(sign) * weight for sign, weight in zip(body, weights, strict=True)) % 11]


def licence(rng: Random, division: str, before: int, first: str = "1") -> str:
    """A lawyer's licence: 17 digits, given out years before the letter, class 1 full time or 2 part time."""
    return f"1{division[:4]}{rng.randint(2009, before - 1)}{first}{rng.randint(0, 1)}{digits(rng, 6)}"


def card(rng: Random) -> str:
    """A bank card of 19 digits with its Luhn digit."""
    body = "621200000000" + digits(rng, 6)
    return body + luhn(body)


def luhn(body: str) -> str:
    """The Luhn digit of these digits.

    >>> luhn("411111111111111")
    '1'
    """
    doubled = (int(sign) * (2 if at % 2 == 0 else 1) for at, sign in enumerate(reversed(body)))
    return str(-sum(value - 9 if value > 9 else value for value in doubled) % 10)


def s10(rng: Random) -> str:
    """A postal item number such as EA123456785CN (UPU S10)."""
    body = digits(rng, 8)
    rest = 11 - sum(int(sign) * weight for sign, weight in zip(body, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    return f"E{rng.choice('ABEM')}{body}{ {10: 0, 11: 5}.get(rest, rest) }CN"


def digits(rng: Random, count: int) -> str:
    """So many random digits, the first of them not 0."""
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(count - 1))
