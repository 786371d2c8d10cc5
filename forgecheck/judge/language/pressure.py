"""A step of court or police is claimed, with no case number, a deadline of hours, and a private number to call.

Who really filed a suit has a case number, and who received one hears of it from the court.  A sender who says that the
case is filed, the account frozen or the papers handed over, gives the borrower hours, and wants a call to a private
mobile or a chat, has none of it: the borrower is not to have time to ask.

Strong where all four come together in a sender's own words; weak where a law firm writes so, and where in a chat
somebody shows a summons or warrant and asks to be called.

Innocent causes
---------------
Lawyers do announce suits and leave their mobile number: what is only planned ("将起诉"), or leaves days, does not
count.  Courts and police give numbers: their messages are not looked at, but for chats.

Limits
------
Needs set words for the step.  Criminal words in a demand are looked at by law.jail_for_debt and law.default_is_fraud,
fees to withdraw a case by law.withdrawal_fee.

Sources
-------
* 最高人民法院关于人民法院案件案号的若干规定 (法〔2015〕137号, changed by 法〔2018〕335号) art. 1, in force 2016-01-01:
  every case has a number.
* 民事诉讼法 (in force 2024-01-01) art. 126 and 128: the court tells the defendant of the suit within five days.
* 中国银行业协会 金融机构个人消费类贷款催收工作指引（试行） (2026-01): no names of organs of justice in collecting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.claims import Rule, addressed, claims, official
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

_SAYS = Says(
    "文中说案件已经立案、冻结或移交，却没有案号，只给几个小时，还要联系私人号码。真立案一定有案号，可拨打12368核实。不用急着联系对方。",
    "The text says that a case was filed, an account frozen or papers handed over, but gives no case number, only "
    "hours, and a private contact. A real case has a number: ask the court at 12368. There is no need to hurry.",
)
_CHAT = Says(
    "有人在聊天里发来传票、裁定一类的文书并要您联系他。法院文书请用12368或人民法院在线服务核实。",
    "Somebody shows a summons or ruling in a chat and asks to be contacted. Ask the court at 12368.",
)
_STEP = Rule(
    re.compile("已经?|正式|即将|马上|现|被|正在|案件"),
    re.compile(
        "^(?:被|由|对[您你])?[^,。;!\n]{0,8}(?:立案|受理(?!申请)|开庭|移[交送]至?(?:当地)?(?:法院|公安|司法|执行|经侦)|冻结|查封|强制执行|进入(?:诉讼|执行|司法)|下达|传票|判决)"
    ),
    "weak",
    _SAYS,
    re.compile("将(?:依法)?(?:向|委托|提起|申请)|拟|如|若|可能|否则|暂停|非柜面|信用卡(?:已)?(?:停用|冻结)|额度"),
)
_HOURS = re.compile(
    r"(?:今[日天]|当[日天])[^,。;!\n]{0,8}(?:前|内|之内)|(?:\d{1,2}|[一两二三半])个?小时(?:之)?内|下班前|\d{1,2}(?:点|:\d\d)(?:整|半)?之?前|(?:立刻|马上|火速|速)(?:回电|联系|来电|致电)"
)
_PRIVATE = re.compile(
    r"(?<!\d)1[3-9]\d(?:\d{8}|\*{4}\d{4}|\d\*{3,7}|\*{8})(?!\d)|加(?:我)?(?:微信|[Vv]信?|QQ)|微信同号|[Vv]信|QQ:?\d{5}"
)
_CASE_NUMBER = re.compile(r"[(\[〔]20\d\d[)\]〕][^\n]{2,16}号")
_SHOWS = re.compile(
    r"(?:这是|发你|给你看|看一下|自己看|已经?(?:发|出)|下来了|出来了)[^,。\n]{0,8}(?:传票|裁定书|逮捕令|拘捕令|通缉令|执行通知|立案通知|限制消费令)"
    r"|(?:传票|裁定书|逮捕令|拘捕令|通缉令|执行通知书?|立案通知书?|限制消费令)[^,。\n]{0,6}(?:发你|看一下|你看|自己看|下来了|出来了)"
)
_CALLS = re.compile("联系我|回电|打给我|打我电话|回个?电话|加我|转账|还款|处理|签字|来不来")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for the combination."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not addressed(evidence, text):
        return
    shown = _SHOWS.search(text.text) if evidence.kind is not None and evidence.kind.type == "chat_screenshot" else None
    if shown and _CALLS.search(text.text) and not told(evidence, text, *shown.span()):
        yield Finding("weak", _CHAT, text.place(*shown.span()), {"shown": shown.group()})
    elif not official(evidence, text):
        yield from _together(evidence, text)


def _together(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    if any(evidence.named("case_number")) or _CASE_NUMBER.search(text.text):
        return
    step, hours, contact = next(claims(text, _STEP), None), _HOURS.search(text.text), _private(evidence, text)
    if step and hours and contact:
        place = text.place(step.start, step.end)
        firm = any(each.office == "law_firm" for each in issuers(evidence, text))
        severity: Severity = "strong" if place.confidence >= SURE and not firm else "weak"
        facts = {"step": text.text[step.start : step.end], "deadline": hours.group(), "contact": contact}
        yield Finding(severity, _SAYS, place, facts)


def _private(evidence: Evidence, text: Prose) -> str:
    """The private number or chat to call; empty where there is none."""
    match = _PRIVATE.search(text.text)
    if match:
        return match.group()
    sender = next(evidence.named("sms_sender"), None)
    return sender.value if sender is not None and re.match(r"1[3-9]", sender.value) else ""
