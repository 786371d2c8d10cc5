"""Claims that a sender makes in his own words: how a claim is found, and what excuses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.frames import Frame, frames
from forgecheck.judge.paper import LETTERS, MESSAGES
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.talk import several
from forgecheck.judge.told import about, quoted, warned_of

MOST = 300  # beginnings of a claim looked at in one text; more is no letter
BEFORE, AFTER = 40, 24  # characters around a claim, in its sentence, in which something may excuse it; assumed

DEBT = re.compile(
    "贷款|借款|欠款|欠债|欠钱|还钱|债务|还款|还清|结清|逾期|网贷|本息|借呗|花呗|白条|信用卡|账单|分期|代偿|催收|案件|撤案|解冻|债权|撤诉|冻结|立案|起诉|划扣|扣划|名下|抵债|[您你]欠"
)
BANK = re.compile("银行|信用卡|信用社|信用联社")
JUDGED = re.compile(
    r"(?<!缺席)(?<!直接)判决|裁定书|裁定生效|调解书|裁决|支付令|公证|生效(?:的)?法律文书|法律文书(?:生效|确定)|执行依据|执行通知书|被执行人[张李王某:]|执行案"
    r"|[(\[〔]20\d\d[)\]〕][^\n]{2,12}(?:执|民初|民终|民特|民督)[^\n]{0,4}\d+号"
)
"""Something that a measure of enforcement can rest on."""

_LOAN = re.compile("贷|借款|借钱|信用卡|欠款|债务|债权|花呗|借呗|白条|分期|本息|催收")
_DUES = re.compile("挪用|侵占|学费|物业费|[水电]费|燃气费|暖费|话费|房租|会费|停车费|餐费|班费|家长")
_SUM = re.compile(r"(?<![\d.])\d{2,7}\.\d\d(?![\d.])")
# A chat whose other side goes by the name of a collector.
_COLLECTOR = re.compile("贷后|催收|清收|回款|法务|外访|委外|资产|清账|解控|信贷|借款|客服|专员|律师|案件|执行")
_HEAD = 60  # characters at the top of a chat in which its name stands; assumed
_TELLING = frozenset({"swindle", "example", "say"})
_WARNING = frozenset({"swindle", "example"})
_ASKED = frozenset({"you", "urge"})
_SALUTED = re.compile(r"^(?:致[:]?|尊敬的)[^\n]{2,30}$|^[\u4e00-\u9fff]{2,4}[:]$", re.MULTILINE)
_YOU = re.compile("[您你](?![:])")
# A demand quotes nobody and asks no questions.
_NO_DEMAND = re.compile('[“”「」『』"?]|吗|[会能是]不[会能是]')
_OWED = frozenset({"debt", "debt_word", "nonpay", "share", "absent"})
_SPOKEN_TO = frozenset({"you", "urge", "notask", "absent", "nonpay"})
# A message that begins with somebody's name.
_NAMED = re.compile(r"】[\u4e00-\u9fff]{2,4}(?:您好)?[,:]")
# Said of others, asked, denied, or warned of.
_EXCUSED = re.compile(
    r"不会|不影响|不能作为|并不|不是|不属于|不构成|不等于|不涉及|不存在|并非|(?<![您你])无权|无需(?!通知|另行|再)|不得(?:联合|冒充|声称|以|强|使用|采取|实施|要求)|不用|不必|严禁|谨防|防范|警惕|冒充|假冒|谎称|自称|声称|宣称"
    r"|骗子|骗局|受骗|被骗|防骗|(?:都|均|就|全|皆)(?:是|为|属)[^,。]{0,2}(?:诈骗|假|骗)|谣|误区|吗|么\?|\?|是否|会不会|能不能|如何|怎么|投诉|吓唬"
    r"|(?:请勿|切勿|不要|别|勿)[^,。]{0,3}(?:信|点|转|怕|慌)|对方|催收(?:员|人员)?(?:说|打|威胁|称)|[他她]们?说|说[要会什]|记者|据悉|法官(?:提醒|说)|律师提醒"
)
_MAYBE = re.compile("可能|或将|或会|也许")
# A court's paper may have lost its head.
COURT_FORM = re.compile("本院|我院|院印|审判[长员]|书记员|执行员|被传唤人|应到处所")
# A line that is nothing but the name of an organ that decides, which no field was found for.
_ORGAN = re.compile(
    r"^[\u4e00-\u9fff]{2,24}(?:税务局|稽查局|执法局|监督管理局|社会保障局|仲裁院|仲裁委员会|公证处|人民政府|海关)$",
    re.MULTILINE,
)
_CONTRACT = re.compile(r"合同编号|签订日期|签字|订立(?:本)?(?:合同|协议)|(?:本合同|本协议)(?:一式|自双方|项下)|第十条")
_SIDES = (("甲方", "乙方"), ("贷款人", "借款人"), ("出借人", "借款人"))


class Rule(NamedTuple):
    """One kind of claim."""

    first: re.Pattern[str]
    """A plain word with which a claim begins."""
    then: re.Pattern[str] | None
    """What makes it a claim, in the same sentence, after the first word; None where the word alone is one."""
    severity: Severity
    says: Says
    innocent: re.Pattern[str] | None = None
    """Words in the sentence that make it lawful."""
    unless: re.Pattern[str] | None = None
    """Words anywhere that make it lawful."""
    reach: int = 24
    """Characters from the first word to the last."""


class Act(NamedTuple):
    """One kind of claim: an act, who does it, and what must stand near it or must not; all by classes of `words`."""

    acts: str
    """Classes of the act, parted by spaces, as below."""
    severity: Severity
    says: Says
    by: str = ""
    """Who may be said to act (see `Frame.by`); empty for anybody."""
    beside: tuple[str, ...] = ()
    """Of each of these one in the clause."""
    within: tuple[str, ...] = ()
    """Of each of these one in the sentence."""
    around: tuple[str, ...] = ()
    """Of each of these one in the sentence or the two on either side."""
    without: str = ""
    """None of these in the sentence."""
    unasked: bool = False
    """Only where no court is asked for it, and no judgment waited for."""
    also: re.Pattern[str] | None = None
    """Words that must stand in the sentence."""
    innocent: re.Pattern[str] | None = None
    """Words in the sentence that make it lawful."""
    unless: re.Pattern[str] | None = None
    """Words anywhere that make it lawful."""
    fits: Callable[[Frame], bool] = lambda _: True
    """What else must be true."""

    def meets(self, frame: Frame) -> bool:
        """Whether an act is one of this kind."""
        return (
            (not self.by or frame.by in self.by.split())
            and all(frame.near(*group.split()) for group in self.beside)
            and all(frame.has(*group.split()) for group in self.within)
            and all(frame.passes(*group.split()) for group in self.around)
            and not (self.without and frame.has(*self.without.split()))
            and not (self.unasked and (frame.asked_of or frame.judged))
            and (self.also is None or self.also.search(frame.sentence.text) is not None)
            and not (self.innocent is not None and self.innocent.search(frame.sentence.text))
            and self.fits(frame)
        )


class Claim(NamedTuple):
    """Where a claim stands."""

    start: int
    end: int
    sentence: str
    """The claim with what stands around it."""


def speak(evidence: Evidence, rules: Sequence[Rule | Act], *, officials: bool = False) -> Iterator[Finding | Unable]:
    """The heaviest claim of these kinds, once.

    Silent in texts that have nothing to do with a debt, in contracts, and, unless `officials`, in what a court, the
    police or another public body signs.
    """
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    by_office = official(evidence, text)
    if by_office and not officials:
        return
    if about(evidence, text) if by_office else not addressed(evidence, text):
        return
    found: list[Finding] = []
    sure = letter(evidence, text)
    for rule in rules:
        if rule.unless is not None and text.says(rule.unless):
            continue
        claim = next(claims(text, rule) if isinstance(rule, Rule) else acts(text, rule), None)
        if claim is not None:
            found.append(_finding(text, rule, claim, sure))
            if found[-1].severity == "strong":
                break
    yield from sorted(found, key=lambda each: each.severity)[:1]


def letter(evidence: Evidence, text: Prose) -> bool:
    """Whether the page speaks to a debtor as a sender does; what any other page says is no more than a hint.

    Adverts and people who talk with each other do not.  A message is signed, says 您 or begins with a name; a chat says
    您 and warns of nothing.  A page of no known kind says 您, or what follows if nobody pays by an hour or day, and
    neither quotes, warns, tells nor asks.  Any other paper names its reader, greets him or wants something of him.
    """
    kind = evidence.kind.type if evidence.kind is not None else "other"
    if kind == "debt_relief_ad" or (kind in ("chat_screenshot", "other") and several(text)):
        return False
    spoken_to = text.says(_YOU) or text.says(_NAMED)
    if kind == "sms_screenshot":
        return spoken_to or any(evidence.named("sms_signature"))
    if kind == "chat_screenshot":
        return spoken_to and text.classes.isdisjoint(_WARNING)
    if kind == "other":
        hurried = any(each.has("nonpay") and each.has("soon", "clock", "days") for each in text.sentences)
        return (spoken_to or hurried) and text.classes.isdisjoint(_TELLING) and not text.says(_NO_DEMAND)
    return not text.classes.isdisjoint(_ASKED) or text.says(_SALUTED)


def addressed(evidence: Evidence, text: Prose) -> bool:
    """Whether the text speaks to somebody of a loan, and is neither a contract nor about such papers.

    Who writes a demand need not say 您 or 欠: the kind of paper, a sum of money or a word for a debt tell, too.
    """
    if about(evidence, text) or _contract(text) or (text.says(_DUES) and not text.says(_LOAN)):
        return False
    kind = evidence.kind.type if evidence.kind is not None else "other"
    owed = not text.classes.isdisjoint(_OWED) or any(evidence.named("amount")) or text.says(DEBT)
    owed = owed or (kind in MESSAGES and text.says(_SUM))
    owed = owed or (kind == "chat_screenshot" and _COLLECTOR.search(text.text[:_HEAD]) is not None)
    spoken_to = kind in (*MESSAGES, *LETTERS) or not text.classes.isdisjoint(_SPOKEN_TO) or text.says(_NAMED)
    return owed and spoken_to


def _contract(text: Prose) -> bool:
    return text.says(_CONTRACT) and any(all(each in text.text for each in pair) for pair in _SIDES)


def official(evidence: Evidence, text: Prose) -> bool:
    """Whether a court, the police or another public body signs, or a court's form may have lost its head."""
    return signed_by_office(evidence, text) or text.says(COURT_FORM) or text.says(_ORGAN)


