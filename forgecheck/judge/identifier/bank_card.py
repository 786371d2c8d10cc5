"""A bank card number fails its own check digit.

Cards that banks in China give to people begin with 62, have 16 to 19 digits, and end in a digit that follows from the
others.  A number that breaks this belongs to no card: a template, or a number that was changed in the picture.

Weak only: who wants money gives a card that works.

>>> luhn_check("6222020200001234562")
True

Innocent causes
---------------
The reader may have misread a digit: nearly every wrong number is one look-alike from a right one, so only numbers that
were read very well are looked at at all.  Accounts of companies have no check digit; people cover digits.

Limits
------
Knows cards that begin with 62 only.  A right number proves nothing, and does not say whose card it is.

Sources
-------
* ISO/IEC 7812-1:2017 annex B: the check digit of cards.
* JR/T 0008-2000 《银行卡发卡行标识代码及卡号》, in force 2000-11-08: lengths and the check digit of cards in China.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR
from forgecheck.judge.identifier._digits import luhn_check, misread, numbers, shown
from forgecheck.judge.prose import UNREAD

_CARD = re.compile(r"62[0-9]{14,17}")
_COMPANY = re.compile("公司|法院|事务所|专户|银行|委员会|中心")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each card of a person, or of nobody named."""
    if evidence.fields is None:
        yield UNREAD
        return
    if any(_COMPANY.search(each.value) for each in evidence.named("payee")):
        return
    for field in numbers(evidence, "account"):
        if field.place.confidence < CLEAR or not _CARD.fullmatch(field.value) or luhn_check(field.value):
            continue
        if misread(field.value, luhn_check, field.place.confidence) == "yes":
            continue
        says = Says(
            f"卡号 {shown(field.value)} 通不过银行卡的校验，这样的卡号不存在。请先核对，不要往这个账号转钱。",
            f"The card number {shown(field.value)} fails the check of bank cards. Compare it, and send no money there.",
        )
        yield Finding("weak", says, field.place, {"card": shown(field.value)})
