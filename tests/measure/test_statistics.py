from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binomtest

from forgecheck.measure.statistics import (
    at_most,
    auc,
    bootstrap,
    brier,
    calibration_error,
    hits_at,
    reliability,
    share,
)

RNG = np.random.default_rng(3)
FORGED = np.arange(400) < 200
SCORES = RNG.normal(np.where(FORGED, 1.5, 0.0), 1.0)


@pytest.mark.parametrize(("hits", "of"), [(0, 10), (3, 60), (10, 10), (4, 913)])
def test_the_exact_interval_is_that_of_scipy(hits: int, of: int):
    expected = binomtest(hits, of).proportion_ci(0.95, "exact")
    assert share(hits, of)[2:] == pytest.approx((expected.low, expected.high))


def test_the_bound_shrinks_with_files_and_grows_with_alarms():
    bounds = [at_most(0, files) for files in (10, 100, 299, 1000)]
    assert bounds == sorted(bounds, reverse=True)
    assert at_most(2, 299) > at_most(0, 299)
    assert at_most(5, 5) == 1


def test_auc_ends_at_zero_half_and_one():
    assert auc(FORGED * 1.0, FORGED) == 1
    assert auc(FORGED * -1.0, FORGED) == 0
    assert auc(np.zeros(400), FORGED) == 0.5
    assert np.isnan(auc(np.zeros(3), np.ones(3, bool)))


def test_a_monotone_change_of_scores_leaves_auc_and_hits_alone():
    assert auc(SCORES, FORGED) == auc(np.exp(SCORES), FORGED)
    assert hits_at(SCORES, FORGED, 0.05) == hits_at(np.exp(SCORES), FORGED, 0.05)


def test_hits_keep_the_false_alarms_they_promise():
    for promised in (0.0, 0.01, 0.05, 0.2):
        genuine = np.sort(SCORES[~FORGED])[::-1]
        threshold = genuine[int(promised * len(genuine))]
        assert (SCORES[~FORGED] > threshold).mean() <= promised
        assert hits_at(SCORES, FORGED, promised) == (SCORES[FORGED] > threshold).mean()


def test_the_bootstrap_interval_holds_the_value_and_widens_where_files_hang_together():
    alone = bootstrap(auc, SCORES, FORGED, [str(each) for each in range(400)])
    groups = bootstrap(auc, SCORES, FORGED, [str(each // 20) for each in range(400)])
    assert alone.low < alone.value < alone.high
    assert alone == bootstrap(auc, SCORES, FORGED, [str(each) for each in range(400)])
    repeated = bootstrap(
        auc, np.repeat(SCORES[::20], 20), np.repeat(FORGED[::20], 20), [str(e // 20) for e in range(400)]
    )
    assert repeated.high - repeated.low > alone.high - alone.low
    assert groups.value == alone.value


def test_one_side_alone_has_no_auc():
    assert bootstrap(auc, np.zeros(2), np.ones(2, bool), ["a", "b"]).value is None


def test_scores_that_tell_the_share_are_calibrated_at_any_prior():
    scores = np.repeat([0.1, 0.9], 1000)
    forged = np.concatenate([np.arange(1000) < 100, np.arange(1000) < 900])
    assert calibration_error(scores, forged, 0.5) == pytest.approx(0, abs=1e-9)
    assert calibration_error(1 - scores, forged, 0.5) == pytest.approx(0.8)
    assert [each.forged for each in reliability(scores, forged, 0.5)] == pytest.approx([0.1, 0.9])
    rarer = reliability(scores, forged, 0.2)
    assert all(each.forged < scored for each, scored in zip(rarer, (0.1, 0.9), strict=True))


def test_brier_is_nothing_for_perfect_scores():
    assert brier(FORGED * 1.0, FORGED, 0.2) == 0
    assert brier(1.0 - FORGED, FORGED, 0.2) == pytest.approx(1)
