"""A record, a listing, a restriction or a search is to vanish once money is paid to the sender.

A true bad record stays for five years and nobody deletes it for money; a listing or a restriction is lifted by the
court that made it; a wanted notice by the police.  "补交即可由我方后台删除", "还清后我司撤销失信" claim a power over
what is not the sender's.

Strong.

Innocent causes
---------------
A lender corrects its own mistakes on objection, reports that a debt is settled, and restores its own credit line;
creditors ask a court to lift what it ordered: where a court, an objection or the sender's own service is named,
nothing is said.

Limits
------
Needs the lifting, what is lifted and the payment close to each other.

Sources
-------
* 征信业管理条例 art. 16, 25, in force 2013-03-15: five years; corrections only of what is wrong.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 10, in force 2017-05-01: the court deletes.
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 9, in force 2015-07-22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile(
    "法院|异议|更正|有误|错误|误报|额度|授信|如实|结清状态|更新为|申请|会员|挂失|五年|5年|不会|不能|无法(?!消除)|免费|宽限|不予展示|不再展示|一次性信用|信用修复(?:政策|指引)|政策|人民银行|央行|履行完毕"
)
_SAYS = Says(
    "文中说付钱后由发信的一方消除征信记录、失信名单或限制。真实的征信记录谁也不能花钱删除，失信和限高只有法院能解除。",
    "The sender offers to delete a credit record, a listing or a restriction for payment. Nobody deletes true "
    "records for money, and only a court lifts a listing or a restriction.",
)
_RULES = (
    Act(
        "lift",
        "strong",
        _SAYS,
        by="private nobody",
        within=("credit blacklist dishonest spend travel exit arrest crime",),
        around=("pay fee",),
        innocent=_LAWFUL,
    ),
    Act(
        "withdraw",
        "strong",
        _SAYS,
        by="private nobody",
        within=("dishonest arrest charge credit spend",),
        around=("pay fee",),
        innocent=_LAWFUL,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such offer."""
    yield from speak(evidence, _RULES)
