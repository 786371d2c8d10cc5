"""Children or relatives are said to be punished for a debt: school, civil service, army.

A debt follows the debtor alone.  No rule keeps a child from a public school, the civil service or the army because
a parent is late with a loan.  The one thing close to it: who was sued, lost, and still does not pay may not send his
children to an expensive private school at his own cost.  Parents are frightened most by this, so it is invented most.

Strong where it is said as a fact; weak where it only "may" be, or where a judgment is spoken of.

Innocent causes
---------------
Courts and careful lawyers name the rule on expensive private schools.  Some local courts and recruiting offices did
announce more than the law says: what a court or another public body signs is left alone.  So are questions, denials
and warnings.

Limits
------
Needs the child and the harm in one sentence, and a text about a debt.

Sources
-------
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 3, in force 2015-07-22.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 4, in force 2017-05-01: minors never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.claims import Act, Rule, speak
from forgecheck.judge.frames import Frame

_PRIVATE = re.compile("高收费|私立|民办|贵族|高价|学区|优惠|助学|助力|帮助|协助|辅导|培训|祝|喜")
_INNOCENT: dict[Severity, re.Pattern[str]] = {
    "strong": re.compile(f"{_PRIVATE.pattern}|判决|失信|执行|法院"),
    "weak": _PRIVATE,
}
_FAMILY = "子女|孩子|小孩|儿女|后代|下一代|[三几]代|直系亲属|家[属人]|亲属|配偶|父母"
_HARM = "上学|入学|学籍|就读|读书|升学|求学|高考|考公|公务员|考编|编制|参军|入伍|当兵|征兵|政审|入党|教师资格|公立"
_BARRED = "影响|波及|牵连|连累|殃及|祸及"
_SAYS = Says(
    "文中说欠款会影响子女或家人上学、考公、参军。欠债只由本人负责，没有这样的规定；法院只会限制被执行人花钱送子女读高收费私立学校。",
    "The text says that the debt harms the family's schooling, civil service or army career. There is no such rule; "
    "a court can only bar a debtor under enforcement from paying for an expensive private school.",
)
_SAID = (
    (_BARRED, rf"^[^。;\n]{{0,10}}(?:{_FAMILY})[^。;\n]{{0,10}}(?:{_HARM})"),
    (_FAMILY, rf"(?:{_BARRED}|不得|不能|无法|禁止|限制|受限|失去|丧失|剥夺|取消)[^。;\n]{{0,8}}(?:{_HARM})"),
    (
        _FAMILY,
        rf"(?:{_HARM})[^。;\n]{{0,10}}(?:受影响|受限|受阻|受到?(?:影响|限制|牵连)|会?被?(?:注销|取消|开除)|不通过|通不过)",
    ),
)


def _harms(frame: Frame) -> bool:
    """Whether kin and a harm stand in the same sentence, and nothing that is true of expensive private schools."""
    kin = frame.has("child") or (frame.has("kin") and "career" in frame.act.classes)
    return kin and frame.has("harm", "limit", "void", "lose") and not _PRIVATE.search(frame.sentence.text)


def _unjudged(frame: Frame) -> bool:
    return _harms(frame) and not frame.has("judged", "dishonest", "court") and frame.mode != "may"


_ACTS = frozenset({"school", "career"})
_RULES = (
    Act(_ACTS, _unjudged, "strong", _SAYS),
    Act(_ACTS, _harms, "weak", _SAYS),
) + tuple(
    Rule(re.compile(first), re.compile(then), severity, _SAYS, innocent)
    for severity, innocent in _INNOCENT.items()
    for first, then in _SAID
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
