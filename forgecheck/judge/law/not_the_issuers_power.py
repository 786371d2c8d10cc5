"""A company or law firm claims a measure that only a court or the police can take.

Freezing accounts, the list of dishonest debtors, restriction of consumption, arrest: a private sender may
*ask* a court for the first ones, and can do none itself.  "我司已冻结您名下账户" and a 限制消费令 signed by a
company are therefore untrue whoever sent them.

Speaks of three things: sentences in which the sender says of itself that it took or will take the measure
(strong; weak for a mere "will", and for words people also use loosely); messages that call such a measure done
or near without naming a court or case (weak); papers with a title that only a court or the police uses, signed
by a company or firm (strong; decisive where signature and title were read clearly and nothing on the page
speaks of a court or case).

Innocent causes
---------------
Announcing a lawsuit or an application to a court is lawful; so is reporting what a court did.  A bank may
stop its own card and deduct from its own account by contract.  派出所 says 我所, hospitals say 我院.  Parties
and their lawyers go to court themselves (应诉).  News and warnings against fraud, and lawyers who write to a collector,
quote such claims.  A bank's bookkeeping voucher is headed 传票, too.  All of these are left alone.

Limits
------
In letters only claims of the first person are seen: "您名下账户已被冻结" may be a true report there.

Sources
-------
* 中华人民共和国民事诉讼法 art. 103, 251, 253, 255, 266, in force 2024-01-01 (2023 amendment): courts alone.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 1 and 5, in force 2017-05-01.
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 1 and 5, in force 2015-07-22.
* 中华人民共和国刑事诉讼法 art. 3, in force 2018-10-26: detention and arrest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import READ_WELL
from forgecheck.judge.claims import addressed, letter, official, signed_by_office
from forgecheck.judge.frames import OFFICIAL, Frame, frames
from forgecheck.judge.powers import measure, measures
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import Issuer, issuers
from forgecheck.judge.told import about, quoted

TOLD = 30  # characters of a claim that are told whole; of a longer one only the act
MOST = 500  # acts looked at in one text; more is no letter

# What a lender provides itself, and may lock or charge by contract.
_OWN_ACCOUNTS = re.compile(
    "信用卡|额度|授信|我行|本行|还款账户|绑定|约定|功能|该卡|本卡|权限|质押|质物|抵押物|租赁物|协议折价|典当|留置|押品"
)
# What a bank takes by contract on the day of payment, and its own card that it stops.
_DEBITED = re.compile("余额不足|足额存入|存入|扣款失败|再次扣款|扣款日")
_STOPPED = re.compile("[停锁]卡|停用|止付")
_LENDER = re.compile("[我本]行")
_ME = re.compile("我(?![们司行所院方部国处])")  # whom it is done to: so speaks who was threatened
_SIGNED = re.compile("【([^】\n]{2,20})】")
_NOTARISED = re.compile("公证|执行证书|执行效力|申请")
_HEARD_ELSEWHERE = re.compile("仲裁|委托的")  # a client is told of his own case
_GOODS = re.compile("微信|支付宝|白条|花呗|借呗|金条|钱包|支付|平台")

_TITLES = re.compile(
    r"(?:(?:民事|刑事|开庭)?传票|限制(?:高)?消费令|(?:纳入)?失信(?:被执行人)?(?:名单)?决定书|(?:民事|执行|刑事|财产保全)裁定书"
    r"|(?:强制)?执行通知书|强制执行令|拘留决定书|拘留证|逮捕证|逮捕令|拘捕令|通缉令|搜查令|(?:财产|账户|资产)?冻结(?:令|决定书)"
    r"|传唤(?:通知)?书|传唤证|拘传证|(?:民事|刑事)?判决书|(?:民事)?支付令|协助(?:执行|冻结)(?:存款|财产)?通知书|仲裁裁决书|刑事立案决定书|立案决定书"
    r"|(?:强制)?执行(?:证书|裁定书|决定书)|(?:强制执行|公证债权)公证书|限制(?:高消费|出境|消费)(?:决定书|通知书|告知书)|(?:财产)?查封(?:令|公告|通知书|决定书)|开庭通知书)"
)
# 传票 is also what bookkeepers call a voucher.
_VOUCHER = re.compile("借方|贷方|科目|记账|凭证")
_HEAD_LINES = 8
_COURT_NAMED = re.compile("法院|检察院|公安(?!县)|仲裁委|公证处")
# Words of a court's own forms: where they stand, the court's name may just not have been read.
_COURT_FORM = re.compile("本院|我院|院印|审判[长员]|书记员|执行员|法官|被传唤人|应到处所")
_CASE_NUMBER = re.compile(r"[(\[〔]20\d\d[)\]〕][^\n]{2,16}号")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each measure claimed, and one for a title that is not the signer's to use."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    signers = issuers(evidence, text)
    if signed_by_office(evidence, text) or about(evidence, text):
        return
    owed = addressed(evidence, text)
    if not official(evidence, text) and (owed or text.classes & {"you", "urge"}):
        claimed: dict[str, _Claim] = {}
        for claim in (each for each in _claims(text, signers) if owed or each.own):
            known = claimed.get(claim.row["power"])
            if known is None or (claim.own and not known.own):
                claimed[claim.row["power"]] = claim
        sure = letter(evidence, text)
        yield from (_finding(text, claim, sure) for claim in claimed.values())
    yield from _wrong_title(evidence, text, signers)


def _goods(words: str) -> set[str]:
    return set(_GOODS.findall(words))


class _Claim(NamedTuple):
    """A measure of force in the sender's words."""

    frame: Frame
    row: Mapping[str, str]
    own: bool
    """Whether the sender says that it acts itself; else nobody is named."""


