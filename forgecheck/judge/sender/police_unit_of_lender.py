"""A lender or collector signs as a police unit of its own: 某某小贷经侦大队, 催收刑侦科.

Only the police have an economic crime unit (经侦) or detectives (刑侦).  No company has one, and none of these units
collects debts.

Strong where money is asked for; a hint where not, where the line was not read surely, and where somebody says in a
message that he is of the police and asks to pay back a loan.

Innocent causes
---------------
Police units are named after what they look into (金融犯罪侦查支队), stations after streets (金融街派出所), and
railways have police of their own: left alone.  Whoever warns of impostors names them too.

Limits
------
Only names in 【】, in the first and last lines, and behind "我是" or "这里是".  A police name alone is looked at
by law.police_collect.

Sources
-------
* 《公安部关于严禁公安机关插手经济纠纷违法抓人的通知》 (公通字〔1992〕50号), 1992-04-25.
* 《中华人民共和国治安管理处罚法》, in force 2026-01-01: passing oneself off as the police is punished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

MOST = 30  # names looked at; assumed
EDGE = 4  # lines at the beginning and end in which a sender names himself; assumed
LONGEST = 30  # characters of a line that is a name; assumed
_BRACKET = re.compile(r"【([^】\n]{2,30})】")
_LENDER = (
    "小贷|小额贷款|网贷|消费金融|消金|贷后|催收|清收|法务|信贷|借款|分期|借呗|花呗|白条|信用卡中心|金服|资产管理|债务"
    "|公司|金融科技"
)
_UNIT = "经侦|刑侦|刑警|网警|治安(?:大队|支队)|警务(?:部|组|处|中心)|侦查(?:大队|支队|科|组|部)|经济犯罪"
_OWN = re.compile(
    rf"^(?!.*公安[局处]).*(?:(?:{_LENDER})[^,。!?\n]{{0,6}}(?:{_UNIT})|(?:经侦|刑侦|刑警)[^,。!?\n]{{0,6}}(?:催收|清收|贷后|小贷|网贷))"
)
_I_AM = re.compile(
    r"(?:我是|这里是|这边是|我们是|您好[,!]?)(?P<name>[^,。!?\n]{0,14}(?:经侦|刑侦|刑警队|公安局|网警)[^,。!?\n]{0,8})"
)
_MONEY = re.compile(r"还款|还清|结清|付款|转账|缴[纳清]|催收|逾期|欠款|还钱|打款|偿还|清偿")
_LOAN = re.compile(r"(?:逾期|[小网]贷|借款|贷款|欠款)[^\n]{0,40}(?:还款|还清|结清|付清|转账|还钱|偿还|归还)")
_AGAINST = re.compile(r"诈骗|自称|骗子|反诈|受害|被害|报案人|举报|笔录|退赃|谨防|警惕|举办|宣传|研讨|合作|讲座")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for start, end in islice(_names(text), MOST):
        name = text.text[start:end]
        if _OWN.search(name) and not _AGAINST.search(name) and not told(evidence, text, start, end):
            yield _finding(text, start, end, "strong" if _MONEY.search(text.text) else "weak")
            return
    match = _I_AM.search(text.text)
    if match and _LOAN.search(text.text) and not _AGAINST.search(text.text) and not told(evidence, text, *match.span()):
        yield _finding(text, *match.span("name"), "weak")


def _names(text: Prose) -> Iterator[tuple[int, int]]:
    """Where a sender names himself."""
    yield from (match.span(1) for match in _BRACKET.finditer(text.text))
    rows = list(text.lines())
    edges = rows if len(rows) <= 2 * EDGE else [*rows[:EDGE], *rows[-EDGE:]]
    yield from ((start, start + len(words)) for start, words in edges if len(words) <= LONGEST)
    yield from (match.span("name") for match in _I_AM.finditer(text.text))


def _finding(text: Prose, start: int, end: int, severity: Severity) -> Finding:
    place, name = text.place(start, end), text.text[start:end]
    says = Says(
        f"“{name}”：经侦、刑侦是公安的部门，不替任何公司催款，贷款公司也没有自己的“经侦”。可打110核实。",
        f"{name}: economic crime units and detectives are police; they collect for no company. Ask at 110.",
    )
    return Finding(severity if place.confidence >= SURE else "weak", says, place, {"name": name})
