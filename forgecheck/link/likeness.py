"""How likely two papers are of one hand, in bans, and by what.

Each signal is worth log10 of how much more often it is found between papers of one maker than between papers of
different makers.  An edge needs two signals, or one that hardly ever comes about by chance; what many papers share is
worth little, whoever made them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10

import numpy as np

from forgecheck.link.anchors import Kind
from forgecheck.link.mark import Likeness as SealLikeness
from forgecheck.link.mark import compare
from forgecheck.link.paper import OFFICIAL, ON_SCREEN
from forgecheck.link.style import Style
from forgecheck.link.trail import Trail

# Bans of this file were chosen on the dev split of tests/benchmarks/linking.py, and measured on its test split.
ENOUGH = 2.4
"""Bans of an edge."""
COUNTS = 0.6
"""Bans from which a signal counts as one of two."""
ALONE = 2.9
"""Bans from which one signal is enough."""

# Share of features in common to bans, straight between.
ALIKE, ALIKE_BANS = (0.25, 0.40, 0.55, 0.70, 1.0), (0.0, 1.3, 2.2, 2.7, 3.0)
FULL_GRAMS = 80  # features from which wording counts in full; shorter texts are alike by chance
WORDING_ALONE = 2.8  # most bans of wording without a layout to go with it: words stand on the internet
PRESCRIBED, PRESCRIBED_STYLE = 0.5, 0.6  # share of the bans of wording that all courts use; most bans of their layout
SEALS: Mapping[SealLikeness, float] = {"impression": 3.5, "picture": 3.0, "design": 1.5}
OTHER_SEAL = -1.2  # bans off the template where both are sealed and no seal is the same
UNLIKE_STYLE = 1.5  # most bans that style adds or takes
FEATURE = (-1.5, 0.7)  # least and most bans of one feature
STYLE_SHARE = 0.6  # of the bans of its features, which are not independent
# Spread of each feature between pictures of one template, and between templates; in the units of `FEATURES`.
SAME = np.array([0.8, 0.06, 0.06, 0.35, 0.3, 1.2, 1.5, 0.6], np.float32)
OTHERS = np.array([8.0, 0.30, 0.35, 1.2, 1.0, 6.0, 3.0, 2.0], np.float32)

CAPS: Mapping[Kind, float] = {
    "account": 3.0,
    "payee": 1.2,
    "host": 2.5,
    "mobile": 2.5,
    "landline": 1.5,
    "sender": 1.0,
    "letter_number": 2.0,
    "case_number": 2.0,
    "licence": 1.5,
    "lawyer": 0.6,
    "issuer": 1.0,
}
"""Most bans that an identifier is worth, where it is rare."""
FEW = 1000  # papers a store is taken to hold at least, or everything in a small one would be rare
DISCOUNT = 0.7  # bans off what rarity says: people of one trade or town name the same; assumed
MOST_ANCHORS = 4.0
SAME_WORDS = 2.2  # bans of the wording of messages from which it may join groups
HALF_LOG10_E = 0.2171  # the exponent of a normal density, in bans
SAME_PARTICULARS = (3, 0.6)  # shared, and their share: the same paper, photographed or sent once more


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two papers have in common; bans."""

    template: float = 0.0
    seal: float = 0.0
    seal_as: SealLikeness = "unknown"
    seals: tuple[int, int] | None = None
    """Which seal of the one, and which of the other."""
    anchors: Mapping[Kind, float] | None = None
    same_paper: bool = False
    same_words: bool = False
    """Messages in the same words, which link nobody, but may join groups that hang together already."""

    @property
    def score(self) -> float:
        """All of it together."""
        return self.template + self.seal + min(sum((self.anchors or {}).values()), MOST_ANCHORS)

    @property
    def signals(self) -> int:
        """How many signals count; the identifiers each for itself."""
        return sum(each >= COUNTS for each in (self.template, self.seal, *(self.anchors or {}).values()))

    @property
    def links(self) -> bool:
        """Whether it is enough for an edge."""
        best = max(self.template, self.seal, *(self.anchors or {}).values(), 0.0)
        return self.score >= ENOUGH and (self.signals >= 2 or best >= ALONE)


