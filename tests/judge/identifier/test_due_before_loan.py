import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import due_before_loan

LETTER = "某某小额贷款有限公司\n催收通知\n张某：\n{}\n某某小额贷款有限公司\n2025年1月5日"


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(due_before_loan, evidence(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "您于2023年1月2日向某公司借款5000元，于2023年12月1日到期，至今未还。",
        "您于2023年1月2日签订借款合同，借款期限自2023年1月2日至2024年1月1日。",
        "放款日期：2023年1月2日\n到期日期：2024年1月2日",
        "您于2023年3月2日续贷，原贷款应于2023年1月2日归还。",
        "您于2021年5月1日、2023年4月2日两次借款，前一笔已于2022年5月1日到期。",
        "您于2023年4月12日借款，2023年2月11日的账单已还清。",
        "2024年2月11日开庭，您于2024年4月12日收到判决。",
    ],
)
def test_silent_where_a_loan_falls_due_after_it_was_made(words: str):
    assert findings(due_before_loan, evidence(LETTER.format(words))) == []


@pytest.mark.parametrize(
    "words",
    [
        "你于2021年4月12日借款，约定还款日为2021年2月11日，该日届满后仍未归还。",
        "放款日期：2024年5月6日\n到期日期：2024年2月6日",
        "您于2024年5月6日签订借款合同，该款已于2023年2月6日到期。",
    ],
)
def test_strong_on_a_loan_that_fell_due_before_it_was_made(words: str):
    (found,) = findings(due_before_loan, evidence(LETTER.format(words)))
    assert found.severity == "strong"
    assert found.place is not None


def test_a_hint_where_a_look_alike_would_repair_the_order_or_the_line_is_not_clear():
    text = LETTER.format("放款日期：2024年2月13日\n到期日期：2024年2月11日")
    assert [each.severity for each in findings(due_before_loan, evidence(text))] == ["weak"]
    text = LETTER.format("放款日期：2024年5月6日\n到期日期：2024年2月6日")
    assert [each.severity for each in findings(due_before_loan, evidence(text, confidence=0.85))] == ["weak"]
    assert findings(due_before_loan, evidence(text, confidence=0.7)) == []


def test_says_when_nothing_was_read():
    assert unable(due_before_loan, evidence(None))
