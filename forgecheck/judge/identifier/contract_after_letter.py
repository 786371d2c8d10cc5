"""What the paper tells of as past lies after the day on which it was written.

"您于2026年3月4日签订借款合同，现已逾期" in a letter of 2025-11-04: nobody can be late with a loan yet to be made.
It stays behind when one date of a template is filled in and the other is not.

Strong where a contract, a loan, a due date that was missed, or a judgment lies more than a month after the paper, both
days were read surely and no look-alike explains it; a hint otherwise and on a court's own paper.

Innocent causes
---------------
Things to come: a hearing, a term, a contract that is to be signed, a loan that falls due.  Interest counted up to a
coming day (暂计至).  A misread or mistyped year, and the letter's date where the paper was printed before it was dated.

Limits
------
Needs the date of the paper and a full date beside what happened on it.

Sources
-------
* 《中华人民共和国民法典》 art. 667, 675, 676 (loan, due date, overdue interest), in force 2021-01-01
* GB/T 9704-2012 art. 7.3.5.4 (a paper bears the day on which it is issued), in force 2012-07-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import DocumentType, Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE, alternatives
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

MOST = 40
"""Dates that are looked at, which bounds the time."""
_OTHERS: tuple[DocumentType, ...] = ("other", "chat_screenshot", "debt_relief_ad")
_MONTH = datetime.timedelta(days=31)
_DONE = (
    "签订|签署|签约|订立|申请(?:办理|开通|取得|并|了|领取|贷款|借款|人?民币)|借款|借[到入得取]|贷款|贷[到得]|发放|放款|提款|领取|办理了?"
    "|开[卡立通户]|激活|透支|借出|出借|到期|届满|逾期|违约|停止还款|未[再能]?还款|转让|作出|立案|受理|判决|裁定|生效|送达|发函|寄送|催收|公证"
)
_AFTER = re.compile(rf"(?:起|前后|左右|当日|当天)?[,、]?[^,。;\n]{{0,36}}?(?P<what>{_DONE})")
_BEFORE = re.compile(
    r"(?:签订|签署|签约|订立|借款|贷款|合同|放款|发放|开卡|到期|借据|起|借|还款)(?:日期?|时间|之?日|于|日为|签订日)[:为是于]{0,2}$"
    r"|(?:最后一?[期次]|应还款?|到期还款)(?:日期?|时间)[:为是于]{0,2}$|(?:贷|借)款期限[:为]?自?$"
)
# Of things that are to come, or that somebody is asked to do.
_TO_COME = re.compile(
    r"请|应当?(?!还)|务必|须|需|将|拟|定于|(?<!有)限|可于?|前|暂?计至|截[至止]|止|至|预计|届时|开庭|到庭|如|若|否则|建议|希望|约定|下期|本期|下次|有效期|直到|顺延|展期|延[期至]|宣布|提前"
)
_LATE = re.compile(
    "(?<!如)(?<!若)(?:已|均|仍|均已|早已|连续|现|至今|始终|但|却|尚未|一直)[^。;\n]{0,14}(?:逾期|到期|违约|未[还归清偿履]|拖欠|届满)|至今|尚欠|仍欠|已经?(?:发生|生效)"
)
_PAST = re.compile("(?:曾|已|了)")
_MADE = re.compile("^(?!到期|还款)(?:签|订立|借款|贷款|放款|发放|开卡|合同|借据)")
# What may as well be told of a day to come, where nothing says that it is over.
_OPEN = re.compile("转让|送达|生效|还款|催收|立案|受理|逾期|违约|判决|裁定|作出|贷款|借款|办理|公证|寄送|发函")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    letter = next(evidence.named("letter_date"), None)
    if letter is None or (evidence.kind is not None and evidence.kind.type in _OTHERS):
        return
    for field in islice(evidence.named("date"), MOST):
        if not (_is_day(field.value) and field.value > letter.value) or field.start == letter.start:
            continue
        start = text.find(field)
        end = start + len(field.text)
        if _past(text, start, end) and not told(evidence, text, start, end):
            court = any(each.office == "court" for each in issuers(evidence, text))
            yield from _said(field, letter, court, evidence.today.isoformat())
            return


def _past(text: Prose, start: int, end: int) -> bool:
    """Whether the date is told as one on which something happened."""
    before, after = text.before(start, 24), text.after(end, 60)
    clause = re.split("[,、;:]", before)[-1]
    if _TO_COME.search(clause) or after.startswith(("前", "止", "之前", "以前", "至", "-", "—", "~")):
        return False
    label = _BEFORE.search(text.text[max(0, start - 16) : start])
    happened = _AFTER.match(after)
    if happened is None and not label:
        return False
    rest = text.text[end : end + 160].split("\n")[0]
    late = bool(_LATE.search(rest) or _LATE.search(text.before(start, 60)))
    if label or happened is None:
        return bool(label and _MADE.search(label[0]))
    if _TO_COME.search(after[: happened.start("what")]):
        return False
    if happened["what"] in ("到期", "届满"):  # a loan that is called in early falls due later
        return bool(_PAST.search(clause)) or "至今" in rest
    told = late or _PAST.search(clause + after[: happened.end()])
    return bool(told) or not _OPEN.fullmatch(happened["what"])


def _said(field: Field, letter: Field, court: bool, today: str) -> Iterator[Finding]:
    sure = min(field.place.confidence, letter.place.confidence)
    misread = any(_is_day(other) and other <= letter.value for other in alternatives(field.value)) or any(
        _is_day(other) and field.value <= other <= today for other in alternatives(letter.value)
    )
    if sure < (CLEAR if misread else SURE):
        return
    apart = datetime.date.fromisoformat(field.value) - datetime.date.fromisoformat(letter.value)
    severity: Severity = "strong" if not misread and not court and apart > _MONTH else "weak"
    says = Says(
        f"文中说{field.value}已经发生的事，落款日期却是{letter.value}，比它还早。",
        f"The paper tells of {field.value} as past, but it is dated {letter.value}, which is earlier.",
    )
    yield Finding(severity, says, field.place, {"told": field.value, "letter_date": letter.value})


def _is_day(value: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False
