"""The counting behind models/rates.json: models/training/rates/count.py."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from build import evidence

from forgecheck.finding import Finding, Outcome, Says, Severity, Unable

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("rates_count", ROOT / "models/training/rates/count.py")
count = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = count  # dataclasses look their module up
_SPEC.loader.exec_module(count)

WORDS = Says("不对", "wrong")
SEEN = evidence("您好", type="other", capture="scan")


def said(name: str, *severities: Severity) -> Outcome:
    return Outcome(name, tuple(Finding(each, WORDS) for each in severities), ())


def case(forgery: str, *outcomes: Outcome, source: str = "paper", given=SEEN):
    return count.Case("x", forgery, source, given, outcomes)


def row(cases, check: str, severity: str):
    return next(
        (each for each in count.rows(cases, "test") if (each["check"], each["severity"]) == (check, severity)), None
    )


def test_a_file_counts_once_by_its_gravest_finding():
    cases = [case("words", said("law.one", "weak", "strong", "strong"))] * 40 + [case("", said("law.one"))] * 40
    assert row(cases, "law.one", "strong")["forged"] == [40, 40]
    assert row(cases, "law.one", "strong")["genuine"] == [0, 40]
    assert row(cases, "law.one", "weak") is None


def test_a_family_is_measured_where_it_could_see_the_forgery():
    words, pixels, fine = case("words"), case("pixels"), case("")
    assert [each.forged("law") for each in (words, pixels, fine)] == [True, None, False]
    assert [each.forged("pixel") for each in (words, pixels, fine)] == [False, True, False]
    assert case("", source="text").forged("pixel") is None


def test_a_check_that_could_not_look_is_not_counted():
    blind = Outcome("pixel.one", (), (Unable(WORDS),))
    cases = [case("pixels", said("pixel.one", "strong"))] * 40 + [case("", said("pixel.one"))] * 40
    assert row([*cases, *[case("", blind)] * 50], "pixel.one", "strong")["genuine"] == [0, 40]


@pytest.mark.parametrize(("forged", "genuine"), [(20, 400), (400, 20)])
def test_few_files_on_either_side_are_no_measurement(forged: int, genuine: int):
    cases = [case("words", said("law.one", "strong"))] * forged + [case("", said("law.one"))] * genuine
    assert count.rows(cases, "test") == []


def test_a_check_seldom_heard_has_no_rate_of_its_own_but_its_family_has():
    rare = [case("words", said("law.one", "strong"), said("law.two"))] * 6
    other = [case("words", said("law.one"), said("law.two", "strong"))] * 6
    rest = [case("words", said("law.one"), said("law.two"))] * 40 + [case("", said("law.one"), said("law.two"))] * 100
    found = {(each["check"], each["severity"]) for each in count.rows([*rare, *other, *rest], "test")}
    assert found == {("law", "strong")}


def test_what_fits_is_counted_besides():
    fits = Outcome("law.one", (Finding("info", WORDS, fits=True), Finding("weak", WORDS)), ())
    assert count.state(fits) == {"weak", "fits"}
    cases = [case("words", fits)] * 40 + [case("", fits)] * 40
    assert row(cases, "law.one", "fits")["genuine"] == [40, 40]


def test_a_way_of_capture_with_other_false_alarms_gets_rates_of_its_own():
    photo = evidence("您好", type="other", capture="photo")
    loud, quiet = said("pixel.one", "weak"), said("pixel.one")
    cases = [case("pixels", loud)] * 40 + [case("", quiet)] * 80
    cases += [case("pixels", loud, given=photo)] * 40 + [case("", loud, given=photo)] * 60
    captures = {each.get("capture") for each in count.rows(cases, "test") if each["check"] == "pixel.one"}
    assert captures == {None, "photo", "scan"}
    same = [case("pixels", loud, given=each) for each in (SEEN, photo)] * 40
    same += [case("", quiet, given=each) for each in (SEEN, photo)] * 80
    assert {each.get("capture") for each in count.rows(same, "test")} == {None}


def test_families_wrong_together_are_found_and_independent_ones_are_not():
    both = [said("law.one", "weak"), said("language.one", "weak")]
    neither = [said("law.one"), said("language.one")]
    cases = [case("", *both)] * 10 + [case("", *neither)] * 190 + [case("words", *neither)] * 50
    (pair,) = count.together(cases)
    assert pair["families"] == ["language", "law"]
    assert 0.5 < pair["bans"] < 1.4
    alone = [case("", both[0], neither[1])] * 10 + [case("", neither[0], both[1])] * 10
    assert count.together([*alone, *[case("", *neither)] * 190]) == []


def test_hits_that_go_together_as_often_take_the_discount_away():
    both = [said("law.one", "weak"), said("language.one", "weak")]
    neither = [said("law.one"), said("language.one")]
    genuine = [case("", *both)] * 10 + [case("", *neither)] * 190
    forged = [case("words", *both)] * 10 + [case("words", *neither)] * 190
    assert count.together([*genuine, *forged]) == []
