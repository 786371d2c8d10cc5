"""The numbers of an evaluation: each with an interval, none without its count.

Intervals hold with 95 % confidence.  Scores of forged files should lie above those of genuine ones; equal scores count
half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import beta, rankdata

Numbers = npt.NDArray[np.float64]
CONFIDENCE = 0.95
RESAMPLES = 1000
BINS = 15
"""Of the reliability plot and the ECE (Guo et al. 2017)."""


class Share(NamedTuple):
    """A count with its exact (Clopper-Pearson) interval."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def rate(self) -> float | None:
        """None where nothing was counted."""
        return self.hits / self.of if self.of else None


class Estimate(NamedTuple):
    """A value with its bootstrap interval; None where it cannot be computed."""

    value: float | None
    low: float | None
    high: float | None


class Bin(NamedTuple):
    """Files whose score lay in one interval."""

    score: float
    """Mean."""
    forged: float
    """Share of forged files at the prior."""
    files: int


def share(hits: int, of: int) -> Share:
    """Two-sided 95 % interval after Clopper and Pearson (1934).

    >>> tuple(round(each, 4) for each in share(0, 299)[2:])
    (0.0, 0.0123)
    """
    tail = (1 - CONFIDENCE) / 2
    low = float(beta.ppf(tail, hits, of - hits + 1)) if hits else 0.0
    high = float(beta.ppf(1 - tail, hits + 1, of - hits)) if hits < of else 1.0
    return Share(hits, of, low, high)


def at_most(hits: int, of: int) -> float:
    """The one-sided upper bound: with 95 % confidence the true rate is no more than this.

    >>> at_most(0, 299) <= 0.01 < at_most(0, 298), at_most(1, 473) <= 0.01 < at_most(1, 472)
    (True, True)
    """
    return float(beta.ppf(CONFIDENCE, hits + 1, of - hits)) if hits < of else 1.0


def auc(scores: Numbers, forged: npt.NDArray[np.bool_]) -> float:
    """Chance that a forged file scores above a genuine one; NaN where one side is missing.

    >>> auc(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True]))
    0.875
    """
    positive, negative = int(forged.sum()), int((~forged).sum())
    if not positive or not negative:
        return float("nan")
    ranks = rankdata(scores)
    return float((ranks[forged].sum() - positive * (positive + 1) / 2) / (positive * negative))


def hits_at(scores: Numbers, forged: npt.NDArray[np.bool_], false_alarms: float) -> float:
    """Share of forged files above the lowest threshold that at most this share of genuine ones exceeds (0..1)."""
    genuine, positive = np.sort(scores[~forged])[::-1], scores[forged]
    if not len(genuine) or not len(positive):
        return float("nan")
    return float((positive > genuine[min(int(false_alarms * len(genuine)), len(genuine) - 1)]).mean())


def bootstrap(
    statistic: Callable[[Numbers, npt.NDArray[np.bool_]], float],
    scores: Numbers,
    forged: npt.NDArray[np.bool_],
    documents: Sequence[str],
    seed: int = 1,
) -> Estimate:
    """The statistic with the interval of resampled documents (percentile method).

    Parameters
    ----------
    documents
        Of each file: files of one document are drawn together, since they are not independent.
    """
    value = statistic(scores, forged)
    if np.isnan(value):
        return Estimate(None, None, None)
    _, owner = np.unique(np.asarray(documents), return_inverse=True)
    members = np.split(np.argsort(owner, kind="stable"), np.cumsum(np.bincount(owner))[:-1])
    rng, found = np.random.default_rng(seed), []
    for _ in range(RESAMPLES):
        rows = np.concatenate([members[each] for each in rng.integers(len(members), size=len(members))])
        found.append(statistic(scores[rows], forged[rows]))
    kept = np.array(found)[~np.isnan(found)]
    low, high = np.quantile(kept, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2]) if len(kept) else (value, value)
    return Estimate(value, float(low), float(high))


def at_prior(forged: npt.NDArray[np.bool_], prior: float) -> Numbers:
    """The weight of each file if forged ones were this share of all; they sum to 1."""
    positive, negative = max(int(forged.sum()), 1), max(int((~forged).sum()), 1)
    weights = np.where(forged, prior / positive, (1 - prior) / negative)
    return weights / weights.sum() if len(weights) else weights


def brier(scores: Numbers, forged: npt.NDArray[np.bool_], prior: float) -> float:
    """Mean squared distance of the scores (0..1) from the truth, at the prior: 0 is perfect."""
    return float((at_prior(forged, prior) * (scores - forged) ** 2).sum())


def reliability(scores: Numbers, forged: npt.NDArray[np.bool_], prior: float) -> tuple[Bin, ...]:
    """What became of the files of each interval of scores; empty intervals are left out."""
    weights, numbers = at_prior(forged, prior), np.minimum((scores * BINS).astype(int), BINS - 1)
    found = []
    for number in np.unique(numbers):
        here = numbers == number
        part = weights[here] / weights[here].sum()
        found.append(Bin(float((part * scores[here]).sum()), float(part[forged[here]].sum()), int(here.sum())))
    return tuple(found)


def calibration_error(scores: Numbers, forged: npt.NDArray[np.bool_], prior: float) -> float:
    """Expected calibration error over `BINS` intervals, at the prior: 0 where a score of 0.9 means nine in ten."""
    weights, numbers = at_prior(forged, prior), np.minimum((scores * BINS).astype(int), BINS - 1)
    inside = [numbers == number for number in np.unique(numbers)]
    return float(sum(abs((weights[here] * (scores[here] - forged[here])).sum()) for here in inside))
