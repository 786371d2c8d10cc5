"""The number of a registered letter or parcel fails its own check digit.

Letters that claim to come with the post give a number such as EA123456785CN.  Its ninth digit follows from the first
eight, so an invented one fails ten times in eleven, and no post office knows it.

Weak only: the number is typed by hand, and says nothing of the letter itself.

>>> s10_check("EA123456785CN")
True

Innocent causes
---------------
The reader may have misread a digit: where one look-alike would make the number right, nothing is said unless the line
is clear.  People mistype.

Limits
------
Numbers of EMS inside China (13 digits) have no check digit that is public.  Whether a right number exists can be asked
at the post's site or 11183.

Sources
-------
* UPU S10-12 (Identification of postal items, 13-character identifier), 2017: weights and check digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.identifier._digits import misread, numbers, s10_check
from forgecheck.judge.prose import UNREAD


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number from or to China."""
    if evidence.fields is None:
        yield UNREAD
    for field in numbers(evidence, "parcel_number"):
        number = field.value
        if not number.endswith("CN") or s10_check(number) or field.place.confidence < SURE:
            continue
        if misread(number[2:11], _holds, field.place.confidence) != "yes":
            says = Says(
                f"邮件号 {number} 通不过邮政的校验，可打11183或到邮政网站查询。",
                f"The parcel number {number} fails the post's check digit; ask at the post's site or 11183.",
            )
            yield Finding("weak", says, field.place, {"parcel_number": number})


def _holds(digits: str) -> bool:
    return s10_check(f"EA{digits}CN")
