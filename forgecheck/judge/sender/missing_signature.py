"""A message from a 106 port about a debt or a case carries no name in 【】.

Messages from registered ports begin or end with the name of whoever sends them, in 【】: operators refuse to pass on
others.  A collection message without a name hides who is behind it.

Weak: pictures are cut, and some old ports pass messages without a name.

Innocent causes
---------------
The name may stand in a part of the message that was cut off, or in brackets that the reader took for others
([ ], 〔 〕): both keep the check silent, and so does any organisation's name at either end.

Limits
------
Needs the port's number in the picture.  Only messages about debts, courts and the like are looked at.

Sources
-------
* 通信短信息服务管理规定 (工信部令第31号) art. 17 and 18, in force 2015-06-30: a commercial message names its sender.
* 工业和信息化部 电信网编号计划 (2017), in force 2017-12: what 106 ports are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.sender._numbers import sender
from forgecheck.judge.speaker import issuers

_BRACKET = re.compile(r"[【】\[\]〔〕「」『』〖〗]")
_MATTER = re.compile("逾期|欠款|还款|借款|贷款|网贷|法院|起诉|立案|诉讼|律师|催收|冻结|公安|传票|征信")
SHORTEST = 20  # characters of a message that can be judged; assumed
FOOT = 0.97  # share of the page's height below which a last line may be cut; assumed
_SAYS = Says(
    "这条短信来自106开头的号码，却没有用【】写明是谁发的。正规短信都要写明发送方。请先弄清对方是谁。",
    "This message comes from a 106 port but does not name its sender in 【】, as registered messages do. "
    "Find out first who writes.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint where the name is missing."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    number = sender(evidence)
    if evidence.kind is None or evidence.kind.type != "sms_screenshot" or number is None or number.sort != "port":
        return
    if _BRACKET.search(text.text) or issuers(evidence, text) or not _MATTER.search(text.text):
        return
    page = next(each for each in evidence.pages if each.number == number.place.page)
    below = [line for line in page.lines or () if line.box.top > number.place.box.bottom]
    if sum(len(line.text) for line in below) < SHORTEST or max(line.box.bottom for line in below) > FOOT * page.height:
        return
    yield Finding("weak", _SAYS, number.place, {"number": number.number})
