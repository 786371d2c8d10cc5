"""Refusing mediation is said to mean default, enforcement or the list of dishonest debtors.

Mediation before filing is voluntary: who does not want it says so or stays away, the case is then filed or not, and
that is all.  No right is lost, nothing can be enforced, nobody is put on a list.

Strong where such a consequence follows directly from not taking part; silent where the text only says that the case
will be filed, tried or judged then.

Innocent causes
---------------
A settlement that was reached and confirmed can be enforced; staying away from a hearing leads to a judgment in absence.
Both are true and left alone, and so are warnings and quotations.

Limits
------
Looks at one sentence, the refusal first.

Sources
-------
* 中华人民共和国民事诉讼法 art. 96, 102, 125, 205, 206, in force 2024-01-01: voluntary; enforceable only once confirmed.
* 中华人民共和国人民调解法 art. 3, 17, in force 2011-01-01: no mediation against a party's will.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

MOST = 100  # refusals looked at in one text; more is no letter
REACH = 40  # characters from the refusal to its consequence; assumed

_REFUSAL = re.compile(
    r"(?:不|未|拒绝|拒不|没有|放弃|逾期不|逾期未|无故不|无故缺席|缺席)(?:按时|准时|积极|配合|来院|到场|到院|线上|接受|参加|参与|同意|进行|出席|前来){0,3}(?:本次|此次|法院|诉前|先行|线上|的){0,3}调解"
    r"|调解[^,。;\n]{0,6}(?:不到场|不参加|不配合|拒绝参加|缺席|不出席)"
    r"|调解(?!书|协议)[^。;\n庭]{0,24}(?:(?:逾期|无故|如|若|均|仍|届时|拒|拒绝){0,2}(?:未|不|拒绝|拒不|没有)(?:能|按时|准时|按期|如期|予|积极|及时){0,2}"
    r"(?:到场|到|参加|参与|配合|出席|回复|回应|回电|联系|应答|接听|接(?=电话)|接受|同意|前来|表态|签到|上线|登录|进入)|缺席|失约|沉默)"
)
_CONSEQUENCE = re.compile(
    r"(?:视为|视同|等同于|即为|默认)(?:自动|自愿)?(?:放弃(?:抗辩|答辩|申辩|辩护|质证|诉讼|一切|所有|合法|陈述|举证|上诉)|认可|承认|默认|自认|认账|同意(?:还款|全部|债务|对方|原告)|败诉|恶意|拒不|对?[^,。;\n]{0,8}(?:无异议|属实))"
    r"|(?:丧失|失去|剥夺|取消)[^,。;\n]{0,6}(?:抗辩|答辩|申辩|诉讼|上诉)权|直接(?:作出|进行)?(?:缺席)?(?:判决|判你|判您|宣判)|按缺席(?:判决|审判)"
    r"|(?:直接|立即|即刻|马上|将|予以|会被?|依法|并|被|申请)(?:进入|启动|采取|进行|移交|予以|依法|被|法院|同步){0,3}(?:强制执行|执行程序|执行阶段|冻结|查封|划扣|拘留|拘传|限制高?消费|限高|列入失信|纳入失信|列为失信|失信)"
)
_LAWFUL = re.compile(
    r"协议|达成|不履行|司法确认|立案|诉讼|起诉|开庭|审理|判决|裁决|视为(?:不同意|拒绝|放弃)调解|不影响|不会|不得|不能|不代表|不等于|并不|自愿(?!放弃)|无须|无需"
)
_SAYS = Says(
    "文中说不参加调解就等于认账，或者会被强制执行、列入失信。诉前调解是自愿的，可以不参加，不会有这些后果。",
    "The text says that staying away from mediation means admitting the debt, enforcement or a blacklist. Mediation is "
    "voluntary and has no such consequence.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for refusal in islice(_REFUSAL.finditer(text.text), MOST):
        rest = text.after(refusal.end(), REACH + 10)
        found = _CONSEQUENCE.search(rest)
        if found is None or found.start() > REACH:
            continue
        if _LAWFUL.search(rest[: found.start()] if "判" in found[0] else rest[: found.end()]):
            continue
        start, end = refusal.start(), refusal.end() + found.end()
        if told(evidence, text, start, end):
            continue
        place = text.place(start, end)
        severity: Severity = "strong" if place.confidence >= SURE else "weak"
        yield Finding(severity, _SAYS, place, {"refusal": refusal[0], "consequence": found[0]})
        return
