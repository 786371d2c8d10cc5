"""The number on the seal was given out in another province than its owner's.

Registered seals carry a 13-digit number on the lower arc; its first six digits are the GB/T 2260 code of the county
that registered it.  Whoever draws a seal invents the number or copies another seal's.

Only ever weak.

Innocent causes
---------------
Branches and organisations that moved; numbers by local rules; one misread digit, which is why a number that one
look-alike digit would mend is left alone.

Limits
------
Compares provinces only, and only where the owner's name begins with its province.  A missing number says nothing.

Sources
-------
* GA 241.1-2000 印章治安管理信息系统 印章自动编码: first six digits are the division code.
* GB/T 2260-2007 中华人民共和国行政区划代码."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import READ_WELL, alternatives
from forgecheck.judge.seal._names import name
from forgecheck.judge.seal._sealed import NOT_SEARCHED
from forgecheck.tables import table

DIGITS = 13  # GA 241.1-2000
_ELSEWHERE = ("(", "分", "支行", "办事处", "驻")  # branches are registered where they are


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal whose number and name are of two provinces."""
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        for seal in page.seals or ():
            yield from _compared(seal)


def _compared(seal: Seal) -> Iterator[Finding]:
    known = name(seal.text) if seal.text is not None and seal.confidence >= READ_WELL else None
    if known is None or seal.serial is None or len(seal.serial) != DIGITS:
        return
    provinces = {row["prefix"]: row["name"] for row in table("provinces")}
    own = [prefix for prefix, province in provinces.items() if known.text.startswith(province)]
    given = provinces.get(seal.serial[:2])
    if not own or given is None or any(sign in known.text for sign in _ELSEWHERE):
        return
    read = seal.serial[:2]
    if own[0] == read or own[0] in alternatives(read, code=True):
        return
    yield Finding(
        "weak",
        Says(
            f"印章编号开头的{seal.serial[:6]}是{given}的区划代码，而印章上的单位“{known.text}”在"
            f"{provinces[own[0]]}。也可能是编号读错或单位搬迁。",
            f"The seal's number begins with a division code of {given}, but its owner {known.text} is in "
            f"{provinces[own[0]]}. A misread number or a move also explains it.",
        ),
        Place(seal.page, seal.box, seal.confidence),
        {"serial": seal.serial, "serial_province": given, "seal": known.text, "seal_province": provinces[own[0]]},
    )
