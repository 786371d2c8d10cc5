"""An arbitral award is announced by a sender who names neither the commission nor the agreement.

Arbitration needs a written agreement of both sides, and the award comes from a commission, with its seal, after it
sent a notice.  A private sender who says "the award is final" without naming either gives nothing to check.

A hint; strong where the text itself says that there is no agreement, or that the sender arbitrates.

Innocent causes
---------------
Many loan contracts do hold such a clause, and a lender may tell the truth in few words.

Limits
------
Does not know the contract.  Texts that name a commission, a clause or a case number are left alone.

Sources
-------
* 中华人民共和国仲裁法 art. 4, 16, in force 1995-09-01: no agreement, no arbitration.
* 中华人民共和国民事诉讼法 art. 248, in force 2024-01-01: a court enforces the award."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak

_NAMED = re.compile(
    r"仲裁(?:委员会|委|院|协议|条款|申请书|庭)|约定|仲(?:裁|案)?字|[(\[〔]20\d\d[)\]〕][^\n]{2,16}号|劳动|工伤"
)
_IN_HOUSE = Says(
    "文中说没有仲裁协议、或由平台自己仲裁。仲裁要有双方书面的仲裁协议，只能由仲裁委员会作出裁决，公司不能自己仲裁。",
    "The text has arbitration without an agreement, or by the sender itself. It needs a written agreement of "
    "both sides, and only an arbitration commission gives awards.",
)
_RULES = (
    Act("notarbitrated", "strong", _IN_HOUSE, around=("judge enforce admit freeze deduct voluntary",)),
    Rule(
        re.compile("仲裁"),
        re.compile(
            r"^[^,。;\n]{0,6}(?:裁决|结果)?[^,。;\n]{0,4}(?:已经?|现已|正式)[^,。;\n]{0,6}(?:生效|作出|下达|裁决|完成|出具)"
        ),
        "weak",
        Says(
            "文中说仲裁已经裁决，却没有说是哪个仲裁委员会、依据哪份仲裁协议。没有书面仲裁协议就不能仲裁；可向该仲裁委员会查证。",
            "The text says that an award was made but names neither the commission nor the agreement. Without a "
            "written agreement there is no arbitration.",
        ),
        None,
        _NAMED,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
