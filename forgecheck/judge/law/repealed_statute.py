"""A statute that has ended is cited as if it were still law.

《合同法》, 《民法通则》, 《担保法》 and six more ended on 2020-12-31, when the Civil Code (民法典) took their
place; a few others ended before.  Forged letters are copied from old ones year after year, and nobody looks the
articles up again.

Speaks once for each statute: strong where the letter's own date is 2021-07-01 or later, weak where the date
was not read, is in the half year of change, or where the text itself speaks of matters before 2021.  Never
decisive.

Innocent causes
---------------
Contracts and acts from before 2021 are still judged by the old law, so a court or a careful lawyer may cite
it: "原《合同法》", "当时的合同法", 时间效力规定.  Courts are therefore left alone, and a text that names a
date before 2021 is only a weak hint. A lawyer's old template does the same as a forger's.

Limits
------
Knows the statutes in the table `statutes` only.  《劳动合同法》 and 《民法典》合同编 are other law and stand.
Judicial interpretations of the ended statutes, which ended with them, are not looked at.

Sources
-------
* 中华人民共和国民法典 art. 1260, in force 2021-01-01: ends nine statutes.
* 最高人民法院关于适用《中华人民共和国民法典》时间效力的若干规定 (法释〔2020〕15号) art. 1, in force
  2021-01-01: old acts, old law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.law._statutes import Statute, statutes
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

GRACE_UNTIL = "2021-07-01"  # assumed: half a year for templates to follow the Civil Code

_HISTORIC = re.compile(
    "原|旧|当时|彼时|时间效力|已废|废止|失效|停止施行|不再适用|施行前|实施前|生效前|颁布前|出台前|签订时|行为时|发生时|有效的|替代|取代|吸收|自民法典|施行期间"
)
_OLD_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d|2020)(?:年|[)\]〕]|[-./](?:0?[1-9]|1[0-2])(?!\d))")
_INTERPRETED = re.compile(r"[》〉>](?:若干问题)?的?(?:解释|若干|有关)")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each ended statute that is cited as current."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if any(each.office == "court" for each in issuers(evidence, text)) or "时间效力" in text.text:
        return
    date = evidence.letter_date
    said: set[str] = set()
    for field in evidence.named("statute"):
        statute = statutes().get(field.value.split("|")[0])
        if statute is None or not statute.replaced_by[0] or statute.name in said:
            continue
        end = statute.versions[-1].valid_to
        if (date is not None and date <= end) or not _as_current(text, field, statute.name):
            continue
        start = text.find(field)
        if told(evidence, text, start, start + len(field.text)):
            continue
        said.add(statute.name)
        severity: Severity = "strong" if date and _sure(evidence, text) else "weak"
        facts = {"statute": statute.name, "ended": end, "letter_date": date}
        yield Finding(severity, _says(statute, end, date), field.place, facts)


def _as_current(text: Prose, field: Field, name: str) -> bool:
    start = text.find(field)
    named = text.text.find(name, start, start + len(field.text))
    if named < 0:
        return False
    after = text.after(named + len(name), 24)
    return not (_INTERPRETED.match(after) or _HISTORIC.search(text.before(start, 24)) or _HISTORIC.search(after))


def _sure(evidence: Evidence, text: Prose) -> bool:
    letter = next(evidence.named("letter_date"))
    if letter.value < GRACE_UNTIL or letter.place.confidence < SURE:
        return False
    return not _OLD_YEAR.search(text.text)


def _says(statute: Statute, end: str, date: str | None) -> Says:
    zh, en = statute.replaced_by
    dated = (f"这封信的日期是{date}，却", f"This letter is dated {date} but") if date else ("文中", "The text")
    return Says(
        f"{dated[0]}引用了《{statute.name}》。这部法律{end[:4]}年{int(end[5:7])}月{int(end[8:])}日以后不再有效，现在适用的是{zh}。",
        f"{dated[1]} cites 《{statute.name}》, which has not been law since {end}; {en} applies now.",
    )
