"""A seal of the wrong kind: a state emblem for a company, a contract seal under a court paper, a name seal alone.

The state emblem stands only in seals of courts, procuratorates and organs; companies and law firms have a star.  A
court's own seal has the emblem.  Contract, finance and invoice seals are for contracts, money and invoices.  A forger
takes the seal he has, or the design that looks most official.

Strong where a contract, finance or invoice seal was read surely and is the only seal of a court's or the police's
paper, and where a clean electronic seal shows the emblem around a company's name; else weak.

Innocent causes
---------------
A worn star read as something else; a bottom line (执行局) that was not read, with which a star is right; a copy of a
contract with its own seal beside the letter.

Limits
------
Depends on the reading of the ring's text and on what was seen in the centre.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号) art. 14, 22, in force 1999-10-31:
  star for enterprises and institutions, special seals differ from the official one.
* 最高人民法院印章管理规定 (2002-05-22): emblem for courts, star for their divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE
from forgecheck.judge.paper import OFFICIAL_PAPERS
from forgecheck.judge.seal._names import name
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED

SURE_KIND = 0.5  # of the document; assumed
_SPECIAL = re.compile(r"(合同|财务|发票)专?用?章")
_COURT_ONLY = re.compile(r"人民法院$")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal whose kind does not fit its owner or its paper."""
    kind = evidence.kind
    if kind is None or kind.type not in SEALED or kind.confidence < SURE_KIND:
        return
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
            continue
        alone = len(page.seals) == 1
        for seal in page.seals:
            if seal.text is not None and seal.confidence >= SURE and seal.shape != "square":
                yield from _emblem(seal, seal.text)
                yield from _purpose(seal, seal.text, kind.type in OFFICIAL_PAPERS, alone)
        if page.seals and all(seal.shape == "square" for seal in page.seals) and any(evidence.named("signature")):
            yield _said(
                page.seals[0],
                "weak",
                "落款处只有方形的人名章，没有单位的圆章。这类文书一般要盖单位公章。",
                "Only a square name seal stands here. Such papers carry the organisation's round seal as a rule.",
            )


def _emblem(seal: Seal, text: str) -> Iterator[Finding]:
    known = name(text)
    if known is None:
        return
    if seal.emblem == "national_emblem" and known.office in ("company", "law_firm"):
        sure = seal.origin == "electronic" and seal.confidence >= CLEAR
        yield _said(
            seal,
            "strong" if sure else "weak",
            f"“{known.text}”的印章中间像是国徽。公司和律师事务所的印章用五角星，不用国徽。",
            f"The seal of {known.text} seems to show the state emblem. Companies and law firms have a star.",
        )
    elif seal.emblem == "star" and known.office == "court" and _COURT_ONLY.search(text):
        yield _said(
            seal,
            "weak",
            f"“{known.text}”的院印中间像是五角星。法院院印用国徽，五角星只用于它的内设部门。",
            f"The seal of {known.text} seems to show a star. A court's own seal has the state emblem.",
        )


def _purpose(seal: Seal, text: str, official: bool, alone: bool) -> Iterator[Finding]:
    special = _SPECIAL.search(text)
    if special is None:
        return
    sure = official and alone and seal.confidence >= CLEAR
    yield _said(
        seal,
        "strong" if sure else "weak",
        f"这里盖的是“{special.group()}”。它只用于{special[1]}，不用于{'法院、公安文书' if official else '这类函件'}。",
        f"This is a {special.group()}, a seal for {_ENGLISH[special[1]]}, not for such a paper.",
    )


_ENGLISH = {"合同": "contracts", "财务": "money matters", "发票": "invoices"}


def _said(seal: Seal, severity: Severity, zh: str, en: str) -> Finding:
    return Finding(
        severity,
        Says(zh, en),
        Place(seal.page, seal.box, seal.confidence or seal.score),
        {"seal": seal.text, "emblem": seal.emblem, "shape": seal.shape, "seal_confidence": round(seal.confidence, 3)},
    )
