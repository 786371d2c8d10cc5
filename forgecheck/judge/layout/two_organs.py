"""A court or the police share the head or the foot of a paper with a law firm or a company.

An organ of state writes under its own name alone; its partner in a letterhead can only be another organ of state.  Who
wants to borrow authority puts both names on top: 某某区人民法院 and, below it or beside it, 某某律师事务所.

Strong where both stand above the title, each on a line of its own or on one line, or sign at the foot of a paper that a
court heads; a hint where a line was read poorly.

Innocent causes
---------------
The one addressed stands near the head too: lines that end in a colon, and lines with 致, 抄送 or the like, do not
count. Mediation is shared: courts invite firms and centres (驻法院调解工作室, 特邀调解).  Stamps of a firm that filed
a copy, and the name of the site or app above a screenshot, stand in seals or beside other words.  Police and courts
of several places, or a court and a procuratorate, may write together.

Limits
------
Without a title that was read, nothing is said: then nobody knows where the head ends.

Sources
-------
* GB/T 9704-2012 党政机关公文格式 7.2.4: the organ's mark; joint papers are of organs, in force 2012-07-01.
* 党政机关公文处理工作条例 (中办发〔2012〕14号) art. 9, 17: who may issue jointly, in force 2012-07-01.
* 最高人民法院《人民法院民事裁判文书制作规范》 法〔2016〕221号, in force 2016-08-01: the court's name heads the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field, FieldName
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import closing, title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

HEAD_LINES = 6  # a head has few lines, and a screenshot some bars above them; assumed
FOOT_LINES = 5  # names, date, and a line or two around them; assumed
FILLS = 0.6  # share of its line that the names take in a head; assumed

_OTHERWISE = re.compile(
    r"^[致至]|抄[送报]|调解|驻|特邀|委派|委托|支持|主办|承办|版权|官网|公众号|微信|专户|开户|收款|诉|与|网$|"
    r"原告|被告|申请|附|送达|邮|报社"
)
_TOGETHER = re.compile("联合(?:印发|发布|制作|签发|出具|署名|盖章|执行)")
_ORDER = re.compile("传票|通知书|裁定书|判决书|[令证]$|公告|决定书|告知书")
_PLEADING = re.compile("此致|具状人|申请人[:(]|甲方|乙方|收件人|寄件|联系人")
_OFFICIAL: tuple[FieldName, ...] = ("court", "police")
_PRIVATE: tuple[FieldName, ...] = ("law_firm", "company")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    head = title(evidence)
    if head is None:
        return
    start = text.find(head)
    pair = _pair(_head(text, start, evidence)) or _foot(text, evidence, head)
    if pair is None or told(evidence, text, start, start + len(head.value)):
        return
    official, private = pair
    read = min(official.place.confidence, private.place.confidence)
    severity: Severity = "strong" if read >= SURE else "weak"
    says = Says(
        f"同一份文书同时署着“{official.value}”和“{private.value}”。法院、公安的文书不会和律师事务所、公司一起署名。",
        f"The paper is of both {official.value} and {private.value}. Courts and police issue no papers together "
        "with law firms or companies.",
    )
    yield Finding(severity, says, private.place, {"official": official.value, "private": private.value})


def _pair(names: list[Field]) -> tuple[Field, Field] | None:
    official = next((each for each in names if each.name in _OFFICIAL), None)
    private = next((each for each in names if each.name in _PRIVATE), None)
    return (official, private) if official and private else None


def _foot(text: Prose, evidence: Evidence, head: Field) -> tuple[Field, Field] | None:
    """The names that sign side by side in the last lines of a paper that a court or the police head."""
    letterhead = next(evidence.named("letterhead"), None)
    if not _ORDER.search(head.value) or letterhead is None or _PLEADING.search(text.text):
        return None
    if not re.search("法院|公安", letterhead.value):
        return None
    lines = closing(text)[-FOOT_LINES:]
    named = [(text.find(each), each) for each in evidence.named(*_OFFICIAL, *_PRIVATE)]
    signing: list[Field] = []
    for begin, whole in lines:
        start = begin + whole.rfind("。") + 1  # short lines are joined to the one before
        line = whole[start - begin :]
        here = [each for at, each in named if start <= at < start + len(line)]
        together = _TOGETHER.search(line)
        if not here or start <= text.find(letterhead) or (_OTHERWISE.search(line) and not together):
            continue
        if together or sum(len(each.value) for each in here) >= FILLS * len(line):
            signing += here
    pair = _pair(signing)
    # A company's name before the court's is the addressee of a short paper.
    return pair if pair and pair[0].start < pair[1].start else None


def _head(text: Prose, before: int, evidence: Evidence) -> list[Field]:
    """The names that fill lines above the title, or the title's own line before it, outside of seals."""
    seals = [(seal.page, seal.box) for page in evidence.pages for seal in page.seals or ()]
    named = [(text.find(each), each) for each in evidence.named(*_OFFICIAL, *_PRIVATE)]
    found: list[Field] = []
    for number, (start, line) in enumerate(text.lines()):
        if start > before or number >= HEAD_LINES:
            break
        part = line[: before - start] if start < before < start + len(line) else line
        here = [each for at, each in named if start <= at < start + len(part)]
        if _OTHERWISE.search(part) or sum(len(each.value) for each in here) < FILLS * len(part):
            continue
        found += [
            each
            for each in here
            if not text.text.startswith(":", text.find(each) + len(each.value))
            and not any(each.place.page == page and each.place.box.intersection(box).area for page, box in seals)
        ]
    return found
