"""A law firm's name that no justice authority would register, or a "lawyer's letter" of a body that is no law firm.

A law firm is called province, own name of two or more Chinese signs, 律师事务所.  It cannot be a company (有限公司),
nor bear 中国, 国家 and the like, or the name of an organ of state, and 律师事务中心 is
no firm.  Only such a firm has lawyers: 法律咨询公司, 法务公司 and 法律服务中心 have none, and
their "律师函" is a letter like any other.

Strong for a company's form in a law firm's name, for a name that begins with 中国, 国家 or 全国, and for a 律师函
under the name of a 法律咨询 or 法务 company or centre where no law firm is named at all.  Weak for 国际, 集团, 联盟 or
中心 in a firm's name, for a 法务部, and for a text message of such a company that says 本律师 or 我所律师.

Innocent causes
---------------
Firms from before 2010 have other names, often without the province: left alone.  A bank's own legal department may call
its reminder a 律师函.  A company that passes on a firm's letter names the firm.

Limits
------
A right form proves nothing: names of real firms are used without their knowledge.  Whether a firm exists, the register
tells (credit.acla.org.cn).  Digits and Latin letters in names are left alone, since logos and headings have them.

Sources
-------
* 《律师事务所名称管理办法》 (司法部令第120号) art. 6, 7, in force 2010-03-01
* 《中华人民共和国律师法》 art. 13, 14, in force 2018-01-01: who may call himself a lawyer; firms are licensed
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.identifier._digits import MOST
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import SIGNATURES, issuers
from forgecheck.judge.told import about, told

_AS_COMPANY = re.compile(r"律师(?:\([\u4e00-\u9fff]{2,5}\))?事务所(?:有限(?:责任)?公司|股份|集团)")
_OF_STATE = re.compile("(?:中国|国家|全国|中华人民共和国)")
_TOO_GRAND = re.compile(r"国际|集团|联盟|中心")
_HONOUR = re.compile("优秀|十佳|百强|百佳|先进|示范|文明|著名|诚信")
# As a line of its own, in 【】, or as who was engaged: no such body is registered.
_GRAND_BODY = re.compile(
    r"(?:(?:^|\n|【)|(?<=委托)|(?<=我是)|(?<=这里是))"
    r"(?P<name>(?:中国|国家|全国|中央|国务院|最高|司法部)(?!(?:人大|政协|政法大学|人民大学))[\u4e00-\u9fff]{0,10}律师"
    r"(?:(?:事务|服务|函件?|联合|协作|维权|执业|催收|法务|总)[\u4e00-\u9fff]{0,2})?(?:中心|总部|总社|总所|联盟|集团|公司|所|团))"
    r"(?=\n|$|】|律师函|催|致|[,:( ]|张|王|李)"
)
_LEGAL_TRADE = re.compile("法律(?:咨询|服务(?!所)|事务|顾问)|法务|律政")
_BODY = re.compile("(?:公司|中心|法律事务所)$")
_AS_LAWYER = re.compile("[本我]所律师|(?<![基日根资])本律师(?!事务所)|我律所|(?:本司|本公司|我司)的?(?:执业|专职)?律师")
# Organs of state may not stand in a firm's name; 公安 is also a county in Hubei.
_ORGAN = re.compile("公安(?:局|厅|部|经侦|刑侦)|经侦|刑侦|刑警|法院|检察院|仲裁委|国务院")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each way in which a name or a letter is wrong."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    for match in islice(_AS_COMPANY.finditer(text.text), MOST):
        if not told(evidence, text, *match.span()):
            says = Says(
                "律师事务所不能是公司，名称里不会有“有限公司”“股份”“集团”。这个名称不可能登记成律师事务所。",
                "A law firm cannot be a company; no such name can be registered for one.",
            )
            yield _finding("strong", says, text.place(*match.span()), match[0])
            return
    yield from _grand(evidence, text)
    yield from _firms(evidence)
    yield from _posing(evidence, text)


def _grand(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """A body of lawyers with the state in its name that is no firm by its form either (国家...律师事务中心)."""
    for match in islice(_GRAND_BODY.finditer(text.text), MOST):
        name, place = match["name"], text.place(*match.span("name"))
        if name.endswith("律师事务所") or _HONOUR.search(name) or told(evidence, text, *match.span("name")):
            continue
        says = Says(
            f"没有“{name}”这样的律师机构。律师只在“律师事务所”执业，名称也不能用“国家”“全国”“中国”。",
            f"There is no body named {name}: lawyers work in 律师事务所, whose names never hold 国家 or 全国.",
        )
        yield _finding("strong" if place.confidence >= SURE else "weak", says, place, name)
        return


def _firms(evidence: Evidence) -> Iterator[Finding]:
    said: set[str] = set()
    for field in evidence.named(*SIGNATURES):
        own = re.split(r"律师(?:\([\u4e00-\u9fff]{2,6}\))?事务所", field.value)
        if len(own) != 2 or field.value in said or "银行" in own[0]:  # two names in one line
            continue
        said.add(field.value)
        if _OF_STATE.match(own[0]) and not _HONOUR.search(own[0]):
            says = Says(
                f"“{field.value}”不是律师事务所可以用的名称：名称以省份开头，不能用“中国”“国家”“全国”。",
                f"{field.value} is no name a law firm may have: it begins with the province, never with 中国 or 国家.",
            )
            yield _finding("strong" if field.place.confidence >= SURE else "weak", says, field.place, field.value)
        elif _ORGAN.search(own[0]):
            says = Says(
                f"“{field.value}”用了公安、法院这类国家机关的名称，律师事务所不能这样取名。请查有没有这家所。",
                f"{field.value} bears the name of an organ of state, which no law firm may; look it up.",
            )
            yield _finding("strong" if field.place.confidence >= SURE else "weak", says, field.place, field.value)
        elif _TOO_GRAND.search(own[0]):
            says = Says(
                f"“{field.value}”里有律师事务所名称不该用的字（国际、集团、联盟、中心），请查有没有这家所。",
                f"{field.value} holds a word that law firms' names may not have; look up whether it exists.",
            )
            yield _finding("weak", says, field.place, field.value)


def _posing(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """A body of the legal trade without lawyers that writes as if it had some."""
    if "律师事务所" in text.text or "律所" in text.text.replace("我律所", ""):
        return
    body = next((each for each in issuers(evidence, text) if _LEGAL_TRADE.search(each.name)), None)
    title = next((each for each in evidence.named("title") if re.search("律师.*函", each.value)), None)
    voice = _AS_LAWYER.search(text.text)
    if body is None or (title is None and voice is None) or (voice and told(evidence, text, *voice.span())):
        return
    sure = title is not None and _BODY.search(body.name) and body.place.confidence >= SURE
    says = Says(
        f"“{body.name}”不是律师事务所，没有律师，不能发律师函。它发的函没有律师函的效力。",
        f"{body.name} is no law firm and has no lawyers, so it cannot send a lawyer's letter.",
    )
    yield _finding("strong" if sure else "weak", says, body.place, body.name)


def _finding(severity: Severity, says: Says, place: Place, name: str) -> Finding:
    return Finding(severity, says, place, {"name": name})
