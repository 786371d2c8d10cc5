"""A court's public notice takes effect after sixty days, though it was thirty by then.

Since 2022 service by public notice counts as done after thirty days; before it was sixty.  Old samples still say sixty.

Weak only.

Innocent causes
---------------
Sixty days hold for notices to people abroad, and three months to Hong Kong, Macau and Taiwan: where anything points
there, or a name is written in Latin letters, nothing is said.  Notices to claim lost bills (公示催告) run sixty days
and more.  Judges, too, take old samples.

Limits
------
Needs a court and a date of 2022-03 or later; labour and other arbitration is left alone.

Sources
-------
* 中华人民共和国民事诉讼法 art. 95 (thirty days), in force 2022-01-01; before: art. 92 (sixty).
* 中华人民共和国民事诉讼法 art. 283 (abroad), in force 2024-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

_SINCE = "2022-03-01"  # two months after the change: notices printed before it are still about
_TERM = re.compile(
    r"(?:公告|登报|刊登|见报|张贴|发布)[^。;\n]{0,14}(?:经过|满|起|过|后|经)[^。;\n]{0,4}?(?:六十|60)[个]?(?:日|天)[^。;\n]{0,12}(?:视为|即为|送达)"
    r"|(?:六十|60)(?:日|天)[^。;\n]{0,8}视为[^。;\n]{0,6}送达|公告期(?:限|间)?[为是:]?(?:六十|60)(?:日|天)"
)
_ELSEWHERE = re.compile(
    r"外国|国籍|护照|境外|国外|香港|澳门|台湾|台胞|通行证|涉外|涉港|涉台|涉澳|领域内|大使|领事|[A-Za-z]{3,}|海事|票据|汇票|本票|支票|催告|失踪|死亡|破产|拍卖|仲裁|遗产|认领|无主"
)
_SAYS = Says(
    "文中说公告满六十日才算送达。2022年起国内公告送达是三十日，六十日是旧规定；请拨打12368核实。",
    "The notice counts as served after sixty days. Since 2022 it is thirty within the country. Ask 12368.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if (evidence.letter_date or "") < _SINCE or _ELSEWHERE.search(text.text):
        return
    if not any(each.office == "court" for each in issuers(evidence, text)):
        return
    term = _TERM.search(text.text)
    if term is not None and not told(evidence, text, *term.span()):
        yield Finding("weak", _SAYS, text.place(*term.span()), {"term": term[0]})
