import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import case_number_use


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(case_number_use, evidence(text)) == []


def test_a_small_loan_at_a_high_court():
    [found] = findings(case_number_use, evidence("您与某某银行信用卡纠纷一案，案号（2024）粤民初123号，现已立案。"))
    assert (found.severity, found.evidence["rule"]) == ("strong", "level")


@pytest.mark.parametrize(
    "text",
    [
        "某某集团与某某银行金融借款合同纠纷一案，案号（2019）粤民初12号。",
        "信用卡纠纷一案，案号（2024）粤民申123号。",
        "信用卡纠纷一案，案号（2024）粤0305民初123号。",
    ],
)
def test_silent_on_large_loans_and_on_retrials_at_a_high_court(text: str):
    assert findings(case_number_use, evidence(text)) == []


ENFORCED = "浙江某律师事务所\n律师函\n张某：您的案件{}，请尽快履行。\n2025年6月26日"


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("执行案号：（2024）粤0305诉前调1234号", "strong"),
        ("已进入执行，执行案号为（2024）粤0305民诉前调1234号", "strong"),
        ("执行案件编号：（2025）浙0105引调88号", "strong"),
        ("执行案号（2024）粤0305民初1234号", "weak"),
    ],
)
def test_a_number_of_mediation_given_as_that_of_enforcement(words: str, severity: str):
    assert [each.severity for each in findings(case_number_use, evidence(ENFORCED.format(words)))] == [severity]


@pytest.mark.parametrize(
    "words",
    [
        "执行案号：（2024）粤0305执1234号",
        "执行案号：（2024）粤0305执恢12号",
        "调解案号：（2024）粤0305诉前调1234号",
        "依据（2024）粤0305民初1234号判决，执行案号：（2024）粤0305执1234号",
        "诉前调解编号（2024）粤0305民诉前调1234号",
    ],
)
def test_silent_on_numbers_given_for_what_they_are(words: str):
    assert findings(case_number_use, evidence(ENFORCED.format(words))) == []


LETTER = "某某律师事务所\n律师函\n张某：\n{}\n某某律师事务所\n律师 王某\n2025年6月2日"


@pytest.mark.parametrize(
    "words",
    [
        "某某公司诉您一案，受理法院为最高人民法院，案号（2024）最高法民初12号，标的60577.47元借款。",
        "您欠我司682.88元，由高级人民法院审理，案号（2023）苏民初28号。",
    ],
)
def test_a_high_court_tries_no_small_sum(words: str):
    (found,) = findings(case_number_use, evidence(LETTER.format(words)))
    assert (found.severity, found.evidence["rule"]) == ("strong", "level")


@pytest.mark.parametrize(
    "words",
    [
        "金融借款合同纠纷一案，案号（2023）苏民初28号，标的52亿元贷款，律师费300000元。",
        "金融借款合同纠纷一案，案号（2018）苏民初28号，标的80000000元贷款。",
        "不正当竞争纠纷一案，案号（2023）苏民初28号，赔偿500000元。",
    ],
)
def test_silent_on_large_old_and_other_suits_at_a_high_court(words: str):
    assert findings(case_number_use, evidence(LETTER.format(words))) == []


SUMMONS = "某某市某某区人民法院\n传票\n案号：{}\n案由：{}\n被传唤人：孙某\n传唤事由：{}\n应到时间：2026年1月20日9时"


def test_a_summons_to_a_trial_under_a_number_of_mediation():
    (found,) = findings(
        case_number_use, evidence(SUMMONS.format("（2025）云0103诉前调6564号", "借款合同纠纷", "开庭审理"))
    )
    assert (found.severity, found.evidence["rule"]) == ("strong", "tried")


def test_a_summons_for_a_loan_under_a_criminal_number():
    text = SUMMONS.format("（2025）粤0303刑初8413号", "金融借款合同纠纷", "开庭")
    (found,) = findings(case_number_use, evidence(text))
    assert (found.severity, found.evidence["rule"]) == ("strong", "criminal")


