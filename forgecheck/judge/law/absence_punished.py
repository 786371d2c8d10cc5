"""Prison, arrest or a wanted notice is threatened for not appearing in a civil case.

Who stays away from a hearing over a loan is judged in his absence, and that is all.  Only a party that the court
must see may be fetched by its bailiffs (拘传), and that is no punishment.  A judgment within 24 hours is impossible
as well: a defendant has 15 days to answer.

Strong for prison, arrest or a wanted notice, or a judgment within hours, whoever signs; weak for detention.

Innocent causes
---------------
Criminal courts and witnesses have other rules: texts about the accused (被告人) are left alone, and so are refusing
a judgment and disturbing the court (罚款、拘留).  A summons says that absence leads to 拘传 or 缺席判决: both true.

Limits
------
Needs the absence and the punishment in one sentence.

Sources
-------
* 中华人民共和国民事诉讼法 art. 112, 128, 139, 147, in force 2024-01-01 (2023 amendment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_OTHER = re.compile("被告人|罪犯|取保|缓刑|社区矫正|法庭秩序|判决确定|生效|被执行人|执行通知|证人|虚假|罚款|构成犯罪")
_SAYS = Says(
    "文中说不到庭就会被抓、判刑或通缉。借款这类民事案件不到庭，法院只会缺席判决，不会因此坐牢。",
    "The text threatens arrest or prison for not appearing. In a civil case over a loan the court only judges in "
    "absence.",
)
_AT_ONCE = Says(
    "文中说几小时内就缺席判决。被告有十五天答辩期，开庭前三天要通知，法院不会几小时内判决。",
    "The text announces a judgment within hours. A defendant has 15 days to answer, and three days' notice of "
    "a hearing.",
)
_COURT = "trial hear summon court judge"
_RULES = (
    Act("prison arrest", "strong", _SAYS, within=("absent", _COURT), innocent=_OTHER),
    Act(
        "judge",
        "strong",
        _AT_ONCE,
        by="private court nobody",
        within=("soon clock",),
        also=re.compile("缺席|未应诉|不应诉|自动"),
        innocent=re.compile("开庭|上诉|送达|上传|查收"),
    ),
    Act("custody", "weak", _SAYS, within=("absent", _COURT), innocent=_OTHER),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such threat, once, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
