"""The court case number cannot exist as written, or belongs to another court than the one named.

Every case of a mainland court has one number, built by a national rule since 2016: year, court code, type, serial.
The code begins with one of 33 signs and follows the division codes; who invents a number from a sample
often takes the wrong sign (深, 广, 蒙), an everyday word for the type (执行, 诈骗), the old form with 字第, a type
that this level of court does not have, or a code of another town.

>>> from forgecheck.judge.case_numbers import parse, wrongs
>>> [each.rule for each in wrongs(parse("（2024）粤0305民初12345号"))]
[]
>>> [each.rule for each in wrongs(parse("（2024）深0305执行1号"))]
['sign', 'type']

Innocent causes
---------------
The reader may have misread a character: where one look-alike would make the number right, nothing is said (of a year
or form that was read very surely, a hint), and a poorly read line gives no more than a hint.  People who copy a number
into a letter mistype it.  Cases filed before 2016 keep their old number, and 字第 slips into new ones by habit: in a
number that is right otherwise it is a hint.  Courts keep registers of their own before filing (诉前调 and the like):
these are not judged, nor are people's mediators whose paper names no court.  A court may serve papers for another
court: where its paper says so, the number under its letterhead gives no more than a hint.

Limits
------
A number of the right form may still be invented: only the court can say.  Courts whose district changed after 2015, and
railway, forest and reclamation courts, are not compared by name.  Without a date of the letter, a year is only compared
with today.

Sources
-------
* 最高人民法院《关于人民法院案件案号的若干规定》 法〔2015〕137号, art. 2-5, 13, in force 2016-01-01
* 法〔2018〕335号 (amendment of the rule and of the list of case types), in force 2019-01-01
* GB/T 2260, division codes
* 《中华人民共和国民事诉讼法》 art. 225 (payment order: basic court), in force 2024-01-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE, TOO_POOR, alternatives
from forgecheck.judge.case_numbers import Case, Wrong, parse, wrongs
from forgecheck.judge.courts import court_code
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

# Between a court's name and the number that it gave: 某法院（2024）..., 某法院于某日作出的（2024）...
_GAVE = re.compile(
    r"[\s,，、：:】]{0,2}(?:已?经?于.{5,12}日)?(?:已?经?(?:依法|正式|予以){0,2}(?:作出|受理|立案|审理|审结|制作|登记|编立|下达"
    r"|委派(?:调解)?|指派|诉前调解|提起(?:民事)?诉讼|起诉)(?:受理|立案|审理)?)?(?:该案|本案)?的?[,，]?"
    r"[\s:：“\",，(（]{0,2}(?:案件?编?号)?[为是]?[\s:：“\"(（]{0,2}"
)
# One court acts for another: then the number under its letterhead is the other's.
_FOR_ANOTHER = re.compile(r"受.{0,20}法院.{0,8}委托|(?:代为|委托|协助)送达|协助执行|指定.{0,8}管辖|移送.{0,20}法院")
_PLATFORM = re.compile("承办法院|执行指挥中心|短信平台|系统显示|诉讼服务平台")
# Committees of people's mediation number their agreements as they please.
_MEDIATORS = re.compile(r"人民调解(?:委员会|协议书)")
# Letterhead, title and number of a court paper stand within this many characters.
_HEADING = 60
_OURS = re.compile(r"本院(?:于.{5,12}日)?(?:依法)?作出的?\s*$")
# A signature and its date, with 盖章 or a lawyer's name between them.
_CLOSE = 40
# 新疆维吾尔自治区高级人民法院生产建设兵团分院: another court than the one before it.
_BRANCH = "生产建设兵团"


class _Named(NamedTuple):
    court: str
    code: str
    severity: Severity


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number, the gravest thing wrong with it; one for a number that fits its court."""
    if evidence.fields is None:
        yield UNREAD
    seen: set[str] = set()
    text = prose(evidence)
    fits = False
    for field in evidence.named("case_number"):
        if field.value in seen or field.place.confidence < TOO_POOR:
            continue
        seen.add(field.value)
        named = _named_court(field, evidence)
        found = _wrongs(field.value, named, evidence)
        agrees = not (found or fits) and named is not None and "字第" not in field.value
        if not (found or agrees):
            continue
        if text and text.says(_MEDIATORS) and "字第" in field.value and next(evidence.named("court"), None) is None:
            continue
        if text and told(evidence, text, start := text.find(field), start + len(field.text)):
            continue
        if agrees and named:
            fits = True
            yield _fits(field, named)
        head, serial, tail = re.split(r"(\d+号)", field.value, maxsplit=1)
        if not found:
            continue
        worst = min(found, key=lambda each: each.severity != "strong")
        severity: Severity = worst.severity if field.place.confidence >= SURE else "weak"
        others = (other + serial + tail for other in alternatives(head))
        if any(not _wrongs(other, named, evidence) for other in others):
            if worst.rule not in ("year", "form") or field.place.confidence < CLEAR:
                continue
            severity = "weak"
        yield Finding(severity, worst.says, field.place, {"case_number": field.value, "rule": worst.rule})


