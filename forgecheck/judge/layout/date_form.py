"""The date under a court's or police paper is written as no form book writes it: 2024-05-03, 2024年05月03日.

Official papers end in 2024年5月3日, without leading zeros; judgments and rulings in Chinese digits,
二〇二四年五月三日.  Programs and forms of other people write dashes and leading zeros.

Weak: clerks and court software do write leading zeros now and then.

Innocent causes
---------------
Only the closing date counts, never one in a table, a message or a receipt.  Printed pages of web sites carry dashed
dates of the print: those stand beside other words and are not the closing date.

Limits
------
Silent where no closing date was read, or where its line was read poorly.

Sources
-------
* GB/T 9704-2012 党政机关公文格式 7.3.5.4: Arabic digits, no leading zeros, in force 2012-07-01.
* 人民法院民事裁判文书制作规范 (法〔2016〕221号), in force 2016-08-01: the date in Chinese characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import OFFICIAL_PAPERS, title
from forgecheck.judge.prose import UNREAD, half_width, prose
from forgecheck.judge.speaker import issuers

_DASHED = re.compile(r"\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}")
_ZERO = re.compile(r"年\s*0\d\s*月|月\s*0\d\s*[日号]")
_ARABIC = re.compile(r"\d{4}\s*年")
_JUDGMENT = re.compile("判决书|裁定书")
_FORMS = {
    "dashed": ("用横线或点分隔", "parted by dashes or dots"),
    "zero": ("月或日前面带0", "with leading zeros"),
    "arabic": ("用阿拉伯数字（判决书、裁定书一般用汉字）", "in Arabic digits, where judgments use Chinese ones"),
}


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint for the closing date."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    closing = next(evidence.named("letter_date"), None)
    if (
        closing is None
        or closing.place.confidence < SURE
        or evidence.kind is None
        or evidence.kind.type not in OFFICIAL_PAPERS
    ):
        return
    if not any(each.office in ("court", "police") for each in issuers(evidence, text)):
        return
    form, head = _form(half_width(closing.text)), title(evidence)
    if form == "arabic" and not (head and _JUDGMENT.search(head.value)):
        return
    if form is None:
        return
    zh, en = _FORMS[form]
    says = Says(
        f"落款日期“{closing.text}”{zh}，法院和公安的正式文书一般不这样写。这只是小疑点，请向出具单位核实。",
        f"The closing date is written {en}; papers of courts and police are rarely dated so. A small hint only.",
    )
    yield Finding("weak", says, closing.place, {"date": closing.text, "form": form})


def _form(date: str) -> str | None:
    if _DASHED.search(date):
        return "dashed"
    if _ZERO.search(date):
        return "zero"
    return "arabic" if _ARABIC.search(date) else None
