"""The seal stands alone on blank paper, away from signature, date and text.

A seal goes over the signature and the date (骑年盖月), so that neither can be changed.  Who pastes a seal puts
it where it disturbs nothing.

Only ever weak.

Innocent causes
---------------
A signature written by hand, which the text reader does not see; a cross-page seal at the edge of the sheet; seals of
receipt.

Limits
------
Looks only at letters and notices with a signature that was read and one seal, whole and away from the edges.

Sources
-------
* 党政机关公文格式 GB/T 9704-2012 7.3.5: the seal is set over the date and the signature, never on blank paper.
* 党政机关公文处理工作条例 (中办发〔2012〕14号) art. 9, in force 2012-07-01."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Box, Evidence, Page, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED

FAR = 0.75  # of the seal's width between its box and the nearest line; assumed
EDGE = 0.5  # of its width to the picture's edge: nearer is a cross-page seal; assumed
LEAST_LINES = 5
SURE_KIND = 0.5  # assumed


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one weak finding for a seal that touches nothing."""
    kind = evidence.kind
    if kind is None or kind.type not in SEALED or kind.confidence < SURE_KIND:
        return
    signed = {field.place.page for field in evidence.named("signature")}
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
            continue
        if len(page.seals) == 1 and page.number in signed and _stands_alone(page, page.seals[0]):
            yield _finding(page.seals[0])


def _stands_alone(page: Page, seal: Seal) -> bool:
    lines = page.lines or ()
    room = EDGE * seal.box.width
    sides = (seal.box.left, seal.box.top, page.width - seal.box.right, page.height - seal.box.bottom)
    if len(lines) < LEAST_LINES or seal.shape == "square" or min(sides) < room:
        return False
    return all(_apart(seal.box, line.box) > FAR * seal.box.width for line in lines)


def _apart(one: Box, other: Box) -> float:
    """Pixels between two boxes; 0 where they touch."""
    across = max(one.left - other.right, other.left - one.right, 0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0)
    return float((across**2 + down**2) ** 0.5)


def _finding(seal: Seal) -> Finding:
    return Finding(
        "weak",
        Says(
            "印章盖在空白处，离落款和日期都很远。正式文书的章一般盖在落款和日期上。",
            "The seal stands on blank paper, away from signature and date, over which it is set as a rule.",
        ),
        Place(seal.page, seal.box, seal.score),
        {"seal": seal.text, "width_px": seal.box.width},
    )
