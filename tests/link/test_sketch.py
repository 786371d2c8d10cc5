"""Sketches: likeness is told to a few hundredths, without the text."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from link.papers import SECRET, misread

from forgecheck.link.secret import Secret
from forgecheck.link.sketch import GRAM, Sketcher, resemblance

SKETCHER = Sketcher(SECRET)


def words(seed: int, count: int = 300) -> str:
    return "".join(chr(0x4E00 + Random(f"{seed}/{at}").randrange(2000)) for at in range(count))


def true_likeness(one: str, other: str) -> float:
    grams = [{text[at : at + GRAM] for at in range(len(text) - GRAM + 1)} for text in (one, other)]
    return len(grams[0] & grams[1]) / len(grams[0] | grams[1])


@pytest.mark.parametrize("share", [0.0, 0.01, 0.03, 0.1, 0.3])
def test_likeness_is_told_within_a_tenth(share: float):
    one = words(1)
    other = misread(one, share)
    told = resemblance(SKETCHER.sketch(one).low, SKETCHER.sketch(other).low)
    assert abs(float(told) - true_likeness(one, other)) < 0.12  # three standard errors of 128 minima


def test_strange_texts_are_not_alike_and_share_no_key():
    one, other = SKETCHER.sketch(words(1)), SKETCHER.sketch(words(2))
    assert float(resemblance(one.low, other.low)) < 0.05
    assert not set(one.keys) & set(other.keys)


def test_likely_texts_share_a_key():
    """At a likeness of one half; a misread text of the same template lies above that."""
    found = 0
    for seed in range(40):
        one = words(seed)
        other = one[:200] + words(seed + 1000, 100)
        found += bool(set(SKETCHER.sketch(one).keys) & set(SKETCHER.sketch(other).keys))
    assert found >= 28  # expected: 32


def test_many_are_compared_at_once():
    lows = np.stack([SKETCHER.sketch(words(seed)).low for seed in range(5)])
    told = resemblance(lows[2], lows)
    assert told.argmax() == 2
    assert told[2] == 1


@pytest.mark.parametrize("text", ["", "还款", "您的账单已逾期请尽快"])
def test_too_short_a_text_has_no_sketch(text: str):
    assert SKETCHER.sketch(text) is None


def test_another_secret_makes_another_sketch():
    other = Sketcher(Secret(bytes(32)))
    one = SKETCHER.sketch(words(1))
    assert not set(one.keys) & set(other.sketch(words(1)).keys)
    assert float(resemblance(one.low, other.sketch(words(1)).low)) < 0.1
