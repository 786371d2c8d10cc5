"""Amounts of money in figures and in capital figures, with what they are for: principal, interest, a fee, the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from forgecheck.evidence import Role
from forgecheck.look.fields.folded import DIGIT, DIGITS, Folded, Found
from forgecheck.numerals import CAPITAL, capitals

_NUMBER = rf"(?:{DIGIT}{{1,3}}(?:,{DIGIT}{{3}}){{1,4}}|{DIGIT}{{1,12}})(?:\.{DIGIT}{{1,2}})?"
_FIGURES = re.compile(
    rf"(?<![0-9A-Za-z*.])(?<![0-9],)(?P<sign>(?:人民币|(?i:RMB|CNY)|¥)[:(]? ?)?(?P<number>{_NUMBER})"
    r"(?![0-9A-Za-z%‰*]|[,.][0-9])(?P<unit>[万亿])?(?P<yuan>(?:元|圆|块钱)(?![旦月年素宵老首气件])[整正]?)?"
)
# 分 and 正 may belong to the next word: 壹万元分三期, 叁仟元正式.  A misread sign cuts a run: 壹万任[伍佰元].
_CAPITALS = re.compile(
    rf"(?<![壹贰叁肆伍陆柒捌玖拾佰仟万][\u4e00-\u9fff])(?<![壹贰叁肆伍陆柒捌玖拾佰仟万]){CAPITAL}{{1,40}}"
    r"(?<=[元圆圓角分整正])(?![期别批次钟行公之式常确壹贰叁肆伍陆柒捌玖拾佰仟0-9一二三四五六七八九十])"
)
_CAPITAL_ONLY = re.compile("[壹贰貳弍叁叄参參肆伍陆陸柒捌玖拾佰仟]")
_HAS_DIGIT = re.compile("[0-9]")
_GROUPED = re.compile(rf"{DIGIT}{{1,3}}(?:,{DIGIT}{{3}})+(?:\.{DIGIT}{{1,2}})?|{DIGIT}+\.{DIGIT}{{2}}")
_UNITS = {"万": 10_000, "亿": 100_000_000, None: 1}
_A_RANGE = re.compile(r"[0-9][万元]{0,2}[-~—–至到]\Z")
_EACH = re.compile(r"每[天日月期次年][^,。;\n]{0,4}\Z")
_PER = re.compile(r"[/每]|[)(]?元/")

_ROLES: Mapping[Role, str] = {
    "discounted": "减免|优惠|折扣|打折|折后|一次性结清|[仅只]需|让利",
    "litigation_fee": "受理费|诉讼费用?|保全申请费|保全费|执行申请费|申请执行费|执行费|案件申请费|仲裁费|申请费"
    "|减半(?:收取|[交缴]纳)",
    "lawyer_fee": "律师代理费|律师服务费|律师费|代理费",
    "penalty": "罚息|违约金|滞纳金|逾期费|逾期罚|逾期利息|赔偿金|补偿金",
    "interest": "利息|复利|息费|资金占用费",
    "fee": "手续费|服务费|管理费|担保费|保费|保险费|催收费|账户费|公告费|鉴定费|上门费|材料费",
    "total": "合计|共计|总计|总额|总金额|总共|累计|一共|本息|本利|总欠款?|应还[款金总]?额?|欠款(?:金额)?|结清金额"
    "|标的额?|全部债务|债务|逾期金额|[尚拖您你]欠",
    "principal": "本金|借款金额|贷款金额|放款金额|借到|借给|(?:贷款|借款|放款)(?=\\Z|[:(])",
}
_ROLE = re.compile("|".join(f"(?P<{role}>{words})" for role, words in _ROLES.items()))
_AFTER = re.compile(rf"[)的]{{0,2}}(?:借款|贷款|逾期)?(?:{_ROLE.pattern})")
_CURRENCY = re.compile(r"(?:人民币|RMB|CNY|¥|[ :(为计是]|大写|小写)*\Z", re.IGNORECASE)
_SAME = re.compile(r"(?:人民币|RMB|CNY|¥|[ :(),即为计整]|大写|小写){1,10}", re.IGNORECASE)
_NO_UNIT = re.compile(r"(?:费用?|金额?|息|计|额|小写|整|元)(?:\([^()\n]{1,12}\))?[^0-9,。;\n]{0,6}\n?\Z")
_STOPS = re.compile(r"[。;!?,\n]")
_REACH = 30  # characters before an amount in which its role is named; assumed
_CELL = 14  # a table's cell is no longer; assumed


def amounts(folded: Folded) -> Iterator[Found]:
    """Every amount, in the order of the text: yuan with two decimals; the role is "" where nothing names one."""
    cells = _cells(folded)
    previous, begin = Found("amount", 0, 0, ""), 0
    for found in sorted((*_figures(folded, cells), *_capitals(folded)), key=lambda each: each.start):
        before, after = _before(folded.text, begin, found.start), _AFTER.match(folded.text, found.end)
        begin = found.end
        if _SAME.fullmatch(folded.text, previous.end, found.start):
            role = previous.role
        elif _EACH.search(before) or _PER.match(folded.text, found.end):
            role = ""
        elif not (role := cells.get(found.start) or _named(before)) and after:
            role, begin = _named(after[0]), after.end()
        previous = found._replace(role=role)
        yield previous


def _figures(folded: Folded, cells: Mapping[int, Role]) -> Iterator[Found]:
    text = folded.text
    for match in _FIGURES.finditer(text):
        number, start = match["number"], match.start()
        marked = match["sign"] or match["yuan"] or start in cells
        if not (marked or "," in number or "." in number) or not _HAS_DIGIT.search(number):
            continue
        before = text[max(0, start - _REACH) : start]
        bare = match["unit"] is None and _GROUPED.fullmatch(number) and _NO_UNIT.search(before)
        if (marked or bare) and not _A_RANGE.search(before):
            yuan = Decimal(number.translate(DIGITS).replace(",", "")) * _UNITS[match["unit"]]
            yield Found("amount", start, match.end(), f"{yuan:.2f}")


def _capitals(folded: Folded) -> Iterator[Found]:
    for match in _CAPITALS.finditer(folded.text):
        known = capitals(match[0]) if _CAPITAL_ONLY.search(match[0]) else None
        if known:
            yield Found("amount", match.start(), match.end(), f"{known.cents // 100}.{known.cents % 100:02d}")


def _before(text: str, begin: int, start: int) -> str:
    """The words before an amount in its clause, or the cell above where it has none in its own line."""
    window = text[max(begin, start - _REACH) : start]
    above, parted, own = window.rpartition("\n")
    label = above.rsplit("\n", 1)[-1]
    return label if parted and _CURRENCY.match(own) and len(label) <= _CELL else _STOPS.split(window)[-1]


def _named(words: str) -> Role:
    """The role named last; a reduction anywhere counts more."""
    named = [role for match in _ROLE.finditer(words) for role in _ROLES if role == match.lastgroup]
    return "discounted" if "discounted" in named else named[-1] if named else ""


def _cells(folded: Folded) -> Mapping[int, Role]:
    """Where amounts stand in a table's row below a row of as many labels, with their roles."""
    lines = folded.lines
    found: dict[int, Role] = {}
    at = 0
    while at < len(lines):
        numbers = at
        while numbers < len(lines) and _is_number(folded.text[slice(*lines[numbers])]):
            numbers += 1
        count = numbers - at
        labels = [folded.text[slice(*line)] for line in lines[max(0, at - count) : at]]
        roles = [_named(label) for label in labels]
        if count and len(labels) == count and any(roles) and all(map(_is_label, labels)):
            found |= {lines[at + index][0]: role for index, role in enumerate(roles)}
        at = numbers + 1 if count == 0 else numbers
    return found


def _is_number(line: str) -> bool:
    match = _FIGURES.fullmatch(line)
    return match is not None and bool(match["sign"] or match["yuan"] or _GROUPED.fullmatch(match["number"]))


def _is_label(line: str) -> bool:
    return len(line) <= _CELL and not _HAS_DIGIT.search(line) and not _STOPS.search(line)
