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
from forgecheck.judge.claims import Act, speak

_OWN = re.compile(
    "话费|停机|欠费|移动|联通|电信|换领|换证|补办|挂失|过期|有效期|缴费|参保|酒驾|机动车|检验|审验|醉驾|扣分|迁移|办理|出国|参军|营业执照|公司注销|[号证卡]前|复印|原件|领取|持身份证|携带|出示|本人|更新|证件信息|核验|补充|上传|实名认证"
)
# Whoever insures speaks of what is owed to the insurance itself.
_INSURER = re.compile("社保局|医保局|社保中心|医保中心|社会保险(?:局|中心|事业)|人力资源|参保|缴费年度|[社医]保费")
_SAYS = Says(
    "文中说欠款会被注销身份证、户口、停用手机号或吊销驾照等。没有任何法律规定欠债会有这种后果。",
    "The text says that papers or a telephone number will be cancelled for the debt. No law knows such a consequence.",
)
_WELFARE = Says(
    "文中说欠款会取消或影响社保、医保、低保。社会保险和救助不会因为欠贷款被取消。",
    "The text says that social insurance or welfare will suffer. Neither is lost because of a loan.",
)
_LIST = Says(
    "文中说会列入“诈骗名单”之类的名单。欠贷款不会进这种名单；电信诈骗惩戒名单由公安机关认定，与逾期无关。",
    "The text speaks of a list of swindlers. A debt puts nobody on one; police list phone swindlers.",
)
_OWED = "debt debt_word pay nonpay"
_LOST = "void freeze limit harm lose end deduct"
_RULES = (
    Act("papers", "strong", _SAYS, beside=(_LOST,), around=(_OWED,), innocent=_OWN),
    Act(
        "welfare",
        "strong",
        _WELFARE,
        beside=("void limit lose deduct",),
        around=(_OWED,),
        innocent=_OWN,
        unless=_INSURER,
    ),
    Act("welfare", "weak", _WELFARE, beside=(_LOST,), around=(_OWED,), innocent=_OWN),
    Act("crime", "weak", _LIST, beside=("put",), innocent=_OWN),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
