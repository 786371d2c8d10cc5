"""Dates with day, month and year, real or not: ``2024年3月5日``, ``2024-03-05``, ``二〇二三年六月五日``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import Folded, Found
from forgecheck.look.fields.numeral import integer

_D = "[0-9OolI]"
_C = "[〇○零Oo0一二三四五六七八九]"
_DATE = re.compile(
    rf"(?<![0-9])(?P<y1>[12]{_D}{{3}})年(?P<m1>{_D}{{1,2}})月(?P<d1>{_D}{{1,2}})[日曰号]"
    r"|(?<![0-9./-])(?P<y2>(?:19|20)[0-9]{2})(?P<sep>[-./])(?P<m2>[0-9]{1,2})(?P=sep)(?P<d2>[0-9]{1,2})(?![0-9])"
    rf"|(?P<y3>[一二]{_C}{{3}})年(?P<m3>[元一二三四五六七八九十]{{1,3}})月(?P<d3>[一二三四五六七八九十廿卅]{{1,4}})[日曰]"
)
_LIKE_DIGITS = str.maketrans("OolI", "0011")


def dates(folded: Folded) -> Iterator[Found]:
    """Every full date; the value is YYYY-MM-DD where that day exists, else as it was written."""
    for match in _DATE.finditer(folded.text):
        parts = [match[f"{part}{form}"] for form in "123" for part in "ymd" if match[f"{part}{form}"]]
        yield Found("date", match.start(), match.end(), iso(*parts) or match[0].translate(_LIKE_DIGITS))


def iso(year: str, month: str, day: str) -> str | None:
    """The day as YYYY-MM-DD; None where there is no such day.

    >>> iso("二〇二四", "十二", "三十一"), iso("2023", "2", "30")
    ('2024-12-31', None)
    """
    try:
        return datetime.date(*(integer(part.translate(_LIKE_DIGITS)) for part in (year, month, day))).isoformat()
    except ValueError:
        return None
