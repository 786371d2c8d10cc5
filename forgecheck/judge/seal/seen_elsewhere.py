"""The picture of a seal stands on other papers as well, as a store of earlier pictures tells.

Who makes letters by the hundred has one picture of a seal and puts it on all of them.  Where papers under different
names carry one and the same picture, one of these names did not put it there.

Says only that seals are alike, never that this one is forged.  A hint where the papers were issued under different
names, else context without weight.

Innocent causes
---------------
An electronic seal is one picture by nature: all honest letters of a firm, a bank or a court carry it.  A name that was
misread looks like another name, so a name counts only where it was seen twice.  A lender, its law firm and a court may
all be named on papers that one of them sealed.  A forger copies the seal of an honest body: then the honest papers are
alike to his, and not the other way round.

Limits
------
Only where a store was asked (``forgecheck check --links``, ``forgecheck link``); silent otherwise, and that is no
blindness towards the picture.  Only seals whose lettering was read well enough for a fingerprint.  Impressions of one
stamp are told apart by the flaws of their ink, so one stamp on many papers is not mistaken for a copied picture.

Sources
-------
* 国发〔1999〕25号 (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定): a seal belongs to one body.
* Measured by tests/benchmarks/linking.py on generated campaigns among honest papers.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Measured, Says, Unable


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal that was seen elsewhere."""
    for each in evidence.sightings or ():
        if each.what != "seal" or each.papers < 1:
            continue
        names = each.issuers if each.issuers >= 2 else 0
        says = Says(
            f"这枚印章的图案，在另外{each.papers}份文书上也出现过，一模一样。"
            + (f"这些文书署的是{names}个不同的名字，而一枚印章只属于一家。" if names else "")
            + "这只说明图案相同：电子印章本来就是同一张图，不能单凭这一点说是假的。",
            f"The very same picture of a seal stands on {each.papers} other paper(s)"
            + (f", issued under {names} different names, while a seal belongs to one body" if names else "")
            + ". This is likeness only: an electronic seal is one picture by nature, so it does not make a paper "
            "forged.",
        )
        found: dict[str, Measured] = {"papers": each.papers, "issuers": each.issuers, "since": each.since}
        yield Finding("weak" if names else "info", says, each.place, found)
