"""The letterhead and the signature name two different law firms, or two different courts.

A letter goes out under one name: the firm in the head is the firm that signs.  Who makes a letter from another one
changes the head and forgets the end, or the sentence in which the firm says for whom it writes.

Strong where head and signature name two law firms that differ in more than one sign and both lines are clear; a hint
where one sign differs, in papers of courts, and where only the text between names another firm as the one engaged.

Innocent causes
---------------
Branches sign for the firm (北京市某某律师事务所 and 北京市某某（深圳）律师事务所), people leave out 市, 省 or the whole
province, firms write together and then both sign, agents sign for companies (left alone).  A court's letter to another
court names it as addressee, and a judgment ends with the court to which one may appeal.  The reader may misread one
sign.

Limits
------
Needs a head and a signature in print; a seal is for `seal.issuer_mismatch`.

Sources
-------
* 《上海市律师协会律师签发律师函业务操作指引（试行）》, 2021: the firm that was engaged signs and seals it.
* 《人民法院民事裁判文书制作规范》 (法〔2016〕221号), in force 2016-08-01: the court that issues a paper heads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import office
from forgecheck.judge.told import about
from forgecheck.tables import table

MOST = 20
"""Names that are looked at, which bounds the time."""
_BESIDE = 3  # characters between two names of one head
_TAIL = re.compile(r"(?:律师)?(?:\([\u4e00-\u9fff]{2,6}\))?(?:律师)?事务所.*|人民法院.*|[中高]级人民法院.*|法院.*")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|自治区|特别行政区)|^[\u4e00-\u9fff]{2,4}?市")
_TO_ANOTHER = re.compile(r"此致|致:?$|抄送|报送|主送|移送|转交|送达回证|上诉|申诉|申请|提[起出交]")
_GOES_ON = re.compile(r"[,。;、]|[\u4e00-\u9fff]")
_MASKED = re.compile(r"[某*×xX○□]")
_ENGAGED = re.compile(
    r"(?P<name>[\u4e00-\u9fff()]{2,16}律师(?:\([\u4e00-\u9fff]{2,6}\))?事务所)"
    r"(?:\([^()\n]{0,20}\))?(?:依法|现|已|正式|特)?(?:接受|受)[^。;\n]{2,40}?(?:的?委托|指派)"
)
_LEAD = re.compile(r".*(?:[,。;:、]|我们是|我是|本所|现由|由|系|及|和|委托|授权)")


class Named(NamedTuple):
    """A firm or court, where it stands."""

    name: str
    place: Place


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text) or (evidence.kind is not None and evidence.kind.type == "other"):
        return
    for sort in ("law_firm", "court"):
        heads = _of(evidence, text, "letterhead", sort)
        signers = _of(evidence, text, "signature", sort)
        pair = None if _both_head(evidence, signers) else _apart(heads, signers)
        if pair is not None:
            yield _finding(*pair)
            return
        if sort == "law_firm" and (heads or signers):
            stranger = _engaged(text, heads + signers)
            if stranger is not None:
                yield stranger
                return


def _of(evidence: Evidence, text: Prose, where: str, sort: str) -> tuple[Named, ...]:
    fields = (each for each in evidence.fields or () if each.name == where and office(each.value) == sort)
    return tuple(
        Named(each.value, each.place)
        for each in islice(fields, MOST)
        if not _TO_ANOTHER.search(text.text[max(0, text.find(each) - 20) : text.find(each)])
        and not (sort == "court" and _GOES_ON.match(text.text, text.find(each) + len(each.text)))
    )


def _apart(heads: Sequence[Named], signers: Sequence[Named]) -> tuple[Named, Named] | None:
    """The head and the last signer, where no signer is the head's own."""
    if not heads or not signers or any(same(head.name, each.name) for head in heads for each in signers):
        return None
    return heads[0], signers[-1]


def _both_head(evidence: Evidence, signers: Sequence[Named]) -> bool:
    """Whether a signer's name stands in the head as well, under the first: two firms that write together."""
    heads = tuple(evidence.named("letterhead"))
    beside = (
        each.value
        for each in islice(evidence.named("law_firm", "court"), MOST)
        if any(0 <= each.start - head.end <= _BESIDE for head in heads)
    )
    return any(same(name, each.name) for name in beside for each in signers)


def same(one: str, other: str) -> bool:
    """Whether two names may be of one body: a branch, a short form, or a name that is partly hidden.

    >>> same("北京市某某律师事务所", "北京市某某（深圳）律师事务所"), same("广东衡样律师事务所", "衡样律师事务所")
    (True, True)
    >>> same("广东衡样律师事务所", "广东江恒律师事务所"), same("深圳市南山区人民法院", "广东省深圳市南山区人民法院")
    (False, True)
    """
    a, b = _own(one), _own(other)
    return bool(_MASKED.search(a + b)) or a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)


def _own(name: str) -> str:
    """The name without its place, its branch and its kind; a court's own place stays."""
    bare = name.replace("（", "(").replace("）", ")")
    if "法院" in bare:
        return re.sub(r"^[\u4e00-\u9fff]{2,6}?(?:省|自治区)|人民法院.*|法院.*", "", bare)
    own = re.sub(r"\([^()]*\)", "", _TAIL.sub("", bare))
    short = _PLACE.sub("", _PLACE.sub("", own))
    short = next((short.removeprefix(place) for place in _provinces() if short.startswith(place)), short)
    return short if len(short) >= 2 else own


def _provinces() -> Iterator[str]:
    return (row["name"] for row in table("provinces"))


def _engaged(text: Prose, known: Sequence[Named]) -> Finding | None:
    """The finding for another firm that says it was engaged."""
    for match in islice(_ENGAGED.finditer(text.text), MOST):
        name = _LEAD.sub("", match["name"])
        place = text.place(*match.span("name"))
        apart = len(_own(name)) >= 2 and not any(same(each.name, name) for each in known)
        if apart and place.confidence >= SURE:
            return _said("weak", known[0], Named(name, place))
    return None


def _finding(head: Named, signer: Named) -> Finding:
    sure = min(head.place.confidence, signer.place.confidence)
    a, b = _own(head.name), _own(signer.name)
    one_sign = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    # Courts' papers name the court above at their end: a hint only.
    severity: Severity = "strong" if sure >= CLEAR and not one_sign and "法院" not in head.name else "weak"
    return _said(severity, head, signer)


def _said(severity: Severity, head: Named, other: Named) -> Finding:
    says = Says(
        f"抬头是“{head.name}”，后面署名的却是“{other.name}”，不是同一家。请向两家分别核实。",
        f"The head names {head.name}, but it is signed by {other.name}, which is another body.",
    )
    return Finding(severity, says, other.place, {"head": head.name, "signer": other.name})
