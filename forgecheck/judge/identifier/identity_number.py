"""An identity card number that no person can have: a place or birthday that does not exist, a wrong check sign.

The number of a resident's identity card holds the place of the first registration, the birthday, and a check sign that
follows from the rest.  Who writes to thousands invents such numbers, or lets a template fill them.

Strong for a place or birthday that does not exist in a number that was read well; weak for the check sign alone, for
the old numbers of 15 digits, and for what a masked number still shows.

Innocent causes
---------------
The reader may have misread a sign: where one look-alike would make the number right, nothing is said unless the line
is clear, and then no more than a hint.  People cover
digits, and some overwrite them with others before they show a letter to a stranger.  Clerks mistype.

Limits
------
A wrong check sign is left alone where the line is not clear.  A right number proves nothing:
numbers are stolen more often than invented.  Provinces only are known, not counties, since people keep the
numbers of counties that are gone.

Sources
-------
* GB 11643-1999 《公民身份号码》, in force 1999-07-01: structure and check sign.
* 《中华人民共和国居民身份证法》 art. 3, in force 2012-01-01: one number for life.
* GB/T 2260-2007 《中华人民共和国行政区划代码》: provinces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE, TOO_POOR
from forgecheck.judge.identifier._digits import identity_check, misread, numbers, shown
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import about
from forgecheck.numerals import calendar_day
from forgecheck.tables import table

_LABEL = re.compile(r"(?:身份证(?:件)?(?:号码?)?|公民身份号码|证件号码?)[^0-9A-Za-z]{0,5}\Z")
_FIRST_BORN = date(1880, 1, 1)  # the oldest people alive at GB 11643's time; assumed
_WORDS = {
    "place": ("前两位不是任何省份的代码", "its first two digits are no province's"),
    "birthday": ("其中的出生日期不存在", "its birthday does not exist"),
    "check": ("最后一位与前面的数字不符", "its last sign does not follow from the others"),
}


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    for field in numbers(evidence, "identity_number"):
        labelled = _LABEL.search(text.flow.text[max(0, field.start - 16) : field.start])
        wrong = _wrong(field.value, evidence.today)
        if not labelled or wrong is None or field.place.confidence < TOO_POOR:
            continue
        doubt = misread(field.value, lambda other: _wrong(other, evidence.today) is None, field.place.confidence)
        if doubt == "no" or (doubt == "perhaps" and "*" not in field.value and len(field.value) == 18):
            yield _finding(field, wrong, doubt == "no")


def _wrong(number: str, today: date) -> str | None:
    """What cannot be, as far as the number is visible."""
    if number[0] != "*" and number[1] != "*" and number[:2] not in {row["prefix"] for row in table("provinces")}:
        return "place"
    born = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if "*" not in born:
        day = calendar_day(born[:4], born[4:6], born[6:])
        if day is None or not _FIRST_BORN <= day <= today:
            return "birthday"
    return "check" if len(number) == 18 and "*" not in number and not identity_check(number) else None


def _finding(field: Field, wrong: str, plain: bool) -> Finding:
    whole = len(field.value) == 18 and "*" not in field.value
    sure = plain and whole and wrong != "check" and field.place.confidence >= SURE
    severity: Severity = "strong" if sure else "weak"
    zh, en = _WORDS[wrong]
    number = shown(field.value)
    says = Says(
        f"身份证号 {number} {zh}，没有人会有这样的号码。",
        f"Nobody can have the identity number {number}: {en}.",
    )
    return Finding(severity, says, field.place, {"number": number, "wrong": wrong})
