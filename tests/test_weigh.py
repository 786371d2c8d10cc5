from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from build import evidence, seal
from forgecheck_models.synth.letters import letters

from forgecheck import rates as tables
from forgecheck.evidence import Evidence, Patch
from forgecheck.finding import Finding, Outcome, Rates, Says, Severity, Unable, Verdict
from forgecheck.judge import all_checks, judge
from forgecheck.place import Box
from forgecheck.rates import PRIOR, bans, calibration, rates
from forgecheck.weigh import SPEAKS_BANS, weigh
from forgecheck.wording import LABELS, summary

WORDS = Says("某处不对。", "Something is wrong.")
FAMILIES = ("identifier", "language", "law", "metadata", "pixel", "seal", "sender")
LETTER = evidence("广东某某律师事务所\n律师函\n请于七日内还款。", type="lawyer_letter")


def silent(*families: str) -> list[Outcome]:
    return [Outcome(f"{family}.one", (), ()) for family in families]


def speaks(name: str, *severities: Severity) -> Outcome:
    return Outcome(name, tuple(Finding(severity, WORDS) for severity in severities), ())


def blind(family: str) -> Outcome:
    return Outcome(f"{family}.one", (), (Unable(Says("看不清。", "Unreadable.")),))


@pytest.fixture(autouse=True)
def _assumed_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule is tested with the assumed rates, whatever was measured last."""
    known = tables._tables()
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(measured={}, shared={}))


def test_silence_of_all_is_no_forgery_found_and_scores_no_more_than_the_prior():
    verdict = weigh(LETTER, silent(*FAMILIES))
    assert verdict.label == "no_forgery_found"
    assert 0 < verdict.score <= PRIOR
    assert verdict.weight == 0


def test_many_silent_families_gain_nothing():
    alone = weigh(LETTER, [speaks("law.one", "strong"), *silent("identifier")])
    among = weigh(LETTER, [speaks("law.one", "strong"), *silent(*(each for each in FAMILIES if each != "law"))])
    assert alone.weight == among.weight


def test_context_weighs_nothing():
    with_context = weigh(LETTER, [*silent(*FAMILIES), speaks("metadata.two", "info")])
    assert with_context.label == "no_forgery_found"
    assert with_context.score == weigh(LETTER, silent(*FAMILIES)).score


def test_one_weak_hint_is_not_suspicious():
    assert weigh(LETTER, [*silent(*FAMILIES[1:]), speaks("identifier.one", "weak")]).label == "no_forgery_found"


def test_many_findings_of_one_family_count_once():
    once = weigh(LETTER, [speaks("law.one", "strong")])
    often = weigh(LETTER, [speaks("law.one", "strong", "strong", "weak"), speaks("law.two", "strong")])
    assert once.weight == often.weight
    assert often.label == "suspicious"


def test_one_strong_family_among_silent_ones_is_suspicious_and_never_forged():
    others = [family for family in FAMILIES if family != "law"]
    assert weigh(LETTER, [*silent(*others), speaks("law.one", "strong")]).label == "suspicious"


def test_two_strong_families_are_forged():
    verdict = weigh(LETTER, [speaks("law.one", "strong"), speaks("seal.one", "strong")])
    assert verdict.label == "forged"
    assert verdict.weight >= calibration().forged


def test_weak_hints_alone_accuse_nobody():
    assert weigh(LETTER, [speaks(f"{family}.one", "weak") for family in FAMILIES]).label == "no_forgery_found"


def test_a_decisive_contradiction_is_enough():
    others = [family for family in FAMILIES if family != "law"]
    assert weigh(LETTER, [*silent(*others), speaks("law.one", "decisive")]).label == "forged"


def test_a_blind_family_that_the_document_needs_makes_the_verdict_inconclusive():
    verdict = weigh(LETTER, [blind("law"), *silent("identifier", "seal")])
    assert verdict.label == "inconclusive"
    assert verdict.blind == (("law", Says("看不清。", "Unreadable.")),)


def test_a_crashed_check_did_not_look():
    verdict = weigh(LETTER, [Outcome("law.one", (), (), "KeyError"), *silent("identifier")])
    assert [family for family, _ in verdict.blind] == ["law"]
    assert verdict.label == "inconclusive"


def test_a_picture_without_readable_text_is_inconclusive():
    assert weigh(evidence(None), silent(*FAMILIES)).label == "inconclusive"
    assert weigh(evidence("您好"), silent(*FAMILIES)).label == "inconclusive"


GRAVER = ["no_forgery_found", "inconclusive", "suspicious", "forged"]


def not_graver(less: Verdict, full: Verdict) -> bool:
    return less.score <= full.score and (
        less.label == "inconclusive" or GRAVER.index(less.label) <= GRAVER.index(full.label)
    )


@pytest.mark.parametrize("seed", range(60))
def test_taking_a_family_away_never_makes_a_verdict_graver(seed: int, monkeypatch: pytest.MonkeyPatch):
    rng = Random(seed)
    twice = {frozenset((a, b)): rng.choice((0.0, 0.5, 1.2)) for a in FAMILIES for b in FAMILIES if a < b}
    known = tables._tables()
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(shared=twice))
    full = [_anything(rng, f"{family}.{name}") for family in FAMILIES for name in ("one", "two")]
    before = weigh(LETTER, full)
    for family in FAMILIES:
        less = weigh(LETTER, [each for each in full if each.family != family] + [blind(family)])
        assert not_graver(less, before)
        assert family in dict(less.blind)


def _anything(rng: Random, name: str) -> Outcome:
    severity = rng.choice(("none", "none", "weak", "weak", "strong", "strong", "info", "decisive"))
    found = () if severity == "none" else (Finding(severity, WORDS),)
    return Outcome(name, found + ((Finding("info", WORDS, fits=True),) if rng.random() < 0.3 else ()), ())


def _without(given: Evidence, what: str) -> Evidence:
    """The same evidence where one instrument did not look."""
    pages = given.pages
    if what == "text":
        pages = tuple(replace(page, lines=None) for page in pages)
        return replace(given, document=replace(given.document, pages=pages), flow=None, fields=None, kind=None)
    if what == "seals":
        pages = tuple(replace(page, seals=None) for page in pages)
    if what == "pixels":
        pages = tuple(replace(page, patches=None, traces=None, codes=None) for page in pages)
    if what == "metadata":
        container = replace(given.document.container, segments=(), jpeg=None, texts={}, xmp=None, trailing_bytes=0)
        given = replace(given, document=replace(given.document, container=container))
    return replace(given, document=replace(given.document, pages=pages))


@pytest.mark.parametrize("what", ["text", "seals", "pixels", "metadata"])
def test_no_instrument_is_needed_and_none_that_is_missing_accuses(what: str):
    papers = [*letters("genuine", "dev", 7, 40), *letters("forged", "dev", 7, 40)]
    for number, letter in enumerate(papers):
        seals = (seal("云州启澄资产管理有限公司"),) if number % 2 else ()
        patches = (Patch(1, Box(140, 160, 260, 196), 3, -8.0),) if number % 3 else ()
        given = evidence(letter.text, seals=seals, patches=patches, capture="screenshot")
        full = weigh(given, judge(given, all_checks()))
        less = weigh(_without(given, what), judge(_without(given, what), all_checks()))
        assert not_graver(less, full), letter.template
        if what == "text":
            assert less.label in ("inconclusive", "suspicious", "forged")
            assert "law" in dict(less.blind)


def test_a_rarer_false_alarm_weighs_more():
    weights = [bans(Rates((30, 100), (alarms, 1000), "assumed")) for alarms in (100, 10, 1, 0)]
    assert weights == sorted(weights)
    assert weights[0] < weights[-1]


def test_unmeasured_rates_say_so():
    assert rates("law.no_such_check", "strong").source == "assumed"


def test_heaviest_finding_comes_first():
    verdict = weigh(LETTER, [speaks("law.one", "weak"), speaks("seal.one", "strong"), speaks("metadata.one", "info")])
    assert [each.finding.severity for each in verdict.weighed] == ["strong", "weak", "info"]


@pytest.mark.parametrize("label", LABELS)
def test_no_verdict_claims_genuineness(label):
    words = summary(label, "court_notice")
    assert not any(word in words.zh + LABELS[label].zh for word in ("真", "正品", "属实"))
    assert "genuine" not in (words.en + LABELS[label].en).lower()


def test_what_fits_counts_a_little_and_only_once_and_only_in_its_own_family():
    fits = Outcome("law.article", (Finding("info", Says("相符", "fits"), fits=True),), ())
    again = Outcome("law.statute", (Finding("info", Says("相符", "fits"), fits=True),), ())
    other = Outcome("seal.name", (Finding("info", Says("相符", "fits"), fits=True),), ())
    strong = speaks("law.one", "strong")
    one = weigh(LETTER, [strong, fits]).weight
    assert -0.5 < one - weigh(LETTER, [strong]).weight < 0
    assert weigh(LETTER, [strong, fits, again]).weight == one
    assert weigh(LETTER, [strong, other]).weight == weigh(LETTER, [strong]).weight
    assert weigh(LETTER, [*silent(*FAMILIES), fits]).weight == 0
    assert weigh(LETTER, [speaks("law.one", "decisive"), fits]).label == "forged"


def test_families_that_are_wrong_together_count_less(monkeypatch: pytest.MonkeyPatch):
    pair = [speaks("law.one", "strong"), speaks("language.one", "strong")]
    apart = weigh(LETTER, pair).weight
    known = tables._tables()
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(shared={frozenset(("law", "language")): 1.0}))
    assert weigh(LETTER, pair).weight == round(apart - 1.0, 2)
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(shared={frozenset(("law", "language")): 9.0}))
    assert weigh(LETTER, pair).weight == weigh(LETTER, pair[:1]).weight


def test_the_weight_alone_tells_the_label():
    for seed in range(200):
        rng = Random(seed)
        verdict = weigh(LETTER, [_anything(rng, f"{family}.one") for family in FAMILIES])
        known = calibration()
        expected = "forged" if verdict.weight >= known.forged else "suspicious"
        if verdict.weight < known.suspicious:
            expected = "no_forgery_found"
        assert verdict.label == expected
        assert verdict.weight == round(verdict.weight, 2)


def test_a_measured_hint_stays_a_hint_and_an_assumed_rate_stays_small(monkeypatch: pytest.MonkeyPatch):
    rare = Rates((900, 1000), (0, 100_000), "measured")
    known = tables._tables()
    measured = {("law.one", "weak", None): rare, ("law.two", "strong", None): rare}
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(measured=measured))
    (hint,) = weigh(LETTER, [speaks("law.one", "weak")]).weighed
    (strong,) = weigh(LETTER, [speaks("law.two", "strong")]).weighed
    (assumed,) = weigh(LETTER, [speaks("law.three", "strong")]).weighed
    assert hint.weight < SPEAKS_BANS < assumed.weight < 2 < strong.weight


def test_a_way_of_capture_may_have_rates_of_its_own(monkeypatch: pytest.MonkeyPatch):
    noisy, clean = Rates((50, 100), (40, 100), "scan"), Rates((50, 100), (0, 1000), "all")
    known = tables._tables()
    measured = {("pixel.one", "strong", "scan"): noisy, ("pixel.one", "strong", None): clean}
    monkeypatch.setattr(tables, "_tables", lambda: known._replace(measured=measured))
    found = [speaks("pixel.one", "strong")]
    scanned = evidence("广东某某律师事务所\n律师函\n请于七日内还款。", type="lawyer_letter", capture="scan")
    assert weigh(scanned, found).weight < weigh(LETTER, found).weight
