"""Dates with day, month and year, real or not: ``2024年3月5日``, ``2024-03-05``, ``二〇二三年六月五日``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import DIGIT, DIGITS, Folded, Found
from forgecheck.numerals import calendar_day

_C = "[〇○零Oo0一二三四五六七八九]"
_DATE = re.compile(
    rf"(?<![0-9])(?P<y1>[12]{DIGIT}{{3}})年(?P<m1>{DIGIT}{{1,2}})月(?P<d1>{DIGIT}{{1,2}})[日曰号]"
    r"|(?<![0-9./-])(?P<y2>(?:19|20)[0-9]{2})(?P<sep>[-./])(?P<m2>[0-9]{1,2})(?P=sep)(?P<d2>[0-9]{1,2})(?![0-9])"
    rf"|(?P<y3>[一二]{_C}{{3}})年(?P<m3>[元一二三四五六七八九十]{{1,3}})月(?P<d3>[一二三四五六七八九十廿卅]{{1,4}})[日曰]"
)


def dates(folded: Folded) -> Iterator[Found]:
    """Every full date; the value is YYYY-MM-DD where that day exists, else as it was written."""
    for match in _DATE.finditer(folded.text):
        year, month, day = (
            match[f"{part}{form}"].translate(DIGITS) for form in "123" if match[f"y{form}"] for part in "ymd"
        )
        known = calendar_day(year, month, day)
        yield Found("date", match.start(), match.end(), known.isoformat() if known else match[0].translate(DIGITS))
