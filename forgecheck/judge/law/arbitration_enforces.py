"""An arbitration commission, notary or mediator freezes, seizes or blacklists by itself.

An award is enforced by a court, on request; so is a notarial deed or a settlement.  An arbitration commission hands a
request for freezing on to the court and has no power over accounts, nor has a notary or a mediation centre.

Strong.

Innocent causes
---------------
Commissions tell the parties that they may ask a court to enforce, and pass requests on: a court or a request named in
the sentence keeps this silent.

Limits
------
Needs the body and the measure in one sentence.

Sources
-------
* 中华人民共和国仲裁法 art. 28, 62, in force 2018-01-01; the same in the revision in force 2026-03-01: requests go to
  the court; the court enforces.
* 中华人民共和国民事诉讼法 art. 248, 249, 253, in force 2024-01-01.
* 中华人民共和国人民调解法 art. 33, in force 2011-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.powers import measure

_LAWFUL = re.compile(
    "法院|申请|移[送交]|转[送交]|提交|当事人|可以|强制执行(?:公证|效力)|具有|赋予|保全|出具执行证书|信用卡|额度|授信|证据|证明材料|聊天记录"
)
_ENFORCES = Says(
    "文中说仲裁、公证或调解机构自己冻结、划扣或列入失信。这些机构没有这种权力，裁决也要由法院执行；请打这个机构的公开电话核实。",
    "An arbitration commission, notary or mediator is said to freeze, seize or blacklist. None can: only a court "
    "enforces. Ask the body itself.",
)
_RULES_BY_MEDIATOR = Says(
    "文中说调解组织作出裁定或判决。调解要双方同意才算数，调解组织不能裁定，也没有强制执行效力；要法院确认后才有。",
    "A mediator is said to rule. Mediation needs both sides, and is enforceable only once a court confirms it.",
)
_MEASURES = "freeze deduct seize enforce dishonest spend custody limit"
_HERE = ("本中心", "我中心", "本处", "我处", "本室")
_RULES = (
    Act(
        _MEASURES,
        "strong",
        _ENFORCES,
        by="arbiter notary mediator",
        innocent=_LAWFUL,
        fits=lambda frame: frame.mode != "may" and measure(frame) is not None,
    ),
    Act(
        _MEASURES,
        "strong",
        _ENFORCES,
        by="private",
        innocent=_LAWFUL,
        fits=lambda frame: frame.actor is not None and frame.actor.text in _HERE and measure(frame) is not None,
    ),
    Act(
        "judge",
        "strong",
        _RULES_BY_MEDIATOR,
        by="mediator arbiter",
        innocent=re.compile("不服|立案"),
        unless=re.compile("仲裁|司法确认|法官"),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
