"""The debtor is told to pay court or lawyer fees in advance, before any judgment.

Who sues pays the court in advance; who loses bears the fees, as the judgment says.  Lawyer's fees follow only where
that was agreed and a judgment allows them.  "Pay the fees today or the hearing begins" is made up.

Strong where they are to be paid first to the sender's own or a person's account, or to avert a hearing; else a hint.

Innocent causes
---------------
A plaintiff is asked to pay in advance, by the court or by its own lawyer; settlements share fees; letters list what the
debtor will have to bear if it comes to a suit.  These are left alone.

Limits
------
Needs the demand and the fee in one sentence.

Sources
-------
* 诉讼费用交纳办法 (国务院令第481号) art. 20, 29, in force 2007-04-01: the plaintiff pays in advance, the loser bears.
* 中华人民共和国民法典 art. 585, in force 2021-01-01: costs as agreed, decided by the court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak

_SAYS = Says(
    "文中要您先交诉讼费、律师费等。这些费用由起诉的一方先交，最后由谁承担要看判决；不要提前转给任何账户。",
    "The text asks you to pay court or lawyer fees in advance. Who sues pays them first; the judgment says who "
    "bears them.",
)
_LAWFUL = re.compile(
    "委托合同|明码标价|开票|您起诉|你起诉|法院(?:账户|通知|指定)|预交|原告|上诉|申请人|委托人(?:预|应|需|须)|代理合同|如(?:进入|产生|败诉)|若(?:进入|产生|败诉)|将由|败诉|协议|调解方案|退还|减半|不收|不需|无需|胜诉|风险代理"
)
_JUDGED = re.compile("判决书|判决(?:生效|确定|已)|生效|被执行人|裁决书|调解书")
_OURS = re.compile(
    "(?:至|到|给|向|付|汇|转|交)[^,。;]{0,6}(?:[本我](?:律?所|司|部|方|公司)|个人|专员|经理|法务(?!费)|律师账户|承办人|私人|指定)"
)
_RULES = (
    Rule(
        re.compile("受理费|诉讼费|保全费"),
        re.compile(
            "^[^,。;\n]{0,4}(?:由|应由)(?:被告|借款人|债务人|欠款人|[您你]|贵方)[^,。;\n]{0,4}起诉(?:之)?前[^,。;\n]{0,4}(?:预?[交缴]|支付)"
        ),
        "strong",
        _SAYS,
        reach=32,
    ),
    Act(
        "lawfee",
        "strong",
        _SAYS,
        within=("first soon clock", "pay owe", "hear judge enforce prison arrest custody visit"),
        innocent=_LAWFUL,
        unless=_JUDGED,
    ),
    Act(
        "lawfee",
        "strong",
        _SAYS,
        within=("first soon clock days", "pay owe move"),
        also=_OURS,
        innocent=_LAWFUL,
        unless=_JUDGED,
    ),
    Act("lawfee", "strong", _SAYS, within=("no_clause voided", "pay owe"), innocent=_JUDGED),
    Act("lawfee", "weak", _SAYS, within=("first soon clock", "pay owe"), innocent=_LAWFUL, unless=_JUDGED),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such demand, once."""
    yield from speak(evidence, _RULES)
