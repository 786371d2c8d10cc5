"""Numbers of lawyers' letters: ``（2023）粤X律函字第12号`` and ``京X律函字〔2024〕第086号``.

No rule of state gives them a form, so only what names itself a lawyer's letter (律, or 函 with 字) is taken;
``国办函〔2018〕55号`` is a paper of the government.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import DIGIT, DIGITS, Folded, Found

# Readers take one bracket for another, or lose it.
_OPEN, _CLOSE = r"[(\[〔【{〈<「]", r"[)\]〕】}〉>」]"
_YEAR = rf"(?P<year>2[0Oo]{DIGIT}{{2}})"
_KIND = "(?:律师?[函催意见告声明书]{0,3}字?|函字)"
# The firm's short name, perhaps with a city in brackets.
_FIRM = r"[\u4e00-\u9fffA-Za-z]{0,10}(?:\([\u4e00-\u9fff]{1,4}\))?[\u4e00-\u9fff]{0,4}?"
_NUMBER = rf"(?P<no>{DIGIT}{{1,8}})(?:-[0-9]{{1,4}})?[号弓]"
_YEAR_FIRST = re.compile(rf"{_OPEN}?{_YEAR}[年]?{_CLOSE}(?P<firm>{_FIRM}{_KIND})第?{_NUMBER}")
_LOST_CLOSE = re.compile(rf"{_OPEN}{_YEAR}(?P<firm>{_FIRM}{_KIND})第?{_NUMBER}")
_FIRM_FIRST = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z)])(?P<firm>{_FIRM}{_KIND})(?:{_OPEN}{_YEAR}[年]?{_CLOSE}?|(?P<bare>2[0Oo]{DIGIT}{{2}}){_CLOSE})第?{_NUMBER}"
)
_KINDS = re.compile(rf"{_KIND}[第(\[〔【{{〈<「)\]〕】}}〉>」0-9]")
_LABEL = re.compile(r"^(?:文号|编号|函号|发文字号|案号|字号)")
# Papers of legal aid (法律援助), and words that only happen to end so.
_OTHERS = re.compile("法律|法援|规律|一律|纪律")


def letter_numbers(folded: Folded) -> Iterator[Found]:
    """Fields letter_number; the value has full-width brackets and plain digits, its parts in the order read."""
    if not _KINDS.search(folded.text):
        return
    taken: set[int] = set()
    for pattern in (_YEAR_FIRST, _LOST_CLOSE, _FIRM_FIRST):
        for match in pattern.finditer(folded.text):
            if match.start("no") in taken or _OTHERS.search(match["firm"]):
                continue
            taken.add(match.start("no"))
            firm = _LABEL.sub("", match["firm"]).replace("(", "（").replace(")", "）")
            year = match["year"] or match["bare"] if pattern is _FIRM_FIRST else match["year"]
            dated = f"（{year.translate(DIGITS)}）"
            head = firm + dated if pattern is _FIRM_FIRST else dated + firm
            start = match.start() + len(match["firm"]) - len(firm) if pattern is _FIRM_FIRST else match.start()
            yield Found("letter_number", start, match.end(), f"{head}第{match['no'].translate(DIGITS)}号")
