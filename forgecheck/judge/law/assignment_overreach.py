"""An assignment of the debt is said to do what it cannot: to raise the sum, to wipe out payments, to need no notice.

Who buys a claim gets it as it was: what was paid is paid, every defence stays, and the debtor is bound from the notice
on, not before.  "转让后金额翻倍", "此前已还的一律不算", "转让无须通知你" are untrue; so is a sale to a court.

Strong; a hint where only the notice is called needless.

Innocent causes
---------------
An assignee may ask that payments no longer go to the old lender, and an assignment does not need the debtor's consent:
both are left alone.

Limits
------
Needs the assignment and the effect in one sentence or next to each other.

Sources
-------
* 中华人民共和国民法典 art. 546 to 549, in force 2021-01-01: notice, defences and set-off after an assignment.
* 中华人民共和国民法典 art. 545, in force 2021-01-01: consent is not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile("不影响|仍可|可以(?:主张|抗辩)|无[需须](?:您|你|借款人|债务人)的?同意|股权|知识产权")
_SAYS = Says(
    "文中说债权转让后金额变多、以前还的不算或者不能再提异议。转让只换债权人：欠多少还是多少，已还的要扣除，原来的抗辩都还在。",
    "The text says that an assignment raises the debt, wipes out payments or defences. It only changes the creditor: "
    "the debt, what was paid and all defences stay as they were.",
)
_NOTICE = Says(
    "文中说债权转让不用通知您。没有通知债务人的，转让对债务人不发生效力；请先向原贷款机构核实。",
    "The text says that an assignment needs no notice. Without notice it does not bind the debtor: ask the "
    "lender first.",
)
_COURT = Says(
    "文中说债权转让给了法院或公安。法院、公安不会买债权，也不会当债权人收款。",
    "The text says that the claim was assigned to a court or the police. They buy no claims and collect for nobody.",
)
_RULES = (
    Act(
        "assign",
        "strong",
        _COURT,
        beside=("court police procurator",),
        innocent=re.compile("判决|裁定|法院(?:确认|拍卖|已)|执行"),
    ),
    Act(
        "voided penalty",
        "strong",
        _SAYS,
        around=("assign",),
        innocent=_LAWFUL,
        fits=lambda frame: "通知" not in frame.act.text,
    ),
    Act("voided", "weak", _NOTICE, within=("assign",), innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
