"""A contract is said to end by itself, without notice.

Whoever ends a contract must tell the other side, and it ends when the notice arrives.  "系统自动解约，无需通知" is
not how a contract ends; a collector who writes it has no word of the lender's.

Strong where it is said to need no notice or no clause, or where a stranger to the contract ends it; else a hint.

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
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile("会员|额度|冻结|优惠|活动|试用|约定|通知到达|收到本[通函]|收到通知|限制")
_SAYS = Says(
    "文中说合同会自动解除、不用通知。解除合同必须通知对方，通知到达才生效。",
    "The text says that the contract ends by itself and without notice. It ends only when a notice arrives.",
)
_STRANGER = Says(
    "文中由借款双方以外的公司决定解除合同或宣布到期。只有贷款人自己，或经它书面授权的人，才能这样通知。",
    "A stranger to the contract ends it or calls the loan. Only the lender can, or somebody with its written "
    "authority.",
)
_AUTHORISED = re.compile(r"(?<!未经)(?<!未获)(?<!未取得)委托|代表|代理|经[^,。;\n]{0,16}授权|我[司公]司?(?:签|订)")
_NO_RIGHT = Says(
    "文中说没有合同约定、没有授权也能解除合同或让借款提前到期。提前到期、解除都要有约定或法定的理由，由贷款人"
    "自己通知。",
    "The text ends the contract or calls the loan without a clause or authority. Both need a ground in the contract "
    "or the law, and the lender's own notice.",
)
_RULES = (
    Act("end due", "strong", _NO_RIGHT, around=("no_clause", "contract debt share pay nonpay"), innocent=_LAWFUL),
    Act("end due", "strong", _NO_RIGHT, by="private", within=("other_banks",), innocent=_LAWFUL),
    Act("end", "strong", _SAYS, around=("voided", "contract debt due"), innocent=_LAWFUL),
    Act(
        "end due",
        "strong",
        _STRANGER,
        by="private",
        innocent=_AUTHORISED,
        also=re.compile("催收公司|外包|律所|本所|我所"),
    ),
    Act(
        "end",
        "weak",
        _SAYS,
        within=("contract debt", "soon"),
        innocent=_LAWFUL,
        fits=lambda frame: "自动" in frame.sentence.text or "系统" in frame.sentence.text,
    ),
    Act(
        "end due",
        "weak",
        _STRANGER,
        by="private",
        within=("contract debt",),
        innocent=_AUTHORISED,
        fits=lambda frame: (
            re.search(r"(?:[您你]|贵方)与[^,。;\n]{4,30}(?:合同|协议|关系|债权债务)", frame.sentence.text) is not None
        ),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
