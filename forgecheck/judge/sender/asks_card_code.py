"""A message asks to send back a card's password, a one-time code, or in a court's name the number of one's card.

A one-time code opens the account, so whoever asks for it wants the account.  Courts, the police and lenders have no use
for it: they check who somebody is by other means.  A court asks a creditor for his account to pay him; it does not ask
a debtor for his card.

Strong where a card's password or a one-time code is to be sent or told to the writer, and where a court or the police
have it typed in together with the card's number; weak where a court asks a debtor for his card number alone.

Innocent causes
---------------
A message that brings a code says not to pass it on; a log-in page asks for the code that it sent.  Courts ask
creditors, winners of cases and witnesses for an account to pay into: left alone.  Warnings name what not to tell.

Limits
------
Only what the text says; what a link asks for is not seen.

Sources
-------
* 《中华人民共和国反电信网络诈骗法》 art. 31 (accounts and cards must not be handed over), in force 2022-12-01
* 《最高人民法院关于执行款物管理工作的规定》 (法发〔2017〕6号), in force 2017-05-01: creditors give the court an account
* 公安部刑侦局 warnings, 2019 to 2025: courts and police never ask for passwords or codes of cards
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers, official_voice
from forgecheck.judge.told import told

MOST = 40
"""Places that are looked at, which bounds the time."""
_SECRET = re.compile(
    r"(?:短信|手机|动态|随机)?(?:验证码|校验码|动态码|动态密码)|(?:银行卡|取款|支付|交易|网银|卡)的?密码|安全码|CVV2?|U盾|(?<=[、和及与])密码"
)
_CARD = re.compile(r"银行卡号?(?!密码)|储蓄卡号?|卡号")
_GIVE = re.compile(
    "回复|提供|告知|告诉|发给|发送[到至给]|发来|报给|报一下|报送|念给|说出|交出|填写|填报|输入|录入|上传|登记|核验|核对|补充"
)
_SEND = re.compile("回复|提供|告知|告诉|发给|发送[到至给]|发来|报给|报一下|报送|念给|说出|交出")
_SEND_AFTER = re.compile(
    "(?:后|之后|了)?[,、]?(?:请|要|你|您|立即|马上|再){0,3}(?:回复|发给|发来|告诉|告知|提供给|报给)"
)
_NOT = re.compile(
    r"勿|不要|不得|不会|不可|不应|不能|禁止|从不|绝不|任何|拒绝|警惕|谨防|防止|骗|严禁|假|举报|凡|泄露|有人|自称|索要|请妥善|保管|重置|修改密码|忘记"
)
_PAID_OUT = re.compile(
    "领取|发放|退费|退还|退款|返还|案款|受偿|申请执行人|申请人|报酬|补助|赔偿款|胜诉|转给您|支付给您|补偿"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not _SECRET.search(text.text) and not _CARD.search(text.text):
        return
    official = any(each.office in ("court", "police") for each in issuers(evidence, text)) or bool(official_voice(text))
    found = _secret(text, official) or (_number(text) if official else None)
    if found is None or told(evidence, text, *found):
        return
    secret = bool(_SECRET.search(text.text, *found))
    place = text.place(*found)
    what = (
        ("银行卡密码或验证码", "a card's password or one-time code")
        if secret
        else ("银行卡号", "a debtor's card number")
    )
    severity: Severity = "strong" if secret and place.confidence >= SURE else "weak"
    says = Says(
        f"文中要求提供{what[0]}。法院、公安和出借机构都不会这样要求，请不要告诉任何人，也不要在链接里填写。",
        f"The text asks for {what[1]}. No court, police or lender does; tell nobody, and type it in nowhere.",
    )
    yield Finding(severity, says, place, {"words": text.text[slice(*found)]})


def _secret(text: Prose, official: bool) -> tuple[int, int] | None:
    """Where a secret is to be given: in words that only a swindler uses, or by an office."""
    for match in islice(_SECRET.finditer(text.text), MOST):
        before, after = text.before(match.start(), 40), text.after(match.end(), 24)
        if _NOT.search(before) or _NOT.search(after):
            continue
        sent = _SEND.search(before) or _SEND_AFTER.match(after)
        typed = official and _GIVE.search(before) and _CARD.search(before)
        of_card = "密码" in match[0] or _CARD.search(before + after) or "我" in before + after
        if (sent and (official or of_card)) or typed:
            return match.span()
    return None


def _number(text: Prose) -> tuple[int, int] | None:
    """Where a card's number is to be given, and no money is to come."""
    for match in islice(_CARD.finditer(text.text), MOST):
        before, after = text.before(match.start(), 30), text.after(match.end(), 30)
        whole = text.text[max(0, match.start() - 120) : match.end() + 60]
        if _SEND.search(before) and not _NOT.search(before + after) and not _PAID_OUT.search(whole):
            return match.span()
    return None
