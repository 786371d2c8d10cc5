"""The drawn letters: what is said to be right in them must be right."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from forgecheck_models.synth.letters import letters
from forgecheck_models.synth.letters.days import is_workday
from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.identifiers import organisation_code
from forgecheck_models.synth.letters.places import courts
from forgecheck_models.synth.letters.slots import fill
from forgecheck_models.synth.letters.templates import templates

from forgecheck.numerals import number

GENUINE, FORGED = templates("genuine"), templates("forged")
SEEDS = range(60)
# Articles of the laws that genuine letters cite, as of 2023 to 2026 (the smaller number where a law changed).
ARTICLES = {
    "民法典": 1260,
    "民事诉讼法": 291,
    "刑法": 452,
    "刑事诉讼法": 308,
    "治安管理处罚法": 119,
    "仲裁法": 80,
    "公证法": 47,
    "保险法": 185,
    "劳动合同法": 98,
    "诉讼费用交纳办法": 56,
    "征信业管理条例": 47,
}


def facts(seed: int) -> Facts:
    return Facts(f"test {seed}", (2023, 2026))


def drawn(truth):
    """Every template of both splits once; those of a split with fewer than 400 in turn up to that."""
    return [
        each
        for split in ("dev", "test")
        for each in letters(truth, split, 5, max(400, sum(one.split == split for one in templates(truth))))
    ]


def right_in(*topics):
    """Genuine letters, and forged ones whose plant is of another topic."""
    forged = (each for each in drawn("forged") if each.plant and not re.search("|".join(topics), each.plant.topic))
    return [*drawn("genuine"), *forged]


def test_the_same_seed_gives_the_same_letters_and_another_seed_others():
    first = letters("genuine", "dev", 3, 80)
    assert first == letters("genuine", "dev", 3, 80)
    assert {each.text for each in first}.isdisjoint(each.text for each in letters("forged", "dev", 3, 80))
    assert first[0].text != letters("genuine", "dev", 4, 1)[0].text


def test_there_are_enough_templates_of_every_kind_in_both_splits():
    for every in (GENUINE, FORGED):
        splits = Counter(each.split for each in every)
        assert splits["dev"] >= 110
        assert splits["test"] >= 80
    for split in ("dev", "test"):
        kinds = Counter(each.kind for each in GENUINE if each.split == split)
        assert len(kinds) == 11
        assert kinds["other"] >= 20


def test_no_template_is_in_both_splits():
    for every in (GENUINE, FORGED):
        assert len({each.name for each in every}) == len(every)
        assert len({each.body for each in every}) == len(every)
    for truth in ("genuine", "forged"):
        dev, test = ({each.template for each in letters(truth, split, 1, 1500)} for split in ("dev", "test"))
        assert dev
        assert test
        assert dev.isdisjoint(test)


def test_only_forged_letters_have_a_plant_and_it_names_families():
    families = {"law", "identifier", "sender", "language", "layout"}
    assert all(each.plant is None for each in GENUINE)
    assert all(each.plant and each.plant.topic and set(each.plant.families) <= families for each in FORGED)


@pytest.mark.parametrize("truth", ["genuine", "forged"])
def test_all_slots_are_filled(truth):
    for each in drawn(truth):
        assert not re.search(r"[{}]", each.text), each.template
        assert len(each.text) > 20


def test_an_unknown_slot_is_an_error():
    with pytest.raises(KeyError):
        fill(facts(1), "lendr")


@pytest.mark.parametrize("slot", ["lender_code", "firm_code"])
def test_credit_codes_are_valid_and_spoilt_ones_are_not(slot):
    uscc = pytest.importorskip("stdnum.cn.uscc")
    for seed in SEEDS:
        assert uscc.is_valid(fill(facts(seed), slot)), fill(facts(seed), slot)
        assert not uscc.is_valid(fill(facts(seed), f"spoilt_{slot}"))


def test_credit_codes_in_genuine_letters_are_valid():
    uscc = pytest.importorskip("stdnum.cn.uscc")
    codes = [code for each in drawn("genuine") for code in re.findall(r"代码[：:]?([0-9A-Z]{15,})", each.text)]
    assert len(codes) > 10
    assert all(uscc.is_valid(code) for code in codes)


def test_identity_numbers_have_the_right_check_digit_and_belong_to_nobody():
    for seed in SEEDS:
        right, wrong = fill(facts(seed), "identity"), fill(facts(seed), "spoilt_identity")
        assert _identity_sum(right) == 1
        assert _identity_sum(wrong) != 1
        assert right[14:17] == "000"


def _identity_sum(digits: str) -> int:
    """ISO 7064 MOD 11-2 over all 18 signs: 1 where the last one fits."""
    return sum((10 if sign == "X" else int(sign)) * pow(2, 17 - at, 11) for at, sign in enumerate(digits)) % 11


def test_cards_and_parcels_have_the_right_check_digit():
    luhn = pytest.importorskip("stdnum.luhn")
    for seed in SEEDS:
        assert luhn.is_valid(fill(facts(seed), "card"))
        assert not luhn.is_valid(fill(facts(seed), "spoilt_card"))
        assert _parcel_fits(fill(facts(seed), "s10"))
        assert not _parcel_fits(fill(facts(seed), "spoilt_s10"))


def _parcel_fits(code: str) -> bool:
    total = sum(int(sign) * weight for sign, weight in zip(code[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    return code[10] == str({10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11))


def test_registration_numbers_have_the_right_check_digit():
    checked = pytest.importorskip("stdnum.iso7064.mod_11_10")
    for seed in SEEDS:
        assert checked.is_valid(fill(facts(seed), "registration"))
        assert not checked.is_valid(fill(facts(seed), "spoilt_registration"))


def test_a_spoilt_organisation_code_has_the_wrong_check_sign():
    assert organisation_code("D2143569") == "D2143569X"
    for seed in SEEDS:
        spoilt = fill(facts(seed), "spoilt_organisation")
        assert organisation_code(spoilt[:8]) != spoilt.replace("-", "")


def test_licences_are_of_the_firms_province_and_older_than_the_letter():
    for seed in SEEDS:
        here = facts(seed)
        licence = fill(here, "licence")
        assert re.fullmatch(r"1\d{4}20[0-2]\d[12][01]\d{6}", licence)
        assert licence[1:3] == fill(here, "division")[:2]
        assert int(licence[5:9]) < here.written.year


def test_sums_add_up_and_their_words_say_the_same():
    for seed in SEEDS:
        here = facts(seed)
        principal, interest, penalty, total, wrong = (
            Decimal(fill(here, slot).replace(",", ""))
            for slot in ("principal", "interest", "penalty", "total", "wrong_total")
        )
        assert principal + interest + penalty == total
        assert wrong != total
        assert interest + penalty < principal * 24 / 100
        assert _value(fill(here, "total_words")) == total
        assert _value(fill(here, "wrong_words")) == wrong


def _value(words: str) -> Decimal:
    """What a sum in capital figures says."""
    whole, _, rest = words.partition("元")
    parts = [_below_ten_thousand(part) for part in whole.split("万")]
    cents = dict(zip("角分", (Decimal("0.1"), Decimal("0.01")), strict=True))
    small = sum("零壹贰叁肆伍陆柒捌玖".index(sign) * cents[unit] for sign, unit in re.findall("(.)([角分])", rest))
    assert rest.endswith("分") or rest.endswith("整")
    return Decimal(parts[-1] + (parts[0] * 10_000 if len(parts) > 1 else 0)) + small


def _below_ten_thousand(words: str) -> int:
    units = {"仟": 1000, "佰": 100, "拾": 10, "": 1}
    found = re.findall("([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)", words)
    return sum("零壹贰叁肆伍陆柒捌玖".index(sign) * units[unit] for sign, unit in found)


def test_days_follow_one_another():
    for seed in SEEDS:
        here = facts(seed)
        assert date(2021, 1, 1) < here.lent < here.due < here.judged < here.filed < here.written
        assert here.filed.year == here.written.year
        assert is_workday(here.written)


def test_no_offices_work_on_holidays():
    assert not is_workday(date(2024, 10, 1))
    assert not is_workday(date(2024, 6, 1))
    assert is_workday(date(2024, 6, 3))


def test_a_case_number_is_of_a_court_that_the_letter_names():
    names = {}
    for court in courts():
        names |= {court.code: court.name, court.appeal_code: court.appeal_name, court.high_code: court.high_name}
    seen = 0
    for each in right_in("^B"):
        for year, code in re.findall(
            r"（(\d{4})）([京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂川渝黔云陕甘青宁]\d{2,4})", each.text
        ):
            seen += 1
            assert names[code] in each.text, each.template
            assert 2021 <= int(year) <= 2026
    assert seen > 100


def test_articles_that_are_cited_exist():
    seen = 0
    for each in right_in("E1"):
        for law, article in re.findall(
            r"《(?:中华人民共和国)?([^》]+)》(?:（[^）]+）)?第([一二三四五六七八九十百千零]+)条", each.text
        ):
            if law.startswith(("最高人民法院", "商业银行")):
                continue
            if law in ARTICLES:
                seen += 1
                assert 0 < (number(article) or 0) <= ARTICLES[law], each.text
    assert seen > 100


def test_procedure_articles_follow_the_date_of_the_letter():
    notice = next(each for each in GENUINE if each.name == "enforcement-notice")
    for seed in SEEDS:
        text = notice.fill(seed)
        written = int(re.findall(r"(\d{4})年", text)[-1])
        assert ("第二百五十一条" if written >= 2024 else "第二百四十七条") in text
