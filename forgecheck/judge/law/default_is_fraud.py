"""Being overdue is called fraud, or a credit-card crime is held against a loan that is no credit card.

Fraud needs deceit when the money was taken: forged papers, a false name, the plan never to pay.  Not being able to
pay later is none.  信用卡诈骗 (恶意透支, art. 196) exists for credit cards alone, from 50,000 yuan of principal on,
after two demands of the issuing bank; no app loan can be that.

Strong where overdue payment is said to be fraud already, or where card fraud is held against a text that speaks of
no card; weak where it is only suspected.

Innocent causes
---------------
Banks warn holders of credit cards of 恶意透支; lawyers name the crime of who borrowed with forged papers.  Texts
that speak of deceit, and conditions ("若", "如", "可能"), are left alone or weigh little.

Limits
------
Knows nothing of the facts: whoever really deceived his lender is not helped by this.

Sources
-------
* 中华人民共和国刑法 art. 175-1, 193, 196, 224, 266, in force 1997-10-01.
* 最高人民法院、最高人民检察院关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释 (法释〔2018〕19号) art.
  6 and 8, in force 2018-12-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame

_DECEIT = re.compile(
    r"虚假|伪造|变造|冒用|隐瞒|虚构|挪用|改变(?:贷款)?用途|以非法占有为目的|使用?作废|构成犯罪的|违法犯罪|盗刷|第三方|他人|受害人|被害人|若|如[果您你有经查涉构]|的,"
    r"|电信|刷单|电话诈骗|涉诈|涉嫌[^,。]{0,6}诈骗(?:的)?(?:电话|短信|网站|账户|案件线索)"
)
_CARD = re.compile("信用卡[^诈]|信用卡中心|贷记卡|透支卡|发卡|持卡")
_SAYS = Says(
    "文中把逾期还款说成诈骗或犯罪。诈骗要在借钱时就有欺骗；没钱按时还只是民事违约，是不是犯罪也只能由公安和法院认定。",
    "The text calls being overdue fraud or a crime. Fraud needs deceit when the money was taken; "
    "paying late is a civil breach, and only police and courts decide what is a crime.",
)
_CARDS = Says(
    "文中用“信用卡诈骗”“恶意透支”来说一笔不是信用卡的贷款。这个罪只针对信用卡，网贷、借款不适用。",
    "The text holds credit-card fraud against a loan that is no credit card. That crime exists for credit cards only.",
)
_MERELY = ("涉嫌", "涉及")


def _is_fraud(frame: Frame) -> bool:
    """Whether it is called fraud as a fact, not as a suspicion."""
    linked = next((each for each in reversed(frame.ahead) if "amount_to" in each.classes), None)
    return linked is not None and linked.text not in _MERELY


_UNPAID = "nonpay debt debt_word"
_RULES = (
    Act("cardcrime", "strong", _CARDS, innocent=_DECEIT, unless=_CARD),
    Act("crime", "strong", _SAYS, around=(f"{_UNPAID} you",), innocent=_DECEIT, fits=_is_fraud),
    Act("crime", "weak", _SAYS, beside=("amount_to",), around=(_UNPAID,), innocent=_DECEIT),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
