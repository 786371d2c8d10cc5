"""The curve from bans to probability: monotone steps, each with its counts (isotonic regression)."""

from __future__ import annotations

from collections.abc import Iterable

from forgecheck.finding import Rates
from forgecheck.rates import Step, bans

LEAST = 5
"""Forged and genuine files together in a step; assumed."""


def curve(cases: Iterable[tuple[float, bool]]) -> tuple[Step, ...]:
    """Steps of rising weight and rising share of forged files, from (bans, forged) of each file.

    Neighbours are pooled until the ratio of forged to genuine files rises (Ayer et al. 1955), half a case added to
    each side as everywhere.

    >>> [tuple(each) for each in curve([(0.0, False)] * 8 + [(0.0, True)] * 2 + [(2.0, True)] * 6)]
    [(0.0, 2, 8), (2.0, 6, 0)]
    """
    known = sorted(cases)
    forged, genuine = sum(truth for _, truth in known), sum(not truth for _, truth in known)
    steps: list[Step] = []
    for weight in sorted({weight for weight, _ in known}):
        here = [truth for each, truth in known if each == weight]
        steps.append(Step(weight, sum(here), len(here) - sum(here)))
        while len(steps) > 1 and _must_pool(steps[-2], steps[-1], forged, genuine):
            last, before = steps.pop(), steps.pop()
            steps.append(_pooled(before, last))
    if len(steps) > 1 and _files(steps[-1]) < LEAST:
        last, before = steps.pop(), steps.pop()
        steps.append(_pooled(before, last))
    return tuple(Step(round(each.bans, 3), each.forged, each.genuine) for each in steps)


def _must_pool(low: Step, high: Step, forged: int, genuine: int) -> bool:
    rises = _weight(low, forged, genuine) < _weight(high, forged, genuine)
    return not rises or _files(low) < LEAST


def _weight(step: Step, forged: int, genuine: int) -> float:
    return bans(Rates((step.forged, forged), (step.genuine, genuine), ""))


def _pooled(one: Step, other: Step) -> Step:
    files = _files(one) + _files(other)
    mean = (one.bans * _files(one) + other.bans * _files(other)) / files
    return Step(mean, one.forged + other.forged, one.genuine + other.genuine)


def _files(step: Step) -> int:
    return step.forged + step.genuine
