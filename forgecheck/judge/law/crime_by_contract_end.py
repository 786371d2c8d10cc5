"""The end of a loan contract is said to make a crime or a fraud out of the debt.

A lender may end a contract or call the loan; then the rest is due at once.  It stays a debt: what counts for fraud is
deceit when the money was taken, not whether the contract still runs.

Strong where the end of the contract is followed by fraud, crime or police in one sentence; weak where that only
"may" be.

Innocent causes
---------------
Letters about contracts obtained by forged papers name both, truly: sentences that speak of deceit are left alone.

Limits
------
Needs the end and the crime in one sentence, the end first.

Sources
-------
* 中华人民共和国民法典 art. 565, 566, in force 2021-01-01: how a contract ends, and what follows.
* 中华人民共和国刑法 art. 193, 224, 266, in force 1997-10-01: what fraud requires."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame

_DECEIT = re.compile("虚假|伪造|变造|冒用|隐瞒|欺诈手段|骗取(?:贷款)?的|挪用|职务|劳动|员工|抽逃|串通|构成犯罪的|受贿")
_SAYS = Says(
    "文中说合同解除或提前到期后就变成诈骗或刑事案件。合同解除只让欠款一次到期，仍是民事债务，不会因此变成犯罪。",
    "The text turns the end of the contract into fraud or crime. Ending it only makes the debt due at once; it stays a "
    "civil debt.",
)


def _after_the_end(frame: Frame) -> bool:
    """Whether the end of the contract stands before the crime."""
    before = frame.sentence.within(frame.sentence.start, frame.act.start)
    return any("end" in each.classes for each in before)


_RULES = (
    Act("crime charge prison", "strong", _SAYS, around=("contract debt",), innocent=_DECEIT, fits=_after_the_end),
    Act("police", "strong", _SAYS, beside=("ask",), around=("contract debt",), innocent=_DECEIT, fits=_after_the_end),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
