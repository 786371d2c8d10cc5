"""The interest or penalty that is demanded on a loan is above what the law protects.

Courts lower all that a licensed lender takes, penalties and fees included, to 24 % a year; private lending may take
four times the one-year LPR.  A rate per day hides how much it is: 每日1% is 365 % a year.

Strong above 72 % a year, twice what has been void since 2015; a hint from 24 % on, for private lending above four
times the LPR of its time, and where a penalty named for a number of days comes to more than 36 % a year.

Innocent causes
---------------
Contracts name high rates and letters repeat them; the borrower need not pay the part above the cap, and the letter is
not forged for that.  Before 2020-08-20 up to 36 % was tolerated.  Courts and letters name caps and what others took.
Taxes, rent, fees for flats and goods have rules of their own and are left alone.

Limits
------
Simple interest only.  Does not know the contract.  The LPR is known until 2026-01-20.

Sources
-------
* 最高人民法院关于审理民间借贷案件适用法律若干问题的规定 (法释〔2020〕17号) art. 25, 28, 29, in force 2021-01-01
  (four times the LPR since 2020-08-20)
* 法释〔2015〕18号 art. 26 (above 36 % void), in force 2015-09-01 to 2020-08-19
* 最高人民法院关于进一步加强金融审判工作的若干意见 (法发〔2017〕22号) art. 2 (24 %), 2017-08-04
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE, TOO_POOR
from forgecheck.judge.claims import addressed
from forgecheck.judge.law._rates import four_times_lpr, rates
from forgecheck.judge.money import amounts, retold
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about
from forgecheck.numerals import number

CAP = 24.0  # per cent a year, 法发〔2017〕22号
VOID = 36.0  # per cent a year, 法释〔2015〕18号
_BEYOND = 2 * VOID  # what nobody claims of right; assumed
_ROUNDING = 0.6  # per cent: 日千分之一 is 36.5 a year, 月2% 24; assumed
_LONG_ENOUGH = 30  # days: a single fee over a few days makes any yearly rate; assumed

_LOAN = re.compile("本金|账单|应还|垫款|代偿|贷款|借款|网贷|信用卡|消费金融|小贷|借呗|花呗|白条|分期|民间借贷|欠款")
_PRIVATE = re.compile("民间借贷|出借人|借条|借据|欠条")
_LICENSED = re.compile("银行|消费金融|小额贷款|小贷|信托|担保|保理|典当|融资租赁|信用卡")
_OTHER = re.compile(
    "超过|超出|高于|上限|以内|以下|最[高多低]|(?<!不)封顶|红线|不予|支持|四倍|4倍|LPR|报价利率|下调|优惠|减免|下降|降[至低到]|司法|法定"
    "|迟延履行|加倍|税|社保|物业|租|货款|工程|存款|理财|收益|利润|首付|折|涨|骗|非法|违法|(?<!严禁)(?<!禁止)高利贷|套路"
)
_OVERDUE = re.compile(r"逾期(?:已?达?|时间|天数|了){0,2}[:为]?(\d{1,4}|[一二三四五六七八九十百]{1,5})[天日]")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding, for the highest rate."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not (_LOAN.search(text.text) or addressed(evidence, text)) or about(evidence, text):
        return
    if any(each.office == "court" for each in issuers(evidence, text)):
        return
    cap, floor = _cap(evidence, text)
    high = [each for each in rates(text) if each.yearly > cap + _ROUNDING]
    for rate in sorted(high, key=lambda each: -each.yearly):
        place = text.place(rate.start, rate.end)
        around = text.before(rate.start, 40) + text.after(rate.end, 24)
        if _OTHER.search(around) or place.confidence < TOO_POOR or retold(text, rate.start, rate.end):
            continue
        severity: Severity = "strong" if rate.yearly > _BEYOND + _ROUNDING and place.confidence >= SURE else "weak"
        facts = {"yearly_percent": round(rate.yearly, 2), "cap_percent": cap}
        yield Finding(severity, _says(rate.yearly, cap, floor), place, facts)
        return
    yield from _computed(evidence, text)


def _cap(evidence: Evidence, text: Prose) -> tuple[float, str]:
    """Per cent a year, and whose cap it is."""
    date = evidence.letter_date
    if date and date < "2020-08-20":
        return VOID, "当时的36%"
    if date and _PRIVATE.search(text.text) and not _LICENSED.search(text.text):
        known = [each.value for each in evidence.named("date") if "2020-08-20" <= each.value <= date]
        cap = four_times_lpr(min(known, default=date), date)
        if cap is not None:
            return cap, f"LPR四倍（{cap:g}%）"
    return CAP, "24%"


def _says(yearly: float, cap: float, named: str) -> Says:
    return Says(
        f"文中的利率折合年利率约{yearly:.4g}%，超过了{named}的上限。超出部分法律一般不保护，可以不认。",
        f"The rate named is about {yearly:.4g} % a year, above the cap of {cap:g} %; the excess is generally "
        "not protected.",
    )


def _computed(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """A penalty for a number of days, set against the principal: at least this rate, since parts fell due later."""
    found = amounts(evidence, text)
    principal = max((each.cents for each in found if each.field.role == "principal"), default=0)
    penalty = max((each for each in found if each.field.role == "penalty"), key=lambda each: each.cents, default=None)
    days = max((number(each[1]) or 0 for each in _OVERDUE.finditer(text.text[:20_000])), default=0)
    if not principal or penalty is None or days < _LONG_ENOUGH or penalty.sure < SURE:
        return
    yearly = 100 * penalty.cents / principal * 365 / days
    if yearly <= VOID + _ROUNDING or retold(text, penalty.start, penalty.end):
        return
    says = Says(
        f"按文中的本金和逾期{days}天算，这笔罚息或违约金折合年利率约{yearly:.4g}%，远高于24%。可以要求对方列出算法。",
        f"For the principal and the {days} days overdue, this penalty is about {yearly:.4g} % a year, far above 24 %.",
    )
    facts = {"yearly_percent": round(yearly, 2), "days": days}
    yield Finding("weak", says, text.place(penalty.start, penalty.end), facts)
