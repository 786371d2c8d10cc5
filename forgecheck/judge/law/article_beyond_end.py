"""An article is cited that the statute does not have.

The Civil Code ends with article 1260, the Criminal Law with 452; 第X条之Y exists only where an amendment put
it.  Whoever invents a threat invents its article too, and few readers look it up.

Decisive where the number is beyond every version of a statute whose length is sure, was read well, and no
likely misreading repairs it; strong otherwise.  An article beyond the version in force on the letter's date,
but not beyond a later one, is strong as well.

>>> from forgecheck.judge.law._statutes import statutes
>>> last_article(statutes()["民事诉讼法"], "2022-05-01"), last_article(statutes()["民事诉讼法"], None)
(291, 306)

Innocent causes
---------------
A slip of the pen (第1577条 for 第577条) or a misread digit: what one such slip repairs is not decisive, and a
paper of a court is never accused by one number alone.

Limits
------
Only statutes in the table `statutes`.  An article that exists but says something else is not looked at.
Statutes may have grown after the table was made: then, and for letters dated later, nothing is decisive.

Sources
-------
* 中华人民共和国民法典, 1260 articles, in force 2021-01-01.
* 中华人民共和国刑法, 452 articles and 53 inserted ones up to 修正案(十二), in force 2024-03-01.
* 中华人民共和国民事诉讼法, 306 articles, in force 2024-01-01; 291 from 2022-01-01; 284 from 2013-01-01; 268
  from 2008-04-01."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.law._numerals import misreadings, number
from forgecheck.judge.law._statutes import Citation, Statute, citations
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.tables import table

TABLE_DATE = "2026-11-22"  # of the table `statutes`
READ_WELL = 0.9  # assumed
_SUBS = "一二三四五六七八九"


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each article that does not exist."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    date = evidence.letter_date
    court = any(each.office == "court" for each in issuers(evidence, text))
    said: set[tuple[str, str, str]] = set()
    for cited in citations(text):
        key = (cited.statute.name, cited.numeral, cited.sub)
        if key in said:
            continue
        said.add(key)
        place = text.place(cited.start, cited.end)
        finding = _inserted(cited, place) if cited.sub else _beyond(cited, place, date, court)
        if finding is not None:
            yield finding


def last_article(statute: Statute, date: str | None) -> int | None:
    """The highest article that any version in force up to this day has; without a day, any version at all."""
    known = [each.articles for each in statute.versions if date is None or each.valid_from <= date]
    return max(known, default=None)


def _beyond(cited: Citation, place: Place, date: str | None, court: bool) -> Finding | None:
    article, last = number(cited.numeral), last_article(cited.statute, date)
    if article is None or last is None or article <= last:
        return None
    ever = last_article(cited.statute, None)
    repaired = min(misreadings(cited.numeral), default=article) <= last
    current = date is None or date <= TABLE_DATE
    impossible = ever is not None and article > ever and cited.statute.firm and current
    decisive = impossible and not repaired and not court and place.confidence >= READ_WELL
    severity: Severity = "decisive" if decisive else "strong" if current and place.confidence >= 0.6 else "weak"
    name = cited.statute.name
    when = ("", "") if date is None or ever == last else ("当时", f" on {date}")
    return Finding(
        severity,
        Says(
            f"文中引用《{name}》第{cited.numeral}条，但这部法律{when[0]}一共只有{last}条，没有这一条。",
            f"The text cites article {article} of 《{name}》, which has only {last} articles{when[1]}.",
        ),
        place,
        {"statute": name, "article": article, "articles": last, "letter_date": date},
    )


def _inserted(cited: Citation, place: Place) -> Finding | None:
    article, sub, name = number(cited.numeral), _SUBS.index(cited.sub) + 1, cited.statute.name
    if article is None or not cited.statute.inserted:
        return None
    known = {int(row["article"]): int(row["inserted"]) for row in table("inserted_articles") if row["statute"] == name}
    if sub <= known.get(article, 0):
        return None
    repaired = any(each in known for each in misreadings(cited.numeral)) or article in known
    return Finding(
        "weak" if repaired or place.confidence < READ_WELL else "strong",
        Says(
            f"文中引用《{name}》第{cited.numeral}条之{cited.sub}，但这部法律没有这一条。",
            f"The text cites article {article}-{sub} of 《{name}》; there is no such article.",
        ),
        place,
        {"statute": name, "article": article, "inserted": sub},
    )
