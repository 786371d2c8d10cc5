"""A bad credit record or a listing is said to be for ever.

Nothing of the kind lasts a life: a bad record is deleted five years after the debt is settled, a listing as a
dishonest debtor lasts two years (one to three more in grave cases) and ends when the debt is paid.

Strong where a listing as 失信被执行人 is called permanent; weak where it is the credit record: honest banks
exaggerate here, too.

Innocent causes
---------------
Leaflets of banks say 终身污点 as a figure of speech: no more than a hint.  Courts are left alone.

Limits
------
None beyond the words themselves.

Sources
-------
* 征信业管理条例 art. 16, in force 2013-03-15: five years.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 2, in force 2017-05-01: two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak
from forgecheck.judge.frames import Frame
from forgecheck.numerals import number

_FOR_LIFE = Says(
    "文中说会终身列入失信名单或终身限制。失信名单的期限是二年（严重的再延长一至三年），还清就可以删除，没有终身的。",
    "The text says that a listing lasts for ever. It lasts two years, up to five in grave cases, and ends "
    "when the debt is paid.",
)
_RECORD = Says(
    "文中说征信污点会跟一辈子。不良记录从还清之日起保存五年，之后必须删除。",
    "The text says that a bad credit record is for life. It is kept for five years after the debt is settled.",
)
_LONGER = Says(
    "文中说征信不良记录要保存十几、几十年。按规定，不良记录从还清之日起保存五年，之后必须删除。",
    "The text says that a bad credit record is kept for more than five years after the debt is settled; it is not.",
)
_HARMLESS = re.compile("会员|年费|下调|利率|额度|免费|质保|保修|学习|有效期|诚信是|珍惜|珍爱|受益")
_KEPT = 5  # years, 征信业管理条例 art. 16


def _too_long(frame: Frame) -> bool:
    return (number(re.split("年", frame.act.text)[0]) or 0) > _KEPT


_RULES = (
    Act("forever", "strong", _FOR_LIFE, within=("dishonest spend travel exit limit",), innocent=_HARMLESS),
    Act(
        "years",
        "strong",
        _LONGER,
        within=("credit", "put report"),
        innocent=re.compile("以内|近|最近|利率|贷款期限|从业"),
        fits=_too_long,
    ),
    Act("evenpaid", "strong", _RECORD, around=("credit blacklist dishonest",), innocent=_HARMLESS),
    Act("forever", "weak", _RECORD, within=("credit blacklist debt",), innocent=_HARMLESS),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
