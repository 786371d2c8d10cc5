"""A lender or collector says that its own message serves a judgment, a ruling or a summons.

Only the court serves its papers; electronic service needs the party's consent, and a text message may do no more
than tell where the paper can be fetched.  A private message that is "service" of a judgment is none.

Strong where a private sender says so.

Innocent causes
---------------
Lenders agree by contract that their own notices count as delivered when sent: only papers of courts are looked at.
A lawyer who sends a copy for information says so.  What a court signs is left alone.

Limits
------
Needs the paper and the service in one sentence.

Sources
-------
* 中华人民共和国民事诉讼法 art. 87, 90, in force 2024-01-01 (2023 amendment): who serves, and how.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29 to 31, in force 2021-08-01: consent; messages inform."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak

_LAWFUL = re.compile("法院(?:已|将|会|依法|向|的?送达|专递|送达平台)|12368|查收|领取|签收|副本供|请留意")
_SAYS = Says(
    "文中说用这条消息就算送达了判决书、传票。法院文书只能由法院送达，短信最多提醒去哪里领取；可拨打12368核实。",
    "The text says that this message serves a judgment or a summons. Only the court serves its papers; a "
    "message may at most tell where to fetch them.",
)
_RULES = (
    Act(
        "paper judge",
        "strong",
        _SAYS,
        within=("this_message", "amount_to admit issue"),
        innocent=re.compile("12368|查收|领取|签收|送达平台|登录"),
    ),
    Rule(
        re.compile("判决书?|裁定书?|传票|调解书|支付令|起诉状|执行通知书|法律文书"),
        re.compile(
            r"^[^。;\n]{0,10}(?:(?:以|通过|经)(?:本|此)(?:短信|信息|消息|邮件|函)[^。;\n]{0,4}送达|(?:本|此)?(?:短信|信息)[^。;\n]{0,6}(?:视为|即为|等同)[^。;\n]{0,4}送达)"
        ),
        "strong",
        _SAYS,
        _LAWFUL,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
