"""A private sender says that a court, the police or the state lent it their power.

Courts do invite mediators, appraisers and auctioneers; none of them collects, enforces, detains or speaks for the
state.  "执行权法院已下放给我们", "经司法局授权催收", "公安分局与法院共同设立的收账专班" are made up.

Strong.

Innocent causes
---------------
Invited mediators, appraisers, auctioneers, receivers and lawyers with a power of attorney name whom they work for:
sentences about these are left alone, and so is what a public body signs.

Limits
------
Needs the organ, the lending and the sender in one sentence.

Sources
-------
* 中华人民共和国民事诉讼法 art. 235, 239, in force 2024-01-01: enforcement is for courts and their enforcement officers.
* 最高人民法院关于人民法院特邀调解的规定 (法释〔2016〕14号) art. 1, in force 2016-07-01: what courts hand out.
* 中华人民共和国刑事诉讼法 art. 3, in force 2018-10-26: no other organ, body or person may exercise these powers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame

_LAWFUL = re.compile("调解|鉴定|评估|拍卖|管理人|送达|律师(?!函)|公证|代理人|法律援助|名册|保管")
_SAYS = Says(
    "文中说公司得到法院、公安等机关的授权或委托来催收、执行。这些机关的权力不能转给公司，也不会委托公司收贷款。",
    "The sender claims power lent by a court, the police or another organ. Such power cannot be lent, and no "
    "organ has loans collected by a company.",
)


def _by_an_organ(frame: Frame) -> bool:
    """Whether the organ stands before the lending, or it is called the organ's own."""
    return any(each.classes & {"court", "police", "procurator", "authority"} for each in frame.ahead)


_ORGANS = "court police procurator authority"
_RULES = (
    Act(
        "lend",
        "strong",
        _SAYS,
        beside=(_ORGANS, "we lender pay enforce visit debt"),
        without="sue ask",
        innocent=_LAWFUL,
        fits=_by_an_organ,
    ),
    Act("enforce", "strong", _SAYS, within=(_ORGANS, "lend", "we lender"), innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
