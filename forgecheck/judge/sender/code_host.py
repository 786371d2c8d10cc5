"""A QR code on a paper in the name of a court or the police leads to a host that is not theirs.

Codes on genuine papers lead to *.gov.cn, to a few services that courts use, or hold a number for checking.  A forger
owns no such host, and a code hides where it leads.

Strong where the host imitates an official one (zxfw-court.top); weak for any other foreign host and for link
shorteners.

Innocent causes
---------------
Local courts use service companies and short links that the table `official_hosts` does not know yet.  Codes that open a
payment or a contact are for `sender.payment_code`.  A screenshot may show the code of another app: only papers count.

Limits
------
Judges by the host alone; nothing is opened, and a page behind an official host is not seen.

Sources
-------
* 国务院办公厅 关于加强政府网站域名管理的通知 (国办函〔2018〕55号) art. 2, in force 2018-09-06: organs of state use
  .gov.cn.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29 to 32, in force 2021-08-01: electronic service through the courts'
  platforms.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.paper import OFFICIAL_PAPERS
from forgecheck.judge.prose import prose
from forgecheck.judge.sender._codes import NOT_LOOKED, codes, host, place, target, unlike
from forgecheck.judge.sender._hosts import IMITATES, standing
from forgecheck.judge.told import about


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each code with a foreign host."""
    found = codes(evidence)
    if found is None:
        yield NOT_LOOKED
        return
    text = prose(evidence)
    if text is None or evidence.kind is None or evidence.kind.type not in OFFICIAL_PAPERS or about(evidence, text):
        return
    for code in unlike(found):
        name = host(code)
        if name is None or target(code) is not None or (kind := standing(name)) == "official":
            continue
        severity: Severity = "strong" if kind == "near" or (kind == "foreign" and IMITATES.search(name)) else "weak"
        says = Says(
            f"图中的二维码通向 {name}，这不是已知的法院或公安网址（一般以 .gov.cn 结尾），请不要扫码。",
            f"The QR code leads to {name}, no known address of a court or the police (.gov.cn as a rule); do not scan.",
        )
        yield Finding(severity, says, place(code), {"host": name, "standing": kind})
