"""A part that fails never makes a file look better: it is said that nothing was looked at, or there is no verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence
from files import picture, saved
from forgecheck_models.synth.sample import FORGED_LETTER

from forgecheck import Models, inspect
from forgecheck.batch.failure import as_input_error
from forgecheck.errors import InputError
from forgecheck.finding import Outcome
from forgecheck.judge import all_checks, judge
from forgecheck.weigh import weigh

STAGES = (
    *("forgecheck.load.raster.to_rgb", "forgecheck.load.capture.measure", "forgecheck.look.read_page"),
    *("forgecheck.look.find_codes", "forgecheck.look.flat_patches", "forgecheck.look.find_traces"),
    *("forgecheck.look.find_seals", "forgecheck.look.with_origins", "forgecheck.look.find_fields"),
    *("forgecheck.look.classify", "forgecheck.weigh.weigh"),
)


def fails(*_: object, **__: object) -> None:
    raise RuntimeError("付款账户 6222")


@pytest.mark.reader
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_fails_gives_an_error_and_no_verdict(stage: str, models: Models, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stage, fails)
    with pytest.raises((RuntimeError, InputError)) as caught:
        inspect(saved(picture(120, 90), "PNG"), "a.png", models)
    error = as_input_error(caught.value)
    assert error.code in ("internal", "decode_failed")
    assert "6222" not in f"{error} {error.says.zh}"


def test_a_check_that_fails_never_lowers_the_score():
    given = evidence(FORGED_LETTER, type="lawyer_letter")
    outcomes = judge(given, all_checks())
    for at, each in enumerate(outcomes):
        failed, silent = (
            (*outcomes[:at], other, *outcomes[at + 1 :])
            for other in (Outcome(each.name, (), (), "RuntimeError"), replace(each, findings=(), unable=()))
        )
        assert weigh(given, failed).score >= weigh(given, silent).score, each.name


def test_when_all_checks_fail_nothing_is_said_for_the_file():
    given = evidence(FORGED_LETTER, type="lawyer_letter")
    verdict = weigh(given, tuple(Outcome(name, (), (), "RuntimeError") for name in all_checks()))
    assert verdict.label == "inconclusive"
    assert {family for family, _ in verdict.blind} == {name.split(".")[0] for name in all_checks()}
