"""The reader is told not to ask the lender, where a debt is said to have been assigned or is to be paid.

An assignment binds the debtor once he is told, and the old lender confirms it when asked.  Honest letters say "ask
our hotline"; whoever forbids the question fears the answer.

Weak only.

Innocent causes
---------------
An assignee may ask that payments no longer go to the old lender: that is lawful and left alone.

Limits
------
Only the words for asking and calling.

Sources
-------
* 中华人民共和国民法典 art. 546, 548, in force 2021-01-01: notice of assignment; defences remain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_OTHER = re.compile("周末|节假日|非工作时间|占线|转账|打款|支付至|还款至|汇款|重复")
_SAYS = Says(
    "文中叫您不要联系原来的银行或平台。是否转让、欠多少，正应当向原贷款机构核实，再决定是否付款。",
    "The text tells the reader not to ask the lender. The lender is just whom to ask before paying.",
)
_RULES = (Act("notask", "weak", _SAYS, beside=("lender banks assign",), innocent=_OTHER),)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such sentence."""
    yield from speak(evidence, _RULES)
