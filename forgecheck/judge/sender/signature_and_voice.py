"""A company's or law firm's message talks as if it were a court or the police.

The name in 【】 or under a letter is the sender's own.  A forger rents a company's registered name for his messages,
or writes on a company's paper, and still says "本院" or "我局".

Strong where a message from a company's 【】 name, or a company's collection letter, speaks so of itself; weak where the
line was not read surely.

Innocent causes
---------------
Hospitals and schools say 我院; companies and law firms quote what a court told them, or pass on its words: left
alone.  So are messages that a court or the police signs too.

Limits
------
Only set forms of speech are known ("本院", "我局", "这里是某某法院").  A sender's number that does not fit an
official name is looked at by sender.official_name_from_106.

Sources
-------
* 通信短信息服务管理规定 (工信部令第31号) art. 17 and 18, in force 2015-06-30: a message names its sender.
* 刑法 art. 279 and 治安管理处罚法: passing oneself off as an official is punished.
* 中国银行业协会 金融机构个人消费类贷款催收工作指引（试行） (2026-01): no names of organs of state or justice.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.sender._numbers import sender
from forgecheck.judge.speaker import issuers, official_voice
from forgecheck.judge.told import told

_KINDS: tuple[DocumentType, ...] = ("sms_screenshot", "collection_notice", "contract_cancellation", "other")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding where signature and voice cannot belong together."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in _KINDS:
        return
    signed = issuers(evidence, text)
    if any(each.office in ("court", "police", "authority") for each in signed):
        return
    company = next((each for each in signed if each.office in ("company", "law_firm")), None)
    letter = evidence.kind.type in ("collection_notice", "contract_cancellation")
    if company is None or not (letter or any(evidence.named("sms_signature"))):
        return
    number = sender(evidence)
    if number is not None and number.sort not in ("port", "unknown"):
        return
    voice = official_voice(text)
    if voice is None or told(evidence, text, *voice):
        return
    place = text.place(*voice)
    severity: Severity = "strong" if min(place.confidence, company.place.confidence) >= SURE else "weak"
    says = Says(
        f"落款是“{company.name}”，正文却用法院或公安的口气说话。公司和律师事务所不是法院，也不是公安。",
        f"This is signed by {company.name} but talks as a court or the police, which that is not.",
    )
    yield Finding(severity, says, place, {"signature": company.name, "voice": text.text[slice(*voice)]})
