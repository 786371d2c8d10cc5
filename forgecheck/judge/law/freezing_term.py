"""A court's order freezes deposits for longer than the law allows.

Deposits may be frozen for one year at most, movables for two, real estate and other rights for three; longer only by
renewing in time, each time within the same limit.  Who invents an order writes three or five years.

Strong where deposits alone are frozen for three years or more, or anything for more than three; a hint for deposits
and two years, since 一 and 二 look alike to readers.

Innocent causes
---------------
Orders name deposits, cars and houses together, with one term for each: where other property stands in the same
sentence only more than three years is wrong.  Police and tax offices have terms of their own and are left alone.

Limits
------
Only a term written out in years, months or days, or from a day to a day; the latter is no more than a hint.

Sources
-------
* 最高人民法院关于适用《中华人民共和国民事诉讼法》的解释 art. 485 (487 before 2022-04-10), in force 2015-02-04: one, two
  and three years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told
from forgecheck.numerals import number

MOST = 50  # measures looked at; more is no order
REACH = 70  # characters from the measure to its term; assumed
_IN_FORCE = "2015-02-04"
_MONTHS = {"年": 12.0, "个月": 1.0, "日": 1 / 30.5, "天": 1 / 30.5}
_FREEZE = re.compile("冻结|查封|扣押")
_TERM = re.compile(
    r"(?:期限|期间|时间|为期|冻结期)[^,。;\d一二两三四五六七八九十]{0,6}(?P<figure>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>年|个月|日|天)"
)
_RANGE = re.compile(r"(\d{4})年(\d{1,2})月\d{1,2}日起?(?:至|到)(\d{4})年(\d{1,2})月")
_DEPOSIT = re.compile("存款|银行账[户号]|银行卡|账户资金")
_OTHER = re.compile(
    "房|不动产|土地|股权|股票|基金|车|动产|机器|设备|查封|扣押|财产权|债权|保险|公积金|等值|相应价值|其他财产|收益|份额|网络资金|微信|支付宝"
)
_ELSE = re.compile("公安|税务|监察|海关|刑事|行政处罚|续|起诉状|申请人请求|请求(?:事项|法院)")
_SAYS = Says(
    "文中的冻结期限超过了法律上限：银行存款最长1年，动产2年，房产等3年（到期可以续）。请拨打12368向法院核实。",
    "The term of the freezing is longer than the law allows: one year for deposits, two for movables, three for real "
    "estate, renewable. Ask the court at 12368.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not any(each.office == "court" for each in issuers(evidence, text)) or (evidence.letter_date or "9") < _IN_FORCE:
        return
    for measure in islice(_FREEZE.finditer(text.text), MOST):
        rest = text.after(measure.end(), REACH)
        term = _TERM.search(rest) or _RANGE.search(rest)
        sentence = text.before(measure.start(), REACH) + measure[0] + rest
        if term is None or _ELSE.search(sentence):
            continue
        severity = _wrong(_months(term), sentence)
        start, end = measure.start(), measure.end() + term.end()
        if severity is None or told(evidence, text, start, end):
            continue
        place = text.place(start, end)
        sure = place.confidence >= SURE and term.re is _TERM  # a digit of a year is soon misread
        yield Finding(severity if sure else "weak", _SAYS, place, {"term": term[0]})
        return


def months(figure: str, unit: str) -> float:
    """A term in months.

    >>> months("三", "年"), months("36", "个月"), round(months("365", "日"))
    (36.0, 36.0, 12)
    """
    return (number(figure.replace("两", "二")) or 0) * _MONTHS[unit]


def _months(term: re.Match[str]) -> float:
    if term.re is _TERM:
        return months(term["figure"], term["unit"])
    return 12.0 * (int(term[3]) - int(term[1])) + int(term[4]) - int(term[2])


def _wrong(term: float, sentence: str) -> Severity | None:
    alone = _DEPOSIT.search(sentence) and not _OTHER.search(sentence)
    if term > 36.5 or (alone and term >= 35.5):
        return "strong"
    return "weak" if alone and term > 12.5 else None
