"""Two case numbers on one paper cannot belong to the same story.

Who edits an old paper changes a number in one place and forgets the other, or takes the two from different samples.
Five things do not happen: one case under the same type and serial at courts of two provinces; an appeal decided in
another province than the judgment appealed; an enforcement that was opened years before the judgment it enforces; an
appeal, a renewed enforcement and the like of an earlier year than what comes before them; and, as a hint, a lawsuit
and its enforcement with the very same serial.

Innocent causes
---------------
Enforcement names the number of first instance, an appeal that of the judgment below, a transferred case its old
number: all that is in order.  Lists hold many cases.  Special courts reach across provinces.  A judgment on an
objection follows the enforcement.  The reader mistakes digits: numbers one look-alike apart are taken as equal.

Limits
------
Looks at one picture or file; papers sent separately are not compared.  Old numbers (字第) are left alone.

Sources
-------
* 最高人民法院《关于人民法院案件案号的若干规定》 法〔2015〕137号, art. 2, 3 (unique numbers), in force 2016-01-01.
* 中华人民共和国民事诉讼法 art. 171 (appeal to the court next above), 235, 247 (what is enforced), in force 2024-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Measured, Says, Severity, Unable
from forgecheck.judge.alike import SURE, TOO_POOR, alternatives
from forgecheck.judge.case_numbers import NEW_FORM, Case, parse, wrongs
from forgecheck.judge.prose import UNREAD, Prose, first_of_each, prose
from forgecheck.judge.told import told

MOST = 6  # more numbers are a list
SERIAL = 100  # smaller serials are often equal by chance; assumed

# What of one case comes after what: an appeal after its trial, renewed enforcement after the first.
_AFTER = {"民终": "民初", "执恢": "执", "执复": "执异", "执保": "财保"}
_NO_NEWS = re.compile("异议|变更|追加|再审|撤销|另案|另查明|移送|指定管辖|提级|类案|参照|参考|案例")
_SENT_BACK = re.compile("发回|重审|重新(?:审理|立案)|另行")
_APPEALED = re.compile(r"不服[^。;\n]{0,40}$")
_ENFORCED = re.compile(r"(?:依据|根据|依照|按照|作出的|生效的|依)[^。;\n]{0,30}$")
_JUDGMENT = re.compile(r"(?:号)?(?:民事)?(?:判决|调解)书?")


class _Numbered(NamedTuple):
    field: Field
    case: Case


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding: the gravest disagreement."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    numbered = [
        _Numbered(field, case)
        for field in first_of_each(evidence.named("case_number"))
        if field.place.confidence >= TOO_POOR and (case := parse(field.value)) and not (case.old or any(wrongs(case)))
    ]
    if not 2 <= len(numbered) <= MOST:
        return
    found = [each for one, two in combinations(numbered, 2) for each in _disagree(one, two, text, evidence)]
    yield from sorted(found, key=lambda each: each.severity != "strong")[:1]


def _disagree(one: _Numbered, two: _Numbered, text: Prose, evidence: Evidence) -> Iterator[Finding]:
    start = text.find(two.field)
    if _alike(one.field.value, two.field.value) or told(evidence, text, start, start + len(two.field.text)):
        return
    found = (
        _same_serial(one.case, two.case)
        or _appeal(one.case, two, text)
        or _appeal(two.case, one, text)
        or _too_early(one.case, two, text, evidence.today.year)
        or _too_early(two.case, one, text, evidence.today.year)
        or _backwards(one.case, two.case, text, evidence.today.year)
        or _backwards(two.case, one.case, text, evidence.today.year)
    )
    if found:
        severity, rule, says = found
        read = min(one.field.place.confidence, two.field.place.confidence)
        facts: dict[str, Measured] = {"case_numbers": [one.field.value, two.field.value], "rule": rule}
        yield Finding(severity if read >= SURE else "weak", says, two.field.place, facts)


def _alike(one: str, two: str) -> bool:
    """Whether one character misread on either side, or one on each, makes them equal."""
    near = {two, *alternatives(two)}
    return one in near or any(each in near for each in alternatives(one))


def _same_serial(one: Case, two: Case) -> tuple[Severity, str, Says] | None:
    if one.number != two.number or int(one.number) < SERIAL or one.year != two.year:
        return None
    if one.type == two.type and one.sign != two.sign and "最高法" not in (one.sign, two.sign):
        says = Says(
            f"同一年、同一类型、同一编号，却写了两个省的法院（“{one.court}”和“{two.court}”），像是改漏了一处。",
            f"The same year, type and serial at courts of two provinces ({one.court} and {two.court}), as if one place "
            "had been forgotten in editing.",
        )
        return "strong", "court", says
    if one.court == two.court and {one.type, two.type} == {"民初", "执"}:
        says = Says(
            f"起诉和执行的案号编号相同（都是{one.number}）。两者分开编号，很少正好一样。",
            f"Lawsuit and enforcement have the same serial {one.number}. They are counted apart and seldom equal.",
        )
        return "weak", "serial", says
    return None


def _appeal(appeal: Case, below: _Numbered, text: Prose) -> tuple[Severity, str, Says] | None:
    first = below.case
    ordinary = all(case.code and case.code[:2] < "71" for case in (appeal, first))
    if appeal.type != "民终" or first.type != "民初" or appeal.sign == first.sign or not ordinary:
        return None
    start = text.find(below.field)
    if _NO_NEWS.search(text.text) or not _APPEALED.search(text.before(start, 60)):
        return None
    says = Says(
        f"二审法院（“{appeal.court}”）和一审法院（“{first.court}”）不在同一个省。上诉只能到一审法院的上一级法院。",
        f"The court of appeal ({appeal.court}) and the court below ({first.court}) lie in different provinces.",
    )
    return "strong", "appeal", says


def _backwards(later: Case, sooner: Case, text: Prose, today: int) -> tuple[Severity, str, Says] | None:
    """An appeal that was filed in an earlier year than its trial, and the like, at courts of one province."""
    if _AFTER.get(later.type) != sooner.type or later.year >= sooner.year or later.sign != sooner.sign:
        return None
    misread = any(year >= sooner.year for year in _years(later.year, today)) or any(
        year <= later.year for year in _years(sooner.year, today)
    )
    if misread or _NO_NEWS.search(text.text) or _SENT_BACK.search(text.text):
        return None
    says = Says(
        f"“{later.type}”案号是{later.year}年的，比它前面的“{sooner.type}”案号（{sooner.year}年）还早，顺序反了。",
        f"The {later.type} number is of {later.year}, earlier than the {sooner.type} number of {sooner.year}.",
    )
    return "strong", "backwards", says


def _years(year: int, today: int) -> list[int]:
    """What the year may be instead, of those that have numbers of this form."""
    return [other for each in alternatives(str(year)) if NEW_FORM <= (other := int(each)) <= today]


def _too_early(own: Case, judgment: _Numbered, text: Prose, today: int) -> tuple[Severity, str, Says] | None:
    later = judgment.case
    if own.type != "执" or later.type not in ("民初", "民终") or own.year >= later.year:
        return None
    start = text.find(judgment.field)
    end = start + len(judgment.field.text)
    named = _ENFORCED.search(text.before(start, 50)) and _JUDGMENT.match(text.after(end, 12))
    misread = any(year <= own.year for year in _years(later.year, today)) or any(
        year >= later.year for year in _years(own.year, today)
    )
    if not named or misread or _NO_NEWS.search(text.text):
        return None
    says = Says(
        f"执行案号是{own.year}年的，依据的判决却是{later.year}年立案的。先有判决，才有执行。",
        f"The enforcement is of {own.year} but the judgment it enforces was filed in {later.year}.",
    )
    return "strong", "order", says
