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
from forgecheck.judge.claims import JUDGED, Act, Rule, speak
from forgecheck.judge.frames import Frame

_SAYS = Says(
    "文中说今天、几小时内或系统自动就会列入失信名单、限制高铁飞机或扣工资。这些只能由法院在判决生效、进入执行之后决定，要几个月，不会这么快，也不会自动发生。",
    "The text says that within hours, or by itself, there will be a blacklist, a travel ban or docked wages. Only a "
    "court can decide that, after a final judgment and in an enforcement case: it takes months and is never automatic.",
)
_SOON = re.compile(
    r"今[日天晚]|当[日天]|明[日天]|本日|(?:\d{1,2}|[一二两三四六八十]{1,3}|半)个?小时|\d{1,2}[点时:]|[下中]午|下班前|马上|立刻|即刻|自动|即日起|同步"
)
_MEASURE = re.compile(
    r"(?:列入|纳入|录入|加入|拉入|进入|上报|列为|成为)[^。;\n]{0,12}(?:失信|老赖)|限制[^。;\n]{0,8}(?:高消费|高铁|飞机|动车|乘坐|出境|出行|出入境)"
    r"|(?:不能|无法|禁止|不得)[^。;\n]{0,4}(?:乘坐|坐)[^。;\n]{0,4}(?:高铁|飞机|动车)|(?:划扣|扣划|扣除|扣发|代扣|强制扣)[^。;\n]{0,8}工资|工资[^。;\n]{0,6}(?:划扣|扣划|强制扣)"
)
_LAWFUL = re.compile(
    "起诉|诉讼|立案|仲裁|申请|直播|活动|自动(?:解除|恢复|删除|屏蔽)|额度|自动扣款|绑定|约定|携带|安检|疫情|限行"
)


def _measure(frame: Frame) -> bool:
    """Whether a court's measure against a debtor is meant, and nobody sues or asks for it."""
    word = frame.act.classes
    meant = (
        ("dishonest" in word and frame.near("put"))
        or ("limit" in word and frame.near("travel", "exit"))
        or "spend" in word
        or ("deduct" in word and frame.near("wage"))
        or "enforce" in word
    )
    return meant and not (frame.asked_of or frame.judged or _LAWFUL.search(frame.sentence.text))


_MEASURES = frozenset({"dishonest", "limit", "spend", "deduct", "enforce"})
_RULES = (
    Act(
        _MEASURES,
        lambda frame: _measure(frame) and frame.has("soon", "clock") and frame.mode != "may",
        "strong",
        _SAYS,
        JUDGED,
    ),
    Act(_MEASURES, lambda frame: _measure(frame) and frame.mode in ("done", "will"), "weak", _SAYS, JUDGED),
    Rule(_SOON, _MEASURE, "strong", _SAYS, _LAWFUL, JUDGED, reach=40),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
