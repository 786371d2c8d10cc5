"""Papers that tell of days before and days to come first; all names are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import contract_after_letter

LETTER = "山东例信律师事务所\n律师函\n沈小明先生：\n{}\n山东例信律师事务所\n律师 韩小样\n2025年5月4日"
NOTICE = "某某消费金融有限公司\n逾期催收通知书\n沈小明：\n{}\n某某消费金融有限公司\n2025年5月4日"
COURT = "某某市某某区人民法院\n执行通知书\n（2025）粤0305执22号\n沈小明：\n{}\n二〇二五年五月四日"
IN_ORDER = (
    LETTER.format("您于2024年3月4日签订借款合同，现已逾期。"),
    LETTER.format("请于2025年6月1日前与我公司签订还款协议。"),
    LETTER.format("您的借款将于2025年6月5日到期，请按时还款。"),
    LETTER.format("借款到期日为2026年3月1日，因您已连续逾期三期，我司宣布提前到期。"),
    LETTER.format("借款期限自2024年3月4日至2026年3月3日，现已逾期三期。"),
    LETTER.format("暂计至2025年6月1日，尚欠本息5000元。"),
    LETTER.format("截至2025年5月31日，您尚欠50000元。"),
    LETTER.format("若于2025年6月1日仍未还款，我司将起诉。"),
    LETTER.format("合同约定2027年5月1日到期，您已逾期三期。"),
    LETTER.format("您应于2025年6月1日还款5000元"),
    LETTER.format("我司将于2025年6月1日转让债权"),
    LETTER.format("2025年6月1日起执行新的还款计划"),
    NOTICE.format("我行宣布贷款于2025年6月30日全部提前到期，您已连续六期未还款。"),
    NOTICE.format("到期日：2026年6月1日，已逾期3期"),
    NOTICE.format("借款日期：2024-05-06，到期日期：2025-12-06，逾期金额500元"),
    NOTICE.format("2025年6月1日前未还清的，将上报征信"),
    COURT.format("本院定于2025年6月1日开庭"),
    COURT.format("查封期限自2025年5月4日起至2028年5月3日止"),
    COURT.format("本院于2025年3月1日作出的判决已生效"),
)


@pytest.mark.parametrize("text", [*GENUINE, *IN_ORDER])
def test_silent_on_genuine(text: str):
    assert findings(contract_after_letter, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format("您于2024年9月2日与济南例川消费金融有限公司签订借款合同，现已逾期，请于七日内归还。"),
        LETTER.format("借款合同签订日期：2024年2月2日\n尚欠本金50000元，已逾期。"),
        NOTICE.format("您的贷款已于2024年9月2日逾期，请立即还款。"),
    ],
)
def test_strong_on_what_is_told_as_past_and_no_misreading_explains(text: str):
    given = evidence(text.replace("2025年5月4日", "2022年4月4日"))
    [found] = findings(contract_after_letter, given)
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format("2025年12月1日，您向某某公司借款50000元，至今未还。"),
        LETTER.format("您自2025年12月2日起逾期，已拖欠3个月。"),
        LETTER.format("贷款已于2025年10月1日到期，您至今未还，请于七日内清偿。"),
        NOTICE.format("放款日期：2025年9月2日，已逾期120天"),
        COURT.format("（2024）粤0305民初1号民事判决书已于2025年9月9日生效，你至今未履行。"),
    ],
)
def test_a_hint_where_a_digit_explains_it_or_a_court_writes(text: str):
    assert [each.severity for each in findings(contract_after_letter, evidence(text))] == ["weak"]


def test_silent_where_a_look_alike_on_a_poor_line_explains_it():
    text = LETTER.format("2025年12月1日，您向某某公司借款50000元，至今未还。")
    assert findings(contract_after_letter, evidence(text, confidence=0.85)) == []


def test_says_when_nothing_was_read():
    assert unable(contract_after_letter, evidence(None))
