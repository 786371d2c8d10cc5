"""A paper of enforcement names no judgment or other instrument that is enforced.

A court enforces something: a judgment, a ruling, a mediation paper, a payment order, an award, a notarial deed.  Its
notice names that paper, as the debtor must be able to look it up.  A forger has none to name and writes that the
case "has entered enforcement".

Speaks once, as a hint: on a whole paper with a title of enforcement, and on a private letter that cites a number of
enforcement (执).  Strong where a paper of enforcement gives itself the number of a trial (民初) or of mediation.

Innocent causes
---------------
Messages are short, rulings decide steps of a case, orders to report property name the notice sent before, and the
court's form for a listing as dishonest names only the case: none of these is looked at.  A page may be cut off: only a
paper with a title and a dated end counts.

Limits
------
Whether the judgment that is named exists can only be asked of the court.

Sources
-------
* 中华人民共和国民事诉讼法 art. 235, 247, 251, in force 2024-01-01: what is enforced, and by which court.
* 最高人民法院关于人民法院执行工作若干问题的规定（试行） art. 2, 22, as amended in force 2021-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.case_numbers import parse
from forgecheck.judge.paper import LETTERS, own_case, title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

LEAST = 100  # characters of a letter that has room to name a judgment; assumed

_TITLE = re.compile(r"(?<!协助)执行通知书|(?<!解除)限制(?:高)?消费令|强制执行令")
_ENFORCED = re.compile(r"(?<!协助)执行通知书|(?<!解除)限制(?:高)?消费令|报告财产令|失信.{0,12}决定书|强制执行令")
_TRIAL = Says(
    "这份执行文书用的是审判案号（民初等）。执行文书用“执”字案号，审判还没有结束时不会有执行措施。",
    "This paper of enforcement bears the number of a trial. Such papers bear a number with 执; before a trial "
    "ends nothing is enforced.",
)
_INSTRUMENT = re.compile(
    r"判决|裁定书?[^,。\n]{0,12}(?:生效|效力)|调解书|裁决|支付令|公证|债权文书|法律文书|执行证书|处罚决定|恢复执行|终本"
)
_RULED = re.compile(r"\d号(?:之.)?(?:民事|刑事|行政|执行)?(?:判决|裁定|调解|裁决|执行证书|支付令)")
_SAYS = Says(
    "文中说的是执行，却没有写依据哪一份判决、裁决或调解书。法院的执行文书都会写明生效文书和它的案号。",
    "This is about enforcement but names no judgment, award or mediation paper. Papers of enforcement name what they "
    "enforce.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    trial = _trial_number(evidence, text)
    if trial is not None:
        yield Finding("strong" if trial.confidence >= SURE else "weak", _TRIAL, trial)
        return
    place = _paper(evidence, text) or _letter(evidence, text)
    if place is None or _INSTRUMENT.search(text.text) or _RULED.search(text.text):
        return
    yield Finding("weak", _SAYS, place)


def _trial_number(evidence: Evidence, text: Prose) -> Place | None:
    """Where a paper of enforcement gives itself the number of a trial."""
    head, own = title(evidence), own_case(evidence, text)
    case = parse(own.value) if own else None
    if head is None or own is None or case is None or case.old or not _ENFORCED.search(head.value):
        return None
    return own.place if case.type in ("民初", "民终", "民诉前调", "诉前调") else None


def _paper(evidence: Evidence, text: Prose) -> Place | None:
    head, own = title(evidence), own_case(evidence, text)
    case = parse(own.value) if own else None
    if case and not case.old and case.type not in ("执", "执恢"):  # objections and the like decide about something else
        return None
    whole = head is not None and evidence.letter_date is not None and _TITLE.search(head.value)
    return head.place if head is not None and whole else None


def _letter(evidence: Evidence, text: Prose) -> Place | None:
    if evidence.kind is None or evidence.kind.type not in LETTERS or len(text.text) < LEAST:
        return None
    if any(each.office in ("court", "authority") for each in issuers(evidence, text)):
        return None
    for field in evidence.named("case_number"):
        case, start = parse(field.value), text.find(field)
        if case and case.type in ("执", "执恢") and not told(evidence, text, start, start + len(field.text)):
            return field.place
    return None
