"""The court that issues the paper has a name that no court has.

Every people's court bears the name of its place; the few special courts (maritime, intellectual property, financial,
internet) can be counted.  互联网金融法院, 国家失信法院 or 中国执行法院 exist nowhere.  And a court's own paper bears
its full name: 深圳市南山法院 is how people talk, 深圳市南山区人民法院 what stands at the head of a summons.

Looks at whoever issues (letterhead, closing, signature of a message) and, for kinds of court that exist nowhere, at
the courts that the text names.  Strong for a kind of court that does not exist and for a short name at the head of a
titled court paper; a hint for a place that has no court known to us, for a
special court of another place, and for 人民法院 without any place.

Innocent causes
---------------
Messages and running text say courts in short.  The reader loses or mistakes a character, people black a place out,
a picture is cut: a name one character from a known one is left alone, and so are masked ones.  Courts are renamed and
merged: papers dated or numbered before 2022 are not compared with the list.

Limits
------
Forgers usually copy a real name: that a court exists proves nothing.  Military, railway, forest and corps courts are
not compared.

Sources
-------
* 中华人民共和国人民法院组织法 art. 12-15, 20-26, in force 2019-01-01: which courts there are.
* 最高人民法院《人民法院民事裁判文书制作规范》 法〔2016〕221号, in force 2016-08-01: the full name heads the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.courts import place_names
from forgecheck.judge.identifier._court_name import exists
from forgecheck.judge.paper import title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told
from forgecheck.tables import table

SINCE = "2022"  # the list of courts is of 2026; few changed after 2021

_COURT_TITLE = re.compile(
    r"传票|判决书|裁定书|调解书|执行通知书|限制(?:高)?消费令|失信.*决定书|应诉通知书|财产令|支付令"
)
# 某某法院 is a name that somebody made unknown.
_SHORT = re.compile(r"(?!某)[\u4e00-\u9fff]{2,10}法院(?:执行局|立案庭)?")
_SPECIAL = re.compile("[人入].?法院|.民法院|互联网|海事|金融|知识产权|军事|铁路|林区|矿区|林业|油田|垦|分院")
_SPECIAL_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:互联网|海事|金融|知识产权)法院")
_FULL = re.compile(r"[\u4e00-\u9fff某×*]{2}(?:中级|高级)?[人入]民法院")
_BARE = re.compile(r"人民法院(?:执行局|立案庭)?")
_COURT = re.compile(r"[\u4e00-\u9fff]{4,12}法院(?![校学])")
_STATE = frozenset(("中国", "国家", "全国", "中央"))
MOST = 30
"""Names of courts that are looked at, which bounds the time."""


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding: the gravest thing that is wrong with an issuer's name."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    found = [
        finding
        for each in issuers(evidence, text)
        if each.office == "court" and (finding := _wrong(each.name, each.place, evidence, text))
    ]
    found = found or list(_told_of(evidence, text))
    yield from sorted(found, key=lambda each: each.severity != "strong")[:1]


def _told_of(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """The first court of a kind that exists nowhere, named in a sentence with a place or the state before its kind."""
    for match in islice(_COURT.finditer(text.text), MOST):
        for at in range(len(match[0])):
            says = _invented_there(match[0][at:])
            if says and not told(evidence, text, match.start() + at, match.end()):
                place, name = text.place(match.start() + at, match.end()), match[0][at:]
                yield Finding("strong" if place.confidence >= SURE else "weak", says, place, {"court": name})
                return


def _invented_there(name: str) -> Says | None:
    """What to say of a name that begins with a place or the state, followed at once by a kind that no court is of."""
    for size in (2, 3):
        if name[:size] in _STATE or name[:size] in place_names():
            after = size + (name[size : size + 1] in ("省", "市"))
            for words, zh, en in _table():
                if words.match(name, after):
                    return _no_such(name, zh, en)
    return None


def _wrong(name: str, place: Place, evidence: Evidence, text: Prose) -> Finding | None:
    at = text.text.find(name)
    if at >= 0 and told(evidence, text, at, at + len(name)):
        return None
    found = _invented(name) or _not_listed(name, evidence) or _in_short(name, evidence, text)
    if found is None:
        return None
    severity, says = found
    return Finding(severity if place.confidence >= SURE else "weak", says, place, {"court": name})


def _invented(name: str) -> tuple[Severity, Says] | None:
    for words, zh, en in _table():
        if words.search(name):
            return "strong", _no_such(name, zh, en)
    return None


def _no_such(name: str, zh: str, en: str) -> Says:
    return Says(f"没有“{name}”这样的法院。{zh}。", f"There is no court named {name}. {en}.")


def _not_listed(name: str, evidence: Evidence) -> tuple[Severity, Says] | None:
    special = _SPECIAL_OF_PLACE.fullmatch(name)
    known = _listed_special(name) if special else exists(name, whole=True)
    years = [each.value[1:5] for each in evidence.named("case_number")]
    if known or min([evidence.letter_date or SINCE, *years]) < SINCE:
        return None
    return "weak", Says(
        f"我们的法院名单（2026年）里没有“{name}”。请查一查当地有没有这家法院。",
        f"Our list of courts (2026) has no {name}: check whether that place has such a court.",
    )


def _in_short(name: str, evidence: Evidence, text: Prose) -> tuple[Severity, Says] | None:
    head = title(evidence)
    at_head = any(each.value == name for each in evidence.named("letterhead"))
    if head is None or not at_head or not _COURT_TITLE.search(head.value):
        return None
    if _SHORT.fullmatch(name) and not _SPECIAL.search(name) and not _FULL.search(text.text):
        return "strong", Says(
            f"法院文书的抬头写全称“某地人民法院”，这里写的是“{name}”。",
            f"A court's paper is headed by its full name with 人民法院; this one has {name}.",
        )
    if _BARE.fullmatch(name) and not _FULL.search(text.text):
        return "weak", Says(
            "抬头只写“人民法院”，全文没有写是哪里的法院。法院文书都写明地名（也可能是截图没有截全）。",
            "The head says People's Court without its place, and no place is named anywhere. It may have been cut off.",
        )
    return None


@cache
def _table() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = table("invented_courts")
    return tuple((re.compile(row["words"]), row["truth_zh"], row["truth_en"]) for row in rows)


def _listed_special(name: str) -> bool:
    return any(row["name"].endswith(name) or name.endswith(row["name"]) for row in table("courts"))
