"""Outcomes to Verdict: the whole of how forgecheck decides.

A finding's weight is log10 of its likelihood ratio ("bans"): how much more often it is found on forged files than
on genuine ones.  Inside a family only the heaviest finding counts, because checks of one family see the same trace;
families add up.  A family that looked and found nothing counts a little for the file, and so does what fits, once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log10
from typing import Literal

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Label, Outcome, Rates, Says, Severity, Verdict, Weighed
from forgecheck.wording import CRASHED, summary

PRIOR = 0.2
"""Share of forged pictures among those that people bring; assumed."""
FORGED_BANS = 2.5
"""Needed, from two families, for "forged" without a decisive contradiction.

Assumed until calibrated to 1 % false alarms."""
SUSPICIOUS_BANS = 1.0
"""Needed for "suspicious"; assumed until calibrated to 5 % false alarms."""
SPEAKS_BANS = 0.9
"""A family speaks clearly from here: weak hints alone, however many, accuse nobody; assumed."""

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
    weighed = sorted(
        (Weighed(each.name, finding, weight(each.name, finding)) for each in outcomes for finding in each.findings),
        key=lambda each: (-each.weight, each.check),
    )
    heaviest = _heaviest(weighed)
    total = sum(heaviest.values()) + sum(
        silence(outcomes, family) for family in _looked(outcomes) if family not in heaviest
    )
    total += min((each.weight for each in weighed if each.finding.fits), default=0.0)
    blind = _blind(outcomes)
    label = _label(evidence, weighed, heaviest, total, [family for family, _ in blind])
    words = summary(label, evidence.kind.type if evidence.kind else "other")
    return Verdict(label, _probability(total), total, words, tuple(weighed), blind)


def _heaviest(weighed: Sequence[Weighed]) -> dict[str, float]:
    """The weight of each family that spoke: its heaviest finding's."""
    spoke: dict[str, float] = {}
    for check, _, bans_ in weighed:
        family = check.split(".", 1)[0]
        spoke[family] = max(spoke.get(family, 0.0), bans_)
    return {family: bans_ for family, bans_ in spoke.items() if bans_ > 0}


def _label(
    evidence: Evidence, weighed: Sequence[Weighed], heaviest: Mapping[str, float], total: float, blind: Sequence[str]
) -> Label:
    if any(each.finding.severity == "decisive" for each in weighed):
        return "forged"
    witnesses = sum(bans_ >= SPEAKS_BANS for bans_ in heaviest.values())
    if total >= FORGED_BANS and witnesses >= 2:
        return "forged"
    if total >= SUSPICIOUS_BANS and witnesses:
        return "suspicious"
    read = len(evidence.flow.text.strip()) if evidence.flow else 0
    needed = NEEDED.get(evidence.kind.type, ()) if evidence.kind else ()
    if read < READ_NOTHING or any(family in blind for family in needed):
        return "inconclusive"
    return "no_forgery_found"


def _looked(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(each.family for each in outcomes if each.looked))


def _blind(outcomes: Sequence[Outcome]) -> tuple[tuple[str, Says], ...]:
    """Families of which no check could look, with the first reason given."""
    looked = _looked(outcomes)
    reasons: dict[str, Says] = {}
    for each in outcomes:
        if each.family not in looked:
            reasons.setdefault(each.family, each.unable[0].reason if each.unable else CRASHED)
    return tuple(reasons.items())


def _probability(total: float) -> float:
    """Bans to probability at the stated prior.

    >>> _probability(0.0) == PRIOR, _probability(9.0) > 0.999
    (True, True)
    """
    odds = PRIOR / (1 - PRIOR) * 10**total
    return odds / (1 + odds)


def weight(check: str, finding: Finding) -> float:
    """Weight of a finding in bans: 0 for context, a little below 0 for what fits."""
    if finding.fits:
        return bans(rates(check, "fits"))
    return 0.0 if finding.severity == "info" else bans(rates(check, finding.severity))


def bans(known: Rates) -> float:
    """log10 of the likelihood ratio, half a case added on either side.

    >>> round(bans(Rates((30, 100), (1, 1000), "assumed")), 2)
    2.3
    """
    hit = (known.forged[0] + 0.5) / (known.forged[1] + 1)
    false_alarm = (known.genuine[0] + 0.5) / (known.genuine[1] + 1)
    return log10(hit / false_alarm)


def silence(outcomes: Sequence[Outcome], family: str) -> float:
    """Weight in bans of a family that looked and found nothing: a little below 0.

    Only the most telling check of the family counts, as with findings.
    """
    names = [each.name for each in outcomes if each.family == family and each.looked]
    return min((_silence(rates(name, "strong")) for name in names), default=0.0)


def _silence(known: Rates) -> float:
    (hits, forged), (alarms, genuine) = known.forged, known.genuine
    return log10(((forged - hits + 0.5) / (forged + 1)) / ((genuine - alarms + 0.5) / (genuine + 1)))


def rates(check: str, severity: Severity | Literal["fits"]) -> Rates:
    """How often a check speaks at this severity: measured where it was measured, else assumed."""
    measured, assumed = _tables()
    return measured.get((check, severity)) or assumed[severity]


@cache
def _tables() -> tuple[dict[tuple[str, str], Rates], dict[str, Rates]]:
    loaded = json.loads(files("forgecheck_models").joinpath("rates.json").read_text("utf-8"))
    measured = {(each["check"], each["severity"]): _rates(each) for each in loaded["measured"]}
    return measured, {each["severity"]: _rates(each) for each in loaded["assumed"]}


def _rates(row: Mapping[str, list[int]]) -> Rates:
    (hits, forged), (alarms, genuine) = row["forged"], row["genuine"]
    return Rates((hits, forged), (alarms, genuine), str(row["source"]))
