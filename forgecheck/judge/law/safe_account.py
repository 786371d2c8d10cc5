"""Money is to be moved into a "safe" or "checking" account.

No organ of state and no lender has an account into which people move their savings to have them examined, kept safe or
verified.  Whoever asks for that takes the money.

Strong, whoever signs.

Innocent causes
---------------
Warnings name the trick: what is told of swindlers is left alone.  Supervised accounts for the sale of houses, trust
accounts of courts for what was judged, and the borrower's own account are none of these.

Limits
------
Knows the names that swindlers give such accounts, not every account.

Sources
-------
* 中华人民共和国反电信网络诈骗法 art. 2, 31, in force 2022-12-01.
* 公安部、国家反诈中心 public warnings against 安全账户, 2021 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile("监管账户|执行款|案款|不要|切勿|请勿|凡是|一律是")
_SAYS = Says(
    "文中要您把钱转入“安全账户”“清查账户”之类的账户。公安、法院和贷款机构都没有这样的账户，这是诈骗的手法，不要转账，可拨打96110。",
    "The text asks you to move money into a safe or checking account. No police, court or lender has one: it "
    "is a swindle. Do not transfer; call 96110.",
)
_RULES = (Act("trap_account", "strong", _SAYS, within=("pay move",), innocent=_LAWFUL),)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such demand, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
