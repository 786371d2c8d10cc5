"""Wording and layout are those of other papers, apart from names, numbers and dates.

A store of earlier pictures tells it.  Who writes letters by the hundred fills in one template.  Where papers under
different names are set and worded alike, one hand wrote them, or they took the words from each other.

Says only that papers are alike, never that this one is forged.  A hint where they were issued under different names,
else context without weight; no more than context for the papers of courts and police, whose forms are prescribed.

Innocent causes
---------------
Every bank, law firm and lender has a form of its own and sends it to thousands.  Firms that work for one lender are
given its form.  Forms stand on the internet, and honest people use them.  A name that was misread looks like another
name, so a name counts only where it was seen twice.

Limits
------
Only where a store was asked (``forgecheck check --links``, ``forgecheck link``); silent otherwise, and that is no
blindness towards the picture.  Short texts are alike by chance and are not compared.  Text messages are set by the
receiver's telephone, so only their wording counts.

Sources
-------
* 最高人民法院《人民法院民事裁判文书制作规范》 法〔2016〕221号, in force 2016-08-01: courts share one form.
* Measured by tests/benchmarks/linking.py on generated campaigns among honest papers.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Measured, Says, Unable

PRESCRIBED: tuple[DocumentType, ...] = (
    "court_notice",
    "dishonest_debtor_notice",
    "consumption_restriction_order",
    "police_notice",
)
"""Papers whose form is the same everywhere."""


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding at most."""
    for each in evidence.sightings or ():
        if each.what != "template" or each.papers < 1:
            continue
        names = each.issuers if each.issuers >= 2 else 0
        prescribed = evidence.kind is not None and evidence.kind.type in PRESCRIBED
        says = Says(
            f"除了姓名、金额、日期，另外{each.papers}份文书的措辞和版式跟这份一样。"
            + (f"它们署的是{names}个不同的名字。" if names and not prescribed else "")
            + "这只说明像是同一个模板：银行、律所、法院的正常文书也是套模板写的，不能单凭这一点说是假的。",
            f"Apart from names, sums and dates, {each.papers} other paper(s) are worded and set like this one"
            + (f", under {names} different names" if names and not prescribed else "")
            + ". This is likeness only: banks, law firms and courts fill in forms as well, so it does not make a paper "
            "forged.",
        )
        found: dict[str, Measured] = {"papers": each.papers, "issuers": each.issuers, "since": each.since}
        yield Finding("weak" if names and not prescribed else "info", says, None, found)
        return
