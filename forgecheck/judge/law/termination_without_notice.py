"""A contract is said to end by itself, without notice.

Whoever ends a contract must tell the other side, and it ends when the notice arrives.  "系统自动解约，无需通知" is
not how a contract ends; a collector who writes it has no word of the lender's.

Weak only.

Innocent causes
---------------
A contract may say that it ends on a day or with an event, and a notice may set a period after which it ends by
itself ("逾期自动解除"): both are lawful.  Limits, memberships and instalment offers do end by themselves.

Limits
------
Does not know the contract.

Sources
-------
* 中华人民共和国民法典 art. 565, in force 2021-01-01: notice, and when it works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Rule, speak

_LAWFUL = re.compile("会员|额度|冻结|优惠|活动|试用|约定|通知到达|收到本[通函]|收到通知|限制")
_SAYS = Says(
    "文中说合同会自动解除、不用通知。解除合同必须通知对方，通知到达才生效。",
    "The text says that the contract ends by itself and without notice. It ends only when a notice arrives.",
)
_RULES = (
    Rule(
        re.compile("无需(?:另行|再行|再)?通知|不再(?:另行)?通知|未?经通知|系统(?:将|会|已)?自动|系统"),
        re.compile(r"^[^。;\n]{0,10}(?:解除|终止|取消|作废|解约)[^。;\n]{0,8}(?:合同|协议|借款|贷款)"),
        "weak",
        _SAYS,
        _LAWFUL,
    ),
    Rule(
        re.compile("合同|协议"),
        re.compile(
            r"^[^。;\n]{0,6}(?:自动|系统)[^。;\n]{0,4}(?:解除|终止|取消|作废|解约)[^。;\n]{0,8}(?:无需|不再|不另)[^。;\n]{0,4}通知"
        ),
        "weak",
        _SAYS,
        _LAWFUL,
    ),
)

_BY_STRANGER = (
    Rule(
        re.compile(
            "(?:我司|本司|我公司|本公司|我所|本所|我部)(?:自行|单方|直接|现|已){0,2}(?:决定)?(?:解除|终止|取消)"
        ),
        re.compile(r"^[您你]与[^,。;\n]{4,30}(?:合同|协议)"),
        "weak",
        Says(
            "文中由借款双方以外的公司决定解除合同。只有贷款人自己，或经它书面授权的人，才能通知解除。",
            "A stranger to the contract ends it. Only the lender can, or somebody with its written authority.",
        ),
        re.compile(r"(?<!未经)委托|代表|代理|经[^,。;\n]{0,16}授权|我[司公]司?(?:签|订)"),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, (*_RULES, *_BY_STRANGER))
