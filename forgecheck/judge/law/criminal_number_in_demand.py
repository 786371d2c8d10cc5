"""The number of a criminal trial (刑初) stands in a demand to repay a loan.

Being overdue is a civil matter: the number is a 民初.  A criminal trial is brought by a prosecutor against an accused;
no lender and no collector has one against a borrower, and nobody stops it by paying.

Strong, once for each number, where the sender is no court and demands payment.

Innocent causes
---------------
After the collapse of a lending platform, criminal judgments order that borrowers repay into an account for the victims.
Lawyers cite criminal judgments as examples.  Victims of a fraud ask for restitution.  Where words of this kind stand
on the page, nothing is said; papers of courts, police and prosecutors are left alone.

Limits
------
A number that the reader lost is not seen.  The type is one character: a line that was read poorly gives a hint only.

Sources
-------
* 中华人民共和国刑事诉讼法 art. 3, 169, 186, in force 2018-10-26: who brings a criminal case.
* 最高人民法院《关于人民法院案件案号的若干规定》 法〔2015〕137号, annex, in force 2016-01-01: 刑初.
* 中华人民共和国民法典 art. 577, 676, in force 2021-01-01: overdue repayment is a breach of contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.case_numbers import parse
from forgecheck.judge.prose import UNREAD, first_of_each, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

_DEMAND = re.compile(r"还款|还清|结清|清偿|偿还|归还|一次性付|缴清|还上")
_DEBT = re.compile(r"贷款|借款|欠款|逾期|网贷|信用卡|债务|分期")
# Trials of platforms, restitution, and examples.
_INNOCENT = re.compile(
    r"退赔|追缴|清退|资金归集|集资|非法吸收|吸收公众|涉案|被害人|受害|专案|平台实际控制|附带民事|参照|类案|案例|判例|指导|参考"
    r"|公诉|被告人|罪犯|服刑|催收人员|恶势力|黑恶|本院|如下案"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each number of a criminal trial."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not (_DEMAND.search(text.text) and _DEBT.search(text.text)) or _INNOCENT.search(text.text):
        return
    if any(each.office in ("court", "police", "authority") for each in issuers(evidence, text)):
        return
    for field in first_of_each(evidence.named("case_number")):
        case, start = parse(field.value), text.find(field)
        if case is None or not _criminal(case.type) or told(evidence, text, start, start + len(field.text)):
            continue
        severity: Severity = "strong" if field.place.confidence >= SURE else "weak"
        says = Says(
            f"“{field.value}”是刑事案件的案号（“{case.type}”）。欠款是民事纠纷，催款函件里不会有刑事案号。",
            f"{field.value} is the number of a criminal case. Debts are civil matters: no demand for payment has one.",
        )
        yield Finding(severity, says, field.place, {"case_number": field.value})


def _criminal(kind: str) -> bool:
    """New form 刑初 and 刑终; old form with 刑初 before 字第."""
    return kind in ("刑初", "刑终") or bool(re.search("刑[一二三四五]?[初终]$", kind))
