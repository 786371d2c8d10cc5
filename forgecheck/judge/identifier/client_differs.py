"""The letter is written for one lender, and claims the debt of another.

受甲银行委托 ... 您向乙银行借款 ... 请归还: a firm writes for the creditor, and says so.  Who fills in a pattern
forgets one of the two places.

A hint only.

Innocent causes
---------------
Debts are assigned, guaranteed, insured and lent together by a platform and a bank: a text that speaks of any of that
is left alone, and so are names of one lender in full and in short, its branches, and names that are partly hidden.

Limits
------
Knows banks, consumer finance and micro loan companies by their full names, in set forms of speech.

Sources
-------
* 《律师执业行为规范》 (中华全国律师协会), in force 2018-12-13: a lawyer acts for the client who engaged him.
* 《中华人民共和国民法典》 art. 546 (assignment must be told), in force 2021-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import LETTERS
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

MOST = 20
"""Places that are looked at, which bounds the time."""
_KINDS: tuple[DocumentType, ...] = (*LETTERS, "sms_screenshot")
_ENDS = r"(?:银行(?:股份)?(?:有限)?(?:责任)?(?:公司)?|(?:消费金融|小额贷款)(?:股份)?(?:有限)?(?:责任)?公司|信用社)"
_NAME = rf"[\u4e00-\u9fff()]{{2,20}}?{_ENDS}"
_CLIENT = re.compile(rf"(?:受|接受|代表|根据)(?P<name>{_NAME})[^,。;\n]{{0,12}}?(?:委托|授权|指派)")
_CREDITOR = re.compile(
    rf"(?:[您你方人]|先生|女士|日|于|因|月)(?:曾|已)?(?:向|与|同|和|在|欠|尚欠|拖欠|所欠)(?P<name>{_NAME})"
    r"[^,。;\n]{0,12}?(?:借|贷|透支|签[订署]|订立|申[请领]|办理|领用|开立|欠|人民币|\d)"
)
_EXPLAINED = re.compile(
    r"(?<!未)(?<!未经)(?<!没有)(?<!不存在)(?:转让|受让|让与)|担保|保证人|代偿|追偿|保险|联合|合作|助贷|资金方|出资|信托|更名|合并|吸收|原名|现名|平台"
    r"|承继|收购|债权人变更|转授权|再委托|转委托|抵押|劳动|工资|租|货款"
)
_HIDDEN = re.compile(r"[某×*Xx○□甲乙丙]")
_TAIL = re.compile(rf"商业|农村|{_ENDS}$|(?:信用卡中心|[分支]行)$|[()]")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in _KINDS or _EXPLAINED.search(text.text):
        return
    clients = list(islice(_CLIENT.finditer(text.text), MOST))
    creditors = list(islice(_CREDITOR.finditer(text.text), MOST))
    if len({each["name"] for each in clients}) != 1 or not creditors:
        return
    client = clients[0]
    if any(_same(client["name"], each["name"]) for each in creditors):
        return
    other = creditors[0]
    place = text.place(*other.span("name"))
    if place.confidence < SURE or told(evidence, text, *other.span("name")):
        return
    says = Says(
        f"函里说受“{client['name']}”委托，讨要的却是“{other['name']}”的债，也没说债权转让。请向两家分别核实。",
        f"The letter is written for {client['name']} but claims the debt of {other['name']}, and tells of no transfer.",
    )
    yield Finding("weak", says, place, {"client": client["name"], "creditor": other["name"]})


def _same(one: str, other: str) -> bool:
    """Whether two names may be of one lender: in short, a branch, a shared beginning, or partly hidden.

    >>> _same("平安银行", "平安银行股份有限公司"), _same("甲乙银行", "丙丁银行")
    (True, True)
    >>> _same("河北江恒银行", "江恒银行"), _same("江恒银行", "远例银行")
    (True, False)
    """
    a, b = (_TAIL.sub("", each) or each for each in (one, other))
    if _HIDDEN.search(a + b) or a in b or b in a:
        return True
    one_sign = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return one_sign or _within(a, b) or _within(b, a)


def _within(short: str, full: str) -> bool:
    """Whether the signs of the short name stand in the full one in their order: 邮储 for 邮政储蓄."""
    rest = iter(full)
    return all(sign in rest for sign in short)
