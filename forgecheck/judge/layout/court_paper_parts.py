"""A court paper holds parts that courts do not print: a 400 hotline, customer service, "please repay soon", 欠款人.

A forger takes a collection letter and puts a court's head on it.  What remains of the letter gives it away: the
collector's hotline, its advert, its name for the debtor.

Weak, also where several such parts stand on one paper.

Innocent causes
---------------
Judgments and rulings tell what lenders wrote and which hotlines they have, and are not looked at; words in
quotations do not count.  Some courts print the number of a payment service.

Limits
------
Knows a few set words; what a QR code holds is looked at by other checks.

Sources
-------
* 民事诉讼文书样式 (最高人民法院 法〔2016〕221号), in force 2016-08-01: the parts of each paper.
* 民事诉讼法 art. 51 and 251 (in force 2024-01-01): 原告, 被告, 被执行人 are the law's words for the sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

_PAPERS: tuple[DocumentType, ...] = (
    "court_notice",
    "dishonest_debtor_notice",
    "consumption_restriction_order",
)
_TELLS = re.compile("判决书|裁定书|起诉状|调解书|公告")
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "400电话",
        re.compile(r"(?:电话|热线|咨询|联系|致电|拨打)[^\n]{0,10}400-?\d{3}-?\d{4}|(?:^|\n)400-?\d{3}-?\d{4}(?=\n|$)"),
    ),
    ("客服", re.compile("客服(?!记录|聊天)|还款专线|法务专线|还款专员|协商专员|贷后专员")),
    ("请尽快还款", re.compile(r"请[您你]?(?:尽快|立即|及时|马上|速)[^,。;\n]{0,4}(?:还款|结清|还清)|尽早还款")),
    (
        "欠款人",
        re.compile(r"(?:^|\n)(?:借款用户|逾期人|逾期用户|老赖|尊敬的(?:客户|用户))[^\n]{0,12}:|(?:^|\n)欠款人"),
    ),
    ("微信", re.compile("(?:加|添加)(?:承办人|法官|专员|经办人)?微信|微信同号|扫码(?:还款|付款|缴款)")),
    ("COURT", re.compile(r"PEOPLE'?S\s*COURT|(?:^|\n)COURT(?=\n|$)", re.IGNORECASE)),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint that names all such parts."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in _PAPERS:
        return
    head = next(evidence.named("title"), None)
    if head is None or _TELLS.search(head.value):
        return
    found: list[tuple[str, int, int]] = []
    for name, pattern in _PARTS:
        match = pattern.search(text.text)
        if match and not told(evidence, text, *match.span()):
            found.append((name, match.start() + match.group().startswith("\n"), match.end()))
    if not found:
        return
    first = min(found, key=lambda each: each[1])
    names = [name for name, _, _ in found]
    says = Says(
        f"法院文书里一般不会有这些内容：{'、'.join(names)}。请拨打12368向法院核实。",
        f"Court papers hardly hold such parts: {', '.join(names)}. Ask the court at 12368.",
    )
    yield Finding("weak", says, text.place(first[1], first[2]), {"parts": names})
