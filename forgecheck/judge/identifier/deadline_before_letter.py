"""The letter asks to act before a day that was over when the letter was written.

"请于2024年3月1日前还款" in a letter dated 2024-05-06 cannot be met.  It stays behind when an old letter is dated anew:
the date at the end is changed, the deadline in the text is forgotten.

Strong where the words ask for something to come and both days were read surely; a hint where one look-alike makes them
possible, or where a deadline in January or February may be one whose year was not turned over.

Innocent causes
---------------
Letters tell of earlier deadlines ("曾要求您于…前还款", "应于…前还款，至今未还"): those are no demands and left alone.
The year of a letter from December is easily mistyped.  The reader takes 1 for 7 and 3 for 8.

Limits
------
Needs the date of the letter and a deadline with its year.

Sources
-------
* 《中华人民共和国民法典》 art. 565, 675 (a demand sets a reasonable period), in force 2021-01-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import CLEAR, SURE, TOO_POOR, alternatives
from forgecheck.judge.money import MOST, retold
from forgecheck.judge.prose import UNREAD, first_of_each, prose
from forgecheck.judge.told import about
from forgecheck.numerals import calendar_day

_ASKS = re.compile("请|务必|限|最[迟晚]|敬告|郑重|望")
_TOLD = re.compile(
    "曾|已(?!经?(?:连续|累计|严重)?逾期)|原|约定|承诺|此前|先前|上次|上期|前函|当时|多次|催收|发函|发送|合同|协议|载明|签订|判决|裁定|调解书|到期|应于|本应|未按|要求[过您你]|保证|确认"
)
_NEW_YEAR = {"01", "02"}
_SOON = datetime.timedelta(days=92)  # between a letter and its deadline; assumed
_SO_FAR = re.compile("至今|但|却|仍未|未能|而|后来|均未|没有|已过|届满")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each demand to act before a day that lies before the letter's date."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    letter = next(evidence.named("letter_date"), None)
    if letter is None or about(evidence, text):
        return
    for field in islice(first_of_each(evidence.named("deadline")), MOST):
        start = text.find(field)
        before, after = text.before(start, 40), text.after(start + len(field.text), 40)
        over = not field.value.startswith("P") and field.value < letter.value
        if not over or not _ASKS.search(before) or _TOLD.search(before) or _SO_FAR.search(after):
            continue
        sure = min(field.place.confidence, letter.place.confidence)
        if sure < TOO_POOR or retold(text, start, start + len(field.text)):
            continue
        facts = {"deadline": field.value, "letter_date": letter.value}
        yield Finding(
            "strong" if sure >= SURE and not _explained(field, letter) else "weak", _says(facts), field.place, facts
        )


def _explained(field: Field, letter: Field) -> bool:
    """Whether one look-alike in either day, or a year that was not turned over, would make the demand possible."""
    sure = min(field.place.confidence, letter.place.confidence) >= CLEAR
    misread = any(other >= letter.value for other in _near(field.value, sure)) or any(
        other <= field.value for other in _near(letter.value, sure)
    )
    return misread or _year_not_turned(field.value, letter.value)


def _year_not_turned(deadline: str, letter: str) -> bool:
    """Whether the demand would make sense a year on, in months in which people still write the year that is over."""
    a_year_on = calendar_day(f"{int(deadline[:4]) + 1}", *deadline.split("-")[1:])
    written = calendar_day(*letter.split("-"))
    if a_year_on is None or written is None or not _NEW_YEAR & {deadline[5:7], letter[5:7]}:
        return False
    return datetime.timedelta(0) <= a_year_on - written <= _SOON


def _near(value: str, sure: bool) -> Iterator[str]:
    """The days that look like this one; also of other years where it was not read very surely."""
    for other in alternatives(value):
        if calendar_day(*other.split("-")) and (other[:4] == value[:4] or not sure):
            yield other


def _says(facts: dict[str, str]) -> Says:
    return Says(
        f"这封信的日期是{facts['letter_date']}，却要求您在{facts['deadline']}前做到，那天早已过去。",
        f"This letter is dated {facts['letter_date']} but asks you to act before {facts['deadline']}, which was over.",
    )