def likeness(one: Trail, other: Trail, wording: float, named: Mapping[Kind, int], papers: int) -> Likeness:
    """Compare two papers.

    Parameters
    ----------
    wording : float
        `forgecheck.link.sketch.resemblance` of the two, 0..1.
    named : mapping
        Identifiers that both have: how many papers name the rarest of each kind.
    papers : int
        How many papers there are.
    """
    seal_as, seals = _seals(one, other)
    template = _template(one, other, wording, seal_as == "other")
    found = {kind: rarity(CAPS[kind], count, papers) for kind, count in named.items()}
    return Likeness(
        round(template, 2),
        SEALS.get(seal_as, 0.0),
        seal_as,
        seals,
        {kind: round(bans, 2) for kind, bans in found.items() if bans > 0},
        wording >= ALIKE[1] and _same_particulars(one, other),
        {one.kind, other.kind} <= ON_SCREEN and template >= SAME_WORDS,
    )


def rarity(most: float, count: int, papers: int) -> float:
    """What a shared identifier is worth that `count` of so many papers name.

    >>> rarity(3.0, 2, 100_000), rarity(3.0, 60_000, 100_000)
    (3.0, 0.0)
    """
    return min(max(log10(max(papers, FEW) / max(count, 2)) - DISCOUNT, 0.0), most)


def _template(one: Trail, other: Trail, wording: float, sealed_otherwise: bool) -> float:
    """Wording and layout together: the layout only says whether alike wording is of one template."""
    bans = float(np.interp(wording, ALIKE, ALIKE_BANS))
    bans *= min(min(one.grams, other.grams) / FULL_GRAMS, 1.0)
    style = _style(one.style, other.style)
    if style is None:
        bans, style = min(bans, WORDING_ALONE), 0.0
    if one.kind in OFFICIAL or other.kind in OFFICIAL:
        bans, style = PRESCRIBED * bans, min(style, PRESCRIBED_STYLE)
    if bans < COUNTS:
        return 0.0
    return max(bans + style + OTHER_SEAL * sealed_otherwise, 0.0)


def _style(one: Style | None, other: Style | None) -> float | None:
    """Bans of two layouts, for or against one template; None where one is not known."""
    if one is None or other is None:
        return None
    gap = (one - other)[~np.isnan(one - other)]
    known = ~np.isnan(one - other)
    narrow, wide = SAME[known], OTHERS[known]
    each = np.log10(wide / narrow) - HALF_LOG10_E * gap**2 * (1 / narrow**2 - 1 / wide**2)
    return float(np.clip(STYLE_SHARE * np.clip(each, *FEATURE).sum(), -UNLIKE_STYLE, UNLIKE_STYLE))


def _seals(one: Trail, other: Trail) -> tuple[SealLikeness, tuple[int, int] | None]:
    """The most that two of their seals have in common; "other" where all are certainly different."""
    found: list[tuple[float, SealLikeness, tuple[int, int]]] = []
    for left in one.stamps:
        for right in other.stamps:
            seen = compare(left.mark, right.mark, left.printed or right.printed)
            found.append((SEALS.get(seen, 0.0), seen, (left.number, right.number)))
    if not found:
        return "unknown", None
    bans, seen, pair = max(found, key=lambda each: each[0])
    if bans > 0:
        return seen, pair
    return ("other" if all(each[1] == "other" for each in found) else "unknown"), None


def _same_particulars(one: Trail, other: Trail) -> bool:
    shared = len(one.particulars & other.particulars)
    least, share = SAME_PARTICULARS
    return shared >= least and shared >= share * min(len(one.particulars), len(other.particulars))
