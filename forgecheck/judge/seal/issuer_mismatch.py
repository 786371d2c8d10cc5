"""The seal names another organisation than the one that signs.

A letter goes out under the seal of whoever signs it.  A forger uses the seal he has: a firm's seal under a
company's letter, or one court's seal on another court's paper.

Strong where the seal was read well, an organisation signs, and nothing in the whole text is near the seal's name.

Innocent causes
---------------
Letters have several parties, so a seal of anyone named anywhere in the text is fine; branches, departments,
purposes (合同专用章, 执行局) and former or short names are the same body; misread seals are given a third of
their letters; stamps that say that somebody received, copied or certified the paper (收文章, 与原件核对无异) are
left alone.  Those who often witness or receive papers (street offices, villages, schools, property managers) give
no more than a hint.

Limits
------
Seals of persons, and seals without a readable name, cannot be compared.  A company's plain seal on a copy that it
certified is taken for the sender's.  Two courts whose names differ in one character are taken for one.  The
owner of a misread seal counts as the signer where two thirds of its own letters are the signer's.  Only letters and
notices are looked at, not contracts, receipts or screens.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号) art. 14, 22, in force
  1999-10-31: seals carry the legal name.
* 人民法院、人民检察院印章: the court's own name on its seal (最高人民法院 2002-05-22).
* 律师事务所名称管理办法 (司法部令第120号) art. 14, in force 2010-03-01: one registered name on the seal and
  in use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.seal._names import Name, mentioned, name, resembles
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED
from forgecheck.judge.seal._signers import signers
from forgecheck.judge.speaker import Issuer

# Stamps of whoever received, copied or certified the paper: never the signer's.
_NOT_THE_SIGNERS = re.compile("收文|收讫|收件|签收|核对|原件|复印|认证|公证|翻译|校对|付讫|查询|档案")
# Who witnesses a service, keeps a paper or receives it for a neighbour may stamp it with a plain seal.
_WITNESS = re.compile("街道|办事处|村民|居民|社区|学校|大学|学院|医院|物业|服务中心|邮政|管理委员会")
LETTERS: tuple[DocumentType, ...] = (*SEALED, "collection_notice")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal of an organisation that the letter does not name."""
    if evidence.kind is None or evidence.kind.type not in LETTERS:
        return
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
    seals = [seal for page in evidence.pages for seal in page.seals or () if seal.shape != "square"]
    named = [(seal, known) for seal in seals if (known := _read(seal)) is not None]
    if seals and not named:
        yield Unable(
            Says("没有读出可以核对的单位印章。", "No seal of an organisation could be read to compare."),
            seals[0].page,
        )
    signed = signers(evidence, text)
    if named and not signed:
        yield Unable(Says("没有读出落款单位，没法核对印章。", "No signature could be read to compare the seal with."))
        return
    strangers = [
        (seal, known)
        for seal, known in named
        if not mentioned(known, text)
        # A signature whose beginning was lost is the end of the seal's name: "有限公司".
        and not any(resembles(known, each.name) or known.text.endswith(each.name) for each in signed)
    ]
    fitting = len(strangers) < len(named)
    for seal, known in strangers:
        yield _finding(seal, known, signed[-1], fitting)


def _read(seal: Seal) -> Name | None:
    if seal.text is None or seal.confidence < SURE or _NOT_THE_SIGNERS.search(seal.text):
        return None
    return name(seal.text)


def _finding(seal: Seal, known: Name, signer: Issuer, fitting: bool) -> Finding:
    doubtful = fitting or signer.place.confidence < SURE or _WITNESS.search(known.text) is not None
    severity: Severity = "weak" if doubtful else "strong"
    return Finding(
        severity,
        Says(
            f"印章上是“{known.text}”，落款却是“{signer.name}”，全文也没有提到印章上的单位。盖章的应当就是落款的单位。",
            f"The seal says {known.text} but the letter is signed by {signer.name} and never names the seal's owner. "
            "Whoever signs should also seal.",
        ),
        Place(seal.page, seal.box, seal.confidence),
        {"seal": known.text, "signer": signer.name, "seal_confidence": round(seal.confidence, 3)},
    )
