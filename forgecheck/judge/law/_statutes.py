"""Statutes with their versions, and the citations of their articles in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from forgecheck.judge.prose import Prose
from forgecheck.tables import table


class Version(NamedTuple):
    """A version in force from one day to another: ISO dates, "" for no end."""

    valid_from: str
    valid_to: str
    articles: int


class Statute(NamedTuple):
    """A statute under all its names."""

    name: str
    names: tuple[str, ...]
    versions: tuple[Version, ...]
    inserted: str
    """What is known of articles 第X条之Y: "none", "listed" in the table inserted_articles, or "" for not sure."""
    firm: bool
    """Whether the count cannot well have grown without the table knowing."""
    replaced_by: tuple[str, str]
    """What took its place, in Chinese and English; empty where it still stands."""


class Citation(NamedTuple):
    """One article of one statute, and where it stands in the prose."""

    statute: Statute
    numeral: str
    sub: str
    """The Y of 第X条之Y, or ""."""
    start: int
    end: int


@cache
def statutes() -> Mapping[str, Statute]:
    """All statutes of the table by their usual name."""
    rows = table("statutes")
    names = dict.fromkeys(row["name"] for row in rows)
    return {name: _statute([row for row in rows if row["name"] == name]) for name in names}


def _statute(rows: Sequence[Mapping[str, str]]) -> Statute:
    last = rows[-1]
    aliases = last["aliases"].split("/") if last["aliases"] else []
    return Statute(
        last["name"],
        tuple(dict.fromkeys((last["title"], last["name"], *aliases))),
        tuple(Version(row["valid_from"], row["valid_to"], int(row["articles"])) for row in rows),
        last["inserted"],
        last["firm"] == "yes",
        (last["replaced_by_zh"], last["replaced_by_en"]),
    )


@cache
def _by_name() -> tuple[tuple[str, Statute], ...]:
    named = [(name, each) for each in statutes().values() for name in each.names]
    return tuple(sorted(named, key=lambda pair: len(pair[0]), reverse=True))


_N = r"[〇零一二三四五六七八九十百千\d]"
_ARTICLES = re.compile(
    rf"第?((?:{_N}{{1,10}}(?:条)?[、,]第?){{0,5}}{_N}{{1,10}})条(?:之([一二三四五六七八九])(?![般切些种定倍方项款\d]))?"
)
_ONE = re.compile(_N + "+")
# What may stand between two articles of one statute: 第577条第一款、第579条.
_LINK = re.compile(rf"(?:第{_N}{{1,3}}[款项目]|[、,和及与至或以并\-~—])*")
_BRACKETS = str.maketrans("〈〉<>", "《》《》")
_EDITION = re.compile(r"\((?:[^()]{0,12}(?:修正|修订|版)[^()]{0,4}|\d{4}年?)\)$")
# A bare name counts only after one of these, so that 某某刑法 of another country is not taken for ours.
_BARE = re.compile(
    r"(?:^|[\s,、。:;!?()《〈<\"'“”‘’\]【】]|据|照|反|及|和|与|合|用|了|由|以|按|是|对|在|款|项|条|嫌|触犯|违犯|依|[我中]国)$"
)


def citations(text: Prose) -> Iterator[Citation]:
    """Every article cited of a statute in the table, in order; a chain (第577条、第579条) belongs to its first name."""
    statute: Statute | None = None
    last = 0
    for match in _ARTICLES.finditer(text.text):
        named = _named(text.text[max(0, match.start() - 60) : match.start()])
        if named is None and not (match.start() - last < 24 and _LINK.fullmatch(text.text, last, match.start())):
            statute = None
        statute, last = named or statute, match.end()
        if statute is None:
            continue
        numerals = list(_ONE.finditer(match[1]))
        for each in numerals:
            sub = (match[2] or "") if each is numerals[-1] else ""
            yield Citation(statute, each.group(), sub, match.start(1) + each.start(), match.start(1) + each.end())


def _named(before: str) -> Statute | None:
    before, closed = before.translate(_BRACKETS), False
    for _ in range(2):
        before = _EDITION.sub("", before)
        if before.endswith("》"):
            before, closed = before[:-1], True
    for name, statute in _by_name():
        if before.endswith(name):
            left = before.removesuffix(name)
            if name == statute.names[0] or left.endswith("中华人民共和国"):
                return statute
            return statute if (left.endswith("《") if closed else _BARE.search(left)) else None
    return None
