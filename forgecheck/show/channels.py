"""The official channels that may be named to people, from our own tables only."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from forgecheck.finding import Says

_PROVINCE = re.compile(r"^[一-龥]{2,6}?(?:省|自治区)")
_CITY = re.compile(r"^[一-龥]{2,9}?(?:市|自治州|地区|盟)")


class Contact(NamedTuple):
    """Whom to ask."""

    name: Says
    phone: str | None
    url: str | None


def _rows(name: str) -> list[dict[str, str]]:
    text = files("forgecheck.show").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def channels() -> Mapping[str, Contact]:
    """Every channel by its key."""
    return {
        row["key"]: Contact(Says(row["name_zh"], row["name_en"]), row["phone"] or None, row["url"] or None)
        for row in _rows("channels.csv")
    }


@cache
def area_codes() -> Mapping[str, str]:
    """Telephone area code by city; only cities that are named often."""
    return {row["city"]: row["code"] for row in _rows("area_codes.csv")}


def city(court: str) -> str | None:
    """The city in a court's name; None where the name has none.

    >>> city("广东省深圳市南山区人民法院"), city("上海市浦东新区人民法院"), city("山东省单县人民法院")
    ('深圳市', '上海市', None)
    """
    found = _CITY.match(_PROVINCE.sub("", court))
    return found.group() if found else None
