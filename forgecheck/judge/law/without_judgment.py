"""A measure that needs a judgment is announced with the words that there is none, or that none is needed.

A court enforces a judgment, an award, a deed; before that nobody's accounts are taken, nobody is listed, detained or
kept from travelling.  "无须裁判", "不用经过法院", "该公司尚未起诉" beside such a measure says itself that it cannot be.

Strong, whoever signs.

Innocent causes
---------------
A notarised deed is enforced without a suit, and property is preserved before one: sentences that name these are left
alone, and so are offers to settle without a suit ("无需起诉即可分期").

Limits
------
Needs the measure in the same sentence or one next to it.

Sources
-------
* 中华人民共和国民事诉讼法 art. 103, 104, 235, 247, 251, in force 2024-01-01: what is enforced, and preservation.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 1, in force 2017-05-01.
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 1, in force 2015-07-22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile(
    "不开庭审理|公证|赋强|诉前|保全|分期|协商|和解|减免|可以(?:拒绝|放弃)|调解书|(?:任何|没有)[^,。]{0,10}(?:不能|无权|不得|不可|都)"
)
_SAYS = Says(
    "文中自己说没有判决、或者不用法院判决，却要冻结、执行、拘留或限制您。这些措施都要先有生效的判决等文书，由法院决定。",
    "The text itself says that there is no judgment, or that none is needed, and yet takes, detains or bars. "
    "Such measures need a final judgment and a court.",
)
_MEASURES = (
    "freeze deduct seize enforce dishonest spend limit exit custody arrest prison search refusal charge judge file "
    "payorder"
)
_RULES = (
    Act("bypass needless", "strong", _SAYS, around=(_MEASURES,), innocent=_LAWFUL, fits=lambda frame: frame.bypassed),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such sentence, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