@pytest.mark.parametrize(
    ("number", "cause", "matter"),
    [
        ("（2025）云0103诉前调6564号", "借款合同纠纷", "诉前调解"),
        ("（2025）云0103民初6564号", "借款合同纠纷", "开庭"),
        ("（2025）粤0303刑初8413号", "诈骗罪", "开庭"),
    ],
)
def test_silent_on_a_summons_whose_number_fits(number: str, cause: str, matter: str):
    assert findings(case_number_use, evidence(SUMMONS.format(number, cause, matter))) == []


@pytest.mark.parametrize(
    "words",
    [
        "您与某公司的纠纷未曾起诉，亦无裁决。现某某区人民法院已编立（2026）辽0203执7627号进入执行。",
        "某公司与你借款合同纠纷一案尚在审理，先行执行，案号（2025）苏0612执2865号。",
    ],
)
def test_an_enforcement_of_what_was_never_decided(words: str):
    (found,) = findings(case_number_use, evidence(LETTER.format(words)))
    assert (found.severity, found.evidence["rule"]) == ("strong", "undecided")


@pytest.mark.parametrize(
    "words",
    [
        "（2025）苏0612执2865号案中，您提出的执行异议之诉尚在审理。",
        "依据（2024）苏0612民初1号民事判决书，法院立案执行，案号（2025）苏0612执2865号，您未履行判决。",
        "如您未按判决履行，委托人将申请执行。",
    ],
)
def test_silent_where_a_judgment_is_enforced(words: str):
    assert findings(case_number_use, evidence(LETTER.format(words))) == []


def test_a_hint_only_on_a_line_that_was_read_poorly():
    text = "您与某某银行信用卡纠纷一案，案号（2024）粤民初123号，现已立案。"
    assert [each.severity for each in findings(case_number_use, evidence(text, confidence=0.7))] == ["weak"]
    assert findings(case_number_use, evidence(text, confidence=0.5)) == []


def test_says_when_nothing_was_read():
    assert unable(case_number_use, evidence(None))


def test_a_high_court_hears_no_small_loan_in_a_message():
    text = "12368\n【浙江省高级人民法院】朱某：某公司诉你小额借款合同纠纷一案，案号（2025）浙民初618号。\n15:19"
    assert [each.severity for each in findings(case_number_use, evidence(text))] == ["strong"]


@pytest.mark.parametrize(
    "text",
    [
        "106900001234\n【某某区人民法院】金某：某公司诉您一案（（2024）豫0102刑初2758号），请领取诉状副本。",
        "某某区人民法院\n应诉通知书\n（2024）豫0102刑初2758号\n金某：原告某公司诉你借款一案，本院已受理。",
    ],
)
def test_a_civil_suit_under_a_criminal_number(text: str):
    (found,) = findings(case_number_use, evidence(text))
    assert (found.severity, found.evidence["rule"]) == ("strong", "criminal")


@pytest.mark.parametrize(
    "text",
    [
        "某某区人民法院\n刑事附带民事判决书\n（2024）豫0102刑初27号\n附带民事诉讼原告人张某诉被告人李某一案。",
        "（2024）豫0102刑初27号判决书责令李某退赔，被害人可另行提起民事诉讼。",
    ],
)
def test_silent_on_civil_words_in_a_criminal_case(text: str):
    assert findings(case_number_use, evidence(text)) == []


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("执行依据：借款合同。案号（2025）苏0612执2865号。", ["undecided"]),
        ("以用户协议为准直接执行，案号（2025）苏0612执2865号。", ["undecided"]),
        ("执行依据：经公证的借款合同，案号（2025）苏0612执2865号。", []),
        ("依据（2024）苏0612民初1号判决书执行，案号（2025）苏0612执2865号。", []),
    ],
)
def test_a_contract_alone_is_not_enforced(words: str, rules: list[str]):
    found = findings(case_number_use, evidence(LETTER.format(words)))
    assert [each.evidence["rule"] for each in found] == rules
