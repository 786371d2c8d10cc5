"""The cause of action (案由) is none that a civil court knows: 恶意透支案, 网贷逾期案, 欠款失信案.

Every civil case has a cause from one national list; a loan is 金融借款合同纠纷, 小额借款合同纠纷, 民间借贷纠纷 or
信用卡纠纷. Forged summonses put there what frightens: a crime, or words of collectors.

Strong on a paper with a court's title or a civil case number where 案由 is an everyday word, or a crime beside a civil
number, and where what a court signs calls a case that ("你网贷逾期不还案").  A hint for everyday words with 纠纷 behind
them, and for a crime where the number was not read.

Innocent causes
---------------
Criminal papers name crimes.  Lawyers, mediators and forms of other bodies use 案由 loosely: only papers that call
themselves a court's are looked at.  Older causes (before 2021) end in 纠纷 as well.

Limits
------
In running text only what a court signs is looked at.  Knows words that are no cause; it does not hold the whole list
of about 500, so an unknown cause is not spoken of.

Sources
-------
* 最高人民法院《民事案件案由规定》 法〔2020〕346号, in force 2021-01-01.
* 中华人民共和国刑法 art. 193, 196, 224, 266, 313, in force 1997-10-01: names of crimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.case_numbers import parse
from forgecheck.judge.paper import own_case, title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told
from forgecheck.tables import table

MOST = 5  # labels looked at

_LABEL = re.compile(r"案由[:：]?\n?(?P<cause>[\u4e00-\u9fff、]{2,24})")
_COURT_TITLE = re.compile(
    r"传票|判决书|裁定书|调解书|执行通知书|限制(?:高)?消费令|失信.*决定书|[应出]诉通知书|举证通知书|财产令|支付令|立案通知书|送达回证|开庭通知"
)
# What a case is called in running text; the table says whether such a cause exists.
_CALLED = re.compile(
    r"(?P<cause>(?:涉嫌|恶意|网络?贷|信用卡|贷款|借款|账单|分期|欠款|债务|失信|拒不|逃废债|催收|催缴|老赖|骗贷|骗取|拖欠|逾期|拒还|欠钱|合同诈骗|金融诈骗)"
    r"[\u4e00-\u9fff]{0,9}?(?:一案|案件|案))(?![例由号情子卷外])"
)
# Courts report on criminal cases and on collectors, too.
_TELLS = re.compile("被告人|公诉|罪犯|检察院|典型案例|专项|发布会|新闻")
_NEXT_FIELD = re.compile(r"(?:被传唤人|传唤事由|工作单位|应到|当事人|原告|被告|受送达人|案号|送达)")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    yield from islice(chain(_labelled(evidence, text), _called(evidence, text)), 1)


def _labelled(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """Behind 案由, on a court's paper."""
    head = title(evidence)
    if head is None or not _COURT_TITLE.search(head.value):
        return
    for label in islice(_LABEL.finditer(text.text), MOST):
        cause = _NEXT_FIELD.split(label["cause"])[0]
        found = _wrong(cause, _number(evidence, text))
        start = label.start("cause")
        if found is None or told(evidence, text, start, start + len(cause)):
            continue
        severity, says = found
        place = text.place(start, start + len(cause))
        yield Finding(severity if place.confidence >= SURE else "weak", says, place, {"cause": cause})


def _called(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """ "你网贷逾期不还案", in what a court signs, or beside a civil case number."""
    court = any(each.office == "court" for each in issuers(evidence, text))
    if not court or _TELLS.search(text.text):
        return
    numbers = [case.type for each in evidence.named("case_number") if (case := parse(each.value))]
    sort = "criminal" if any("刑" in each for each in numbers) else "civil" if numbers else ""
    for called in islice(_CALLED.finditer(text.text), MOST):
        cause = called["cause"].removeprefix("涉嫌")
        found = _wrong(cause, sort)
        if found is None or told(evidence, text, *called.span()):
            continue
        place = text.place(*called.span("cause"))
        yield Finding(found[0] if place.confidence >= SURE else "weak", found[1], place, {"cause": cause})


def _number(evidence: Evidence, text: Prose) -> str:
    """civil, criminal, or empty where the paper's own number was not read."""
    own = own_case(evidence, text)
    case = parse(own.value) if own else None
    if case is None:
        return ""
    return "criminal" if "刑" in case.type else "civil"


def _wrong(cause: str, number: str) -> tuple[Severity, Says] | None:
    sort = next((sort for words, sort in _table() if words.fullmatch(cause)), None)
    if sort is None or number == "criminal":
        return None
    says = Says(
        f"“{cause}”不是民事案由。借款、信用卡案件的案由是“金融借款合同纠纷”“信用卡纠纷”这一类。",
        f"{cause} is no cause of action of a civil case; loans have causes such as 金融借款合同纠纷 or 信用卡纠纷.",
    )
    return "strong" if sort == "everyday" or (sort == "crime" and number == "civil") else "weak", says


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["words"]), row["sort"]) for row in table("no_causes"))
