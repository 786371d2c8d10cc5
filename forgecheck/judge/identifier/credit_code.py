"""The unified social credit code fails its own check digit, or belongs to another kind of body.

Every company, law firm and public body has a code of 18 characters; the last one is computed from the others, so
an invented code fails 30 times in 31.  The first two say who registered the body: a law firm has 31, a company 91.
A letter "from a law firm" that gives a code with 91 as the firm's own was written by a company.  The nine signs before
the last are the old organisation code, with a check sign of its own.

>>> is_valid("91440300MA5TEQT04D"), is_valid("91440300MA5TEQT041")
(True, False)

Innocent causes
---------------
The reader may have misread a character: where one that looks alike would make the code right, nothing is said, or no
more than a hint where the line is clear and the likeness a rare one. People mistype long codes. A letter may give the
code of the client, which is a company: only a code that stands with the firm's name or licence is compared with the
firm.

Limits
------
A right code proves nothing: codes are public and can be copied. Whether the code is that of the named body can only be
looked up. Codes without their label get no more than a hint, nor does a wrong inner check sign or another length. A
code of the right kind with the firm's or company's name is said as something that fits.

Sources
-------
* GB 32100-2015 《法人和其他组织统一社会信用代码编码规则》, in force 2015-10-01
* GB 11714-1997 《全国组织机构代码编制规则》, in force 1998-01-01 (signs 9 to 17)
* 国发〔2015〕33号, in force 2015-06-11 (one code for every legal person and other organisation)
* 《中华人民共和国律师法》 art. 14, 18 (law firms are licensed by the justice authorities), in force 2018-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR, SURE, TOO_POOR
from forgecheck.judge.identifier._digits import misread, numbers, organisation_check
from forgecheck.judge.prose import UNREAD

# GB 32100-2015, 4.6: no I, O, S, V, Z; weights are powers of 3 modulo 31.
LENGTH = 18
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(3**i % 31 for i in range(17))
_LABEL = re.compile(r"(?:代码|税号|识别号|(?:事务所|公司)[ (（]{0,4})[^0-9A-Za-z\n]{0,4}\Z")
# Clinics have a 执业许可证 as well: 医疗机构执业许可证.
_LICENCE = re.compile(r"(?<!机构)执业许可证[^0-9A-Za-z\n]{0,6}\Z")
# The firm's name and its code on one line: "某某律师事务所 统一社会信用代码：".
_FIRM_BEFORE = re.compile(
    r"(?:律师事务所[\s(（]{0,3}|[本我]所(?:(?!公司|银行|受)[^0-9A-Za-z,。;\n]){0,16})(?:统一社会信用)?代码[^0-9A-Za-z\n]{0,4}\Z"
)
_COMPANY_BEFORE = re.compile(r"公司[ (（]{0,3}(?:统一社会信用)?代码[^0-9A-Za-z\n]{0,4}\Z")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each code."""
    if evidence.fields is None:
        yield UNREAD
    for field in numbers(evidence, "credit_code"):
        if field.place.confidence < TOO_POOR:
            continue
        before = evidence.flow.text[max(0, field.start - 40) : field.start] if evidence.flow else ""
        if len(field.value) != LENGTH:
            found = _of_another_length(field)
        else:
            found = _of_another_kind(field, before) if is_valid(field.value) else _invalid(field, before)
        if found:
            yield found


def is_valid(code: str) -> bool:
    """Whether the code has 18 characters of the alphabet and the right check digit."""
    if len(code) != LENGTH or any(c not in _ALPHABET for c in code):
        return False
    total = sum(_ALPHABET.index(c) * weight for c, weight in zip(code, _WEIGHTS, strict=False))
    return code[-1] == _ALPHABET[-total % 31]


def _of_another_length(field: Field) -> Finding | None:
    if field.place.confidence < CLEAR:  # a reader loses or doubles a sign
        return None
    says = Says(
        f"统一社会信用代码 {field.value} 有{len(field.value)}位，真的代码是18位。",
        f"The credit code {field.value} has {len(field.value)} characters; such codes have 18.",
    )
    return Finding("weak", says, field.place, {"credit_code": field.value, "wrong": "length"})


def _invalid(field: Field, before: str) -> Finding | None:
    doubt = misread(field.value, is_valid, field.place.confidence, code=True)
    labelled = bool(_LABEL.search(before) or _LICENCE.search(before))
    if doubt == "yes" or (doubt == "perhaps" and not labelled):
        return None
    sure = doubt == "no" and labelled and field.place.confidence >= SURE
    says = Says(
        f"统一社会信用代码 {field.value} 通不过国家标准的校验。真的代码最后一位是由前17位算出来的。",
        f"The credit code {field.value} fails its own check: the last character follows from the other 17.",
    )
    return Finding("strong" if sure else "weak", says, field.place, {"credit_code": field.value})


def _of_another_kind(field: Field, before: str) -> Finding | None:
    of_firm = bool(_LICENCE.search(before) or _FIRM_BEFORE.search(before))
    of_company = bool(_COMPANY_BEFORE.search(before))
    sure = field.place.confidence >= SURE
    facts = {"credit_code": field.value}
    if of_firm and field.value.startswith("91"):
        says = Says(
            f"写给律师事务所的代码 {field.value} 以91开头，91是公司。律师事务所的代码以31开头。",
            f"The code {field.value} given for the law firm begins with 91, which is a company. Law firms have 31.",
        )
        return Finding("strong" if sure else "weak", says, field.place, facts)
    if of_company and not field.value.startswith("9"):
        says = Says(
            f"写给公司的代码 {field.value} 不以91开头，公司的代码以91开头。",
            f"The code {field.value} given for a company does not begin with 91, as companies' codes do.",
        )
        return Finding("weak", says, field.place, facts)
    if field.value[:2] in ("31", "91") and not organisation_check(field.value[8:17]) and sure:
        says = Says(
            f"统一社会信用代码 {field.value} 里的组织机构代码（第9到17位）通不过校验。",
            f"The organisation code inside the credit code {field.value} (signs 9 to 17) fails its own check.",
        )
        return Finding("weak", says, field.place, facts) if _LABEL.search(before) or of_firm else None
    if field.value.startswith("31" if of_firm else "91") and (of_firm or of_company):
        says = Says(
            "统一社会信用代码通过校验，机构类别也对得上（代码是公开的，不说明函是真的）。",
            "The credit code passes its check and is of the right kind of body; such codes are public.",
        )
        return Finding("info", says, field.place, facts, fits=True)
    return None
