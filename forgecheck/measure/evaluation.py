"""Labels and results to an evaluation: what was right, what was wrong, and how sure these numbers are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np

from forgecheck.finding import Rates
from forgecheck.measure import statistics
from forgecheck.measure.labels import Label
from forgecheck.measure.pixels import Localised, localised
from forgecheck.measure.results import Result
from forgecheck.measure.statistics import Bin, Estimate, Share, share
from forgecheck.rates import bans

WORSE = ("forged", "suspicious")
ALARMS = ("decisive", "strong", "weak")


class Case(NamedTuple):
    """One file with its truth and what was said of it."""

    label: Label
    result: Result


class CheckRow(NamedTuple):
    """How one check did, hints included."""

    check: str
    hits: int
    """Forged files on which it spoke."""
    alarms: int
    """Genuine files on which it spoke."""
    precision: float
    weight: float
    """log10 of the likelihood ratio, half a case added."""
    gravest_alarm: str
    """The gravest severity with which it spoke on a genuine file; empty where it never did."""


class Group(NamedTuple):
    """Files of one attack, kind, channel or source."""

    name: str
    called_forged: Share
    """Of the forged files of the group."""
    called_suspicious: Share
    """Of the forged files: suspicious or worse."""
    alarms_forged: Share
    """Of the genuine files."""
    alarms_suspicious: Share
    auc: float | None


class Seals(NamedTuple):
    """Files whose seal was written down."""

    found: Share
    text_exact: Share


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that was counted."""

    files: int
    forged: int
    genuine: int
    unmatched: tuple[str, ...]
    """Labelled files without a result."""
    unreadable: Mapping[str, int]
    """By error code."""
    inconclusive: Share
    """Abstentions among the files that could be read."""
    auc: Estimate
    hits_at_1: Estimate
    """Share of forged files found where 1 % of genuine ones are accused."""
    hits_at_5: Estimate
    overall: Group
    checks: tuple[CheckRow, ...]
    attacks: tuple[Group, ...]
    kinds: tuple[Group, ...]
    channels: tuple[Group, ...]
    sources: tuple[Group, ...]
    prior: float
    calibration_error: float | None
    brier: float | None
    reliability: tuple[Bin, ...]
    seals: Seals
    pixels: Localised


def match(labels: Sequence[Label], results: Sequence[Result]) -> tuple[list[Case], tuple[str, ...]]:
    """Labels with their results, and the files that have none; by path, else by a name that only one result has."""
    paths = {each.path: each for each in results}
    counted = Counter(PurePosixPath(each.path).name for each in results)
    names = {PurePosixPath(each.path).name: each for each in results}
    cases, unmatched = [], []
    for label in labels:
        name = PurePosixPath(label.file).name
        found = paths.get(label.file) or (names[name] if counted[name] == 1 else None)
        if found is None:
            unmatched.append(label.file)
        else:
            cases.append(Case(label, found))
    return cases, tuple(unmatched)


def evaluate(
    cases: Sequence[Case],
    prior: float,
    unmatched: Sequence[str] = (),
    masks: Path | None = None,
    maps: Path | None = None,
) -> Evaluation:
    """Count everything.

    Parameters
    ----------
    prior
        Share of forged files (0..1) for which calibration is measured; the files are weighted to it.
    masks, maps
        Folders of the masks that the labels name, and of maps called after the results' paths with ".png".
    """
    read = [each for each in cases if not each.result.error]
    forged = np.array([each.label.forged for each in read], bool)
    weights = np.array([each.result.weight for each in read], float)
    scores = np.array([each.result.score for each in read], float)
    documents = [each.label.document for each in read]
    both = bool(forged.any() and not forged.all())
    estimate = partial(statistics.bootstrap, scores=weights, forged=forged, documents=documents)
    return Evaluation(
        files=len(cases),
        forged=sum(each.label.forged for each in cases),
        genuine=sum(not each.label.forged for each in cases),
        unmatched=tuple(unmatched),
        unreadable=dict(Counter(each.result.error for each in cases if each.result.error)),
        inconclusive=share(sum(each.result.label == "inconclusive" for each in read), len(read)),
        auc=estimate(statistics.auc),
        hits_at_1=estimate(partial(statistics.hits_at, false_alarms=0.01)),
        hits_at_5=estimate(partial(statistics.hits_at, false_alarms=0.05)),
        overall=group("all", read, read),
        checks=check_rows(read),
        attacks=_groups(read, lambda label: label.attack, against_all=True),
        kinds=_groups(read, lambda label: label.kind),
        channels=_groups(read, lambda label: label.channel),
        sources=_groups(read, lambda label: label.source),
        prior=prior,
        calibration_error=statistics.calibration_error(scores, forged, prior) if both else None,
        brier=statistics.brier(scores, forged, prior) if both else None,
        reliability=statistics.reliability(scores, forged, prior) if both else (),
        seals=_seals(read),
        pixels=_pixels(read, masks, maps),
    )


