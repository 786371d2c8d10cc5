"""A visit by force is announced: breaking in, taking things away, or together with the police.

A lender or its collector may knock at the door by day, show who he is, and be sent away.  To come in, search, take
away or seal anything by force is for a court's bailiffs alone, with a judgment; for anybody else it is a crime.

Strong where force is announced (强制上门, 破门, 上门查封); weak where police, village or courts are said to come
along.

Innocent causes
---------------
A plain visit, also for mediation or to hand over papers, is lawful and left alone.  So is enforcement by a court
that is named with its case, and fetching a car that was leased or pledged.

Limits
------
Does not know the hour of the visit.

Sources
-------
* 中华人民共和国刑法 art. 245, 293-1, in force 1997-10-01 and 2021-03-01: entering a home; unlawful collection.
* 中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》, published 2026-01: no force, no official names.
* 中华人民共和国民事诉讼法 art. 255, 259, in force 2024-01-01: search and seizure by a court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import JUDGED, Act, speak

_STRONG = Says(
    "文中说要强制上门、破门或上门查封。普通的上门要经您同意，任何公司和律师都无权强制进屋、搬东西或查封；只有法院执行时才可以。",
    "The text announces a visit by force. No company or lawyer may enter, take things away or seal anything; only a "
    "court's bailiffs may, in enforcement.",
)
_WEAK = Says(
    "文中说会联合公安、居委等一起上门催收。公安和居委会不参与商业催收。",
    "The text says that police or the neighbourhood committee will come along to collect. They take no part in it.",
)
_LAWFUL = re.compile(
    "租赁物|抵押物|安装|维修|检修|安检|抄表|取件|配送|法院(?:将|会|可|可以|依法)|执行法官|执行干警|强制执行申请|醉|送达|不得|可以拒绝|有权拒绝|不进入|改期"
)
_OURS = "private nobody"
_RULES = (
    Act("break_in", "strong", _STRONG, by=_OURS, unasked=True, innocent=_LAWFUL, unless=JUDGED),
    Act(
        "force seize search",
        "strong",
        _STRONG,
        by=_OURS,
        around=("visit home",),
        unasked=True,
        innocent=_LAWFUL,
        unless=JUDGED,
    ),
    Act(
        "force",
        "strong",
        _STRONG,
        by=_OURS,
        beside=("account seize arrest",),
        unasked=True,
        innocent=_LAWFUL,
        unless=JUDGED,
    ),
    Act("freeze arrest", "strong", _STRONG, by=_OURS, beside=("visit",), unasked=True, innocent=_LAWFUL, unless=JUDGED),
    Act("visit", "weak", _WEAK, beside=("team", "police court village"), innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such threat, once."""
    yield from speak(evidence, _RULES)
