"""The year of a paper's number stands in brackets of another world: 〔2024〕 on a court paper, 【2024】 on any.

Courts number cases （2024）, with round brackets; offices of government number papers 〔2024〕, with six-angled ones.
Black brackets 【2024】 are used by neither, but by private letters.

Weak: some court papers that are not about a case carry government numbers, and typists slip.

Innocent causes
---------------
Readers of text take （） for 〔〕 or [ ] now and then, therefore square brackets never count, nor lines that were read
poorly, and government numbers in round brackets are left alone.

Limits
------
Looks only at numbers that read as case numbers or as numbers of police papers.

Sources
-------
* 最高人民法院关于人民法院案件案号的若干规定 (法〔2015〕137号) art. 3, in force 2016-01-01: the year in round brackets.
* GB/T 9704-2012 党政机关公文格式 7.2.5: six-angled brackets in numbers, in force 2012-07-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import READ_WELL
from forgecheck.judge.paper import OFFICIAL_PAPERS
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import about

MOST = 50
# A court's number: the sign of a province follows the year, and digits the type; at most 16 characters to 号.
_COURT = re.compile(
    r"(?P<open>[〔【])(?:19|20)\d\d[〕】](?:最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军])\d{0,4}[\u4e00-\u9fff]{1,4}\d{1,8}号"
)
_POLICE = re.compile(r"公(?:\([\u4e00-\u9fff]{1,2}\))?[\u4e00-\u9fff]{1,8}字?(?P<open>【)20\d\d】\d{1,6}号")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint for the first such number."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in OFFICIAL_PAPERS or about(evidence, text):
        return
    for pattern in (_COURT, _POLICE):
        for match in islice(pattern.finditer(text.text), MOST):
            place = text.place(*match.span())
            if place.confidence < READ_WELL:
                continue
            right = "（ ）" if pattern is _COURT else "〔 〕"
            says = Says(
                f"文号“{match.group()}”的年份用了不合规范的括号，这类文书一般用{right}。这只是小疑点。",
                f"The year in this number stands in unusual brackets; such papers use {right}. A small hint only.",
            )
            yield Finding("weak", says, place, {"number": match.group()})
            return