def _wrongs(value: str, named: _Named | None, evidence: Evidence) -> list[Wrong]:
    case = parse(value)
    if case is None:
        return []
    found = [*wrongs(case), *_year(case, evidence)]
    if named and not case.old and case.court != named.code:
        says = Says(
            f"案号里的法院代字是“{case.court}”，但{named.court}的代字是“{named.code}”，两者对不上。",
            f"The case number has the court code {case.court}, but the code of {named.court} is {named.code}.",
        )
        # Codes have two or four digits: where the province is right and digits are missing, they were not read.
        lost = len(case.court) % 2 == 0 and case.court[0] == named.code[0]
        found.append(Wrong("court", "weak" if lost else named.severity, says))
    return found


def _fits(field: Field, named: _Named) -> Finding:
    says = Says(
        f"案号的法院代字与{named.court}对得上。编号可以照抄，仍要向法院核实。",
        f"The court code agrees with the court named ({named.code}). Numbers can be copied: ask the court.",
    )
    return Finding("info", says, field.place, {"case_number": field.value, "court": named.court}, fits=True)


def _year(case: Case, evidence: Evidence) -> Iterator[Wrong]:
    today = evidence.today
    if case.year > today.year:
        says = Says(
            f"案号写的是{case.year}年，这一年还没有到。", f"The case number is of {case.year}, which is yet to come."
        )
        yield Wrong("year", "strong", says)
    elif evidence.letter_date and int(evidence.letter_date[:4]) < case.year:
        misread = _may_be_later(evidence.letter_date, case.year, today)
        if misread and not _read_clearly(evidence):
            return
        written = evidence.letter_date[:4]
        # A later date elsewhere: what was taken for the date of the letter may be another one.
        elsewhere = any(date.value[:4] >= str(case.year) for date in evidence.named("date"))
        sure = _is_signed(evidence) and not elsewhere
        says = Says(
            f"文书日期是{written}年，案号却是{case.year}年的。案号年份是立案的年份，不会晚于文书日期。",
            f"The paper is dated {written} but cites a case number of {case.year}, the year of filing.",
        )
        yield Wrong("year", "strong" if sure and not misread else "weak", says)


def _read_clearly(evidence: Evidence) -> bool:
    return next(evidence.named("letter_date")).place.confidence >= CLEAR


def _is_signed(evidence: Evidence) -> bool:
    """Whether the date of the letter stands with a signature: a date alone may be one of a table."""
    date = next(evidence.named("letter_date"))
    return any(abs(by.end - date.start) <= _CLOSE for by in evidence.named("signature", "letterhead"))


def _may_be_later(date: str, year: int, today: datetime.date) -> bool:
    read = (date[:4], *alternatives(date[:4]))
    return any(year <= int(each) <= today.year for each in read)


def _named_court(field: Field, evidence: Evidence) -> _Named | None:
    """The court that must have given this number, as far as the paper says so and its code is known for sure."""
    case, given = parse(field.value), _giver(field, evidence)
    code = court_code(given[0].value) if given else None
    # Some courts have a second code for railway and other special cases (71 to 99).
    if given and evidence.flow and evidence.flow.text.startswith(_BRANCH, given[0].end):
        return None
    if case is None or given is None or code is None or case.code[:2] >= "71" or code[1:3] >= "71":
        return None
    # The high court's platform writes for all courts of its province.
    if len(code) == 1 and case.court.startswith(code) and _PLATFORM.search(evidence.flow.text if evidence.flow else ""):
        return None
    return _Named(given[0].value, code, given[1])


def _giver(field: Field, evidence: Evidence) -> tuple[Field, Severity] | None:
    text = evidence.flow.text if evidence.flow else ""
    before = [court for court in evidence.named("court") if court.end <= field.start]
    if not before:
        return None
    if before[-1].end > field.start - 40 and _GAVE.fullmatch(text, before[-1].end, field.start):
        return before[-1], "strong"
    if (own := _OURS.search(text[max(0, field.start - 30) : field.start])) and before[-1].end <= field.start - len(
        own[0]
    ):
        head = next(evidence.named("letterhead"), None)
        courts = [court for court in before if head and court.start == head.start]
        return (courts[0], "strong") if courts and not _FOR_ANOTHER.search(text) else None
    first = next(evidence.named("case_number")) is field
    head = next(evidence.named("letterhead"), None)
    if (
        first
        and head
        and head.start == before[0].start
        and field.start - before[0].end <= _HEADING
        and len(before) == 1
    ):
        return before[0], "weak" if _FOR_ANOTHER.search(text) else "strong"
    signed = next(evidence.named("sms_signature"), None)
    if first and signed and signed.value == before[0].value and len(before) == 1:
        return before[0], "weak"
    return None
