"""A message speaks as a court or the police, but its sender is none.

Text messages of courts come from 12368 or from a registered 106 port under the court's own name in 【】;
court staff call from office lines.  A forger has a company's registered name, a private or virtual number, a
400 or 95 line, or one from abroad.

Strong: an official name from a company line, a virtual operator or from abroad, or an official 【】 name from a
private mobile.  Weak: someone at a private mobile who only says that he is from a court, and an official name from the
1064 block, which the numbering plan gives to machines.  12368, 12110 and the like never speak against a message.

Innocent causes
---------------
A 106 port with an official name is how real court messages come, and says nothing.  Clerks sometimes do write
from their own mobile.  Hospitals and schools say 我院, the post office delivers court letters, companies
quote what a court told them: left alone.  So are papers and parcels of courts, which print a clerk's or receiver's
number.

Limits
------
Numbers can be spoofed, so a fitting number proves nothing; names in 【】 are typed by whoever sends from a
mobile.  Needs the sender's number or signature in the picture.

Sources
-------
* 工业和信息化部 电信网编号计划 (2017), in force 2017-12: 106 ports, 95 and 400 numbers.
* 通信短信息服务管理规定 (工信部令第31号) art. 16, in force 2015-06-30: a message must show its sender.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29 to 32, in force 2021-08-01: a text message may inform of service.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.sender._numbers import Sort, sender
from forgecheck.judge.speaker import issuers, official_voice

_MESSAGES: tuple[DocumentType, ...] = ("sms_screenshot", "collection_notice", "other")
_OFFICES = ("court", "police")
_NAMES: dict[Sort, tuple[str, str]] = {
    "mobile": ("个人手机号", "a private mobile number"),
    "virtual": ("虚拟运营商号码", "a virtual operator's number"),
    "service": ("企业客服号码", "a company's service number"),
    "overseas": ("境外号码", "a number from abroad"),
}
# For machines, never for people: 电信网编号计划 (2017). Blocks kept in reserve (1068 ...) are in use by now.
_OUTSIDE_PLAN = re.compile("1064")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding where name and number cannot belong together."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in _MESSAGES:
        return
    number = sender(evidence)
    signed = issuers(evidence, text)
    official = next((each for each in signed if each.office in _OFFICES), None)
    company = next((each for each in signed if each.office in ("company", "law_firm")), None)
    voice = official_voice(text)
    if official is None and voice is None:
        return
    if number is not None and number.sort in _NAMES:
        zh, en = _NAMES[number.sort]
        private = number.sort == "mobile" and (official is None or company is not None)
        severity: Severity = "weak" if private else "strong"
        who = official.name if official else "法院或公安"
        says = Says(
            f"这条短信以“{who}”的名义说话，却来自{zh}{number.number}。法院短信一般由12368或登记过的106号码发出。",
            f"This message speaks in the name of a court or the police but comes from {en}. "
            "Courts write from 12368 or a registered 106 number.",
        )
        yield Finding(severity, says, number.place, {"number": number.number, "sort": number.sort})
    elif number is not None and _OUTSIDE_PLAN.match(number.number):
        says = Says(
            f"这条短信以法院或公安的名义说话，发送号码{number.number}却属于号码规划里不给短信用的号段。请拨打12368或110核实。",
            "This message speaks in the name of a court or the police, but its number lies in a block that the "
            "numbering plan does not give to text messages. Ask at 12368 or 110.",
        )
        yield Finding("weak", says, number.place, {"number": number.number, "sort": number.sort})
