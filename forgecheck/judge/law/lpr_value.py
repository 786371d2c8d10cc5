"""A loan prime rate, or four times it, is given a value that it never had.

The one-year LPR is published every month; the cap for private lending is four times it.  "Four times the LPR is 24 %"
was never true, nor is any value that no month between 2019 and the letter had.

Weak only.

Innocent causes
---------------
A contract may be older than the letter, so any value since 2019-08 up to the letter is taken as right; the five-year
rate is another one.  Sentences that set the cap beside 24 % ("四倍LPR与24%孰低") do not equate them.

Limits
------
Values after 2026-01-20 were not verified: then only what lies outside 2 to 4.5 % (four times: 8 to 18) is spoken of.

Sources
-------
* 全国银行间同业拆借中心, one-year LPR, 2019-08-20 to 2026-01-20.
* 最高人民法院关于审理民间借贷案件适用法律若干问题的规定 (法释〔2020〕17号) art. 25, in force 2021-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.law._rates import LPR_KNOWN_UNTIL
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told
from forgecheck.tables import table

MOST = 20  # values looked at; assumed
REACH = 30  # characters from the name to the value; assumed
_UNKNOWN = (2.0, 4.5)  # per cent a year: where later values may lie; assumed
_ROUNDING = 0.03  # per cent
_NAME = re.compile("LPR|市场报价利率", re.IGNORECASE)
_VALUE = re.compile(
    r"(?P<four>(?:的)?(?:四|4)倍)?(?:利率|标准|上限|年利率|计算)?[,)]{0,2}(?:换算|折合)?(?:即|为|是|等于|约|就是|=|:|,|\(){0,3}(?:年利率|年化|每年)?(?P<value>\d{1,2}(?:\.\d{1,3})?)%"
)
_NOT = re.compile(r"五年|5年|首套|房贷|加点|基点|[加减]\d|不超过|孰低|较低|或")
_FOUR = re.compile(r"(?:四|4)倍(?:的)?(?:一年期)?(?:贷款)?(?:同期)?[^,。;\n]{0,8}\Z")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    date = evidence.letter_date or evidence.today.isoformat()
    for name in islice(_NAME.finditer(text.text), MOST):
        rest, before = text.after(name.end(), REACH), text.before(name.start(), REACH)
        found = _VALUE.match(rest.removeprefix(")"))
        if found is None or _NOT.search(before[-12:] + found[0]):
            continue
        times = 4 if found["four"] or _FOUR.search(before) else 1
        value = float(found["value"])
        end = name.end() + len(rest) - len(rest.removeprefix(")")) + found.end()
        place = text.place(name.start(), end)
        if _was(value / times, date) or place.confidence < SURE or told(evidence, text, name.start(), end):
            continue
        zh, en = ("LPR的四倍", "four times the LPR") if times == 4 else ("一年期LPR", "the one-year LPR")
        says = Says(
            f"文中说{zh}是{value:g}%，公布的数值里没有这个数，可以上网查当月的LPR核对。",
            f"The text puts {en} at {value:g} %, which it never was.",
        )
        yield Finding("weak", says, place, {"percent": value, "times": times})
        return


def _was(value: float, date: str) -> bool:
    """Whether the one-year LPR had this value on some day until then."""
    if date > LPR_KNOWN_UNTIL and _UNKNOWN[0] <= value <= _UNKNOWN[1]:
        return True
    return any(abs(value - float(row["percent"])) <= _ROUNDING for row in table("lpr") if row["from"] <= date)
