"""Unified social credit codes (GB 32100-2015): 18 characters, or what stands for one after its label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import Folded, Found
from forgecheck.numerals import calendar_day
from forgecheck.tables import table

_CODE = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Za-z] ?){17}[0-9A-Za-z](?![0-9A-Za-z*])")
# Not to be overlooked after its own label: codes that lost a sign or have one too many; 15 signs are an older number.
_ODD = re.compile(
    r"信用代码[:为是\s]{0,3}(?P<code>(?:[0-9A-Za-z] ?){15,16}[0-9A-Za-z]|(?:[0-9A-Za-z] ?){18,19}[0-9A-Za-z])"
    r"(?![ \n]?[0-9A-Za-z*])"
)
_LABEL = re.compile(r"(信用代码|许可证号?码?|机构代码|税号|识别号|代码)[^0-9A-Za-z\n]{0,4}\Z")
_MASKED = re.compile(r"[*×xX]{3}")


def credit_codes(folded: Folded) -> Iterator[Found]:
    """Codes after their label, or of the right shape; the value is upper case without spaces.

    A bare number that may as well be a person's identity number is left out.
    """
    text = folded.text
    for match in _CODE.finditer(text):
        value = match[0].replace(" ", "").upper()
        labelled = _LABEL.search(text[max(0, match.start() - 12) : match.start()])
        if not _MASKED.search(value) and (labelled or _looks_like_one(value)):
            yield Found("credit_code", match.start(), match.end(), value)
    for match in _ODD.finditer(text):
        value = match["code"].replace(" ", "").upper()
        if not _MASKED.search(value):
            yield Found("credit_code", *match.span("code"), value)


def _looks_like_one(value: str) -> bool:
    division = value[2:8].translate(str.maketrans("OIL", "011"))
    prefixes = {row["prefix"] for row in table("credit_prefixes")}
    identity = value[:17].isdigit() and calendar_day(value[6:10], value[10:12], value[12:14]) is not None
    return value[:2] in prefixes and division.isdigit() and not identity and any(c.isdigit() for c in value[8:])
