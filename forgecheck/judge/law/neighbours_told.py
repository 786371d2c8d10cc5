"""The debt is to be made public: village, neighbours, employer, everybody in the address book.

Whoever collects may speak of the debt with the debtor alone.  Others may be asked how to reach him, if he cannot be
reached, and no more.  Notices at the door, loudspeakers, messages to the whole address book are unlawful for anybody.

Strong where the debt is to be spread: address book, notices on walls, loudspeaker, shaming in public; weak where
the village, the neighbours or the employer are to be "informed" or visited.

Innocent causes
---------------
A court may publish who does not obey its judgment, serve papers through the village, and ask an employer for wages:
what a court signs, and sentences that name a court, are left alone.  A bank asks a relative for a new number.

Limits
------
An unlawful threat may come from a real lender, too: it says that the letter breaks the rules, not who wrote it.

Sources
-------
* 中华人民共和国个人信息保护法 art. 10, 13, 23, in force 2021-11-01.
* 中华人民共和国民法典 art. 1032, 1033, in force 2021-01-01: privacy.
* 中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》, published 2026-01: third persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile(
    r"法院|法庭|判决|裁定|失信被执行人|协助执行|仲裁|送达地址|更新|变更|核实(?:身份|地址|联系方式)|授权|同意|公证|登报|报纸|债权转让|疫情|活动|会员|优惠|物业|业主|不得|禁止|违反|违规|违法|举报|报警|拨打110|不会|不向|(?:转让|拍卖|法院|联合|开庭)公告|拍卖|留置送达|招领|公示期"
)
_STRONG = Says(
    "文中威胁要把欠款的事公开，或发给通讯录里的人。催收只能找本人，任何人都无权这样公开别人的债务。",
    "The text threatens to make the debt public or to send it to people in the address book. Nobody has the right "
    "to spread another's debt.",
)
_WEAK = Says(
    "文中说要把欠款的事告知单位、村委、邻居等。向无关的人透露债务违反个人信息保护规定；失联时也只能打听联系方式。",
    "The text says that employer, village or neighbours will be told of the debt. That breaks the rules on "
    "personal data; they may only be asked how to reach somebody.",
)
_OURS = "private nobody"
_THEM = "village work contacts kin"
_RULES = (
    Act("spread", "strong", _STRONG, by=_OURS, within=(f"{_THEM} details",), unasked=True, innocent=_LAWFUL),
    Act(
        "tell",
        "strong",
        _STRONG,
        by=_OURS,
        beside=("details debt debt_word team",),
        within=(_THEM,),
        unasked=True,
        innocent=_LAWFUL,
    ),
    Act("public", "strong", _STRONG, around=("debt nonpay debt_word",), innocent=_LAWFUL),
    Act("tell visit", "weak", _WEAK, by=_OURS, beside=(_THEM,), unasked=True, innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such threat, once."""
    yield from speak(evidence, _RULES)
