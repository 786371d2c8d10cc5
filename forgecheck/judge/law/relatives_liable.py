"""Relatives are told to pay somebody else's debt.

父债子偿 is a proverb, not law.  Parents, children, brothers and people who were only named as a contact owe nothing.
Heirs pay out of what they inherit and no more; husband and wife share only a common debt; a guarantor pays because
he signed.

Strong where relatives are said to have to pay; weak where that only "may" be.

Innocent causes
---------------
Guarantees, joint loans, common debts of a couple, and estates: sentences that name one of these are left alone, and
so is asking the family to pass on a message or to help of their own will.

Limits
------
Does not know who the addressee is: a letter to a guarantor that does not say so looks like one to a relative.

Sources
-------
* 中华人民共和国民法典 art. 1064, 1089, 1161, in force 2021-01-01: couples and heirs.
* 中华人民共和国民法典 art. 118, 465, 681, in force 2021-01-01: a contract binds who made it; the guarantor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak
from forgecheck.judge.frames import Frame

_SIGNED = re.compile(
    "担保|保证人|保证责任|共同(?:借款|债务|还款|生活|签)|共债|夫妻|继承|遗产|遗嘱|自愿|愿意|可以?由|监护|法定代理|法定代表|股东|工伤|赔偿|保险"
)
_SAYS = Says(
    "文中要求家人亲属替人还债。没有签字担保的亲属没有还款义务：“父债子偿”不是法律，继承人也只在遗产范围内偿还。",
    "The text makes relatives pay the debt. Relatives who signed no guarantee owe nothing; heirs pay only out of "
    "what they inherit.",
)
_KIN = "子女|父母|家[属人]|亲属|直系亲属|亲友|配偶|紧急联系人|兄弟|姐妹"


def _owes(frame: Frame) -> bool:
    """Whether kin stand before a duty and a payment in one clause, and nobody signed or inherits."""
    start, end = frame.clause
    words = frame.sentence.within(start, end)
    kin = next((at for at, each in enumerate(words) if each.classes & {"kin", "child"}), None)
    if kin is None or frame.has("guarantee") or _SIGNED.search(frame.sentence.text):
        return False
    return any(each.classes & {"owe"} for each in words[max(0, kin - 1) :])


_RULES = (
    Act(frozenset({"pay"}), lambda frame: _owes(frame) and frame.mode != "may", "strong", _SAYS),
    Act(frozenset({"pay"}), _owes, "weak", _SAYS),
    Rule(re.compile("父债子[偿还]|子债父[偿还]|夫债妻[偿还]|妻债夫[偿还]"), None, "strong", _SAYS, _SIGNED),
    Rule(
        re.compile(_KIN),
        re.compile(
            r"^[^。;\n]{0,10}(?:有(?:法定)?义务|有责任|必须|应当?|须|需|负有|承担连带|连带)[^。;\n]{0,10}(?:偿还|清偿|代偿|还款|还债|归还|垫付|承担[^。;\n]{0,6}(?:债|欠|还款|责任))"
        ),
        "strong",
        _SAYS,
        _SIGNED,
    ),
    Rule(
        re.compile("由|向|要求|责令|追究|追索"),
        re.compile(
            rf"^(?:您|你|其|债务人)?的?(?:{_KIN})[^。;\n]{{0,6}}(?:偿还|清偿|代偿|代还|还款|追偿|追讨|追缴|追索|承担(?:还款|债务|连带))"
        ),
        "strong",
        _SAYS,
        _SIGNED,
    ),
    Rule(
        re.compile(_KIN),
        re.compile("^(?:代偿|代还|替[您你他]?(?:还|偿|垫))"),
        "weak",
        _SAYS,
        _SIGNED,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
