"""An organisation code, or an old business registration number, fails its own check sign.

Until the credit code came in 2015 every body had an organisation code of eight signs and a check sign (D2143569-X).
Companies had a registration number of 15 digits as well, whose last one is a check digit.  Letters copied from old
templates still carry such numbers, often invented.

Weak only: such codes are out of use, and nobody looks them over.

>>> organisation_check("D2143569X")
True

Innocent causes
---------------
The reader may have misread a sign: where one look-alike would make the number right, nothing is said, unless the line
is clear and the likeness a rare one.  People mistype.

Limits
------
A right code proves nothing: codes are public.

Sources
-------
* GB 11714-1997 《全国组织机构代码编制规则》, in force 1998-01-01
* GS 15-2006 《工商行政管理市场主体注册号编制规则》, in force 2007-05-01: 15 digits, ISO 7064 MOD 11,10
* 国发〔2015〕33号, in force 2015-06-11 (the credit code takes its place)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import TOO_POOR
from forgecheck.judge.identifier._digits import MOST, misread, numbers, organisation_check, registration_check
from forgecheck.judge.prose import UNREAD, prose

_REGISTRATION = re.compile(r"注册号码?[^0-9A-Za-z\n]{0,4}([0-9]{15})(?![0-9A-Za-z])")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for field in numbers(evidence, "organisation_code"):
        code = field.value.replace("-", "")
        sure = field.place.confidence
        if not organisation_check(code) and misread(code, organisation_check, sure, code=True) != "yes":
            yield from _finding("组织机构代码", "organisation code", field.value, field.place)
    for match in islice(_REGISTRATION.finditer(text.text), MOST):
        place = text.place(*match.span(1))
        if not registration_check(match[1]) and misread(match[1], registration_check, place.confidence) != "yes":
            yield from _finding("营业执照注册号", "registration number", match[1], place)


def _finding(zh: str, en: str, number: str, place: Place) -> Iterator[Finding]:
    if place.confidence < TOO_POOR:
        return
    says = Says(
        f"{zh} {number} 通不过国家标准的校验，最后一位应由前面各位算出。",
        f"The {en} {number} fails its own check: its last sign follows from the others.",
    )
    yield Finding("weak", says, place, {"number": number})
