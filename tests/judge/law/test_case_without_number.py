import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import case_without_number

LAWFUL = (
    "您的案件（2024）粤0305民初1号已立案，请留意，借款纠纷。",
    "深圳市南山区人民法院已立案受理您的借款纠纷。",
    "我司将向人民法院申请立案，请您还款。",
    "公安机关已立案侦查您报的贷款诈骗案。",
    "您的投诉已立案，12378将在15日内答复您的还款问题。",
    "若您仍不还款，我司将提交立案材料。",
    "某某仲裁委员会已立案，您的借款纠纷请查收通知。",
    "案号待法院通知，您的借款案件已立案。",
    "骗子称您的案件已立案，要您还款。",
    "您的逾期案件并不会自动立案，请放心还款。",
    "法院已立案吗？您的贷款请查询12368。",
    "我司已委托律师准备立案，请您还款。",
)
FALSE = (
    "您的借款案件已立案待开庭，请立即还款。",
    "【某某法务】您的欠款已正式立案，今日处理。",
    "您逾期未还，现已进入诉讼程序，请联系。",
    "您的案件已预立案，请还款。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(case_without_number, evidence(text)) == []


@pytest.mark.parametrize("text", FALSE)
def test_weak_where_it_is_said(text: str):
    (finding,) = findings(case_without_number, evidence(text))
    assert finding.severity == "weak"
    assert finding.place is not None


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(case_without_number, evidence(" ".join(FALSE[0])))


def test_a_hint_where_the_text_was_read_poorly():
    (finding,) = findings(case_without_number, evidence(FALSE[0], confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(case_without_number, evidence(None))
