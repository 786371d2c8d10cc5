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
from forgecheck.judge.frames import Frame

_FEE = "诉讼费|律师费|保全费|受理费|立案费|执行费|出庭费|案件费|起诉费|传票费|开庭费|公告费|法务费|代理费"
_SAYS = Says(
    "文中要您先交诉讼费、律师费等。这些费用由起诉的一方先交，最后由谁承担要看判决；不要提前转给任何账户。",
    "The text asks you to pay court or lawyer fees in advance. Who sues pays them first; the judgment says who "
    "bears them.",
)
_LAWFUL = re.compile(
    "原告|上诉|申请人|委托人(?:预|应|需|须)|预交|代理合同|如(?:进入|产生|败诉)|若(?:进入|产生|败诉)|将由|由[您你](?:方)?承担|败诉|协议|调解方案|退还|减半|不收|不需|无需|胜诉|风险代理"
)
_JUDGED = re.compile("判决书|判决(?:生效|确定|已)|生效|被执行人|裁决书|调解书")
_FIRST = r"先行|预先|提前|事先|预付|预缴|先[缴交付支转]|今[日天]|当[日天]|立即|马上|立刻|小时内|即刻"


def _first(frame: Frame) -> bool:
    """Whether the fee is to be paid at once or first."""
    return frame.has("first", "soon", "clock") and frame.has("pay") and not _LAWFUL.search(frame.sentence.text)


_RULES = (
    Act(
        frozenset({"lawfee"}),
        lambda frame: _first(frame) and frame.has("hear", "judge", "enforce", "prison", "arrest", "custody", "we", "firm"),
        "strong",
        _SAYS,
        _JUDGED,
    ),
    Act(frozenset({"lawfee"}), _first, "weak", _SAYS, _JUDGED),
    Rule(
        re.compile(_FIRST),
        re.compile(
            rf"^[^。;\n]{{0,10}}(?:支付|缴[纳清]|交[纳清]|缴|交|付|转|汇|打|承担)[^。;\n]{{0,12}}(?:{_FEE})[^。]{{0,30}}"
            r"(?:本所|我所|我司|指定|个人|律师的?|专员|账户|开庭|出庭|执行|坐牢|上门|抓|否则|缺席|判)"
        ),
        "strong",
        _SAYS,
        _LAWFUL,
        _JUDGED,
        reach=70,
    ),
    Rule(
        re.compile(_FIRST),
        re.compile(rf"^[^。;\n]{{0,10}}(?:支付|缴[纳清]|交[纳清]|缴|交|付|转|汇|打)[^。;\n]{{0,12}}(?:{_FEE})"),
        "weak",
        _SAYS,
        _LAWFUL,
        _JUDGED,
        reach=40,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such demand, once."""
    yield from speak(evidence, _RULES)
