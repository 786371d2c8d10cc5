"""Blacklist, flight ban or docked wages are announced within hours, or as automatic, without any judgment.

It takes months: complaint, summons, hearing, judgment, time to appeal, the creditor's application, a notice of
enforcement, and only then may a court put somebody on the list of dishonest debtors, restrict his spending, or take
wages.  "Not paid by tonight: no more trains and flights" cannot happen.

Strong where such a measure follows within hours or by itself, and the whole text names no judgment, award or
enforcement case; weak where it only "may".

Innocent causes
---------------
Whoever lost a case and was served a notice of enforcement can be listed within days: texts that name a judgment, an
award, a notarised deed or a case of enforcement are left alone, and so are courts.  A court may freeze property
before the suit within 48 hours, so freezing is not looked at here.

Limits
------
Only measures with the word for them and the deadline in one sentence.

Sources
-------
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 1 and 5, in force 2017-05-01.
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 1 and 4, in force 2015-07-22.
* 中华人民共和国民事诉讼法 art. 247, 251, 254, 266, in force 2024-01-01 (2023 amendment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import JUDGED, Act, speak
from forgecheck.judge.frames import Frame
from forgecheck.judge.powers import measure

_SAYS = Says(
    "文中说今天、几小时内或系统自动就会列入失信名单、限制高铁飞机或扣工资。这些只能由法院在判决生效、进入执行之后决定，要几个月，不会这么快，也不会自动发生。",
    "The text says that within hours, or by itself, there will be a blacklist, a travel ban or docked wages. Only a "
    "court can decide that, after a final judgment and in an enforcement case: it takes months and is never automatic.",
)
_LAWFUL = re.compile(
    "起诉|诉讼|立案|仲裁|申请|直播|活动|自动(?:解除|恢复|删除|屏蔽)|额度|自动扣款|绑定|约定|携带|安检|疫情|限行"
)
_POWERS = {"blacklist", "restrict", "enforce", "border"}


def _measure(frame: Frame) -> bool:
    """Whether a court's measure against a debtor is meant."""
    row = measure(frame)
    return row is not None and (row["power"] in _POWERS or ("deduct" in frame.act.classes and frame.near("wage")))


_MEASURES = "dishonest limit spend exit deduct enforce freeze void"
_RULES = (
    Act(
        _MEASURES, "strong", _SAYS, within=("soon clock",), unasked=True, innocent=_LAWFUL, unless=JUDGED, fits=_measure
    ),
    Act(
        _MEASURES,
        "weak",
        _SAYS,
        unasked=True,
        innocent=_LAWFUL,
        unless=JUDGED,
        fits=lambda frame: frame.mode in ("done", "will") and _measure(frame),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
