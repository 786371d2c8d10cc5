"""Outcomes to Verdict: the whole of how forgecheck decides.

A finding's weight is log10 of its likelihood ratio ("bans"): how much more often it is found on forged files than
on genuine ones.  Inside a family only the heaviest finding counts, because checks of one family see the same trace;
families add up, less what they were measured to count twice.  What fits takes a little from its own family.

Silence has no weight of its own: the calibration curve tells what a sum is worth, and its lowest step is the files on
which nothing spoke.  So a family that cannot look counts as a silent one, and taking one away never raises the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import inf

from forgecheck.evidence import CaptureKind, DocumentType, Evidence
from forgecheck.finding import Finding, Label, Outcome, Says, Verdict, Weighed
from forgecheck.rates import bans, calibration, own, probability, rates, shared
from forgecheck.wording import CRASHED, summary

SPEAKS_BANS = 0.9
"""A family speaks clearly from here (8 times as often on forged files): weak hints alone accuse nobody; assumed."""
WEAK_MOST = 0.8
"""A hint weighs no more than this, however rare it was on genuine files: it can have an innocent cause; assumed."""
BORROWED_MOST = 1.5
"""A rate that was assumed, or measured for the family only, weighs no more than this; assumed."""
STEP = 0.01
"""Weights are rounded to this, so that the last bit of a logarithm never decides."""

# What must have been looked at before we may say that nothing was found.
NEEDED: Mapping[DocumentType, tuple[str, ...]] = {
    "lawyer_letter": ("law", "identifier"),
    "contract_cancellation": ("law", "identifier"),
    "court_notice": ("law", "identifier"),
    "dishonest_debtor_notice": ("law", "identifier"),
    "consumption_restriction_order": ("law", "identifier"),
    "police_notice": ("law", "identifier"),
    "collection_notice": ("law", "identifier"),
    "sms_screenshot": ("law", "sender"),
    "chat_screenshot": ("law", "language"),
    "debt_relief_ad": ("language",),
}
READ_NOTHING = 8
"""Fewer characters than this on a whole picture is not a text that could be checked; assumed."""


def weigh(evidence: Evidence, outcomes: Sequence[Outcome]) -> Verdict:
    """What all outcomes together allow us to say."""
    capture = evidence.document.capture.kind
    weighed = sorted(
        (
            Weighed(each.name, finding, weight(each.name, finding, capture))
            for each in outcomes
            for finding in each.findings
        ),
        key=lambda each: (-each.weight, each.check),
    )
    total = _total(weighed)
    blind = _blind(outcomes)
    label = _label(evidence, total, [family for family, _ in blind])
    words = summary(label, evidence.kind.type if evidence.kind else "other")
    return Verdict(label, probability(total), total, words, tuple(weighed), blind)


def weight(check: str, finding: Finding, capture: CaptureKind | None = None) -> float:
    """Weight of a finding in bans: 0 for context, a little below 0 for what fits, enough for "forged" if decisive."""
    if finding.fits:
        return round(min(bans(rates(check, "fits", capture)), 0.0), 2)
    if finding.severity == "info":
        return 0.0
    known = rates(check, finding.severity, capture)
    if finding.severity == "decisive":
        return round(max(bans(known), calibration().forged), 2)
    most = WEAK_MOST if finding.severity == "weak" else inf if own(check, finding.severity) else BORROWED_MOST
    return round(max(min(bans(known), most), 0.0), 2)


def _total(weighed: Sequence[Weighed]) -> float:
    """The most that any set of families carries together.

    Hints alone stay below "suspicious", and a single family below "forged", unless it found what cannot be true.
    The best set is taken, so that one more family can only add.
    """
    heaviest, decisive = _heaviest(weighed)
    found = 0.0
    for size in range(1, len(heaviest) + 1):
        for some in combinations(heaviest, size):
            carried = sum(heaviest[each] for each in some) - sum(shared(*pair) for pair in combinations(some, 2))
            found = max(found, min(carried, _most(some, heaviest, decisive)))
    return round(found, 2)


def _most(some: Sequence[str], heaviest: Mapping[str, float], decisive: frozenset[str]) -> float:
    witnesses = sum(heaviest[each] >= SPEAKS_BANS for each in some)
    if witnesses >= 2 or decisive.intersection(some):
        return inf
    return (calibration().forged if witnesses else calibration().suspicious) - STEP


def _heaviest(weighed: Sequence[Weighed]) -> tuple[dict[str, float], frozenset[str]]:
    """The weight of each family that spoke, less what fits in it; and the families that are decisive."""
    spoke: dict[str, float] = {}
    fits: dict[str, float] = {}
    for check, finding, bans_ in weighed:
        family = check.split(".", 1)[0]
        spoke[family] = max(spoke.get(family, 0.0), bans_)
        if finding.fits:
            fits[family] = min(fits.get(family, 0.0), bans_)
    decisive = frozenset(each.check.split(".", 1)[0] for each in weighed if each.finding.severity == "decisive")
    left = {each: bans_ + (0.0 if each in decisive else fits.get(each, 0.0)) for each, bans_ in spoke.items()}
    return {family: bans_ for family, bans_ in left.items() if bans_ > 0}, decisive


def _label(evidence: Evidence, total: float, blind: Sequence[str]) -> Label:
    if total >= calibration().forged:
        return "forged"
    if total >= calibration().suspicious:
        return "suspicious"
    read = len(evidence.flow.text.strip()) if evidence.flow else 0
    needed = NEEDED.get(evidence.kind.type, ()) if evidence.kind else ()
    if read < READ_NOTHING or any(family in blind for family in needed):
        return "inconclusive"
    return "no_forgery_found"


def _blind(outcomes: Sequence[Outcome]) -> tuple[tuple[str, Says], ...]:
    """Families of which no check could look, with the first reason given."""
    looked = {each.family for each in outcomes if each.looked}
    reasons: dict[str, Says] = {}
    for each in outcomes:
        if each.family not in looked:
            reasons.setdefault(each.family, each.unable[0].reason if each.unable else CRASHED)
    return tuple(reasons.items())
