"""Where something could not be looked at, the report says how to get a better file."""

from __future__ import annotations

from typing import get_args

import pytest
from build import evidence

from forgecheck.evidence import CaptureKind
from forgecheck.finding import Finding, Outcome, Report, Says, Unable
from forgecheck.show.advice import advice
from forgecheck.weigh import weigh
from forgecheck.wording import BETTER

BLIND = Outcome("pixel.one", (), (Unable(Says("看不清。", "Unreadable.")),))
LOOKED = Outcome("law.one", (), ())


def said(capture: CaptureKind, *outcomes: Outcome) -> list[tuple[Says, str]]:
    given = evidence("广东某某律师事务所\n律师函\n请于七日内还款。", type="other", capture=capture)
    return [(each.says, each.because) for each in advice(Report(given, outcomes, weigh(given, outcomes)))]


@pytest.mark.parametrize("capture", get_args(CaptureKind))
def test_each_way_of_capture_has_its_own_words(capture: CaptureKind):
    assert (BETTER[capture], "pixel.one") in said(capture, LOOKED, BLIND)


def test_silent_where_every_check_could_look():
    heard = [says for says, _ in said("scan", LOOKED, Outcome("pixel.one", (Finding("weak", Says("", "")),), ()))]
    assert not set(heard) & set(BETTER.values())


def test_a_check_that_crashed_did_not_look():
    assert (BETTER["scan"], "seal.one") in said("scan", LOOKED, Outcome("seal.one", (), (), "KeyError"))


def test_a_picture_that_cannot_be_judged_gets_the_words_too():
    given = evidence(None, capture="photo")
    outcomes = (LOOKED,)
    verdict = weigh(given, outcomes)
    assert verdict.label == "inconclusive"
    assert BETTER["photo"] in [each.says for each in advice(Report(given, outcomes, verdict))]


@pytest.mark.parametrize("words", BETTER.values())
def test_the_words_are_plain_and_short(words: Says):
    assert len(words.zh) < 60
    assert words.en
