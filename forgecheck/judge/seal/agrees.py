"""The seal names the organisation that signs: something that fits.

Names that agree say nothing about who made the paper, since a forger can draw any name; they only mean that this
contradiction is not there.

Innocent causes
---------------
None needed: nothing is found wrong.

Limits
------
Only seals and signatures that were read well.  Short names and branches count as the same.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号), in force 1999-10-31: seals carry the
  legal name."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import prose
from forgecheck.judge.seal._names import name
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED
from forgecheck.judge.speaker import issuers


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding where a seal and a signature name the same body."""
    text = prose(evidence)
    if evidence.kind is None or evidence.kind.type not in SEALED or text is None:
        return
    signed = [name(each.name) for each in issuers(evidence, text) if each.place.confidence >= SURE]
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        for seal in page.seals or ():
            known = name(seal.text) if seal.text is not None and seal.confidence >= SURE else None
            same = [each for each in signed if known is not None and each is not None and each.office == known.office]
            if known is not None and any(known.core in each.core or each.core in known.core for each in same):
                yield _finding(seal, known.text)
                return


def _finding(seal: Seal, text: str) -> Finding:
    return Finding(
        "info",
        Says(
            f"印章上的“{text}”和落款的单位对得上。这不能说明文书是真的，印章和落款都可以仿造。",
            f"The seal of {text} agrees with the signature. That does not show who made the paper.",
        ),
        Place(seal.page, seal.box, seal.confidence),
        {"seal": text, "seal_confidence": round(seal.confidence, 3)},
        fits=True,
    )
