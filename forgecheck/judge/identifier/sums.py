"""The total is not the sum of the parts from which the letter says it is made.

本金10,000元、利息500元、违约金300元，合计10,500元: the parts are 10,800.  Figures that are made up to frighten, or
changed afterwards, seldom add up; a lender's system does.

Strong where the parts are more than the total although every figure was read surely; a hint where they are less,
because an item may have been left out, where a look-alike would make them fit, and on a court's paper.  Where the sum
adds up that is said as well.

Innocent causes
---------------
Rounding; items that are not listed; what was paid or waived already; the loan as it once was named among what is
owed now.  A text that says so (其中, 已还, 减免, 约, 余, 等) is left alone, and so is a total that some of the parts
make up.

Limits
------
Only where 合计, 共计 or 总计 follows directly on two or more parts with names (本金, 利息, 第二期 ...), in one sentence
or one table.

Sources
-------
* 《中华人民共和国民法典》 art. 561 (costs, interest and principal are counted apart), in force 2021-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from forgecheck.evidence import Evidence, Role
from forgecheck.finding import Finding, Measured, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE
from forgecheck.judge.money import Amount, amounts, readings, retold, yuan
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about

PARTS: tuple[Role, ...] = ("principal", "interest", "penalty", "fee", "litigation_fee", "lawyer_fee")
_MANY: tuple[Role, ...] = ("interest", "fee", "litigation_fee")
"""Roles of which a sum may hold several; two of another may be the loan then and now, or two contracts."""
_MOST_PARTS = 8
_GAP = 24  # characters from one part to the next, its name included; assumed
_SUMS_UP = re.compile(
    r"[,;、.\n) 元(:]*(?:以上|上述|前述|各项|[两二三四五六七八九十0-9]{1,2}[项期笔]|款项|费用|欠款|债务|金额|本息|应还"
    r"|需还|应付|一并|,){0,4}"
    r"(?:合计|共计|总计)[^\d,。;%]{0,10}"
)
_NOT_ALL = re.compile(
    r"其中|已[还付偿扣]|减|扣除|抵[扣销]|退[还款]|[0-9千万][余多]|余额|(?<![违合])约(?!定)|等|不含|除|暂|左右|以上?本金|每[月日期天]|[0-9]%"
    "|首期|分期"
)
_INSTALMENT = re.compile("(?:第[一二三四五六七八九十0-9]{1,2}[期笔项]|[尾末]期)[^0-9,。;]{0,8}$")
_STOP = re.compile("[。!?]")
_UNIT = re.compile(r"(?:[.．](\d+))?[^\d.．]*?(万|亿)?[^\d.．]*\Z")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each total that its parts do not make; one for the first that they make."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    court = any(each.office == "court" for each in issuers(evidence, text))
    fitting: Finding | None = None
    for parts, total in _sums(text, amounts(evidence, text)):
        span = (parts[0].start, total.end)
        if retold(text, *span):
            continue
        if abs(sum(each.cents for each in parts) - total.cents) <= _allowed(parts, total):
            fitting = fitting or _fits(total, text, span)
        elif (severity := _severity(parts, total, court)) is not None:
            yield _differ(severity, parts, total, text, span)
            fitting = None
    if fitting:
        yield fitting


def _sums(text: Prose, found: Sequence[Amount]) -> Iterator[tuple[tuple[Amount, ...], Amount]]:
    once = [each for at, each in enumerate(found) if not _repeats(text, found[at - 1] if at else None, each)]
    for at, total in enumerate(once):
        if total.field.role != "total":
            continue
        parts: list[Amount] = []
        after = total
        while at and len(parts) < _MOST_PARTS and _is_part(text, once[at - 1], after, parts):
            at -= 1
            after = once[at]
            parts.insert(0, after)
        around = text.before(parts[0].start, 30) + text.text[parts[0].start : total.end] if parts else ""
        if len(parts) > 1 and not _NOT_ALL.search(around + text.after(total.end, 12)):
            stray = once[at - 1] if at else None
            if stray is None or stray.field.role or _STOP.search(text.text, stray.end, parts[0].start):
                yield tuple(parts), total


def _is_part(text: Prose, part: Amount, after: Amount, parts: Sequence[Amount]) -> bool:
    between = text.text[part.end : after.start]
    linked = _SUMS_UP.fullmatch(between) if not parts else len(between) <= _GAP and not _STOP.search(between)
    named = part.field.role in PARTS or _INSTALMENT.search(text.before(part.start, 16))
    return bool(named and linked)


def _repeats(text: Prose, before: Amount | None, each: Amount) -> bool:
    """Whether it is the same sum once more, in words or figures."""
    return (
        before is not None
        and before.in_words != each.in_words
        and each.start - before.end < 12
        and not (set(text.text[before.end : each.start]) & set(",;。"))
    )


def _allowed(parts: Sequence[Amount], total: Amount) -> int:
    """Cents by which rounding of the coarser figures may part them."""
    units = [_unit(each) for each in (*parts, total)]
    return 1 + sum(unit for unit in units if unit > min(units))


def _unit(amount: Amount) -> int:
    """Cents of the last place that is written."""
    match = _UNIT.search(amount.field.text)
    if amount.in_words or match is None:
        return 1
    unit = {"万": 1_000_000, "亿": 10_000_000_000}.get(match[2], 100)
    return max(round(unit / 10.0 ** len(match[1] or "")), 1)


def _severity(parts: Sequence[Amount], total: Amount, court: bool) -> Severity | None:
    sure, allowed = min(each.sure for each in (*parts, total)), _allowed(parts, total)
    whole = sum(each.cents for each in parts)
    once = [each.field.role for each in parts if each.field.role and each.field.role not in _MANY]
    some = (sum(each.cents for each in few) for count in range(1, len(parts)) for few in combinations(parts, count))
    if sure < SURE or len(set(once)) < len(once) or any(abs(each - total.cents) <= allowed for each in some):
        return None
    others = [whole - part.cents + other for part in parts for other in readings(part)]
    misread = any(abs(other - total.cents) <= allowed for other in others)
    misread = misread or any(abs(other - whole) <= allowed for other in readings(total))
    if misread and sure < CLEAR:
        return None
    more = max(each.cents for each in parts) < total.cents < whole
    return "strong" if more and sure >= CLEAR and not misread and not court else "weak"


def _differ(severity: Severity, parts: Sequence[Amount], total: Amount, text: Prose, span: tuple[int, int]) -> Finding:
    whole = sum(each.cents for each in parts)
    says = Says(
        f"各项加起来是{yuan(whole)}元，文中写的总数却是{yuan(total.cents)}元。",
        f"The parts make {yuan(whole)} yuan, but the total is given as {yuan(total.cents)}.",
    )
    facts: dict[str, Measured] = {"parts_yuan": [each.cents / 100 for each in parts], "total_yuan": total.cents / 100}
    return Finding(severity, says, text.place(*span), facts)


def _fits(total: Amount, text: Prose, span: tuple[int, int]) -> Finding:
    says = Says(
        f"各项金额加起来与总数对得上（{yuan(total.cents)}元）。",
        f"The parts add up to the total ({yuan(total.cents)} yuan).",
    )
    return Finding("info", says, text.place(*span), {"total_yuan": total.cents / 100}, fits=True)
