"""The case number is of another sort than the matter it is given for.

The type in a number tells what is done: 民初 is a trial, 执 an enforcement, 刑初 a criminal trial, 诉前调 mediation
before anything was filed.  Who takes a number from a sample does not know: an "execution number" with 诉前调, a loan
dispute with 刑初, a credit card case that a high court tries, a summons to judgment in a case of mediation.

>>> from forgecheck.judge.case_numbers import parse
>>> parse("（2024）粤0305诉前调1234号").type, parse("（2024）豫0102刑初27号").type
('诉前调', '刑初')

Strong for a number of mediation given as that of the enforcement or of a trial, a criminal number of a dispute about a
loan, a small loan at a high court, and a number of enforcement in a text that says itself that nothing was decided; a
hint for a trial's number given as that of the enforcement, and wherever the line was not read surely.

Innocent causes
---------------
A summons to mediation bears 诉前调.  Criminal cases speak of disputes from which they arose, and of loans: only the
name of a civil cause beside the number counts.  High courts try suits of billions, and smaller ones before 2019:
nothing is said where the text names such a sum.  An objection to enforcement may be tried still.  Numbers that are told
of or quoted are left alone.

Limits
------
One finding for each number, for the first reason found.

Sources
-------
* 最高人民法院《关于人民法院案件案号的若干规定》 法〔2015〕137号, art. 2, annex (types), in force 2016-01-01
* 《中华人民共和国民事诉讼法》 art. 18-21 (who tries what), 125 (mediation first), 235, 247 (what is enforced), in force
  2024-01-01
* 最高人民法院《关于调整高级人民法院和中级人民法院管辖第一审民事案件标准的通知》 法发〔2019〕14号 art. 2 (high
  courts: from 50 亿元), in force 2019-05-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE, TOO_POOR
from forgecheck.judge.case_numbers import Case, parse
from forgecheck.judge.courts import signs
from forgecheck.judge.paper import own_case, title
from forgecheck.judge.prose import UNREAD, Prose, first_of_each, prose
from forgecheck.judge.told import told

MOST = 20
"""Numbers that are looked at, which bounds the time."""
HIGH_COURTS = 100_000_000.0
"""Yuan; a fiftieth of what a suit at a high court has at the least: 法发〔2019〕14号."""
_SINCE = 2020  # years of numbers to which that applies throughout
_NEAR = 60  # characters on either side in which a cause belongs to a number; assumed

# 执行案号：（2024）…诉前调…号
_AS_ENFORCEMENT = re.compile(r"(?:执行(?:案件)?的?案?(?:件)?(?:编)?号|执行立案号)(?:码)?[:为是]{0,2}[\s\"“]{0,2}$")
_MEDIATION = re.compile("诉前调|诉调|引调|委调|人调|预立|民前调")
_TRIED = re.compile(r"传唤事由[:\n ]{0,2}[^\n]{0,8}(?:开庭|庭审|宣判|审理)|当庭宣判|公开开庭|缺席判决")
_SUMMONS = re.compile("传票|开庭通知|出庭通知")
_CIVIL_CAUSE = re.compile("(?:借款合同|借贷|信用卡|追偿权|保证合同|保证保险合同|分期付款)纠纷")
# Words of a civil suit; in a criminal one there are 公诉机关 and 被告人.
_SUED = re.compile("原告|起诉状|诉状副本|应诉|诉[您你]|民事(?:判决|裁定|调解|诉讼|起诉)|借款(?:一)?案|欠款(?:一)?案")
_BOTH = re.compile("附带民事|公诉|被告人|受害|被害|退赔|涉案|追缴|集资|非法吸收")
_SMALL_LOAN = re.compile("信用卡纠纷|小额借款合同纠纷|网贷|网络小额贷款|消费贷")
_LOAN = re.compile("借款|贷款|信用卡|[您你]欠|欠款|尚欠")
_NOTHING_DECIDED = re.compile(
    "(?:未[曾经]?|没有|从未|并未|尚未|无|不曾)(?:经过?|作出|取得|进行|任何)?(?:起诉|诉讼|判决|裁判|裁决|审理|开庭|仲裁)"
    "|一案(?:尚在|还在|仍在)审理"
)
_NO_INSTRUMENT = re.compile(
    "执行依据[^。;\\n]{0,4}(?:借款|贷款|服务|用户)?(?:合同|协议|借条|借据|账单|授权书|系统|申请人?陈述)(?![^。;\\n]{0,12}(?:公证|判决|裁决|调解))"
    "|(?:以|依据|依照|根据|凭)[^。;,\\n]{0,8}(?:合同|协议|借条|账单|陈述|系统记录)[^。;\\n]{0,6}(?:为准|直接|即可|予以)[^。;\\n]{0,6}执行"
)
_ANOTHER_SUIT = re.compile("异议|另案|再审|复议|上诉|撤销")

_Wrong = tuple[str, Severity, Says]


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each number."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for field, _ in zip(first_of_each(evidence.named("case_number")), range(MOST), strict=False):
        case = parse(field.value)
        if case is None or case.old or field.place.confidence < TOO_POOR:
            continue
        start = text.find(field)
        wrong = next(_wrongs(case, field, start, text, evidence), None)
        if wrong is None or told(evidence, text, start, start + len(field.text)):
            continue
        rule, severity, says = wrong
        sure = field.place.confidence >= SURE
        yield Finding(severity if sure else "weak", says, field.place, {"case_number": field.value, "rule": rule})


def _wrongs(case: Case, field: Field, start: int, text: Prose, evidence: Evidence) -> Iterator[_Wrong]:
    yield from _as_enforcement(case, field, text.before(start, 16))
    yield from _mediation_tried(case, field, text, evidence)
    around = text.text[max(0, start - _NEAR) : start + len(field.text) + _NEAR]
    cause = _CIVIL_CAUSE.search(around) or _SUED.search(around)
    if case.type in ("刑初", "刑终") and cause and not _BOTH.search(text.text):
        says = Says(
            f"{field.value}是刑事案件的案号，写的却是“{cause[0]}”，这是民事诉讼。请向法院12368核实。",
            f"{field.value} is the number of a criminal case, but the cause named is civil. Ask the court at 12368.",
        )
        yield "criminal", "strong", says
    yield from _too_high(case, text, around, evidence)
    denied = _NOTHING_DECIDED.search(text.text) or _NO_INSTRUMENT.search(text.text)
    if case.type in ("执", "执恢") and denied and not _ANOTHER_SUIT.search(text.text):
        says = Says(
            f"文中说“{denied[0]}”，却给出执行案号{field.value}。没有生效的判决、裁决等文书，法院不会立案执行。",
            f"The text says itself that nothing was decided, yet gives {field.value}: nothing is enforced without a "
            "judgment, an award or the like.",
        )
        yield "undecided", "strong", says


def _as_enforcement(case: Case, field: Field, before: str) -> Iterator[_Wrong]:
    """A number of mediation or of a trial behind 执行案号."""
    mediation = _MEDIATION.search(case.type)
    if _AS_ENFORCEMENT.search(before) and (mediation or case.type in ("民初", "民终")):
        says = Says(
            f"写成“执行案号”的{field.value}不是执行案件的编号（执行案号带“执”字）。请向法院12368核实。",
            f"{field.value} is given as a number of enforcement but is none: those bear 执. Ask the court at 12368.",
        )
        yield "purpose", "strong" if mediation else "weak", says


def _mediation_tried(case: Case, field: Field, text: Prose, evidence: Evidence) -> Iterator[_Wrong]:
    """A summons to a trial that gives itself a number of mediation."""
    head = title(evidence)
    if head is None or not (_MEDIATION.search(case.type) and _SUMMONS.search(head.value) and _TRIED.search(text.text)):
        return
    if own_case(evidence, text) == field:
        says = Says(
            f"{field.value}是诉前调解的编号，案件还没有立案，不会开庭审理或宣判。请向法院12368核实。",
            f"{field.value} is a number of mediation before filing: nothing is tried under it. Ask the court at 12368.",
        )
        yield "tried", "strong", says


def _too_high(case: Case, text: Prose, around: str, evidence: Evidence) -> Iterator[_Wrong]:
    """A small loan in first instance at a high court or the Supreme Court."""
    if case.type != "民初" or case.code or case.sign not in signs():
        return
    sums = [float(each.value) for each in evidence.named("amount")]
    small = case.year >= _SINCE and bool(sums) and max(sums) < HIGH_COURTS and bool(_LOAN.search(text.text))
    if _SMALL_LOAN.search(around) or small:
        says = Says(
            f"案号里的“{case.sign}”是高级以上法院，信用卡、小额借款这类一审案件由基层法院审理。",
            f"{case.sign} is a high or the Supreme Court; credit cards and small loans are tried by basic courts.",
        )
        yield "level", "strong", says
