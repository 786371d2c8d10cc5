import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import deadline_before_letter

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
INNOCENT = (
    "请于2024年5月20日前还款。",
    "请于2024年5月6日前还款。",
    "我司曾要求您于2024年3月1日前还款。",
    "合同约定2023年12月31日前归还。",
    "您应于2024年1月1日前还款，至今未还。",
    "您承诺在2024年2月1日前付清，但仍未支付。",
    "判决责令您于2024年1月15日前履行。",
    "截至2024年3月31日止，尚欠本金500元，请还款。",
    "请于收函之日起七日内还款。",
    "我司曾于2024年2月发函，请您于2024年3月1日前还款。",
    "前函已请您于2024年4月1日前联系。",
    "2024年3月1日前发生的费用由您承担，请支付。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(deadline_before_letter, evidence(text)) == []


@pytest.mark.parametrize("sentence", INNOCENT)
def test_silent_on_deadlines_that_can_be_met_or_are_told(sentence: str):
    assert findings(deadline_before_letter, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "请于2024年4月20日前还款。",
        "请您务必在2022年12月24日18:00前还清欠款，否则我所将起诉。",
        "限您最迟于2024年2月4日前付清全部款项。",
        "请在2024-04-04前与我所联系处理。",
        "贷款已逾期，应还500元，请最迟于2024年4月4日前存入还款账户。",
    ],
)
def test_strong_where_the_day_was_over(sentence: str):
    (finding,) = findings(deadline_before_letter, evidence(LETTER.format(sentence, "2024年9月22日")))
    assert finding.severity == "strong"
    assert finding.place is not None
    assert finding.evidence["letter_date"] == "2024-09-22"


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("请于2024年3月20日前还款。", "2024年5月6日"),
        ("请于2024年1月20日前还款。", "2024年12月22日"),
        ("请于2023年2月9日前还款。", "2024年1月22日"),
        ("请于2024年5月11日前还款。", "2024年5月14日"),
    ],
)
def test_weak_where_the_reader_or_a_clerk_may_be_wrong(sentence: str, date: str):
    assert [each.severity for each in findings(deadline_before_letter, evidence(LETTER.format(sentence, date)))] == [
        "weak"
    ]


def test_silent_without_the_letters_date():
    assert findings(deadline_before_letter, evidence("请于2020年4月20日前还款。")) == []


def test_says_when_nothing_could_be_read():
    assert unable(deadline_before_letter, evidence(None))
