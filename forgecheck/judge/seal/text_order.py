"""The name on the seal runs from right to left.

Names on seals of the mainland run from left to right along the arc, like all its print.  The other way is that of old
seals and of costume dramas; who draws a seal after such a picture copies the order with it.

Only ever weak.

Innocent causes
---------------
Seals of bodies in Hong Kong, Macau and Taiwan; historic seals; decoration.

Limits
------
Only names that end like a body's name when read backwards, and do not when read forwards.  Name seals of persons are
read from right to left by custom and left alone.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号), in force 1999-10-31: the name stands
  from left to right along the arc."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.seal._names import Name, backwards
from forgecheck.judge.seal._sealed import NOT_SEARCHED


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal that reads backwards."""
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        for seal in page.seals or ():
            if seal.text is not None and seal.confidence >= SURE and seal.shape != "square":
                known = backwards(seal.text)
                if known is not None:
                    yield _finding(seal, known)


def _finding(seal: Seal, known: Name) -> Finding:
    return Finding(
        "weak",
        Says(
            f"印章上的字要从右往左念才是“{known.text}”。内地单位的印章都是从左往右排的；港澳台和老印章除外。",
            f"The seal reads {known.text} only from right to left. Seals of mainland bodies run from left to right; "
            "those of Hong Kong, Macau and Taiwan and old ones may not.",
        ),
        Place(seal.page, seal.box, seal.confidence),
        {"seal": seal.text, "backwards": known.text, "seal_confidence": round(seal.confidence, 3)},
    )
