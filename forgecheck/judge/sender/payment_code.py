"""A QR code on a court paper or a collection letter opens a payment or a private contact.

A code is the shortest way to somebody's purse: it hides who gets the money, and the reader pays before he has thought.
Courts and law firms do not collect debts by WeChat.

Strong for a payment to a person, or a private contact, on a paper in the name of a court or the police; weak for the
same on a lawyer's letter or a collection letter, and for payments that a court's fee notice may offer as well.

Innocent causes
---------------
Courts print codes for fees, which open a bank's or the treasury's page, or Alipay.  Firms and lenders print codes of
their service accounts: WeChat Work contacts and service chats are left alone on their letters.  In screenshots a code
may belong to another app: not looked at.

Limits
------
Judges by what the code holds; nothing is opened.  Who gets the money cannot be seen in a code.

Sources
-------
* 中国人民银行 《条码支付业务规范（试行）》 (银发〔2017〕296号), in force 2018-04-01: codes of payment.
* 《最高人民法院关于执行款物管理工作的规定》 (法发〔2017〕6号), in force 2017-05-01: one account of the court for
  enforcement money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.paper import LETTERS, OFFICIAL_PAPERS
from forgecheck.judge.prose import prose
from forgecheck.judge.sender._codes import NOT_LOOKED, codes, place, target, unlike
from forgecheck.judge.told import about

_FEES = re.compile(r"[缴交]费|诉讼费|受理费|罚款|缴款|非税")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each code that opens a payment or a private contact."""
    found = codes(evidence)
    if found is None:
        yield NOT_LOOKED
        return
    text = prose(evidence)
    if text is None or evidence.kind is None or about(evidence, text):
        return
    official = evidence.kind.type in OFFICIAL_PAPERS
    if not official and evidence.kind.type not in LETTERS:
        return
    fees = _FEES.search(text.text) is not None
    for code in unlike(found):
        opens = target(code)
        if opens is None or (opens.sort == "contact" and not official and "weixin" in code.text.lower()):
            continue
        severity: Severity = "strong" if official and opens.sort != "payment" and not fees else "weak"
        whose = ("法院或公安的文书", "a paper of a court or the police") if official else ("催款函件", "such a letter")
        says = Says(
            f"图中的二维码打开后是“{opens.says.zh}”，{whose[0]}一般不会这样做。请不要扫码付款或加好友。",
            f"The QR code opens {opens.says.en}, which {whose[1]} hardly ever does. Do not scan it to pay.",
        )
        yield Finding(severity, says, place(code), {"sort": opens.sort, "code": code.text[:200]})
