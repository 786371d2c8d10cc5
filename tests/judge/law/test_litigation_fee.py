import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import litigation_fee
from forgecheck.judge.law._fees import court_fee

LETTER = "某某律师事务所\n律师函\n致：张某某\n您的贷款已逾期。{}\n某某律师事务所\n2024年5月6日"
LAWFUL = (
    "尚欠本金50,000元，起诉后将产生案件受理费1,050元。",
    "尚欠本金50,000元，案件受理费减半收取525元。",
    "尚欠本金50,000元，财产保全费520元由您承担。",
    "尚欠本金50,000元，将产生诉讼费等1,500元。",
    "尚欠本金20,000元，执行费200元。",
    "案件受理费8,000元由您承担。",
    "尚欠本金300,000元，诉讼费5,800元。",
    "房屋抵押借款，本期欠本金20,000元，诉讼费8,000元。",
    "尚欠本金20,000元，律师费8,000元。",
    "您需承担诉讼费、保全费、执行费。欠款20,000元。",
    "尚欠本金20,000元，仅为本期；全部债务450,000元，诉讼费8,000元。",
)


def found(sentence: str) -> list[tuple[str, bool]]:
    return [(each.severity, each.fits) for each in findings(litigation_fee, evidence(LETTER.format(sentence)))]


@pytest.mark.parametrize(
    ("fee", "claim", "yuan"),
    [
        ("acceptance", 50_000, 1050),
        ("acceptance", 150_000, 3300),
        ("acceptance", 300_000, 5800),
        ("acceptance", 1_000_000, 13_800),
        ("acceptance", 36_480.12, 712),
        ("preservation", 50_000, 520),
        ("preservation", 300_000, 2020),
        ("preservation", 9_000_000, 5000),
        ("preservation", 500, 30),
        ("enforcement", 100_000, 1400),
        ("enforcement", 36_480.12, 447.2),
    ],
)
def test_fees_are_those_of_the_table(fee: str, claim: float, yuan: float):
    assert court_fee(fee, round(claim * 100)) == pytest.approx(yuan * 100, abs=1)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert [each for each in findings(litigation_fee, evidence(text)) if not each.fits] == []


@pytest.mark.parametrize("sentence", LAWFUL)
def test_silent_on_fees_that_a_court_may_take(sentence: str):
    assert [each for each in found(sentence) if not each[1]] == []


@pytest.mark.parametrize("sentence", LAWFUL[:3])
def test_says_that_a_fee_agrees_with_the_table(sentence: str):
    assert found(sentence) == [("info", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "尚欠本金20,000元，您须承担诉讼费9,000元。",
        "欠款总额5,000元，案件受理费5,200元。",
        "本金8,000元、利息500元，需先缴纳诉讼保全费4,500元。",
        "欠款12,000元，立案诉讼费用19,200元。",
        "您欠某某小额贷款有限公司25,764.08元，保全申请费12,900元由您承担。",
    ],
)
def test_strong_where_no_court_takes_that_much(sentence: str):
    assert found(sentence) == [("strong", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "尚欠本金20,000元，案件受理费1,200元。",
        "尚欠本金20,000元，诉讼费2,900元。",
        "尚欠本金20,000元，诉讼费105000元。",
    ],
)
def test_weak_where_it_is_not_far_above_or_a_point_may_be_lost(sentence: str):
    assert found(sentence) == [("weak", False)]


def test_silent_on_a_paper_of_a_court():
    text = (
        "某某市某某区人民法院\n民事判决书\n被告偿还借款本金20,000元。案件受理费9,000元由被告负担。\n二〇二四年三月五日"
    )
    assert findings(litigation_fee, evidence(text)) == []


JUDGMENT = "某某市某某区人民法院\n民事判决书\n原告某某银行与被告张某借款合同纠纷一案，判决如下：{}\n二〇二四年三月五日"


@pytest.mark.parametrize(
    "words",
    [
        "被告偿还借款34290.75元。案件受理费657元，由被告负担。",
        "被告偿还借款34290.75元。案件受理费328.6元，由被告负担。",
        "被告偿还借款34290.75元。案件受理费1800元，由被告负担。",
        "被告偿还借款34290.75元；驳回原告其他诉讼请求。案件受理费22800元，由被告负担。",
        "被告偿还借款34290.75元。案件受理费22800元，由原告负担22200元，被告负担600元。",
        "被告偿还借款34290.75元，原告对抵押房屋优先受偿。案件受理费22800元，由被告负担。",
    ],
)
def test_silent_on_fees_that_a_judgment_can_hold(words: str):
    assert not [each for each in findings(litigation_fee, evidence(JUDGMENT.format(words))) if not each.fits]


def test_a_hint_at_a_fee_of_preservation_above_its_maximum():
    text = (
        "某某市某某区人民法院\n民事裁定书\n裁定如下：冻结被申请人存款57730.95元，期限一年。"
        "保全申请费6075.79元，由申请人负担。\n二〇二三年十月十日"
    )
    assert [each.severity for each in findings(litigation_fee, evidence(text))] == ["weak"]


def test_a_hint_at_a_fee_far_above_all_sums_of_a_judgment():
    text = JUDGMENT.format("被告偿还原告34290.75元。案件受理费5258.16元，由被告负担。")
    assert [each.severity for each in findings(litigation_fee, evidence(text))] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(litigation_fee, evidence(None))
