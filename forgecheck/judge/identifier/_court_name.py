"""Whether a court of this name exists, as far as the table knows: generous to short forms and misread characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from forgecheck.judge.courts import is_listed
from forgecheck.tables import table

_SEGMENT = re.compile(r"省|自治区|[市州盟区县旗]")
_LEVEL = re.compile(r"(?:第[一二三四五])?(?:中级|高级)?人民法院$")
# Hidden by whoever shows the paper, or left open in a form.
_MASKED = re.compile(r"[某×*Xx○□_▓█■甲乙丙]|\.\.")
# Supreme court, and corps and army, whose courts the table does not hold one by one.
_END = "人民法院"
_ELSEWHERE = re.compile("最高|兵团|解放军|军区|第.{1,3}师|垦区|农垦|油田|林业|林区|矿区|铁路|海事")


def exists(name: str, *, whole: bool) -> bool:
    """Whether the table holds the court, or one whose name differs in one character; True where it cannot tell.

    With ``whole`` the places before the court's own place must be those it lies in.

    >>> exists("深圳市南山区人民法院", whole=True), exists("南山区人民法院", whole=True)
    (True, True)
    >>> exists("深圳市某某区人民法院", whole=True), exists("山东省菏泽市单县人民法院", whole=True)
    (True, True)
    >>> exists("深圳市海淀区人民法院", whole=True), exists("深圳市朝阳区人民法院", whole=True)
    (False, False)
    """
    if is_listed(name) or _MASKED.search(name) or _ELSEWHERE.search(name) or not name.endswith(_END):
        return True
    if any(tail in _tails() and (not whole or _lies_there(name, tail)) for tail in _tails_of(name)):
        return True
    return any(_misread(name, tail, whole) for tail in _tails_of(name))


def _tails_of(name: str) -> Iterator[str]:
    """The name, and what follows each place in it, as long as it has a place of its own."""
    level = _LEVEL.search(name)
    own = level.start() if level else len(name)
    return (name[at:] for at in (0, *(each.end() for each in _SEGMENT.finditer(name))) if own - at >= 2)


@cache
def _tails() -> Mapping[str, tuple[str, ...]]:
    """The lines of courts (`_lineage`) by each tail of the court's name."""
    found: dict[str, list[str]] = {}
    for row in table("courts"):
        for tail in _tails_of(row["name"]):
            found.setdefault(tail, []).append(_lineage(row["name"], row["code"]))
    return {tail: tuple(lines) for tail, lines in found.items()}


@cache
def _halves() -> Mapping[tuple[int, str, str], tuple[str, ...]]:
    """Tails by their length and one half: a single misread character leaves the other half whole."""
    found: dict[tuple[int, str, str], list[str]] = {}
    for tail in _tails():
        for half in _halves_of(tail):
            found.setdefault(half, []).append(tail)
    return {half: tuple(tails) for half, tails in found.items()}


def _halves_of(tail: str) -> tuple[tuple[int, str, str], tuple[int, str, str]]:
    own = tail.removesuffix(_END)
    middle = len(own) // 2
    return (len(own), "first", own[:middle]), (len(own), "second", own[middle:])


def _lies_there(name: str, tail: str) -> bool:
    """Whether the places before the tail are in the line of some court with this tail."""
    places = _SEGMENT.sub(lambda found: found[0] + " ", name.removesuffix(tail)).split()
    return any(not line or all(place in line for place in places) for line in _tails()[tail])


def _lineage(name: str, code: str) -> str:
    """The court's name with those of the courts above it; empty where its code is not known."""
    return name + _names().get(code[:3], "") + _names().get(code[:1], "") if code else ""


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("courts") if row["code"] and len(row["code"]) <= 3}


def _misread(name: str, tail: str, whole: bool) -> bool:
    """Whether one character of the tail changed makes it a court that lies there."""
    before = name.removesuffix(tail)
    beside = (other for half in _halves_of(tail) for other in _halves().get(half, ()))
    near = (other for other in beside if _differing(tail, other) == 1)
    return any(not whole or _lies_there(before + other, other) for other in near)


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