def _claims(text: Prose, signers: Sequence[Issuer]) -> Iterator[_Claim]:
    goods = set().union(
        *(_goods(each.name) for each in signers), *(_goods(each[1]) for each in _SIGNED.finditer(text.text))
    )
    courts = _COURT_NAMED.search(text.text) is not None or _CASE_NUMBER.search(text.text) is not None
    for frame in islice(frames(text.sentences, measures()), MOST):
        if frame.denied or frame.told or frame.judged or frame.asked_of or frame.mode == "may":
            continue
        own = frame.by == "private" or _held_here(frame)
        row = measure(frame)
        if "attend" in frame.act.classes and not frame.has("you", "urge", "absent"):
            continue  # parties and their lawyers go to court themselves
        if row is None or not (own or (frame.by == "nobody" and not courts and _imminent(frame))):
            continue
        if _ME.match(text.text, frame.act.end):
            continue
        if row["power"] == "file" and not frame.passes("you", "debt", "debt_word", "nonpay", "pay"):
            continue  # companies open cases of their own kind against their staff
        lent = frame.near(*OFFICIAL) and not (frame.bypassed or frame.has("team"))
        if not lent and not _lawful(frame, row, goods) and not quoted(text, frame.act.start, frame.act.end):
            yield _Claim(frame, row, own)


def _held_here(frame: Frame) -> bool:
    """Whether a hearing or the like is held at the sender's place."""
    return not frame.act.classes.isdisjoint({"hear", "summon"}) and frame.near("we", "firm") and not frame.has("court")


def _imminent(frame: Frame) -> bool:
    """Whether it is done, at hand, or undone by paying."""
    return frame.mode != "plain" or frame.passes("lift", "soon", "pay")


def _lawful(frame: Frame, row: Mapping[str, str], goods: set[str]) -> bool:
    """Whether a notary gave the deed force, or a lender may do it by contract with what it provides itself."""
    if row["power"] == "enforce" and _NOTARISED.search(frame.sentence.text):
        return True
    if row["power"] == "hear" and _HEARD_ELSEWHERE.search(frame.sentence.text):
        return True
    if _CASE_NUMBER.search(frame.sentence.text):
        return True
    if "deduct" in frame.act.classes and _DEBITED.search(frame.sentence.text):
        return True
    if _STOPPED.fullmatch(frame.act.text) and _LENDER.search(frame.sentence.text):
        return True
    start, end = (each - frame.sentence.start for each in frame.clause)
    clause = frame.sentence.text[start:end]
    return row["own"] == "yes" and bool(_OWN_ACCOUNTS.search(clause) or goods & _goods(clause))


def _finding(text: Prose, claim: _Claim, sure: bool) -> Finding:
    (start, end), row = claim.frame.span, claim.row
    whole = text.text[start:end].replace("\n", "")
    words = whole if len(whole) <= TOLD else claim.frame.act.text
    says = Says(
        f"发信的不是法院也不是公安，却用“{words}”来施压。{row['truth_zh']}",
        f"The sender is neither a court nor the police but claims such a measure ({words}). {row['truth_en']}",
    )
    loosely = row["power"] == "enforce" and claim.frame.mode == "will"  # people call many things 强制执行
    severity: Severity = "strong" if sure and claim.own and not loosely else "weak"
    return Finding(severity, says, text.place(start, end), {"claim": text.text[start:end]})


def _wrong_title(evidence: Evidence, text: Prose, signers: Sequence[Issuer]) -> Iterator[Finding]:
    if evidence.kind is not None and evidence.kind.type in ("sms_screenshot", "chat_screenshot", "debt_relief_ad"):
        return
    title = next(_titles(text), None)
    # Whoever stands below the title and does not sign is the addressee: the head was cut off.
    addressed = {each.value for each in evidence.named("letterhead") if title and text.find(each) > title[0]} - {
        each.value for each in evidence.named("signature")
    }
    private = [each for each in signers if each.office in ("law_firm", "company") and each.name not in addressed]
    sealed = any("院" in (seal.text or "") for page in evidence.pages for seal in page.seals or ())
    if not private or title is None or sealed:
        return
    start, words = title
    if words == "传票" and _VOUCHER.search(text.text):
        return
    place, signer = text.place(start, start + len(words)), max(private, key=lambda each: each.place.confidence)
    well_read = min(place.confidence, signer.place.confidence) >= READ_WELL
    severity: Severity = "strong" if well_read else "weak"
    if _COURT_FORM.search(text.text):
        severity = "weak"
    elif well_read and not _COURT_NAMED.search(text.text) and not _CASE_NUMBER.search(text.text):
        severity = "decisive"
    yield Finding(
        severity,
        Says(
            f"这份“{words}”落款是“{signer.name}”。这种文书只有法院或公安机关能出，公司和律师事务所都无权出具。",
            f"This {words} is signed by {signer.name}. Only a court or the police can issue such a paper, "
            "no company or law firm.",
        ),
        place,
        {"title": words, "signer": signer.name},
    )


def _titles(text: Prose) -> Iterator[tuple[int, str]]:
    for number, (start, line) in enumerate(text.lines()):
        if number >= _HEAD_LINES:
            return
        if _TITLES.fullmatch(line):
            yield start, line
