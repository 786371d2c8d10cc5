"""A law that is cited was in force, has this article, and the article says what it is cited for.

Fits: something that agrees.  It speaks for care, not for a sender: whoever copies a good letter copies its articles,
too.  So it counts a little for the file and is said once, for the first article that agrees.

Innocent causes
---------------
None are needed: it accuses nobody.

Limits
------
Only articles of the table `articles`, only where a word of their matter stands close by, and only where no other
citation of the text is ended law or an article that does not exist.

Sources
-------
* 中华人民共和国民法典, in force 2021-01-01; 中华人民共和国刑法, in force 1997-10-01.
* 中华人民共和国民事诉讼法, versions in force 2013-01-01, 2022-01-01 and 2024-01-01.
* 征信业管理条例, in force 2013-03-15."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.law._articles import citations, contents
from forgecheck.judge.law._statutes import last_article, statutes
from forgecheck.judge.prose import UNREAD, prose

MOST = 60  # citations looked at; more is no letter
BEFORE, AFTER = 20, 60  # characters around a citation in which its matter is named; assumed


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield what agrees, once."""
    text = prose(evidence)
    if evidence.fields is None or text is None:
        yield UNREAD
        return
    date = evidence.letter_date or evidence.today.isoformat()
    cited = tuple(citations(evidence, text, MOST))
    if any(_stands(each.statute, each.article, date) is False for each in cited):
        return
    for each in cited:
        around = text.before(each.start, BEFORE) + text.after(each.end, AFTER)
        for row in contents().get(each.statute, ()):
            if row.article == each.article and row.holds(date) and row.words.search(around):
                main, _, sub = each.article.partition("-")
                yield Finding(
                    "info",
                    Says(
                        f"引用的《{each.statute}》第{main}条{'之' + '〇一二三'[int(sub)] if sub else ''}当时有效，"
                        f"内容也对得上（{row.says[0]}）。只说明法条没有引错，不说明是谁写的。",
                        f"Article {each.article} of 《{each.statute}》 was in force and is about this ({row.says[1]}). "
                        "That shows a careful text, not who wrote it.",
                    ),
                    text.place(each.start, each.end),
                    {"statute": each.statute, "article": each.article, "day": date},
                    fits=True,
                )
                return


def _stands(name: str, article: str, date: str) -> bool | None:
    """Whether a statute of the table was in force on that day and has the article; None for other statutes."""
    statute = statutes().get(name)
    if statute is None:
        return None
    first, last = statute.versions[0], statute.versions[-1]
    if date < first.valid_from or (last.valid_to and date > last.valid_to):
        return False
    articles = last_article(statute, date)
    return not articles or int(article.partition("-")[0]) <= articles
