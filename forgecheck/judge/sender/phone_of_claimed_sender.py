"""The telephone of a court's or police paper is a private mobile, a virtual operator's or a company's 400 number.

Courts and police print an office line, 12368 or 110.  A forger has none and wants to be called.

Weak only, once for each paper, and only where no office line stands on it.

Innocent causes
---------------
Clerks and officers do give their mobile numbers, more and more of them.  Numbers of the parties, of their lawyers, and
of receivers and senders of parcels are left alone, and so are 12368 and all short numbers of the state.

Limits
------
Needs the number beside words that make it the office's own.  An office line proves nothing: anybody can print one.
Ask for the court's number at 12368 or on its own site, not on the paper.

Sources
-------
* 工业和信息化部 电信网编号计划 (2017), in force 2017-12: 400 numbers, blocks of virtual operators.
* 最高人民法院 12368 诉讼服务热线, 《关于建设一站式多元解纷机制、一站式诉讼服务中心的意见》 (法发〔2019〕19号),
  2019-07-31.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Role
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import OFFICIAL_PAPERS
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

MOST = 30
"""Telephone numbers that are looked at, which bounds the time."""
_OF_AN_OFFICE: tuple[Role, ...] = ("landline", "court_12368", "hotline")
_NAMES: dict[Role, tuple[str, str]] = {
    "mobile": ("个人手机号", "a private mobile number"),
    "virtual": ("虚拟运营商号码", "a virtual operator's number"),
    "service_400": ("企业400号码", "a company's 400 number"),
}
_OWN = re.compile("承办|法官|书记员|执行员|经办|民警|警官|办案|执行局|专案|致电|拨打|来电|本[院局所][^,。;\n]{0,8}电话")
_PERHAPS = re.compile("联系人|联系电话|咨询|电话联系")  # also a party's, whose name stands some lines above
_ANOTHERS = re.compile(
    r"原告|被告|上诉|申请|被执行|当事人|本人|受送达|被传唤|被通知|代理|律师|报案人|报警人|收件|寄件|收货|快递|专递|EMS"
    r"|证人|家属|住址|住所|公司|银行|第三人|受害|出生|身份证|拨打的|接到|诈骗|自称"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    phones = tuple(evidence.named("phone"))
    if evidence.kind is None or evidence.kind.type not in OFFICIAL_PAPERS:
        return
    if any(each.role in _OF_AN_OFFICE for each in phones) or "快递" in text.text or "EMS" in text.text:
        return
    for field in phones[:MOST]:
        start = text.find(field)
        before = text.before(start, 30)
        near = before if _OWN.search(before) else text.text[max(0, start - 40) : start]
        named = _NAMES.get(field.role)
        if named is None or "*" in field.value or field.place.confidence < SURE:
            continue
        own = _OWN.search(before) or _PERHAPS.search(before)
        if not own or _ANOTHERS.search(near) or told(evidence, text, start, start + 11):
            continue
        says = Says(
            f"这份文书只留了{named[0]}{field.value}。法院、公安一般留办公座机或12368、110，请另查电话核实。",
            f"The paper gives only {named[1]}. Courts and police give an office line, 12368 or 110: ask there.",
        )
        yield Finding("weak", says, field.place, {"number": field.value, "sort": field.role})
        return
