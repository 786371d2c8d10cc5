"""Broken spellings of words that message filters look for, and words set wider than their line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import numpy as np

from forgecheck.evidence import Evidence, Flow, Place, TextLine
from forgecheck.judge.prose import half_width
from forgecheck.tables import table

Way = Literal["symbols", "spaces", "pinyin", "homophone", "wide"]

HEADING = 12  # a line with no more Chinese characters is a heading, a label or a field; assumed
SPACED_LINE = 0.3  # a line with a larger share of widened gaps is spaced by layout; assumed
WIDE = 1.6  # times the usual pitch of the line: half a character of space; measured by eye on SMS screenshots, assumed
ENOUGH = 8  # gaps between Chinese characters in a line, for a usual pitch; assumed
NEAR = 60  # characters on either side that count as the same line

_CJK = re.compile("[\u4e00-\u9fff]")
_PAIR = re.compile(r"[\u4e00-\u9fff]([ \t]*)(?=[\u4e00-\u9fff])")
_SYMBOLS = r"[.·•・*_~|^+=#@!/\\丶丨`'\"-]"


class Hit(NamedTuple):
    """One broken word."""

    word: str
    written: str
    way: Way
    place: Place


def written_hits(flow: Flow) -> Iterator[Hit]:
    """Words broken by symbols, spaces, pinyin or homophones; lines that layout has spaced are left out."""
    text = half_width(flow.text)
    for match in _pattern().finditer(text):
        word, way = _known()[match.lastgroup or ""]
        start, end = match.span()
        left = text.rfind("\n", max(0, start - NEAR), start) + 1 or max(0, start - NEAR)
        right = text.find("\n", end, end + NEAR)
        line = text[left : right if right >= 0 else end + NEAR]
        if way in ("spaces", "symbols") and _is_layout(line):
            continue
        yield Hit(word, match.group(), way, flow.place(start, end))


def _is_layout(line: str) -> bool:
    gaps = [bool(gap[1]) for gap in _PAIR.finditer(line)]
    return len(_CJK.findall(line)) <= HEADING or sum(gaps) > SPACED_LINE * len(gaps)


@cache
def _known() -> dict[str, tuple[str, Way]]:
    return {f"{way}{number}": (row["word"], way) for number, row in enumerate(table("evasion")) for way in _WAYS}


_WAYS: tuple[Way, ...] = ("symbols", "spaces", "pinyin", "homophone")


@cache
def _pattern() -> re.Pattern[str]:
    parts: list[str] = []
    for number, row in enumerate(table("evasion")):
        word, sounds = row["word"], row["pinyin"].split()
        parts.append(f"(?P<symbols{number}>" + (_SYMBOLS + "{1,3}").join(word) + ")")
        parts.append(f"(?P<spaces{number}>" + r"[ \t]{1,3}".join(word) + ")")
        mixed = [
            (r"(?<![a-z])" if at == 0 else word[:at]) + sound + (word[at + 1 :] or r"(?![a-z])")
            for at, sound in enumerate(sounds)
        ]
        parts.append(f"(?P<pinyin{number}>" + "|".join(mixed) + ")")
        if row["forms"]:
            parts.append(f"(?P<homophone{number}>" + row["forms"].replace("/", "|") + ")")
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(sorted((row["word"] for row in table("evasion")), key=len, reverse=True)))


def wide_hits(evidence: Evidence) -> Iterator[Hit]:
    """Words whose characters stand wider apart than the rest of their line: spaces that the reader dropped."""
    for page in evidence.pages:
        for line in page.lines or ():
            for word, start, end in _wide(line):
                yield Hit(word, word, "wide", Place(page.number, line.span(start, end), line.confidence))


def _wide(line: TextLine) -> Iterator[tuple[str, int, int]]:
    text = line.text
    found = list(_words().finditer(text)) if len(line.centres) == len(text) else []
    if not found:
        return
    pairs = [at for at in range(len(text) - 1) if _CJK.match(text[at]) and _CJK.match(text[at + 1])]
    gaps = {at: line.centres[at + 1] - line.centres[at] for at in pairs}
    usual = float(np.median(list(gaps.values()))) if gaps else 0.0
    wide = {at for at, gap in gaps.items() if gap >= WIDE * usual}
    if len(pairs) < ENOUGH or usual <= 0 or len(wide) > SPACED_LINE * len(pairs):
        return
    for match in found:
        if all(at in wide for at in range(match.start(), match.end() - 1)):
            yield match.group(), *match.span()
