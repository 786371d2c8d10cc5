"""Broken spellings of words that message filters look for, and words set wider than their line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

import numpy as np

from forgecheck.evidence import Evidence, Flow, Place, TextLine
from forgecheck.judge.prose import half_width
from forgecheck.tables import table

Way = Literal["symbols", "spaces", "pinyin", "homophone", "wide", "traditional", "split", "digits"]

HEADING = 12  # a line with no more Chinese characters is a heading, a label or a field; assumed
SPACED_LINE = 0.3  # a line with a larger share of widened gaps is spaced by layout; assumed
# Times the usual pitch.  On rendered lines the reader's own jitter reaches 1.3 (1.5 in mixed lines); a narrow space
# adds 0.25 and is lost in it, a full-width or double space gives 1.6 and more.
WIDE = 1.6
ENOUGH = 8  # gaps between Chinese characters in a line, for a usual pitch; assumed
MOST = 1000  # broken spellings looked at in one text; more is no letter
NEAR = 60  # characters on either side that count as the same line

_CJK = re.compile("[\u4e00-\u9fff]")
_PAIR = re.compile(r"[\u4e00-\u9fff]([ \t]*)(?=[\u4e00-\u9fff])")
_SYMBOLS = r"[.·•・*_~|^+=#@!/\\丶丨丿`'\"&°-]"


class Hit(NamedTuple):
    """One broken word."""

    word: str
    written: str
    way: Way
    place: Place


def written_hits(flow: Flow) -> Iterator[Hit]:
    """Words broken by symbols, spaces, pinyin or homophones; lines that layout has spaced are left out."""
    text = half_width(flow.text)
    for word, way, start, end in islice(_broken(text), MOST):
        left = text.rfind("\n", max(0, start - NEAR), start) + 1 or max(0, start - NEAR)
        right = text.find("\n", end, end + NEAR)
        line = text[left : right if right >= 0 else end + NEAR]
        if way not in ("spaces", "symbols") or not _is_layout(line):
            yield Hit(word, text[start:end], way, flow.place(start, end))


def _broken(text: str) -> Iterator[tuple[str, Way, int, int]]:
    """Only spellings that begin with the character at hand are tried, so that long texts stay fast."""
    firsts, known, last = _by_first(), _known(), 0
    for candidate in _first_of_any().finditer(text):
        start = candidate.start()
        match = firsts[candidate.group().lower()].match(text, start) if start >= last else None
        if match is not None:
            last = match.end()
            yield *known[match.lastgroup or ""], start, last


def _is_layout(line: str) -> bool:
    gaps = [bool(gap[1]) for gap in _PAIR.finditer(line)]
    return len(_CJK.findall(line)) <= HEADING or sum(gaps) > SPACED_LINE * len(gaps)


@cache
def _known() -> dict[str, tuple[str, Way]]:
    return {f"{way}{number}": (row["word"], way) for number, row in enumerate(table("evasion")) for way in _WAYS}


_WAYS: tuple[Way, ...] = ("symbols", "spaces", "pinyin", "homophone")


def _spellings(word: str, pinyin: str, forms: str) -> Iterator[tuple[Way, str]]:
    """Each broken spelling of a word as a regular expression that begins with a plain character."""
    yield "symbols", (_SYMBOLS + "{1,3}").join(word)
    yield "spaces", r"[ \t]{1,3}".join(word)
    for at, sound in enumerate(pinyin.split()):
        yield "pinyin", word[:at] + sound + (word[at + 1 :] or r"(?![a-z])")
    yield from (("homophone", form) for form in forms.split("/") if form)


@cache
def _by_first() -> dict[str, re.Pattern[str]]:
    """For each first character the spellings that begin with it, as groups named way and row."""
    parts: dict[str, list[str]] = {}
    for number, row in enumerate(table("evasion")):
        ways: dict[tuple[str, Way], list[str]] = {}
        for way, spelling in _spellings(row["word"], row["pinyin"], row["forms"]):
            ways.setdefault((spelling[0], way), []).append(spelling)
        for (first, way), spellings in ways.items():
            guard = r"(?<![a-z])" if first.isascii() else ""
            parts.setdefault(first, []).append(f"{guard}(?P<{way}{number}>{'|'.join(spellings)})")
    return {first: re.compile("|".join(each), re.IGNORECASE) for first, each in parts.items()}


@cache
def _first_of_any() -> re.Pattern[str]:
    return re.compile("[" + "".join(_by_first()) + "]", re.IGNORECASE)


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
