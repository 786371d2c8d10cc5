"""A tenth or more of the principal, or a multiple of the debt, is demanded as a penalty.

"按剩余本金的20%支付违约金" is a favourite of collectors: it sounds like law, but a penalty must stand in the contract,
and together with interest it must stay under the cap.  Courts lower what is more than 30 % above the loss.

A hint; strong where the debt is to double or more.

Innocent causes
---------------
Contracts of car finance and leasing do hold such clauses, and letters repeat them; the borrower can ask a court to
lower the penalty, and the letter is not forged for that.

Limits
------
Needs the share, what it is of and the penalty in one sentence.

Sources
-------
* 《中华人民共和国民法典》 art. 585 (a penalty above the loss can be lowered), in force 2021-01-01
* 法释〔2023〕13号 art. 65 (30 % above the loss is too much as a rule), in force 2023-12-05
* 法释〔2020〕17号 art. 29 (penalty, interest and fees together under the cap), in force 2021-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame
from forgecheck.numerals import number

LEAST = 10  # per cent of the principal, where hints begin: claim C20 of collectors; assumed

_FIGURE = re.compile(r"\d{1,3}|[一二两三四五六七八九十]{1,3}")
_OTHER = re.compile(
    "不超过|不得|超过|上限|最高|酌[情定]|调[减整低]|降|减免|年利率|月利率|年化|首付|先还|分期|骗|过高|只需|仅需|优惠|打折|折扣|结清即|首期"
)
_SHARE = Says(
    "文中要按本金的一成以上另收违约金一类的钱。这要合同里有约定，而且过高时可以请求法院减少。",
    "A tenth or more of the principal is demanded on top as a penalty. It must stand in the contract, and a court can "
    "lower it.",
)
_MULTIPLE = Says(
    "文中说逾期后欠款要翻倍或按几倍还。法律不支持这样的罚法：违约金要有约定，连同利息不能超过上限。",
    "The debt is said to double or more. No law knows that: a penalty needs an agreement and stays, with the "
    "interest, under the cap.",
)


def _large(frame: Frame) -> bool:
    """Whether a share is a tenth or more; a multiple always is."""
    figure = _FIGURE.search(frame.act.text)
    value = number(figure[0]) if figure else None
    return (
        value is not None and (value >= LEAST or not frame.act.text.endswith("%")) and frame.act.text[-3:] != "分之一"
    )


_RULES = (
    Act(
        "percent", "weak", _SHARE, within=("penalty",), around=("share debt nonpay pay",), innocent=_OTHER, fits=_large
    ),
    Act("multiple", "strong", _MULTIPLE, around=("nonpay debt debt_word pay days",), innocent=_OTHER),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such demand, once."""
    yield from speak(evidence, _RULES)
