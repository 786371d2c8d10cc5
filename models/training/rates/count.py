"""Cases to counts: how often each check speaks, which families are wrong together, and what sums are worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log10
from typing import Literal

from scipy.stats import fisher_exact

from forgecheck.evidence import Evidence
from forgecheck.finding import Outcome

TEXT = ("law", "identifier", "language", "sender", "layout")
"""Families that see words; the others see the picture."""
STATES = ("decisive", "strong", "weak", "fits")
FILES = 30
"""Files on either side from which a rate counts as measured."""
HEARD = 10
"""Times a check must have spoken to have a rate of its own; else its family's is used."""
TOGETHER = 3
"""Genuine files on which two families spoke, from which their dependence counts; assumed."""
PRIOR_FILES = 20
"""Weight of "independent" when dependence is estimated, in files; assumed."""
DIFFERS = 0.01
"""p of Fisher's exact test from which a way of capture has rates of its own; assumed."""


@dataclass(frozen=True)
class Case:
    """One file, how it was forged, and what was said of it."""

    name: str
    forgery: Literal["", "words", "pixels", "seal"]
    source: Literal["text", "paper", "real"]
    evidence: Evidence
    """Without pixels."""
    outcomes: tuple[Outcome, ...]

    def forged(self, family: str) -> bool | None:
        """Whether this family could see a forgery here; None where the case says nothing about it."""
        if family in TEXT:
            return {"words": True, "": False}.get(self.forgery)
        return None if self.source == "text" else self.forgery in ("pixels", "seal")


def state(outcome: Outcome) -> set[str]:
    """What a check said of a file: its gravest severity, and "fits" besides."""
    said = {each.severity for each in outcome.findings if not each.fits}
    gravest = next((each for each in STATES if each in said), None)
    return {each for each in (gravest, "fits" if any(f.fits for f in outcome.findings) else None) if each}


class Counts:
    """Times spoken and files looked at, by check, state and side."""

    def __init__(self) -> None:
        self.spoke: Counter[tuple[str, str, bool]] = Counter()
        self.looked: Counter[tuple[str, bool]] = Counter()

    def add(self, outcome: Outcome, forged: bool) -> None:
        """One file more."""
        if outcome.looked:
            self.looked[outcome.name, forged] += 1
            self.spoke.update((outcome.name, each, forged) for each in state(outcome))

    def pair(self, check: str, said: str, forged: bool) -> list[int]:
        """[times spoken, files looked at]."""
        return [self.spoke[check, said, forged], self.looked[check, forged]]


def counted(cases: Sequence[Case], capture: str | None = None) -> Counts:
    """The counts over all cases, or over those of one way of capture."""
    counts = Counts()
    for case in cases:
        if capture is None or case.evidence.document.capture.kind == capture:
            for outcome in case.outcomes:
                forged = case.forged(outcome.family)
                if forged is not None:
                    counts.add(outcome, forged)
    return counts


def rows(cases: Sequence[Case], source: str) -> list[dict[str, object]]:
    """The measured rows of rates.json: checks, families, and ways of capture that differ."""
    counts = counted(cases)
    checks = sorted({name for name, _ in counts.looked})
    found = [each for name in checks for each in _rows(counts, name, source)]
    for family in sorted({name.split(".")[0] for name in checks}):
        found += list(_family(counts, family, [each for each in checks if each.startswith(family + ".")], source))
    seen = Counter(case.evidence.document.capture.kind for case in cases if case.source != "text")
    for capture in sorted(each for each, number in seen.items() if number >= 2 * FILES):
        part = counted(cases, capture)
        measured = [(str(row["check"]), str(row["severity"])) for row in found if "." in str(row["check"])]
        for check, said in dict.fromkeys(measured):
            row = _row(part, check, said, source)
            if check.split(".")[0] not in TEXT and _enough(row) and _differs(counts, part, check, said):
                found.append({"check": check, "severity": said, "capture": capture} | row)
    return found


def _rows(counts: Counts, name: str, source: str) -> Iterator[dict[str, object]]:
    for said in STATES:
        row = _row(counts, name, said, source)
        if _enough(row) and row["forged"][0] + row["genuine"][0] >= HEARD:
            yield {"check": name, "severity": said} | row


def _family(counts: Counts, family: str, checks: list[str], source: str) -> Iterator[dict[str, object]]:
    """All checks of a family together: what one that was seldom heard may borrow."""
    for said in STATES:
        pairs = [_row(counts, each, said, source) for each in checks]
        sums = {side: [sum(row[side][at] for row in pairs) for at in (0, 1)] for side in ("forged", "genuine")}
        if _enough(sums) and sums["forged"][0] + sums["genuine"][0] >= HEARD:
            yield {"check": family, "severity": said} | sums | {"source": source}


def _row(counts: Counts, check: str, said: str, source: str) -> dict:  # type: ignore[type-arg]
    return {"forged": counts.pair(check, said, True), "genuine": counts.pair(check, said, False), "source": source}


def _enough(row: dict) -> bool:  # type: ignore[type-arg]
    return bool(
        row["forged"][1] >= FILES and row["genuine"][1] >= FILES and (row["forged"][0] or row["genuine"][0] >= 3)
    )


def _differs(counts: Counts, part: Counts, check: str, said: str) -> bool:
    """Whether false alarms of this way of capture differ clearly from those of the others."""
    (alarms, of), (all_alarms, all_of) = part.pair(check, said, False), counts.pair(check, said, False)
    table = [[alarms, of - alarms], [all_alarms - alarms, all_of - of - all_alarms + alarms]]
    return float(fisher_exact(table)[1]) < DIFFERS


def together(cases: Sequence[Case]) -> list[dict[str, object]]:
    """Pairs of families that are wrong together more often than by chance, with the bans that they count twice.

    Twice counted is what the pair's false alarms exceed chance by, less what its hits do; a generated forgery has one
    planted contradiction, so hits that go together less often than by chance are not held against a pair.
    """
    families = sorted({outcome.family for case in cases for outcome in case.outcomes})
    found = []
    for one, other in combinations(families, 2):
        sides = {side: _joint(cases, one, other, side) for side in (False, True)}
        alarms, hits = _lift(sides[False]), _lift(sides[True])
        twice = round(alarms - max(hits, 0.0), 2)
        if sides[False][0] >= TOGETHER and twice > 0:
            row = {"families": [one, other], "bans": twice}
            found.append(row | {"genuine": list(sides[False]), "forged": list(sides[True])})
    return found


def _joint(cases: Sequence[Case], one: str, other: str, forged: bool) -> tuple[int, int, int, int]:
    """Files on which both spoke, the one, the other, and files at which both looked."""
    both = first = second = looked = 0
    for case in cases:
        if bool(case.forgery) == forged:
            families = {each.family for each in case.outcomes if each.looked}
            said = {each.family for each in case.outcomes if state(each) - {"fits"}}
            if one in families and other in families:
                looked += 1
                first, second = first + (one in said), second + (other in said)
                both += one in said and other in said
    return both, first, second, looked


def _lift(joint: tuple[int, int, int, int]) -> float:
    """log10 of how much more often both speak than they would by chance."""
    both, first, second, looked = joint
    if not first or not second:
        return 0.0
    chance = first / looked * second / looked
    return log10((both + PRIOR_FILES * chance) / (looked + PRIOR_FILES) / chance)
