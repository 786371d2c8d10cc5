"""Refusing mediation is said to mean default, enforcement or the list of dishonest debtors.

Mediation before filing is voluntary: who does not want it says so or stays away, the case is then filed or not, and
that is all.  No right is lost, nothing can be enforced, nobody is put on a list.

Strong where such a consequence follows directly from not taking part, where taking part is called a duty, or where a
settlement is to bind who never signed; silent where the text only says that the case will be filed, tried or judged
then.

Innocent causes
---------------
A settlement that was reached and confirmed can be enforced; staying away from a hearing leads to a judgment in absence.
Both are true and left alone, and so are warnings and quotations.

Limits
------
Looks at one sentence and those next to it.

Sources
-------
* 中华人民共和国民事诉讼法 art. 96, 102, 125, 205, 206, in force 2024-01-01: voluntary; enforceable only once confirmed.
* 中华人民共和国人民调解法 art. 3, 17, in force 2011-01-01: no mediation against a party's will.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame

_LAWFUL = re.compile(
    r"达成|不履行|履行调解|调解协议的|(?:视为|即)(?:不同意|拒绝|放弃)调解|不影响|不会|不得|不能|不代表|不等于|并不|自愿(?!放弃)|无须参加|无需参加|可以拒绝|开庭|判决后"
)
_TRIED = re.compile("立案|起诉|诉讼|审理|开庭")
_SAYS = Says(
    "文中说不参加调解就等于认账，或者会被强制执行、列入失信。诉前调解是自愿的，可以不参加，不会有这些后果。",
    "The text says that staying away from mediation means admitting the debt, enforcement or a blacklist. Mediation is "
    "voluntary and has no such consequence.",
)
_BINDS = Says(
    "文中说没有签字的调解也生效、可以执行。调解要双方自愿签字，单方申请的司法确认法院不会受理。",
    "The text says that mediation binds without a signature. It needs both sides, and so does its "
    "confirmation by a court.",
)


def _refusal_first(frame: Frame) -> bool:
    """Whether the refusal stands before what is to follow, and that is no mere trial and no settlement."""
    ahead = frame.sentence.text[: frame.act.start - frame.sentence.start]
    settled = "mediate" in frame.act.classes  # "未付调解书确定的款项"
    return not settled and not (_TRIED.search(ahead) and "judge" in frame.act.classes)


_RULES = (
    Act(
        "admit judge enforce freeze dishonest spend custody deduct penalty lost_right",
        "strong",
        _SAYS,
        within=("absent nonpay limit",),
        around=("mediate",),
        innocent=_LAWFUL,
        fits=_refusal_first,
    ),
    Act("mediate", "strong", _SAYS, within=("force owe_duty",), innocent=_LAWFUL),
    Act("penalty", "strong", _SAYS, by="mediator", innocent=_LAWFUL),
    Act("enforce admit judge", "strong", _BINDS, within=("unsigned",), around=("mediate",)),
    Act("confirm", "strong", _BINDS, within=("unsigned alone",), around=("mediate absent",)),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
