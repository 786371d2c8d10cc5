"""The sums of trees: what is unknown, what each number adds, which way physics points."""

import math

import pytest

from forgecheck.look.seals.origin_terms import NAMES, _trees, answer, terms

SCANNED = {
    "page_flat": 0.2, "page_ramp_px": 2.5, "page_skew_deg": 0.8, "page_noise": 1.0, "page_shade": 0.02,
    "page_sharpest_px": 2.2, "ramp_text_px": 2.5, "ramp_seal_px": 2.7, "log_ramp": 0.08, "sharpest_seal_px": 2.3,
    "soft_px": 1.0, "paper_noise": 0.8, "ink_noise": 1.3, "log_noise_dark": 0.3, "even_fine": 0.016,
    "even_coarse": 0.03, "even_all": 0.06, "brighter": -0.15, "expected_px": 900.0, "shown": 0.95,
}  # fmt: skip


def test_nothing_measured_is_answered_by_the_trees_own_way():
    captured, stamped, _ = answer({})
    assert 0 < captured < 1
    assert 0 < stamped < 1


def test_a_seal_that_lies_as_a_stamp_does_is_a_stamp():
    captured, stamped, _ = answer(SCANNED)
    assert captured > 0.9
    assert stamped > 0.8


@pytest.mark.parametrize(
    "worse", [{"shown": 0.0}, {"brighter": 0.15}, {"ramp_seal_px": 2.0, "log_ramp": -0.22}], ids=str
)
def test_what_no_stamp_does_speaks_against_a_stamp(worse: dict[str, float]):
    assert answer({**SCANNED, **worse}).stamped < answer(SCANNED).stamped


def test_the_shares_of_the_numbers_sum_to_the_answer():
    known = answer(SCANNED)
    start = sum(tree[0].value for tree in _trees()["stamped"])
    logit = math.log(known.stamped / (1 - known.stamped))
    assert sum(known.spoke.values()) + start == pytest.approx(logit, abs=1e-6)


def test_the_table_asks_only_for_numbers_that_are_known():
    asked = {node.name for trees in _trees().values() for tree in trees for node in tree if node.name}
    assert asked <= set(NAMES)
    assert set(terms(SCANNED)) <= set(NAMES)
