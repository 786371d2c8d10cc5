"""The paper bears a title that no paper of the police has, such as 逮捕令 or 网逃通缉令.

Mainland police show 逮捕证, 拘留证, 传唤证 in person and read them out.  拘捕令 and 逮捕令 come from films,
冻结管制令 and 网上追逃告知书 from the workshops of telephone fraud.

Strong where the paper itself is headed so; a hint for titles that some organs use loosely, and for a message that
says such a paper has been issued against the reader.

Innocent causes
---------------
Courts abroad, in Hong Kong, Macao and Taiwan do issue a 拘捕令 or 逮捕令: pages that speak of them are left alone.
So are news, stories, warnings and quotations.

Limits
------
A proper title proves nothing: police papers are copied, too.  Whether one exists can be asked at 110 or any station.

Sources
-------
* 公安机关刑事法律文书式样 (2022) and 公安行政法律文书式样 (2024): lists of forms.
* 中华人民共和国刑事诉讼法 art. 82-93, 119, 155, in force 2018-10-26: arrest, summons, wanted notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import is_message
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told
from forgecheck.tables import table

HEAD_LINES = 8  # lines in which a title stands; assumed
MOST = 50  # mentions looked at in a message; more is none

_BEFORE = r"(?:[\u4e00-\u9fff]{2,20}(?:公安局|分局|公安厅|公安部|大队|支队|派出所|检察院|法院))?(?:中华人民共和国)?"
_ABROAD = re.compile(
    r"香港|澳门|台湾|特别行政区|国际刑事法院|国际刑警|外国|美国|英国|法国|韩国|日本|剧|电影|小说|游戏|英语|翻译"
)
_ISSUED = re.compile(r"已|将|即将|签发|下达|下发|发出|批准|送达|生效|执行")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most: the paper's own title, or what a message says was issued."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if _ABROAD.search(text.text):
        return
    yield from _mentioned(text, evidence) if is_message(evidence) else _titled(text, evidence)


def _titled(text: Prose, evidence: Evidence) -> Iterator[Finding]:
    for start, line in islice(text.lines(), HEAD_LINES):
        for whole, _, sure, zh, en in _table():
            found = whole.fullmatch(line)
            if found and not told(evidence, text, start, start + len(line)):
                place = text.place(start, start + len(line))
                severity: Severity = "strong" if sure and place.confidence >= SURE else "weak"
                yield _finding(severity, found["title"], zh, en, text, start, start + len(line))
                return


def _mentioned(text: Prose, evidence: Evidence) -> Iterator[Finding]:
    for _, inside, sure, zh, en in _table():
        for found in islice(inside.finditer(text.text), MOST):
            start, end = found.span()
            around = text.before(start, 24) + text.after(end, 24)
            about_you = re.search("[你您]", around) and _ISSUED.search(around)
            if sure and about_you and not told(evidence, text, start, end):
                yield _finding("weak", found[0], zh, en, text, start, end)
                return


def _finding(severity: Severity, title: str, zh: str, en: str, text: Prose, start: int, end: int) -> Finding:
    says = Says(f"没有叫“{title}”的公安文书：{zh}。", f"No paper of the police is called {title}: {en}.")
    return Finding(severity, says, text.place(start, end), {"title": title})


@cache
def _table() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool, str, str], ...]:
    """For each row: its words as a whole line and inside a text, whether sure, and the truth in both languages."""
    return tuple(
        (
            re.compile(f"{_BEFORE}(?P<title>{row['words']})"),
            re.compile(row["words"]),
            row["sure"] == "yes",
            row["truth_zh"],
            row["truth_en"],
        )
        for row in table("police_papers")
    )
