"""Two impressions on one page agree in every flaw of their ink.

No two impressions of a stamp take ink alike: gaps, grain and blots fall anew each time.  Where two on one page agree
in them, one picture was used twice.

Strong where likeness and flaws leave no doubt, else weak; only where the ink is uneven enough to compare.
Electronic seals are one picture by nature and are left alone.

Innocent causes
---------------
The same page twice in one picture; flaws that belong to the stamp itself (a nick in the frame), which is why the
grain of the ink is compared and not its outline; a scanning program that smooths everything.

Limits
------
Only copies of the same size and angle on the same page; about half of them, fewer after heavy compression.
Says nothing about even, electronic or very small seals.

Sources
-------
* GB/T 37231-2018 印章印文鉴定技术规范: impressions of one stamp differ in detail from each other.
* Measured by tests/benchmarks/seal_origin.py --copies on generated impressions."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.seal._sealed import NOT_SEARCHED

LIKENESS = 0.9  # correlation of the covered area; the same design and angle
FLAWS = 0.9  # correlation of the ink's grain; 0 of 29 second impressions, 15 of 38 copies
BEYOND_DOUBT = 0.95  # of both: copied without another compression
UNEVEN = 0.04  # spread of the ink's density; below that there is nothing to compare
CAPTURED = 0.9  # probability that the page was scanned or photographed


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each page on which an impression stands twice."""
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
            continue
        copied = [seal for seal in page.seals if _is_copied(seal)]
        if len(copied) >= 2:
            yield _finding(copied)


def _is_copied(seal: Seal) -> bool:
    known = seal.measured
    return (
        seal.origin != "electronic"
        and known.get("captured", 0) >= CAPTURED
        and known.get("even_all", 0) >= UNEVEN
        and known.get("twin_likeness", 0) >= LIKENESS
        and known.get("twin_flaws", 0) >= FLAWS
    )


def _finding(copied: list[Seal]) -> Finding:
    seal = copied[-1]
    sure = all(min(each.measured["twin_likeness"], each.measured["twin_flaws"]) >= BEYOND_DOUBT for each in copied)
    return Finding(
        "strong" if sure else "weak",
        Says(
            f"这一页上有{len(copied)}枚印章连缺墨的细节都一样。用手盖两次不会一模一样，像是同一张图用了两次。",
            f"{len(copied)} seals on this page agree even in the flaws of their ink. No two impressions of a stamp do; "
            "one picture seems to have been used twice.",
        ),
        Place(seal.page, seal.box, seal.score),
        {
            "likeness": [seal.measured["twin_likeness"] for seal in copied],
            "flaws": [seal.measured["twin_flaws"] for seal in copied],
            "left_px": [float(seal.box.left) for seal in copied],
            "top_px": [float(seal.box.top) for seal in copied],
        },
    )