def group(name: str, here: Sequence[Case], against: Sequence[Case]) -> Group:
    """Verdicts on the files of a group; its AUC is taken against the genuine files of `against`."""
    forged = [each.result for each in here if each.label.forged]
    genuine = [each.result for each in here if not each.label.forged]
    others = [each.result for each in against if not each.label.forged]
    weights = np.array([each.weight for each in (*forged, *others)])
    truth = np.arange(len(weights)) < len(forged)
    area = statistics.auc(weights, truth)
    return Group(
        name,
        share(sum(each.label == "forged" for each in forged), len(forged)),
        share(sum(each.label in WORSE for each in forged), len(forged)),
        share(sum(each.label == "forged" for each in genuine), len(genuine)),
        share(sum(each.label in WORSE for each in genuine), len(genuine)),
        None if np.isnan(area) else area,
    )


def _groups(cases: Sequence[Case], key: Callable[[Label], str], against_all: bool = False) -> tuple[Group, ...]:
    names = sorted({key(each.label) for each in cases if key(each.label)})
    inside = {name: [each for each in cases if key(each.label) == name] for name in names}
    return tuple(group(name, here, cases if against_all else here) for name, here in inside.items())


def check_rows(cases: Sequence[Case]) -> tuple[CheckRow, ...]:
    """Each check that spoke, the heaviest first."""
    forged = sum(each.label.forged for each in cases)
    hits: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    gravest: dict[str, int] = {}
    for case in cases:
        said = {each.check for each in case.result.said if each.severity in ALARMS and not each.fits}
        (hits if case.label.forged else alarms).update(said)
        for each in case.result.said:
            if not case.label.forged and each.check in said and each.severity in ALARMS:
                grave = ALARMS.index(each.severity)
                gravest[each.check] = min(gravest.get(each.check, grave), grave)
    rows = [
        CheckRow(
            name,
            hits[name],
            alarms[name],
            hits[name] / (hits[name] + alarms[name]),
            bans(Rates((hits[name], forged), (alarms[name], len(cases) - forged), "")),
            ALARMS[gravest[name]] if name in gravest else "",
        )
        for name in {*hits, *alarms}
    ]
    return tuple(sorted(rows, key=lambda each: (-each.weight, each.check)))


def _seals(cases: Sequence[Case]) -> Seals:
    told = [each for each in cases if each.label.seal]
    found = sum(bool(each.result.seals) for each in told)
    return Seals(share(found, len(told)), share(sum(each.label.seal in each.result.seals for each in told), len(told)))


def _pixels(cases: Sequence[Case], masks: Path | None, maps: Path | None) -> Localised:
    pairs, genuine = [], []
    for case in cases if maps is not None and masks is not None else ():
        assert maps is not None
        assert masks is not None
        given = maps / f"{case.result.path}.png"
        if not given.is_file():
            given = (maps / case.result.path).with_suffix(".png")
        if given.is_file() and not case.label.forged:
            genuine.append(given)
        elif given.is_file() and case.label.mask and (masks / case.label.mask).is_file():
            pairs.append((masks / case.label.mask, given))
    return localised(pairs, genuine)
