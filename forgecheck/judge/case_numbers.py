"""A case number taken apart, and what its own rules say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from forgecheck.finding import Says, Severity
from forgecheck.judge.courts import divisions, signs
from forgecheck.tables import table

NEW_FORM = 2016
"""First year of the form with a court code: 法〔2015〕137号, in force 2016-01-01."""

_HAN = r"[\u4e00-\u9fff]"
_CODED = re.compile(rf"（(\d{{4}})）({_HAN}+)(\d+)(知?)({_HAN}+?)(字第)?(\d+)号")
_BARE = re.compile(rf"（(\d{{4}})）({_HAN}+)(\d+)号")
_OLD = re.compile(r"（(\d{4})）(\D+)字第(\d+)号")
# Everyday short names of places that no court code uses; any other character may be a sign that was misread.
_EVERYDAY_SIGNS = frozenset("深广蒙贵滇蜀秦陇台港澳穗杭莞厦蓉徽楚燕")
# Words of everyday speech that never were a type, unlike types of a practice that we may not know.
_NEVER_A_TYPE = re.compile("执行|诈|骗|失信|限高|限制|冻结|催|立案|贷|欠|强执|强制|刑立|黑名单|黄|逃")
# Numbers of registers before a case is filed are each court's own affair.
_REGISTERS = re.compile("调|预|前|登|督促")
# Far above the largest yearly count of one type at one court (about 150 000 at the busiest basic courts); assumed.
_ABSURD = 400_000
# Reviews of criminal cases have a random number of eight digits: 法〔2015〕137号, annex.
_RANDOM = re.compile("刑核|刑止")


class Case(NamedTuple):
    """The parts of a case number."""

    year: int
    sign: str
    code: str
    type: str
    number: str
    old: bool
    """In the form with 字第."""

    @property
    def court(self) -> str:
        """Sign and code of the court."""
        return self.sign + self.code


class Wrong(NamedTuple):
    """A rule that a number breaks."""

    rule: str
    severity: Severity
    says: Says


@cache
def types() -> Mapping[str, Mapping[str, str]]:
    """The types of cases by their characters."""
    return {row["type"]: row for row in table("case_types")}


def parse(value: str) -> Case | None:
    """Take a normalised case number apart; None where it is of no known shape.

    >>> parse("（2019）最高法知民终1号")
    Case(year=2019, sign='最高法', code='', type='民终', number='1', old=False)
    """
    if old := _OLD.match(value):
        return Case(int(old[1]), old[2][0], "", old[2], old[3], True)
    if coded := _CODED.match(value):
        return Case(int(coded[1]), coded[2], coded[3], coded[5], coded[7], bool(coded[6]))
    bare = _BARE.match(value)
    if bare is None:
        return None
    kind = next((t for t in sorted(types(), key=len, reverse=True) if bare[2].endswith(t) and bare[2] != t), "")
    sign = bare[2].removesuffix(kind)
    return Case(int(bare[1]), sign.removesuffix("知") or sign, "", kind, bare[3], False)


def wrongs(case: Case) -> Iterator[Wrong]:
    """The rules that the number breaks by itself."""
    if case.old:
        yield from _old_form(case)
        return
    if case.year < NEW_FORM:
        yield Wrong("form", "strong" if case.year < NEW_FORM - 1 else "weak", _too_early(case))
    if case.sign not in signs():
        yield Wrong("sign", "strong" if case.sign in _EVERYDAY_SIGNS else "weak", _sign(case))
    if (case.sign == "最高法" and case.code) or len(case.code) not in (0, 2, 4):
        yield Wrong("code", "weak", _code(case))
    elif case.code and case.code[:2] < "71" and divisions(case.sign) and case.code[:2] not in divisions(case.sign):
        yield Wrong("division", "weak", _division(case))
    if case.type not in types() and not _REGISTERS.search(case.type):
        yield Wrong("type", "strong" if _NEVER_A_TYPE.search(case.type) else "weak", _type(case))
    yield from _level(case)
    if case.number.startswith("0") or len(case.number) > 8:
        yield Wrong("number", "weak", _number(case))
    elif int(case.number) > _ABSURD and not _RANDOM.search(case.type):
        yield Wrong("size", "weak", _size(case))


def _old_form(case: Case) -> Iterator[Wrong]:
    if case.year >= NEW_FORM:
        slip = bool(case.code) and case.type in types()  # all of the new form, and 字第 by old habit
        yield Wrong(
            "form",
            "weak" if slip else "strong",
            Says(
                f"{case.year}年的案号不会写成“字第”。2016年起法院案号用“（年份）+法院代字+类型+编号+号”的写法。",
                f"A case number of {case.year} is not written with 字第. "
                "Since 2016 it is year, court code, type and number.",
            ),
        )


def _level(case: Case) -> Iterator[Wrong]:
    asks = types().get(case.type, {}).get("court")
    if asks == "appellate" and len(case.code) == 4:
        yield Wrong("level", "strong", _needs_higher(case))
    # Maritime courts (72) are intermediate and issue payment orders all the same.
    if asks == "basic" and case.sign in signs() and len(case.code) in (0, 2) and case.code != "72":
        yield Wrong("level", "strong", _needs_basic(case))


def _too_early(case: Case) -> Says:
    return Says(
        f"案号写的是{case.year}年，却用了2016年才开始使用的写法。{case.year}年的案号是“字第”形式。",
        f"The case number is of {case.year} but has the form used since 2016. Numbers of {case.year} have 字第.",
    )


def _sign(case: Case) -> Says:
    return Says(
        f"案号里的“{case.sign}”不是任何法院的代字。法院代字只用33个字，例如广东用“粤”、内蒙古用“内”、贵州用“黔”。",
        f"No court code begins with {case.sign}. Only 33 signs are used, such as 粤 for Guangdong.",
    )


def _code(case: Case) -> Says:
    return Says(
        f"案号里法院代字的数字“{case.code}”位数不对。中级法院是2位，基层法院是4位，高级法院没有数字。",
        f"The court code has the digits {case.code}. Intermediate courts have 2, basic courts 4, high courts none.",
    )


def _type(case: Case) -> Says:
    return Says(
        f"案号里的案件类型“{case.type}”不在法院的类型代字表里。常见的是民初（一审）、民终（二审）、执（执行）。",
        f"{case.type} is no case type of the courts. Usual are 民初 (first instance), 民终 (appeal), 执 (enforcement).",
    )


def _needs_higher(case: Case) -> Says:
    return Says(
        f"案号里的“{case.court}”是基层法院，但“{case.type}”案件只由中级以上法院办理。",
        f"{case.court} is a basic court, but cases of type {case.type} belong to intermediate courts and above.",
    )


def _needs_basic(case: Case) -> Says:
    return Says(
        f"案号里的“{case.court}”不是基层法院，但支付令（{case.type}）只由基层法院发出。",
        f"{case.court} is not a basic court, but payment orders ({case.type}) come from basic courts only.",
    )


def _number(case: Case) -> Says:
    return Says(
        f"案号的编号“{case.number}”写法不对。编号从1开始，前面不加0，最多8位。",
        f"The serial {case.number} is not as courts write it: from 1, without leading zeros, at most 8 digits.",
    )


def _division(case: Case) -> Says:
    return Says(
        f"案号里的代字“{case.court}”前两位数字应是地级市的编号，但这个省级地区没有编号为{case.code[:2]}的法院。",
        f"The first two digits of {case.court} stand for a prefecture, but no court there has the number "
        f"{case.code[:2]}.",
    )


def _size(case: Case) -> Says:
    return Says(
        f"案号的编号是{case.number}，一个法院一年同类案件很少有这么多。",
        f"The serial {case.number} is more than one court takes of one type in a year.",
    )
