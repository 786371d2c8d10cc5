"""A lawyer's licence number that cannot exist, is newer than the letter, or follows on a colleague's.

A licence has 17 digits: a 1, province and city of the firm (4), year of the first licence, the kind of lawyer (1 and 2
work in firms; 6 to 9 serve a body of state, a company, legal aid or the army), sex, and a serial without order.  Who
invents lawyers invents numbers, and two of them in one breath.

Strong where the number, well read, cannot exist, where its year lies after the letter, or where two lawyers have
serials one apart; weak where one look-alike would repair it, for kinds of lawyers who do not write for lenders,
another digit than 0 or 1 for the sex, other lengths, and a province that is not the firm's.

>>> [wrong(number, 2026) for number in ("14403201010123456", "19903201010123456", "14403203510123456")]
[None, 'place', 'year']

Innocent causes
---------------
The reader may have misread a digit: unless the line is clear, a number that one look-alike makes right is left alone.
Licences before about 2010 had other lengths.  Lawyers move to other provinces, branches bear the name of the head
office, trainees and 基层法律服务工作者 have numbers of their own: left alone.

Limits
------
The digit for the sex is from published numbers, not from the rule.  A fitting number proves nothing: they are public;
whether lawyer, number and firm belong together is told by the register of the bar association (credit.acla.org.cn).

Sources
-------
* 《中华人民共和国律师法》 art. 13, in force 2018-01-01: nobody without a licence may work in a lawyer's name.
* 《律师执业管理办法》 (司法部令第134号), in force 2016-11-01: who licenses lawyers.
* 司法部 律师执业证书编号规则 as published by provincial justice authorities: the 17 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE, alternatives
from forgecheck.judge.identifier._digits import numbers, repairable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import about
from forgecheck.tables import table

SEVENTEEN_SINCE = "2012"
"""Year of a letter from which 17 digits can be expected; assumed, the form changed about 2010."""
_NUMBER = re.compile(r"1(?P<province>\d\d)\d\d(?P<year>\d{4})(?P<kind>\d)(?P<sex>\d)(?P<serial>\d{6})")
_FIRST_YEAR = 1980  # 律师暂行条例, in force 1982-01-01, decided in 1980
_WORDS = {
    "start": ("第一位不是1", "it does not begin with 1"),
    "place": ("里的省份代码不存在", "its province does not exist"),
    "year": ("里的首次执业年份不可能", "its year cannot be"),
    "sex": ("第11位只能是0或1", "its eleventh digit can only be 0 or 1"),
    "kind": ("的类别不是律师事务所的律师", "its kind is no lawyer of a firm"),
}


def wrong(number: str, year: int) -> str | None:
    """What cannot be in a number of 17 digits on a letter of this year; None where it may exist."""
    parts = _NUMBER.fullmatch(number)
    if parts is None:
        return "start"
    if parts["province"] not in {row["prefix"] for row in table("provinces")}:
        return "place"
    if not _FIRST_YEAR <= int(parts["year"]) <= year:
        return "year"
    if parts["sex"] not in "01":
        return "sex"
    return "kind" if parts["kind"] in "06789" else None


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number, one for a pair of numbers, and one for a number that fits the firm."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    fields = [each for each in numbers(evidence, "licence_number") if "*" not in each.value]
    year = int((evidence.letter_date or str(evidence.today))[:4])
    good: list[Field] = []
    for field in fields:
        if len(field.value) != 17:
            yield from _length(field, evidence.letter_date)
        elif (fault := wrong(field.value, year)) is not None:
            if fault == "kind" and not any(evidence.named("law_firm")):
                continue  # a company's own lawyer
            yield from _cannot_be(field, fault, year)
        else:
            good.append(field)
    yield from _neighbours(good)
    yield from _province(evidence, good)


def _length(field: Field, letter_date: str | None) -> Iterator[Finding]:
    off = abs(len(field.value) - 17)
    # A reader loses or doubles one digit, but not on a clear line.
    needed = CLEAR if off == 1 else SURE
    if letter_date is None or letter_date[:4] < SEVENTEEN_SINCE or field.place.confidence < needed:
        return
    says = Says(
        f"律师执业证号 {field.value} 有{len(field.value)}位，现在的执业证号是17位。",
        f"The lawyer's licence number {field.value} has {len(field.value)} digits; licences have 17.",
    )
    yield Finding("weak", says, field.place, {"licence_number": field.value, "wrong": "length"})


def _cannot_be(field: Field, fault: str, year: int) -> Iterator[Finding]:
    fixable = repairable(field.value, lambda other: wrong(other, year) is None)
    if field.place.confidence < SURE or (fixable and field.place.confidence < CLEAR):
        return
    severity: Severity = "weak" if fixable or fault in ("kind", "sex") else "strong"
    zh, en = _WORDS[fault]
    says = Says(
        f"律师执业证号 {field.value} {zh}。可在 credit.acla.org.cn 查这位律师。",
        f"The lawyer's licence number {field.value} cannot be right: {en}.",
    )
    yield Finding(severity, says, field.place, {"licence_number": field.value, "wrong": fault})


def _neighbours(fields: list[Field]) -> Iterator[Finding]:
    for one, other in combinations(fields[:20], 2):
        apart = abs(int(one.value[-6:]) - int(other.value[-6:]))
        # The same number twice, once misread, is one sign that looks alike away; on clear lines it stands as written.
        alike = other.value in alternatives(one.value) or one.value in alternatives(other.value)
        sure = min(one.place.confidence, other.place.confidence)
        if apart != 1 or sure < (CLEAR if alike else SURE):
            continue
        says = Says(
            f"两位律师的执业证号末6位只差1（{one.value}、{other.value}）。这几位是随机的，几乎不会相连。",
            f"The serials of two lawyers are one apart ({one.value}, {other.value}); they are random.",
        )
        severity: Severity = "weak" if alike else "strong"
        yield Finding(severity, says, other.place, {"licence_numbers": [one.value, other.value]})
        return


def _province(evidence: Evidence, fields: list[Field]) -> Iterator[Finding]:
    names = {row["name"]: row["prefix"] for row in table("provinces")}
    firms = {each.value for each in evidence.named("law_firm")}
    if len(firms) != 1 or not fields:
        return
    [firm] = firms
    home = next((prefix for name, prefix in names.items() if firm.startswith(name)), None)
    if home is None or re.search(r"[()]|分所", firm):  # a branch bears the head office's province
        return
    strangers = [each for each in fields if each.value[1:3] != home and each.place.confidence >= SURE]
    for field in strangers[:1]:
        says = Says(
            f"律师执业证号 {field.value} 属于别的省份，与“{firm}”不在一处。",
            f"The licence number {field.value} is of another province than {firm}.",
        )
        yield Finding("weak", says, field.place, {"licence_number": field.value, "firm": firm})
    if not strangers:
        says = Says(
            "律师执业证号的格式和省份与律师事务所对得上（号码是公开的，不说明函是真的）。",
            "The lawyer's licence number is well formed and of the firm's province; such numbers are public.",
        )
        yield Finding("info", says, fields[0].place, {"licence_number": fields[0].value}, fits=True)
