"""Court case numbers, right or wrong, new form and old form.

New form since 2016-01-01 (法〔2015〕137号): ``（2024）粤0305民初12345号``; old form: ``（2014）深南法民一初字第123号``.
Digits may be Chinese ones (``（二〇二四）``).  A number that breaks the rules is found too: whether it can exist is for
`judge` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from forgecheck.look.fields.folded import DIGIT, DIGITS, Folded, Found
from forgecheck.tables import table

_OPEN, _CLOSE = r"[(\[〔【{〈<「]", r"[)\]〕】}〉>」]"
_HAN_DIGIT = "[〇○零一二三四五六七八九]"
_YEAR = rf"(?P<year>[12][09Oo]{DIGIT}{{2}}|[一二][〇○零九]{_HAN_DIGIT}{{2}})"
_NUMBER = rf"(?P<no>{DIGIT}{{1,10}}|{_HAN_DIGIT}{{1,8}})[号弓](?P<sub>之[一二三四五六七八九十]{{1,3}})?"
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# With a court code in digits: anything between the brackets and 号 is read as court and type.
_CODED = (
    rf"(?P<sign>[\u4e00-\u9fff]{{1,4}}?)(?P<code>[0-9Ool]{{1,6}}|[〇○零]{_HAN_DIGIT}|{_HAN_DIGIT}{{4}})"
    r"(?P<type>[\u4e00-\u9fff]{1,7}?)(?P<zi>字?第)?"
)
# Old form; the court and division are free text.
_OLD = r"(?P<old>[\u4e00-\u9fff]{1,7}(?:\([\u4e00-\u9fff]{1,4}\))?[\u4e00-\u9fff]{0,7})字第?"
_NOT_COURTS = re.compile("律|函|仲|证|检|公|税|劳|房|银|票|建|土|工商|信字|法务|(?<!民)催|鉴|^[年月第]")
# The same behind a court's own code, where odd types are of interest.
_NEVER_COURTS = re.compile("律|函|仲|公|税|[^民]证字")
# What old court numbers end with before 字第; administrative penalties (交执罚字, 城管行决字) end otherwise.
_OLD_TYPE = re.compile("[初终再申监督破保调异恢执复提抗特催清辖确诉民刑商知协他裁法预]$")
_COURT_WORDS = re.compile("民|刑|行|执|商|知|破|督|赔|法|终|初|诉|调|保|清")


@cache
def _signs() -> frozenset[str]:
    return frozenset(row["sign"] for row in table("court_signs"))


@cache
def _new() -> re.Pattern[str]:
    """With brackets: a code in digits, or a known type straight after the sign of a high court."""
    types = "|".join(sorted((row["type"] for row in table("case_types")), key=len, reverse=True))
    bare = rf"(?P<high>最高法|[\u4e00-\u9fff]{{1,3}}?)(?P<special>知?)(?P<kind>{types})"
    return re.compile(rf"{_OPEN}{_YEAR}{_CLOSE}(?:{_CODED}|{bare}|{_OLD}){_NUMBER}")


@cache
def _broken() -> re.Pattern[str]:
    """With a bracket lost in reading: only what is otherwise beyond doubt."""
    types = "|".join(sorted((row["type"] for row in table("case_types")), key=len, reverse=True))
    signs = "".join(sign for sign in _signs() if len(sign) == 1)
    court = rf"(?P<court>最高法知?|[{signs}](?:{DIGIT}{{4}}|{DIGIT}{{2}})?知?)"
    return re.compile(rf"{_YEAR}[\]\[)(〕〔}}】1lJ]?{court}(?P<type>{types}){_NUMBER}")


def case_numbers(folded: Folded) -> Iterator[Found]:
    """Every court case number; the value has full-width brackets and plain digits.

    Numbers of arbitration bodies, notaries, police, prosecutors and lawyers' letters are left out.
    """
    taken: set[int] = set()
    for match in _new().finditer(folded.text):
        if _is_courts(match):
            taken.update(range(match.start(), match.end()))
            yield Found("case_number", match.start(), match.end(), _value(match))
    for match in _broken().finditer(folded.text):
        if match.start() not in taken:
            value = f"（{_digits(match['year'])}）{_digits(match['court'])}{match['type']}{_tail(match)}"
            yield Found("case_number", match.start(), match.end(), value)


def _is_courts(match: re.Match[str]) -> bool:
    if match["high"]:
        return True
    body: str = match["old"] or match["sign"] + match["type"]
    of_a_court = match["sign"] in _signs() and len(match["code"]) in (2, 4)
    if (_NEVER_COURTS if of_a_court else _NOT_COURTS).search(body):
        return False
    if of_a_court:
        return True
    if match["old"] and not _OLD_TYPE.search(match["old"]):
        return False
    return bool(_COURT_WORDS.search(match["old"] or match["type"])) and len(match["sign"] or "") <= 3


def _value(match: re.Match[str]) -> str:
    if match["old"]:
        body = match["old"].replace("(", "（").replace(")", "）") + "字第"
    elif match["sign"]:
        body = f"{match['sign']}{_digits(match['code'])}{match['type']}{'字第' if match['zi'] else ''}"
    else:
        body = f"{match['high']}{match['special']}{match['kind']}"
    return f"（{_digits(match['year'])}）{body}{_tail(match)}"


def _tail(match: re.Match[str]) -> str:
    return f"{_digits(match['no'])}号{match['sub'] or ''}"


def _digits(text: str) -> str:
    return text.translate(DIGITS).translate(_HAN_DIGITS)
