"""The loan fell due before it was made.

"您于2021年4月12日借款，约定还款日为2021年2月11日": nobody promises to repay money before he gets it.  It stays behind
when one date of a template is filled in and the other is not, or when both are invented.

Strong where the text tells of one loan, both days were read surely and no look-alike of either makes their order
possible; a hint otherwise.

Innocent causes
---------------
Of several loans, contracts or accounts the dates belong to different ones: silent where more than one day of a loan is
named.  A loan that was renewed, extended or taken over is due again later, and its old day comes first: silent where
the text tells of that.  The reader takes 1 for 7 and 3 for 8.

Limits
------
Both dates need a year, and their own words beside them.

Sources
-------
* 《中华人民共和国民法典》 art. 667, 675 (the borrower returns the loan when its term is over), in force 2021-01-01
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE, alternatives
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

MOST = 40
"""Dates that are looked at, which bounds the time."""

_MADE = re.compile(
    r"(?:放款|借款|贷款|签[订署约]|订立|发放|借出|出借)(?:时间|日期?|于|之日)?[:为是于]{0,2}$"
    r"|(?:(?:贷|借)款期限|期限)[:为]?自?$"
)
_MADE_AFTER = re.compile(
    r"(?:当日|当天)?[,、]?(?:[您你][^,。;\n]{0,6}|[^,。;\n还到逾]{0,16}?)"
    r"(?:借款|借[到得入走给]|贷款|贷[到得]|放款|发放|签[订署约]|订立|申[请领]并?获)"
)
_DUE = re.compile(
    r"(?:到期|还款|归还|清偿|届满|应还|最后(?:一期)?(?:还款)?)(?:时间|日期?|期限|之日)?[:为是于应]{0,3}$"
    r"|(?:约定|应于|应当于|定于|须于|承诺于?)[^,。;\n]{0,6}$"
)
_DUE_AFTER = re.compile(r"[^,。;\n]{0,6}?(?:到期|届满|前(?:归还|还清|偿还|清偿)|(?:归还|还清)全部|一次性?归还)")
_AGAIN = re.compile(
    "续[期借贷签]|展期|延期|借新还旧|重组|转贷|循环|另[一笔]|[多两三几]笔|首期|第[一二三四五]期|每月|分期"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if _AGAIN.search(text.text):
        return
    days = [each for each in islice(evidence.named("date"), MOST) if _is_day(each.value)]
    made, due = ([each for each in days if _role(each, text) == role] for role in ("made", "due"))
    if len({each.value for each in made}) != 1 or not due:
        return
    first, last = made[0], max(due, key=lambda each: each.value)
    start = text.find(last)
    if last.value >= first.value or told(evidence, text, start, start + len(last.text)):
        return
    sure = min(first.place.confidence, last.place.confidence)
    if sure < SURE:
        return
    misread = any(other <= last.value for other in _near(first.value)) or any(
        other >= first.value for other in _near(last.value)
    )
    severity: Severity = "strong" if sure >= CLEAR and not misread else "weak"
    says = Says(
        f"文中说{first.value}才借款，到期日却是{last.value}，比借款还早，这不可能。",
        f"The text says that the loan was made on {first.value} but fell due on {last.value}, before it was made.",
    )
    yield Finding(severity, says, last.place, {"made": first.value, "due": last.value})


def _role(day: Field, text: Prose) -> str:
    """What the words before a date, or else those behind it, say that it is."""
    start = text.find(day)
    before = re.split("[,、;:](?!$)", text.before(start, 16))[-1]
    after = text.after(start + len(day.text), 24)
    if _MADE.search(before) or _DUE.search(before):
        return "made" if _MADE.search(before) else "due"
    if _MADE_AFTER.match(after) or _DUE_AFTER.match(after):
        return "made" if _MADE_AFTER.match(after) else "due"
    return ""


def _near(value: str) -> Iterator[str]:
    """The days of the same year that look like this one."""
    return (other for other in alternatives(value) if _is_day(other) and other[:4] == value[:4])


def _is_day(value: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False
