import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import interest_above_cap
from forgecheck.judge.law._rates import four_times_lpr, rates
from forgecheck.judge.prose import prose

LETTER = "某某律师事务所\n律师函\n致：张某某\n您的贷款已逾期。{}\n某某律师事务所\n2024年5月6日"
LAWFUL = (
    "贷款年利率为7.2%。",
    "按年利率24%计收利息。",
    "月利率2%，按月付息。",
    "按日万分之五计收罚息。",
    "信用卡透支按日利率0.05%计收利息。",
    "利率不超过年利率24%，超过36%的部分无效。",
    "法律不予支持年利率36%以上的利息。",
    "加倍支付迟延履行期间的债务利息，按日万分之一点七五计算。",
    "物业费逾期按日千分之三收取违约金。",
    "货款逾期的，每日按1%支付违约金。",
    "理财产品年化收益率30%。",
    "已为您减免利息50%。",
    "还款比例100%，逾期率3%。",
    "首付30%，贷款年利率4%。",
    "对方按月息5分放高利贷，属于违法利息。",
)


def found(sentence: str) -> list[str]:
    return [each.severity for each in findings(interest_above_cap, evidence(LETTER.format(sentence)))]


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("年利率36%", 36),
        ("年化利率为18.5%", 18.5),
        ("月利率2%", 24),
        ("月息2分", 24),
        ("月息三分", 36),
        ("日利率0.1%", 36.5),
        ("日息万分之五", 18.25),
        ("按日千分之一计收罚息", 36.5),
        ("违约金每日1%", 365),
        ("罚息1‰/天", 36.5),
        ("按日万分之一点七五计算利息", 6.3875),
    ],
)
def test_rates_are_counted_by_the_year(text: str, yearly: float):
    given = prose(evidence(text))
    assert given
    assert [each.yearly for each in rates(given)] == [pytest.approx(yearly)]


def test_four_times_the_lpr_has_its_time():
    assert four_times_lpr("2024-05-06", "2024-05-06") == pytest.approx(13.8)
    assert four_times_lpr("2020-09-01", "2024-05-06") == pytest.approx(15.4)
    assert four_times_lpr("2019-09-01", "2024-05-06") is None
    assert four_times_lpr("2026-05-01", "2026-05-06") is None


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(interest_above_cap, evidence(text)) == []


@pytest.mark.parametrize("sentence", LAWFUL)
def test_silent_on_lawful_rates(sentence: str):
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "按每日1%计收违约金。",
        "逾期利息按日利率0.5%计算。",
        "罚息按日千分之五收取。",
        "每天收取百分之二的滞纳金。",
        "月息10分计算利息。",
    ],
)
def test_strong_where_nobody_claims_that_of_right(sentence: str):
    assert found(sentence) == ["strong"]


@pytest.mark.parametrize(
    "sentence",
    [
        "贷款年利率为35.9%。",
        "按日千分之一计收罚息。",
        "月利率3%计算利息。",
        "尚欠本金10,000元、罚息5,000元，逾期60天。",
    ],
)
def test_weak_above_the_cap(sentence: str):
    assert found(sentence) == ["weak"]


def test_private_lending_has_a_cap_of_its_own():
    text = LETTER.replace("您的贷款已逾期。", "您于2023年5月6日向出借人借款并出具借条，").format("约定年利率20%。")
    (finding,) = findings(interest_above_cap, evidence(text))
    assert (finding.severity, finding.evidence["cap_percent"]) == ("weak", pytest.approx(14.6))


def test_silent_where_the_rate_was_tolerated_in_its_time():
    text = LETTER.format("按年利率35%计收利息。").replace("2024年5月6日", "2018年5月6日")
    assert findings(interest_above_cap, evidence(text)) == []


def test_silent_on_a_paper_of_a_court():
    text = "某某市某某区人民法院\n民事判决书\n原告主张借款按每日1%支付违约金。\n二〇二四年三月五日"
    assert findings(interest_above_cap, evidence(text)) == []


def test_says_when_nothing_could_be_read():
    assert unable(interest_above_cap, evidence(None))
