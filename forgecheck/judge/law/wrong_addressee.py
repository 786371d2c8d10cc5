"""A court or police paper that is addressed to the debtor although its kind goes to somebody else.

Who sues gets 受理案件通知书; who is sued gets 应诉通知书 with a copy of the complaint.  协助执行通知书 and 协助冻结
go to the bank or the employer.  受案回执 and 立案告知书 go to whoever reported the crime.  A "立案通知书" that tells
a borrower "you are sued, pay" is none of these.

Speaks where the text itself says that the reader is the debtor: strong for police receipts and papers to banks, and
where the paper also demands payment; else a hint.

Innocent causes
---------------
Borrowers report crimes and sue, too, and get these papers then ("你报称的被诈骗一案", "你诉某公司一案"): wherever the
reader reported or sued, nothing is said.  Some courts use 立案通知书 loosely for both sides.

Limits
------
Only the words tell who is addressed; a name alone does not.

Sources
-------
* 中华人民共和国民事诉讼法 art. 126, 128, 129, 253, in force 2024-01-01: who is notified of what.
* 公安机关办理刑事案件程序规定 (公安部令第159号) art. 171, 179, in force 2020-09-01: receipt and decision go to the
  reporter.
* 最高人民法院《民事诉讼文书样式》 法〔2016〕221号, in force 2016-08-01: forms of notices and their addressees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import title
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

_YOU = "[你您]"
_FILING = re.compile(r"受理案件通知书|受理通知书|(?<!执行)立案通知书")
_HELP = re.compile(r"协助(?:执行|冻结|查询|扣划|划拨)")
_REPORT = re.compile(r"[报受接]案回执|立案告知书|受案告知书")

_SUED = re.compile(
    rf"(?:起诉|诉){_YOU}|与{_YOU}(?:方)?[^,。;\n]{{0,20}}纠纷|对{_YOU}[^,。;\n]{{0,6}}(?:提起|立案|起诉)|{_YOU}(?:已)?被[^,。;\n]{{0,16}}(?:起诉|立案)"
    rf"|{_YOU}[^,。;\n]{{0,14}}(?:逾期|欠款|拖欠|未还|拒不还|透支)"
)
_YOURS = re.compile(
    rf"{_YOU}(?:本人)?(?:名下|(?:的|所有)?(?:银行卡|银行账户|工资|微信|支付宝|财产|房产))|{_YOU}[^,。;\n]{{0,10}}(?:逾期|欠款|拖欠)"
)
# The one who should help is told to freeze what is his own.
_YOURSELF = re.compile(
    r"(?:请|由|望)[你您][^,。;\n单公局社处]{0,12}(?:冻结|查封|划拨|扣划|扣留|提取)(?:[^,。;\n]{0,4}(?:本人|自己|自身)|[你您](?![单行公局社处]))"
    r"|将?[你您]本人(?:名下|在|的|所有)|自行(?:停止|冻结|停用|划转|扣划|上缴|转入|转至|提取)"
)
_SUSPECT = re.compile(
    rf"{_YOU}[^,。;\n]{{0,14}}(?:涉嫌|逾期|欠款|拖欠|拒不还|恶意)|(?:公司|银行|平台)[^,。;\n]{{0,20}}(?:报案|控告|举报)[^,。;\n]{{0,6}}{_YOU}"
    rf"|(?:控告|举报|指控){_YOU}"
)
# The reader is the one who sued or reported.
_ACTIVE = re.compile(
    rf"{_YOU}(?:单位|公司|方|行|们)?[^,。;\n]{{0,24}}(?:诉(?!讼)|起诉|报称|报案|控告|举报|报警|提出|提交|反映|申请)|{_YOU}(?:单位|公司|行|局|所)"
)
_PAY = re.compile(r"还款|还清|结清|偿还|清偿|归还|缴清|撤案|撤诉")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    head = title(evidence)
    if head is None:
        return
    start = text.find(head)
    found = _wrong(head.value, text.text[start:])
    if found is None or told(evidence, text, start, start + len(head.value)):
        return
    severity, to, en, words = found
    says = Says(
        f"“{head.value}”是发给{to}的，这份却是写给欠款人的（“{words}”）。",
        f"A paper with this title goes to {en}; this one is addressed to the debtor.",
    )
    severity = severity if head.place.confidence >= SURE else "weak"
    yield Finding(severity, says, head.place, {"title": head.value, "words": words})


def _wrong(name: str, body: str) -> tuple[Severity, str, str, str] | None:
    """How grave, who should get it (Chinese, English), and the words that show who does."""
    if _HELP.search(name):
        words = _YOURS.search(body) or _YOURSELF.search(body)
        return ("strong", "银行或用人单位等协助单位", "a bank or employer that must help", words[0]) if words else None
    if _ACTIVE.search(body):
        return None
    if _FILING.search(name) and (words := _SUED.search(body)):
        return "strong" if _PAY.search(body) else "weak", "起诉的一方（原告）", "whoever sued", words[0]
    if _REPORT.search(name) and (words := _SUSPECT.search(body)):
        return "strong", "报案人或控告人", "whoever reported the case", words[0]
    return None
