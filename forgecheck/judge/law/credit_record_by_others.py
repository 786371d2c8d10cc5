"""A law firm or a collector says that it reports to the credit system itself.

Only a lender that is connected to the credit bureau reports how its loan is paid, and it must tell the borrower
before.  A law firm or a collecting company has no access: "本所将上报您的征信" is untrue.

Strong where a law firm or a collecting company says so of itself; weak where it only "may".

Innocent causes
---------------
A lender that reports, or a lawyer who writes that his client will: sentences that name the client, the bank, the
lender or a licensed bureau as the one who acts are left alone.  Who cannot be told from a lender is not accused.

Limits
------
Needs a signature that names a law firm or a collector; a sentence that names nobody counts as the signer's own.

Sources
-------
* 征信业管理条例 art. 15, 29, in force 2013-03-15: who provides the data, and what he must do before.
* 征信业务管理办法 (中国人民银行令〔2021〕第4号) art. 4, in force 2022-01-01: no licence, no credit reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import BANK, Act, speak
from forgecheck.judge.prose import prose
from forgecheck.judge.speaker import issuers

_COLLECTOR = re.compile("法务|律政|催收|清收|法律(?:咨询|服务|事务)|信用(?:管理|服务)|商务咨询|信息咨询|调解中心")
_LENDER = re.compile("金融|贷款|小贷|信贷|保险|担保|保理|租赁|资产管理|信托")
_OTHERS = re.compile(
    "委托人|委托方|客户方|(?<!人民)银行|出借人|贷款人|平台|金融机构|债权人|协助|建议|督促|由其|有权机构|征信机构"
)
_SAYS = Says(
    "律师事务所或催收公司说自己会上报征信。只有放款的机构才能向征信系统报送，而且要事先告知本人，别人没有这个权限。",
    "A law firm or collector says that it reports to the credit system. Only the lender can, and it must tell "
    "the borrower before.",
)
_WRITES = "report put"
_CREDIT = "credit blacklist banks"
_NAMED = (
    Act(
        f"{_WRITES} report_credit",
        "strong",
        _SAYS,
        by="private",
        within=(f"{_CREDIT} report_credit",),
        innocent=_OTHERS,
        fits=lambda frame: frame.actor is not None and re.search("律|催收|外包|法务", frame.actor.text) is not None,
    ),
)
_RULES = (
    Act(_WRITES, "strong", _SAYS, by="private", beside=(_CREDIT,), innocent=_OTHERS),
    Act(_WRITES, "weak", _SAYS, by="private nobody", beside=(_CREDIT,), innocent=_OTHERS),
    Act("report_credit", "strong", _SAYS, by="private", innocent=_OTHERS),
    Act("report_credit", "weak", _SAYS, by="nobody", innocent=_OTHERS),
    Act("blacklist", "weak", _SAYS, beside=("put report",)),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim of a law firm or a collector."""
    text = prose(evidence)
    no_lender = text is None or _no_lender_signs(evidence)
    yield from speak(evidence, _RULES if no_lender else _NAMED)


def _no_lender_signs(evidence: Evidence) -> bool:
    text = prose(evidence)
    signers = issuers(evidence, text) if text is not None else ()
    if any(each.office == "company" and (BANK.search(each.name) or _LENDER.search(each.name)) for each in signers):
        return False
    return any(each.office == "law_firm" or _COLLECTOR.search(each.name) for each in signers)
