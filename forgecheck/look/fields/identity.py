"""Numbers that name a person or a body: identity cards, lawyers' licences, organisation codes.

A number stands after its label; an identity number is also known by its shape.  Whether it can exist is for
`judge` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from forgecheck.look.fields.folded import DIGITS, Folded, Found
from forgecheck.numerals import calendar_day
from forgecheck.tables import table

_SIGN = r"[0-9OolI*×xX●■]"
MASKS = str.maketrans("×x●■", "****")
_GAP = r"[^0-9A-Za-z\n*]{0,4}\n?"  # colon, bracket, or the next cell of a table
_REACH = 16  # characters before a number in which its label stands

_IDENTITY = re.compile(rf"(?<![0-9A-Za-z*])[1-9lI](?:[ ]?{_SIGN}){{13,17}}(?![0-9A-Za-z*])")
_IDENTITY_LABEL = re.compile(rf"(?:身份证(?:件)?(?:号码?)?|(?:公民)?身份号码|证件(?:号码?)?|证号){_GAP}\Z")
_CARD_LABEL = re.compile(r"(?:[账帐卡][号户]|银行卡|合同|编号)[^0-9\n]{0,6}\Z")
# A number shown in part: the hidden signs in one run.
_COVERED = re.compile(r"[0-9]{2,14}\*{4,15}[0-9]{0,3}[0-9X]?")

# A firm's 执业许可证 and the licences of clinics are other numbers.
_LICENCE = re.compile(
    rf"(?:律师证号?|执业证书?(?:号码?)?|执业证号){_GAP}(?P<no>[0-9OolI](?:[ ]?[0-9OolI*×]){{7,19}})(?![0-9A-Za-z*])"
)
_OTHERS_LICENCE = re.compile(r"实习|工作者|法律服务|公证员|鉴定|医师|药师|护士|教师|建造师|会计")
_BARE_LICENCE = re.compile(r"律师[^0-9A-Za-z\n]{0,12}(?P<no>1[0-9OolI]{16})(?![0-9A-Za-z*])")

_ORGANISATION_CODE = re.compile(
    rf"组织机构代码(?:证)?(?:号码?)?{_GAP}(?P<code>[0-9A-Za-z]{{8}}[ ]?[-—–]?[ ]?[0-9A-Za-z])(?![0-9A-Za-z*])"
)


def identity(folded: Folded) -> Iterator[Found]:
    """Fields identity_number (18 or 15 signs, "*" where masked), licence_number (digits), organisation_code (8-1)."""
    yield from _identity_numbers(folded)
    taken: set[int] = set()
    for match in (*_LICENCE.finditer(folded.text), *_BARE_LICENCE.finditer(folded.text)):
        before = folded.text[max(0, match.start() - _REACH) : match.start()]
        if match.start("no") not in taken and not _OTHERS_LICENCE.search(before):
            taken.add(match.start("no"))
            yield Found("licence_number", *match.span("no"), _plain(match["no"]))
    for match in _ORGANISATION_CODE.finditer(folded.text):
        code = re.sub(r"[^0-9A-Za-z]", "", match["code"]).upper()
        yield Found("organisation_code", *match.span("code"), f"{code[:8]}-{code[8]}")


def _identity_numbers(folded: Folded) -> Iterator[Found]:
    for match in _IDENTITY.finditer(folded.text):
        value = _plain(match[0][:-1]) + ("X" if match[0][-1] in "xX" else _plain(match[0][-1]))
        before = folded.text[max(0, match.start() - _REACH) : match.start()]
        alike = _looks_like_one(value) or (_is_covered(value) and not _CARD_LABEL.search(before))
        if len(value) in (15, 18) and (alike or _IDENTITY_LABEL.search(before)):
            yield Found("identity_number", match.start(), match.end(), value)


def _looks_like_one(value: str) -> bool:
    born = calendar_day(value[6:10], value[10:12], value[12:14])
    return len(value) == 18 and value[:2] in _provinces() and born is not None and value[6:8] in ("18", "19", "20")


def _is_covered(value: str) -> bool:
    """Whether it is a number of 18 signs of which the middle is hidden; 62 is Gansu, and what cards begin with."""
    return len(value) == 18 and bool(_COVERED.fullmatch(value)) and value[:2] in _provinces() - {"62"}


@cache
def _provinces() -> frozenset[str]:
    return frozenset(row["prefix"] for row in table("provinces"))


def _plain(text: str) -> str:
    return text.replace(" ", "").translate(DIGITS).translate(MASKS).replace("X", "*")
