"""A consequence is announced that no law knows: identity card cancelled, phone switched off, insurance lost.

Debts do not touch papers, telephone numbers, pensions, health insurance or welfare.  Nobody can cancel these because
a loan is overdue, not even a court.

Strong for identity card, household, passport, driving licence and telephone number; weak for social insurance and
welfare.

Innocent causes
---------------
Offices do cancel papers for their own reasons, and a court may stop passports: what a public body signs is left
alone.  Operators switch off numbers whose own bill is unpaid: texts of operators are left alone.

Limits
------
Only the things named.

Sources
-------
* 中华人民共和国居民身份证法 (2012-01-01), 中华人民共和国户口登记条例 (1958-01-09): no such ground.
* 中华人民共和国社会保险法 art. 4, in force 2018-12-29; 社会救助暂行办法 art. 9, in force 2019-03-02."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak
from forgecheck.judge.frames import Frame

_OWN = re.compile(
    "话费|停机|欠费|移动|联通|电信|换领|换证|补办|挂失|过期|有效期|缴费|参保|酒驾|机动车|检验|审验|醉驾|扣分|迁移|办理|出国|参军|营业执照|公司注销|[号证卡]前"
)
_SAYS = Says(
    "文中说欠款会被注销身份证、户口、停用手机号或吊销驾照等。没有任何法律规定欠债会有这种后果。",
    "The text says that papers or a telephone number will be cancelled for the debt. No law knows such a consequence.",
)


def _lost(frame: Frame) -> bool:
    """Whether it is to be cancelled or barred for the debt, and the text is not about the paper itself."""
    return frame.near("void", "freeze", "limit", "harm") and not _OWN.search(frame.sentence.text)


_RULES = (
    Act(frozenset({"papers"}), _lost, "strong", _SAYS),
    Rule(
        re.compile("注销|吊销|冻结|停用|作废|没收|封停|封禁|停掉"),
        re.compile(r"^[^,。;(\n]{0,8}(?:身份证(?!件|号)|户口|户籍|驾驶证|驾照|护照|手机号|手机卡|电话卡|电话号码)"),
        "strong",
        _SAYS,
        _OWN,
    ),
    Rule(
        re.compile("身份证|户口|驾驶证|驾照|手机号码?|手机卡|电话卡"),
        re.compile(r"^[^,。;\n]{0,6}(?:被|将|会|予以|面临)[^,。;\n]{0,6}(?:注销|吊销|冻结|停用|作废|封停)"),
        "strong",
        _SAYS,
        _OWN,
    ),
    Rule(
        re.compile("取消|停发|停止|影响|冻结|暂停"),
        re.compile(r"^[^,。;\n]{0,8}(?:社保|医保|低保|养老金|退休金|养老保险|医疗保险|新农合)"),
        "weak",
        Says(
            "文中说欠款会取消或影响社保、医保、低保。社会保险和救助不会因为欠贷款被取消。",
            "The text says that social insurance or welfare will suffer. Neither is lost because of a loan.",
        ),
        _OWN,
    ),
    Rule(
        re.compile("列入|纳入|进入|上报|录入"),
        re.compile(r"^[^,。;\n]{0,6}(?:诈骗名单|诈骗犯|通缉名单|黑户|涉诈名单)"),
        "weak",
        Says(
            "文中说会列入“诈骗名单”之类的名单。欠贷款不会进这种名单；电信诈骗惩戒名单由公安机关认定，与逾期无关。",
            "The text speaks of a list of swindlers. A debt puts nobody on one; police list phone swindlers.",
        ),
        _OWN,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
