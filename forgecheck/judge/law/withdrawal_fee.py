"""A fee is asked for that does not exist: to withdraw a case, to unfreeze an account, to be taken off a list.

Nobody takes money for that: no court, no police, no lender.  A court's fees are paid when a suit is filed, by who
files it; freezing ends by the court's order.  A fee or deposit "for withdrawing the case" is asked for by swindlers.

Strong wherever it stands, whoever signs.

Innocent causes
---------------
The court's fee is halved or returned when a suit is withdrawn (撤诉后减半收取案件受理费).  Whoever asks for
property to be preserved gives security; bail (取保候审) and tenders have their deposits.  These, and warnings, are
left alone.

Limits
------
A fee with another name is not seen.

Sources
-------
* 诉讼费用交纳办法 (国务院令第481号) art. 6, 10, 15, 20, in force 2007-04-01: which fees there are, and who pays.
* 中华人民共和国民事诉讼法 art. 103, 107, 108, in force 2024-01-01: how preservation ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_SAYS = Says(
    "文中要收撤案费、解冻费或保证金。法院、公安和放款机构都不收这种钱，要求先交钱才撤案、解冻的都是骗局，不要转账。",
    "The text asks for a fee or deposit to withdraw a case or to unfreeze an account. No court, police or lender takes "
    "such money: do not transfer it.",
)
_LAWFUL = re.compile(
    r"减半|(?:[已将予]|余款|费用?)退还(?!您)|受理费|诉讼费|取保候审|投标|履约(?:保函|担保)|质量|申请财产保全|提供担保|申请人(?:应|须|需)?(?:提供|缴)|财产保全(?:担保|保证)|一律不收|不收取|不收|不会|从不|无需|凡是|凡要求|诈骗|被骗|骗"
    r"|租房|押金条|股权|期货|交易所|工程"
)
_NAMED = re.compile("撤|解|销|消|结案|移出|恢复|激活|脱|洗|修复|取保")  # fees named for what they are to undo
_EXTRA = re.compile(
    "(?<!诉讼)(?<!受理)(?<!话)(?<!免)(?<!消)费(?!用)|保证金|押金|诚意|订金|定金|手续|打点|红包|验资|流水|加急|好处|意思一下|找人|熟人|摆平"
)
_RULES = (
    Act(
        "withdraw lift",
        "strong",
        _SAYS,
        by="private nobody",
        within=("pay first",),
        without="judged",
        also=_EXTRA,
        innocent=re.compile(
            f"{_LAWFUL.pattern}|免费|话费|物业|会员|学费|保费|退费|欠费|年费|运费|合同|订单|保险|退保|酒店|旅游|房费|不收|撤诉不"
        ),
    ),
    Act(
        "fee",
        "strong",
        _SAYS,
        within=("pay first",),
        innocent=_LAWFUL,
        fits=lambda frame: _NAMED.match(frame.act.text) is not None,
    ),
    Act("fee", "strong", _SAYS, within=("withdraw lift", "pay first lawfee"), innocent=_LAWFUL),
    Act("fee", "strong", _SAYS, within=("pay first",), around=("withdraw lift freeze dishonest",), innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such demand, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
