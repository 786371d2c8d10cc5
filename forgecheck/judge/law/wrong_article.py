"""An article is cited for something that it does not say.

The Civil Code knows no crime and no prison.  Each crime has its own article in the Criminal Law: 266 is fraud, 193
fraud against a lender, 196 fraud with credit cards, 313 refusing a judgment.  Whoever strings numbers together to
frighten mixes them up.  The Civil Procedure Law was renumbered in 2022 and 2024; copied letters keep old numbers.

Strong where the Civil Code is the ground for a punishment, where an article of the Criminal Law stands directly
beside another one's crime, or where one that has nothing to do with loans is held against a debtor; weak where it was
not read well, and for old numbers of the Civil Procedure Law.

Innocent causes
---------------
Lists ("第193条、第266条，贷款诈骗罪、诈骗罪") are left alone, and so are articles that one misread sign would put
right.  Civil Code art. 187 does speak of criminal liability beside civil.  A lawyer who uses an old template keeps old
numbers, too.  What a court or another public body signs gets no more than a hint.

Limits
------
Only articles of the table `articles`.

Sources
-------
* 中华人民共和国刑法 art. 175-1 to 314, in force 1997-10-01, as amended up to 2024-03-01.
* 中华人民共和国民法典, in force 2021-01-01: no penal provision.
* 中华人民共和国民事诉讼法 art. 90 to 266, in force 2024-01-01; older numbers from 2022-01-01 and 2013-01-01."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import READ_WELL, alternatives
from forgecheck.judge.claims import official
from forgecheck.judge.law._articles import Citation, Content, citations, contents
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import about, quoted, warned_of
from forgecheck.numerals import NUMERAL, number

MOST = 60  # citations looked at; more is no letter
NEAR = 24  # characters after an old number in which its matter is named; assumed

_CIVIL_CODE = "民法典"
_SPEAKS_OF_CRIME = "187"  # 民法典 art. 187: civil liability stands beside administrative and criminal
_PENALTY = re.compile(
    r"^(?:第[一二三]款)?(?:之?的?规定)?[,:]?(?:[您你]|贵方|债务人|借款人)?(?:的?行为)?(?:将|会|应|可|已经?|依法|要){0,4}(?:被|对[您你])?(?:依法)?"
    r"(?:构成[^,。;\n]{0,8}罪|涉嫌[^,。;\n]{0,8}罪|追究[^,。;\n]{0,6}刑事责任|承担刑事责任|判处|处[一二三四五六七八九十]{1,3}年以[上下]|刑事拘留|逮捕|判刑|坐牢|抓捕)"
)
_ONLY_THESE = re.compile(NUMERAL + "+")
# Between an article and its crime: "第一百九十三条之规定，涉嫌".
_THEN = (
    r"^(?:第[一二三]款)?(?:之?的?规定)?[,]?(?:的|之)?(?:[您你]的?行为)?(?:已经?)?(?:涉嫌|构成|触犯|犯)?(?:了)?[“\"]?"
)
_BEFORE = r"罪?[”\"]?[(,]?(?:依据|根据|见|即|触犯|违反)?$"
# Crimes that letters on loans may rightly name.
_OF_LOANS = frozenset(("175-1", "193", "196", "224", "266", "270", "276-1", "307-1", "313", "314"))
_OVERDUE = re.compile(r"(?:逾期|不还|未还|拖欠|欠款)[^。;\n]{0,40}(?:触犯|涉嫌|构成|违反)了?$")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each article cited for what it does not say."""
    text = prose(evidence)
    if evidence.fields is None or text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    cited = tuple(citations(evidence, text, MOST))
    close = {each for pair in pairwise(cited) if pair[1].start - pair[0].end < 4 for each in pair}
    signed = official(evidence, text)
    said: set[tuple[str, str]] = set()
    for each in cited:
        if (each.statute, each.article) in said or quoted(text, each.start, each.end):
            continue
        if warned_of(text, each.start, each.end):
            continue
        finding = _civil_code(text, each) or _old_number(text, each, evidence.letter_date)
        if finding is None and each not in close:
            finding = _crime(text, each) or _unrelated(text, each)
        if finding is not None:
            said.add((each.statute, each.article))
            mere = signed or finding.severity == "weak"
            yield Finding("weak" if mere else "strong", finding.says, finding.place, finding.evidence)


