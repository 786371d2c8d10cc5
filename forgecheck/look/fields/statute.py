"""Citations of law: ``《中华人民共和国民法典》第六百七十五条``, ``刑法第175条之一``, also without an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from forgecheck.look.fields.folded import Folded, Found
from forgecheck.numerals import NUMERAL, number
from forgecheck.tables import table

_STATE = "中华人民共和国"
MOST = 5000  # names looked at; more is no letter
# One article or several in a row: 第577、579条, 第175条之一 (but not 第五条之一切).
_ARTICLES = re.compile(
    rf"第?((?:{NUMERAL}{{1,10}}条?[、,]第?){{0,5}}{NUMERAL}{{1,10}})条(?:之([一二三四五六七八九])(?![般切些种定倍方项款0-9]))?"
)
_ONE = re.compile(NUMERAL + "+")
_PARAGRAPH = re.compile(rf"第({NUMERAL}{{1,3}})款")
# 民法典合同编第五百零九条: the part of a code may stand before the article.
_PART = re.compile(rf"》?(?:[总分]则|[\u4e00-\u9fff]{{2,4}}(?<!法)编)?(?:第{NUMERAL}{{1,3}}(?:分?编|章|节)){{0,3}}")
# What may stand between two articles of one statute: 第577条第一款、第579条.
_LINK = re.compile(rf"(?:第{NUMERAL}{{1,3}}[款项目]|[、,和及与至或以并\-~—]){{0,8}}")
_BRACKETS = str.maketrans("〈〉<>", "《》《》")
_EDITION = r"\((?:[^()\n]{0,12}(?:修正|修订|版)[^()\n]{0,4}|[0-9]{4}年?)\)"
_INSIDE = r"(?:[^》《\n]|《[^》《\n]{2,40}》){2,60}"
_ENDS_LIKE_LAW = re.compile(r"(法|典|条例|规定|解释|办法|决定|通则|总则|细则|意见|指引|规则|准则|修正案(\(.{1,3}\))?)$")
_REMARK = re.compile(rf"{_EDITION}$|^{_STATE}")
# A bare name counts only after one of these, so that 某某刑法 of another country is not taken for ours.
_BARE = re.compile(
    r"(?:^|[\s,、。:;!?()《\"'“”‘’\]【】]|据|照|反|及|和|与|合|用|了|由|以|按|是|对|在|款|项|条|嫌|触犯|违犯|依|[我中]国)\Z"
)
# Without an article, only where it is called the ground; 合同法律关系 and 合同法规 are no statutes.
_GROUND = re.compile(r"(?:根据|依据|依照|按照|遵照|违反了?|触犯)(?:我国|国家)?\Z")
_OTHER_WORD = re.compile("律|定|典|规|治|院|学|解|司法|修")


@cache
def _known() -> Mapping[str, str]:
    """The usual name of each statute in the table by all its names, without the state's."""
    return {
        name.removeprefix(_STATE): row["name"]
        for row in table("statutes")
        for name in (row["title"], row["name"], *row["aliases"].split("/"))
        if name
    }


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in table("statutes"))


@cache
def _names() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(_known(), key=len, reverse=True)))
    return re.compile(
        rf"《(?P<quoted>{_INSIDE})》{{1,2}}(?:{_EDITION})?"
        rf"|(?P<bare>(?:{_STATE})?(?:{known}))(?:{_EDITION})?(?P<torn>》)?(?:{_EDITION})?"
    )


def statutes(folded: Folded) -> Iterator[Found]:
    """One field for each article cited; value ``name|article|sub``, with ``|paragraph`` where one is named (第一款).

    The name is short (民法典), ``sub`` is the Y of 第X条之Y, the paragraph the first one named.  0 stands for none, as
    for a statute without an article.
    The place of a statute's first article begins with its name.  Names that are not in the table `statutes` count
    within 《》 only.
    """
    text = folded.text.translate(_BRACKETS)
    for named in islice(_names().finditer(text), MOST):
        articles = list(_articles(text, named.end()))
        name = _quoted(named["quoted"]) if named["quoted"] else _bare(text, named, bool(articles))
        if name is None:
            continue
        if not articles:
            yield Found("statute", *named.span(), f"{name}|0|0")
        for article in articles:
            *others, last = _ONE.finditer(text, *article.span(1))
            for each in (*others, last):
                first = article is articles[0] and each.start() == article.start(1)
                start = named.start() if first else each.start()
                paragraph = _PARAGRAPH.match(text, article.end()) if each is last else None
                end, sub = (article.end(), article[2]) if each is last else (each.end(), None)
                value = _value(name, each[0], sub) + (f"|{number(paragraph[1]) or 0}" if paragraph else "")
                yield Found("statute", start, end, value)


def _articles(text: str, at: int) -> Iterator[re.Match[str]]:
    part = _PART.match(text, at)
    at = part.end() if part and _ARTICLES.match(text, part.end()) else at
    while article := _ARTICLES.match(text, at):
        yield article
        link = _LINK.match(text, article.end())
        at = link.end() if link else article.end()


def _quoted(name: str) -> str | None:
    """The usual name of what stands in 《》; None where that is no law."""
    while (less := _REMARK.sub("", name)) != name and less:
        name = less
    return _known().get(name, name if _ENDS_LIKE_LAW.search(name) else None)


def _bare(text: str, named: re.Match[str], has_article: bool) -> str | None:
    """The usual name of a statute without 《》; None where it may be part of other words or another's name."""
    words = named["bare"]
    before = text[max(0, named.start() - 12) : named.start()]
    name = _known()[words.removeprefix(_STATE)]
    if words.startswith(_STATE) or words in _titles():
        return name
    if named["torn"]:
        return None
    if has_article:
        return name if _BARE.search(before) else None
    return name if _GROUND.search(before) and not _OTHER_WORD.match(text, named.end()) else None


def _value(name: str, numeral: str, sub: str | None = None) -> str:
    article = number(numeral)
    return f"{name}|{article}|{number(sub) if sub else 0}" if article else f"{name}|0|0"
