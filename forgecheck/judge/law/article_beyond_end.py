"""An article is cited that the statute does not have.

The Civil Code ends with article 1260, the Criminal Law with 452; 第X条之Y exists only where an amendment put
it.  Whoever invents a threat invents its article too, and few readers look it up.

Strong where the article was read well; weak where it was not, or where one misread sign explains it.  Never
decisive: a lawyer mistypes a number, too.

>>> from forgecheck.judge.law._statutes import statutes
>>> last_article(statutes()["民事诉讼法"], "2022-05-01"), last_article(statutes()["民事诉讼法"], None)
(291, 306)

Innocent causes
---------------
A slip of the pen (第1577条 for 第577条) or a misread digit, also in a paper of a court: one number alone
accuses nobody.

Limits
------
Only statutes in the table `statutes`.  An article that exists but says something else is not looked at.
Statutes may have grown after the table was made: letters dated later get no more than a hint, and so do courts that
write 民事诉讼法 for its 解释.

Sources
-------
* 中华人民共和国民法典, 1260 articles, in force 2021-01-01.
* 中华人民共和国刑法, 452 articles and 53 inserted ones up to 修正案(十二), in force 2024-03-01.
* 中华人民共和国民事诉讼法, 306 articles, in force 2024-01-01; 291 from 2022-01-01; 284 from 2013-01-01; 268
  from 2008-04-01."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import READ_WELL, SURE, alternatives
from forgecheck.judge.law._statutes import TABLE_DATE, Statute, last_article, statutes
from forgecheck.judge.paper import COURT_PAPERS
from forgecheck.judge.prose import UNREAD, first_of_each, fold, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told
from forgecheck.numerals import NUMERAL, number
from forgecheck.tables import table

# Articles of the Supreme Court's 解释 on the statute (法释〔2015〕5号, 法释〔2021〕1号): clerks mean it and write
# the statute.
INTERPRETED = {"民事诉讼法": 552, "刑事诉讼法": 655}
# What a field of a statute ends with.
_ARTICLE = re.compile(rf"({NUMERAL}+)(?:条(?:之.)?)?\Z")
_SUBS = "〇一二三四五六七八九"


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each article that does not exist."""
    text = prose(evidence)
    if evidence.fields is None or text is None:
        yield UNREAD
        return
    date = evidence.letter_date
    form = evidence.kind is not None and evidence.kind.type in COURT_PAPERS  # its head may be cut off
    court = form or any(each.office == "court" for each in issuers(evidence, text))
    for field in first_of_each(evidence.named("statute")):
        name, article, sub, *_ = field.value.split("|")
        statute = statutes().get(name)
        if statute is None or article == "0":
            continue
        if sub != "0":
            finding = _inserted(field, statute, int(article), int(sub))
        else:
            finding = _beyond(field, statute, int(article), date, court)
        start = text.find(field)
        if finding is not None and not told(evidence, text, start, start + len(field.text)):
            yield finding


def _beyond(field: Field, statute: Statute, article: int, date: str | None, court: bool) -> Finding | None:
    last = last_article(statute, date)
    if last is None or article <= last:
        return None
    current = date is None or date <= TABLE_DATE
    slip = court and article <= INTERPRETED.get(statute.name, 0)
    misread = any(0 < (each or 0) <= last for each in map(number, alternatives(_numeral(field))))
    sure = current and field.place.confidence >= SURE and not (slip or misread)
    severity: Severity = "strong" if sure else "weak"
    when = ("", "") if last == last_article(statute, None) else ("当时", f" on {date}")
    return Finding(
        severity,
        Says(
            f"文中引用《{statute.name}》第{_numeral(field)}条，但这部法律{when[0]}一共只有{last}条，没有这一条。",
            f"The text cites article {article} of 《{statute.name}》, which has only {last} articles{when[1]}.",
        ),
        field.place,
        {"statute": statute.name, "article": article, "articles": last, "letter_date": date},
    )


def _inserted(field: Field, statute: Statute, article: int, sub: int) -> Finding | None:
    if not statute.inserted:
        return None
    rows = table("inserted_articles")
    known = {int(row["article"]): int(row["inserted"]) for row in rows if row["statute"] == statute.name}
    if sub <= known.get(article, 0):
        return None
    repaired = any(each in known for each in _readings(_numeral(field)))
    return Finding(
        "weak" if repaired or field.place.confidence < READ_WELL else "strong",
        Says(
            f"文中引用《{statute.name}》第{_numeral(field)}条之{_SUBS[sub]}，但这部法律没有这一条。",
            f"The text cites article {article}-{sub} of 《{statute.name}》; there is no such article.",
        ),
        field.place,
        {"statute": statute.name, "article": article, "inserted": sub},
    )


def _numeral(field: Field) -> str:
    """The article's number as it was read."""
    found = _ARTICLE.search(fold(field.text))
    return found[1] if found else field.value.split("|")[1]


def _readings(numeral: str) -> set[int | None]:
    """The number, and what it may have been before one sign was misread or doubled."""
    pairs = enumerate(pairwise(numeral))
    once = (numeral[:at] + numeral[at + 1 :] for at, (sign, following) in pairs if sign == following)
    return {number(each) for each in (numeral, *alternatives(numeral), *once)}