def signed_by_office(evidence: Evidence, text: Prose) -> bool:
    """Whether a court, the police or another public body signs."""
    return any(each.office in ("court", "police", "authority") for each in issuers(evidence, text))


def claims(text: Prose, rule: Rule) -> Iterator[Claim]:
    """Every claim of a kind in the paper's own words, not denied, asked, quoted or warned of."""
    for begin in islice(rule.first.finditer(text.text), MOST):
        stop = begin.end()
        if rule.then is not None:
            act = rule.then.search(text.after(stop, rule.reach))
            if act is None:
                continue
            stop += act.end()
        sentence = (
            text.before(begin.start(), BEFORE)
            + text.text[begin.start() : stop]
            + text.after(stop, AFTER)
            + _stop(text, stop)
        )
        if _EXCUSED.search(sentence) or (rule.innocent is not None and rule.innocent.search(sentence)):
            continue
        if quoted(text, begin.start(), stop) or warned_of(text, begin.start(), stop):
            continue
        yield Claim(begin.start(), stop, sentence)


def acts(text: Prose, rule: Act) -> Iterator[Claim]:
    """Every act of a kind in the paper's own words, not denied, asked, quoted or warned of."""
    for frame in islice(frames(text.sentences, frozenset(rule.acts.split())), MOST):
        if frame.told or frame.denied or not rule.meets(frame):
            continue
        start, end = frame.act.start, frame.act.end
        if not (quoted(text, start, end) or warned_of(text, start, end)):
            yield Claim(*frame.span, frame.sentence.text)


def _stop(text: Prose, end: int) -> str:
    """A question mark that ends the sentence."""
    at = end + len(text.after(end, AFTER))
    return "?" if text.text[at : at + 1] == "?" else ""


def _finding(text: Prose, rule: Rule | Act, claim: Claim, sure: bool) -> Finding:
    place = text.place(claim.start, claim.end)
    mere = not sure or place.confidence < SURE or _MAYBE.search(claim.sentence)
    return Finding("weak" if mere else rule.severity, rule.says, place, {"claim": text.text[claim.start : claim.end]})