def _civil_code(text: Prose, cited: Citation) -> Finding | None:
    if cited.statute != _CIVIL_CODE or cited.article == _SPEAKS_OF_CRIME:
        return None
    penalty = _PENALTY.search(text.after(cited.end, 50))
    if penalty is None:
        return None
    return Finding(
        _severity(cited),
        Says(
            f"文中用《民法典》第{cited.article}条来说犯罪或判刑。《民法典》只管民事，里面没有任何罪名和刑罚。",
            f"The text takes article {cited.article} of the Civil Code for a crime or a punishment. The Civil Code has "
            "neither.",
        ),
        text.place(cited.start, cited.end + penalty.end()),
        {"statute": cited.statute, "article": cited.article},
    )


def _crime(text: Prose, cited: Citation) -> Finding | None:
    """The crime that stands beside an article of another crime."""
    if cited.statute != "刑法":
        return None
    crimes = [each for each in contents()["刑法"] if each.kind == "crime"]
    own = next((each for each in crimes if each.article == cited.article), None)
    after, before = text.after(cited.end, 40), text.before(cited.start, 30)
    named = _named(crimes, after, before)
    if own is None or named is None or named.article == cited.article or own.words.search(after + before):
        return None
    if named.article in _readings(cited):
        return None
    return Finding(
        _severity(cited),
        Says(
            f"文中把《刑法》第{_article(cited.article)}说成{named.says[0]}，其实那一条是{own.says[0]}，"
            f"{named.says[0]}在第{_article(named.article)}。",
            f"The text cites article {cited.article} of the Criminal Law for {named.says[1]}; it is about "
            f"{own.says[1]}. {named.says[1].capitalize()} is article {named.article}.",
        ),
        text.place(cited.start, cited.end),
        {"statute": cited.statute, "article": cited.article, "cited_for": named.says[0], "says": own.says[0]},
    )


def _unrelated(text: Prose, cited: Citation) -> Finding | None:
    """A crime that has nothing to do with loans, held against somebody who is overdue."""
    own = next((each for each in contents()["刑法"] if each.article == cited.article), None)
    if cited.statute != "刑法" or own is None or own.article in _OF_LOANS or _OF_LOANS & _readings(cited):
        return None
    if not _OVERDUE.search(text.before(cited.start, 60)) or own.words.search(text.text):
        return None
    return Finding(
        _severity(cited),
        Says(
            f"文中说欠款不还触犯《刑法》第{_article(own.article)}，那一条是{own.says[0]}，和借款无关。",
            f"The text holds article {own.article} of the Criminal Law against a debtor; it is about {own.says[1]} and "
            "has nothing to do with loans.",
        ),
        text.place(cited.start, cited.end),
        {"statute": cited.statute, "article": cited.article, "says": own.says[0]},
    )


def _named(crimes: Sequence[Content], after: str, before: str) -> Content | None:
    """The crime directly after or before a citation."""
    for each in crimes:
        words = f"(?:{each.words.pattern})"
        if re.search(f"{_THEN}{words}[^,。]{{0,6}}罪", after) or re.search(f"{words}{_BEFORE}", before):
            return each
    return None


def _old_number(text: Prose, cited: Citation, date: str | None) -> Finding | None:
    """A matter of the Civil Procedure Law cited by the number that it had in another version."""
    if cited.statute != "民事诉讼法" or date is None:
        return None
    near = text.after(cited.end, NEAR)
    rows = [each for each in contents()[cited.statute] if each.words.search(near)]
    now = next((each for each in rows if each.holds(date)), None)
    if now is None or any(each.article == cited.article and each.holds(date) for each in rows):
        return None
    if not any(each.article == cited.article and each.says == now.says for each in rows):
        return None
    return Finding(
        "weak",
        Says(
            f"文中引用《民事诉讼法》第{cited.article}条说“{now.says[0]}”，那是别的年份的条号；信上日期时应是第{now.article}条。",
            f"The text cites article {cited.article} of the Civil Procedure Law for {now.says[1]}; on the "
            f"letter's date that was article {now.article}.",
        ),
        text.place(cited.start, cited.end),
        {"statute": cited.statute, "article": cited.article, "article_then": now.article, "letter_date": date},
    )


def _severity(cited: Citation) -> Severity:
    return "strong" if cited.field.place.confidence >= READ_WELL else "weak"


def _readings(cited: Citation) -> set[str]:
    """The articles that one misread sign may have made out of this one."""
    found = _ONLY_THESE.findall(cited.field.text)
    return {str(number(each)) for numeral in found for each in alternatives(numeral)}


def _article(article: str) -> str:
    main, _, sub = article.partition("-")
    return f"{main}条之{'〇一二三'[int(sub)]}" if sub else f"{main}条"
