"""Names of courts, law firms, companies and police.

A name is found by its end (法院, 律师事务所, 公司 ...) and followed backwards as far as a name can reach.
Where the names of courts are known, they tell where the name begins; elsewhere words that never belong to a name do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from forgecheck.evidence import FieldName
from forgecheck.look.fields.folded import Folded, Found
from forgecheck.tables import table

# A name reaches back this far at most; the longest court of the table has 27 characters.
_REACH = 30
_CITY = r"(?:\([\u4e00-\u9fff]{2,6}\))"
_ENDS = re.compile(
    r"(?P<court>(?:人民|互联网|海事|金融|知识产权|军事|(?:铁路运输|林区|矿区)(?:中级|基层|第[一二三])?)法院)"
    rf"|(?P<law_firm>律师{_CITY}?事务所(?!有限|公司)(?:[\u4e00-\u9fff]{{2,4}}分所)?)"
    r"|(?P<police>公安部|公安(?:[厅局](?:[\u4e00-\u9fff]{2,6}分局)?|分局)(?:[\u4e00-\u9fff]{0,6}?(?:大队|支队|总队|派出所))?"
    r"|派出所)"
    r"|(?P<company>公司(?:[\u4e00-\u9fff]{2,8}?(?:分公司|分行|支行))?)"
)
_NAME_BEFORE = re.compile(r"(?:(?<=[0-9])日)?(?P<name>[\u4e00-\u9fff()·]*)\Z")
# What ends the words before a name ...
_HARD = re.compile(
    "[致来]电|[给支]付|委托人|委托|受托|驳回|原告|被告|申请执行人|被执行人|被申请人|申请人|债权人|债务人|出借人|贷款人|第三人|"
    "起诉至|诉至|提交至|提交|移送至|移送|移交至|移交|联系|代表|授权|通过|根据|依据|依照|来自|前往|由于|借款|签订|签署|"
    "发函|名称|单位|机构|(?:法院|公司|事务所(?!有限)|派出所)[和与及]?|[你您我其该此本各](?!溪)(?:院|所|局|司)?|贵(?![阳州港溪定池南安德])[院所局司]?"
    "|[的向致系被给请叫让称因则若欠还]|受理|立案|(?:强制)?执行(?!局)|上诉人|户名|开户行|[甲乙丙]方|利息|拒绝(?:调解)?|就(?!业)"
)
# ... and what ends them only where the name of a place follows at once.
_SOFT = re.compile("[与和及至经在于为是将同对已并或到应受由从即]")
_LEGAL_FORM = re.compile("有限|股份|集团")
_WITNESSED = re.compile("今天|昨天|[男女]子|[据到在]")
_NOT_A_NAME = re.compile(
    "有限|责任|股份|集团|[分子总母]$|小额贷款|贷款|催收|网贷|金融|担保|保险|第?三方|外包|机构|平台"
)
_WIDE = 2  # from one sign to the next where columns are parted by spaces; assumed
_OWN_LETTERS = 2  # at least; 法院, 某公司 and the like name nobody


def organisations(folded: Folded) -> Iterator[Found]:
    """Courts, law firms, companies and police that have a name of their own; the value is the folded name."""
    text = folded.text
    for end in _ENDS.finditer(text):
        kind = cast(FieldName, end.lastgroup)
        before = _NAME_BEFORE.search(text, max(0, end.start() - _REACH), end.start())
        own = _own_part(before["name"][_cell(folded, *before.span("name")) :] if before else "", end[0], kind)
        if kind == "company" and not _LEGAL_FORM.search(own):
            continue
        letters = re.sub("[()]", "", _NOT_A_NAME.sub("", own) if kind == "company" else own)
        if len(letters) >= _OWN_LETTERS or end[0] == "公安部":
            yield Found(kind, end.start() - len(own), end.end(), own + end[0])


def _cell(folded: Folded, start: int, end: int) -> int:
    """Where the last cell of a table's row begins in ``text[start:end]``: behind two spaces or more.

    Names that are spaced throughout are one cell.
    """
    origin = folded.origin
    wide = [at for at in range(start + 1, end) if origin[at] - origin[at - 1] > _WIDE]
    return wide[-1] - start if 0 < len(wide) <= 2 else 0


def _own_part(before: str, end: str, kind: FieldName) -> str:
    """The part of ``before`` that belongs to the name."""
    before = before[max((found.end() for found in _HARD.finditer(before)), default=0) :]
    if kind == "court":
        known = next((i for i in range(len(before)) if before[i:] + end in court_names()), None)
        if known is not None:
            return before[_with_province(before, known) :]
    if kind == "police":
        before = before[max((found.end() for found in _WITNESSED.finditer(before)), default=0) :]
    cuts = [found.end() for found in _SOFT.finditer(before) if _places().match(before, found.end())]
    return _balanced(before[max(cuts, default=0) :]).lstrip("与及受由至")


def _with_province(before: str, start: int) -> int:
    """Where the name starts when its province or prefecture stands before it: 山东省单县人民法院."""
    for found in _places().finditer(before, max(0, start - 20), start):
        between = before[found.end() : start]
        if re.fullmatch("[省市]?|(维吾尔|壮族|回族)?自治区|.{0,12}[省市州盟区]", between):
            return found.start()
    return start


def _balanced(name: str) -> str:
    """The part after a bracket that opens or closes nothing, or after an aside that is not a city."""
    opened, closed = name.rfind("("), name.rfind(")")
    if opened > closed:
        return name[opened + 1 :]
    if closed >= 0 and (opened < 0 or not re.search(_CITY, name[opened : closed + 1])):
        return name[closed + 1 :]
    return name[closed + 1 :] if opened == 0 else name


@cache
def court_names() -> frozenset[str]:
    """Every court of the table."""
    return frozenset(row["name"] for row in table("courts"))


@cache
def _places() -> re.Pattern[str]:
    """Provinces, and the prefectures after which intermediate courts are named."""
    pattern = re.compile("(?:.{2,3}省|.{2,6}?自治区)?(.{1,10}?[市州盟])中级人民法院")
    middle = (name for name in court_names() if name.endswith("中级人民法院"))
    cities = {found[1] for name in middle if (found := pattern.fullmatch(name))}
    short = {city[:-1] for city in cities if city.endswith("市") and len(city) > 2}
    full = [row["name"] for row in table("court_signs") if row["prefix"]]
    provinces = {name[: 3 if name.startswith(("内蒙古", "黑龙江")) else 2] for name in full}
    return re.compile("|".join(sorted({*provinces, *cities, *short, "最高"}, key=len, reverse=True)))
