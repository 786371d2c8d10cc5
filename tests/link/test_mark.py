"""Fingerprints of seals: flaws make an impression, lettering a design."""

from __future__ import annotations

from random import Random

import pytest
from link.papers import SECRET, fingerprint, flipped

from forgecheck.link.mark import compare, keys, mark, packed, unpacked

EVEN, UNEVEN = fingerprint(1), fingerprint(1, flaws=5)
FEW = (70, 90, 100, 120, 140)  # of the lettering's bits, counted from the right


@pytest.mark.parametrize(
    ("one", "other", "printed", "alike"),
    [
        (EVEN, EVEN, False, "picture"),
        (EVEN, flipped(EVEN, *FEW, 3), False, "picture"),
        (UNEVEN, flipped(UNEVEN, *FEW, 3), False, "impression"),
        (UNEVEN, UNEVEN, True, "impression"),
        # Two impressions of one stamp: other flaws, or none to tell them by.
        (UNEVEN, fingerprint(1, flaws=77), False, "design"),
        (EVEN, EVEN, True, "design"),
        (EVEN, fingerprint(2), False, "other"),
        (UNEVEN, fingerprint(2, flaws=5), False, "other"),
        (EVEN, flipped(EVEN, *range(64, 84)), False, "unknown"),
    ],
)
def test_what_two_seals_share(one: str, other: str, printed: bool, alike: str):
    assert compare(mark(one), mark(other), printed) == alike
    assert compare(mark(other), mark(one), printed) == alike


def test_a_short_fingerprint_tells_a_design_at_most():
    """64 bits of a whole picture: ring and star make other seals near."""
    one = f"{Random(3).getrandbits(64):016x}"
    assert compare(mark(one), mark(one), False) == "design"
    assert compare(mark(one), mark(flipped(one, 1, 9, 30)), False) == "design"
    assert compare(mark(one), mark(f"{Random(4).getrandbits(64):016x}"), False) == "other"


def test_fingerprints_of_two_kinds_are_not_compared():
    assert compare(mark(EVEN), mark(f"{Random(3).getrandbits(64):016x}"), False) == "unknown"


@pytest.mark.parametrize("poor", ["", "0" * 16, "f" * 16, "0" * 48, "f" * 32 + "0" * 16, "1234"])
def test_a_poor_fingerprint_is_none(poor: str):
    assert mark(poor) is None


def test_near_marks_share_a_key_and_strange_ones_do_not():
    rng = Random(0)
    found = strange = 0
    for seed in range(50):
        one = fingerprint(seed)
        near = flipped(one, *(64 + at for at in rng.sample(range(128), 8)))
        mine = set(keys(mark(one), SECRET))
        found += bool(mine & set(keys(mark(near), SECRET)))
        strange += bool(mine & set(keys(mark(fingerprint(seed + 1000)), SECRET)))
    assert found >= 45  # expected: 49
    assert strange <= 1


@pytest.mark.parametrize("given", [EVEN, UNEVEN, f"{Random(3).getrandbits(64):016x}"])
def test_a_store_gives_back_what_it_got(given: str):
    assert unpacked(packed(mark(given))) == mark(given)
