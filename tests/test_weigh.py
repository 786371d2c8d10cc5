import pytest
from build import evidence

from forgecheck.finding import Finding, Outcome, Rates, Says, Severity, Unable
from forgecheck.weigh import FORGED_BANS, PRIOR, bans, rates, weigh
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


def test_silence_of_all_is_no_forgery_found_and_scores_below_the_prior():
    verdict = weigh(LETTER, silent(*FAMILIES))
    assert verdict.label == "no_forgery_found"
    assert 0 < verdict.score < PRIOR


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
    assert verdict.weight >= FORGED_BANS


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


@pytest.mark.parametrize("family", FAMILIES)
def test_taking_a_family_away_never_makes_a_label_worse(family: str):
    order = ["no_forgery_found", "inconclusive", "suspicious", "forged"]
    full = [speaks("law.one", "strong"), speaks("seal.one", "weak"), *silent("identifier", "pixel", "sender")]
    less = [blind(family) if each.family == family else each for each in full]
    worse, before = weigh(LETTER, less).label, weigh(LETTER, full).label
    assert worse == "inconclusive" or order.index(worse) <= order.index(before)


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


def test_what_fits_counts_a_little_and_only_once():
    fits = Outcome("identifier.court", (Finding("info", Says("相符", "fits"), fits=True),), ())
    again = Outcome("law.statute", (Finding("info", Says("相符", "fits"), fits=True),), ())
    one = weigh(LETTER, [*silent(*FAMILIES), fits]).weight
    assert -0.5 < one - weigh(LETTER, silent(*FAMILIES)).weight < 0
    assert weigh(LETTER, [*silent(*FAMILIES), fits, again]).weight == one
    assert weigh(LETTER, [*silent(*FAMILIES), speaks("law.one", "decisive"), fits]).label == "forged"
