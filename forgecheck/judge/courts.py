"""From the name of a court to its code in case numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from forgecheck.tables import table

# Only codes that follow from the rule without doubt; a court whose district was changed may keep an old one.
_SURE = ("rule", "special", "fixed")
_MIDDLE = re.compile("(?:[市州盟]|地区|自治州)?中级人民法院")
_PLACES = re.compile(r"(?:[\u4e00-\u9fff]{2,9}?(?:省|自治区|市|自治州|盟|地区))+")


@cache
def _by_name() -> Mapping[str, Mapping[str, str]]:
    return {row["name"]: row for row in table("courts")}


@cache
def place_names() -> frozenset[str]:
    """Provinces, and the prefectures that have an intermediate court, without 市.

    >>> {"广东", "深圳", "温州"} <= place_names()
    True
    """
    names = (row["name"] for row in table("courts") if row["name"].endswith("中级人民法院"))
    own = (_MIDDLE.sub("", name) for name in names)
    return frozenset(re.sub("^.*(?:省|自治区)", "", name) for name in own) | {row["name"] for row in table("provinces")}


def is_listed(name: str) -> bool:
    """Whether the table holds a court of exactly this name."""
    return name in _by_name()


@cache
def signs() -> frozenset[str]:
    """The 33 signs with which a court code begins."""
    return frozenset(row["sign"] for row in table("court_signs"))


# Where prefectures were merged or made cities since 2011, old codes live on (法〔2015〕137号 art. 13); army and corps
# count their own way.
_CHANGED = frozenset("藏新青鲁皖黔兵军")


def divisions(sign: str) -> frozenset[str]:
    """The prefecture numbers (two digits) of the courts under a sign; empty where old ones may still be in use.

    >>> "03" in divisions("粤"), "33" in divisions("粤"), divisions("新")
    (True, False, frozenset())
    """
    return frozenset() if sign in _CHANGED else _divisions().get(sign, frozenset())


@cache
def _divisions() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in table("courts"):
        if len(row["code"]) > 2:
            found.setdefault(row["code"][0], set()).add(row["code"][1:3])
    return {sign: frozenset(numbers) for sign, numbers in found.items()}


def court_code(name: str) -> str | None:
    """The code of the court of this name; None where the name or its code is not known for sure.

    >>> court_code("广东省深圳市南山区人民法院"), court_code("深圳市中级人民法院"), court_code("山东省单县人民法院")
    ('粤0305', '粤03', '鲁1722')
    >>> court_code("南山区人民法院") is None
    True
    """
    row = _by_name().get(name) or _longer(name) or _shorter(name)
    return row["code"] or None if row and row["basis"] in _SURE else None


def _longer(name: str) -> Mapping[str, str] | None:
    """The court of the table, where province and prefecture stand before its name."""
    for at in range(1, len(name) - 5):
        row = _by_name().get(name[at:])
        if row and _PLACES.fullmatch(name, 0, at):
            sign = next((s["sign"] for s in table("court_signs") if s["prefix"] and name.startswith(s["name"])), None)
            return row if sign in (None, row["code"][:1]) else None
    return None


def _shorter(name: str) -> Mapping[str, str] | None:
    """The intermediate court of the table, where its province was left out."""
    if not name.endswith("中级人民法院"):
        return None
    provinces = (row["name"] for row in table("court_signs") if row["prefix"])
    found = [row for province in provinces if (row := _by_name().get(province + name))]
    return found[0] if len(found) == 1 else None
