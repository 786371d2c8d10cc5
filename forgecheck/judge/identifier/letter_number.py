"""The year in the number of a lawyer's letter is not the year of its date.

A firm numbers its letters year by year: （2024）京某律函字第12号 was written in 2024.  Who copies an old letter
changes the date and forgets the number, or the other way round.

Weak only: no rule of state gives these numbers a form.

Innocent causes
---------------
A letter numbered in December and sent in January; a misread digit: where one look-alike would make the years agree,
nothing is said.  Firms number by the year of the mandate now and then.

Limits
------
Needs the letter's own date.  A letter without a number is nothing unusual.  Numbers that a letter only mentions, such
as an earlier letter's, are not looked at: only the first one counts, near the top or behind its label.

Sources
-------
* 《上海市律师协会律师签发律师函业务操作指引（试行）》, 2021: a letter is numbered and dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE, alternatives
from forgecheck.judge.prose import UNREAD, fold

_YEAR = re.compile(r"（(\d{4})）")
_HEAD = 120  # characters from the top in which a letter's own number stands; assumed
_LABEL = re.compile("(?:文号|编号|函号|发文字号|本函号?)[:为]?$")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding, at the letter's own number."""
    if evidence.fields is None:
        yield UNREAD
        return
    number = next(evidence.named("letter_number"), None)
    dated = next(evidence.named("letter_date"), None)
    if number is None or dated is None or evidence.flow is None:
        return
    labelled = _LABEL.search(fold(evidence.flow.text[max(0, number.start - 8) : number.start]))
    if number.start > _HEAD and not labelled:
        return
    [year] = _YEAR.findall(number.value)[:1]
    written = dated.value[:4]
    early = dated.value[5:7] == "01" and int(year) == int(written) - 1
    if year == written or early or year in alternatives(written) or min(_confidences(evidence)) < SURE:
        return
    says = Says(
        f"这封律师函的编号是{year}年的，落款日期却是{written}年。可能是拿旧函改的。",
        f"The letter's number is of {year} but its date of {written}: perhaps an old letter was changed.",
    )
    yield Finding("weak", says, number.place, {"number_year": int(year), "letter_year": int(written)})


def _confidences(evidence: Evidence) -> Iterator[float]:
    return (next(evidence.named(name)).place.confidence for name in ("letter_number", "letter_date"))
