"""Sums of money for checks: in cents, with what a reader may have taken them for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from forgecheck.evidence import Evidence, Field
from forgecheck.judge.alike import alternatives
from forgecheck.judge.prose import Prose, fold
from forgecheck.judge.told import quoted, warned_of
from forgecheck.numerals import capitals

MOST = 200  # amounts looked at in one text; more is no letter

# Capital figures that look alike.
_ALIKE = {"仟": "佰", "佰": "仟", "拾": "捌", "捌": "拾", "贰": "叁", "叁": "贰", "伍": "陆", "陆": "伍"}


class Amount(NamedTuple):
    """An amount at its place in the searchable text."""

    field: Field
    cents: int
    start: int
    end: int

    @property
    def sure(self) -> float:
        """The reader's own confidence, 0..1."""
        return self.field.place.confidence

    @property
    def in_words(self) -> bool:
        """Whether it is written in capital figures."""
        return capitals(self.field.text.replace(" ", "")) is not None


def amounts(evidence: Evidence, text: Prose) -> tuple[Amount, ...]:
    """All amounts, in reading order."""
    return tuple(_amount(field, text) for field in islice(evidence.named("amount"), MOST))


def _amount(field: Field, text: Prose) -> Amount:
    start = text.find(field)
    return Amount(field, int(field.value.replace(".", "")), start, start + len(fold(field.text)))


def readings(amount: Amount) -> Iterator[int]:
    """What the sum would be in cents if the reader took one character for one that looks like it."""
    if amount.in_words:
        for at, sign in enumerate(amount.field.text):
            other = capitals(amount.field.text[:at] + _ALIKE.get(sign, sign) + amount.field.text[at + 1 :])
            if other:
                yield other.cents
    else:
        yield from (int(other.replace(".", "")) for other in alternatives(amount.field.value))


def retold(text: Prose, start: int, end: int) -> bool:
    """Whether a sum is what others say, on a page that is not as a whole about such papers (see `told.about`)."""
    return quoted(text, start, end) or warned_of(text, start, end)


def yuan(cents: int) -> str:
    """In yuan, as people write it.

    >>> yuan(1234567), yuan(5000000)
    ('12,345.67', '50,000')
    """
    return f"{cents / 100:,.2f}".removesuffix(".00")
