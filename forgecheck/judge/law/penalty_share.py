"""A tenth or more of the remaining principal is demanded as a penalty.

"按剩余本金的20%支付违约金" is a favourite of collectors: it sounds like law, but a penalty must stand in the contract,
and together with interest it must stay under the cap.  Courts lower what is more than 30 % above the loss.

Only ever a hint.

Innocent causes
---------------
Contracts of car finance and leasing do hold such clauses, and letters repeat them; the borrower can ask a court to
lower the penalty, and the letter is not forged for that.

Limits
------
Needs the share, the principal and the penalty in one sentence.

Sources
-------
* 《中华人民共和国民法典》 art. 585 (a penalty above the loss can be lowered), in force 2021-01-01
* 法释〔2023〕13号 art. 65 (30 % above the loss is too much as a rule), in force 2023-12-05
* 法释〔2020〕17号 art. 29 (penalty, interest and fees together under the cap), in force 2021-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import TOO_POOR
from forgecheck.judge.money import retold
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about
from forgecheck.numerals import number

LEAST = 10  # per cent of the principal, where hints begin: claim C20 of collectors; assumed
_MOST = 200  # shares looked at in one text; more is no letter

_SHARE = re.compile(
    r"本金(?:总额|金额|余额|部分)?的?(?:百分之(?P<words>[一二三四五六七八九十]{1,3}|\d{1,2})|(?P<figure>\d{1,2})(?:\.\d{1,2})?%)"
)
_PENALTY = re.compile("违约金|罚金|罚款|赔偿|惩罚")
_OTHER = re.compile(
    "不超过|不得|超过|上限|最高|酌[情定]|调[减整低]|降|减免|每[年月日天]|年利率|月利率|首付|先还|归还|分期|骗|过高"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint, for the first such demand."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text) or any(each.office == "court" for each in issuers(evidence, text)):
        return
    for match in islice(_SHARE.finditer(text.text), _MOST):
        share = number(match["words"] or match["figure"]) or 0
        around = text.before(match.start(), 24).rsplit(",", 1)[-1] + text.after(match.end(), 16)
        place = text.place(*match.span())
        if share < LEAST or not _PENALTY.search(around) or _OTHER.search(around) or place.confidence < TOO_POOR:
            continue
        if not retold(text, *match.span()):
            says = Says(
                f"文中要按本金的{share}%收违约金。这要合同里有约定，而且过高时可以请求法院减少。",
                f"A penalty of {share} % of the principal is demanded. It must stand in the contract, and a court can "
                "lower it.",
            )
            yield Finding("weak", says, place, {"share_percent": share})
            return
