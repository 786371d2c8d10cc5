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
from forgecheck.judge.claims import Act, Rule, speak

_LAWFUL = re.compile(
    "法院|申请|移[送交]|转[送交]|提交|当事人|可以|强制执行(?:公证|效力)|具有|赋予|保全|出具执行证书|信用卡|额度|授信"
)
_SAYS = Says(
    "文中说仲裁、公证或调解机构自己冻结、划扣或列入失信。这些机构没有这种权力，裁决也要由法院执行；请打这个机构的公开电话核实。",
    "An arbitration commission, notary or mediator is said to freeze, seize or blacklist. None can: only a court enforces. "
    "Ask the body itself.",
)
_RULES = (
    Act(
        frozenset({"freeze", "deduct", "seize", "enforce", "dishonest", "spend", "custody", "summon"}),
        lambda frame: frame.by in ("arbiter", "notary", "mediator")
        and frame.mode in ("done", "will")
        and not _LAWFUL.search(frame.sentence.text),
        "strong",
        _SAYS,
    ),
    Act(
        frozenset({"judge"}),
        lambda frame: frame.by == "mediator" and frame.mode in ("done", "will"),
        "strong",
        _SAYS,
        re.compile("司法确认|法官|仲裁|法院"),
    ),
    Rule(
        re.compile(
            "仲裁委(?:员会)?|仲裁院|仲裁庭|仲裁中心|本会|我会|本委|我委|本仲裁|公证处|本处|本中心|调解中心|调解委员会|本调解"
        ),
        re.compile(
            r"^[^。;\n]{0,22}(?:将|已|现|会|即|直接|立即|有权|强制|予以|依法)[^。;\n]{0,12}"
            r"(?:冻结|查封|扣押|划扣|扣划|强制执行|直接执行|拍卖|拘留|拘传|限制(?:高|出|消)|(?:列入|纳入|列为)[^,。;\n]{0,6}失信)"
        ),
        "strong",
        Says(
            "文中说仲裁、公证或调解机构自己冻结、划扣或列入失信。这些机构没有这种权力，裁决也要由法院执行；请打这个机构的公开电话核实。",
            "An arbitration commission, notary or mediator is said to freeze, seize or blacklist. None can: only a "
            "court enforces. Ask the body itself.",
        ),
        re.compile(
            "法院|申请|移[送交]|转[送交]|提交|当事人|可以|强制执行(?:公证|效力)|具有|赋予|保全|出具执行证书|信用卡|额度|授信"
        ),
        reach=44,
    ),
    Rule(
        re.compile("本会|调解委员会|调解中心|调解员|调解裁定|调解判决"),
        re.compile(r"^[^。;\n]{0,24}(?:裁定|判决|判令)(?!书)"),
        "strong",
        Says(
            "文中说调解组织作出裁定或判决。调解要双方同意才算数，调解组织不能裁定，也没有强制执行效力；要法院确认后才有。",
            "A mediator is said to rule. Mediation needs both sides, and is enforceable only once a court confirms it.",
        ),
        re.compile("司法确认|不服|法官|立案"),
        re.compile("仲裁|法院"),
        reach=44,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
