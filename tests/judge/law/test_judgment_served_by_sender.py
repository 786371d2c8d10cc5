import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import judgment_served_by_sender

LAWFUL = (
    "【某某法院】您已同意电子送达，本短信视为判决书送达提醒，逾期未还款请履行。",
    "【某某市某某区人民法院】您的借款纠纷判决书已送达，请点击链接查收。",
    "您与我司约定，本短信视为有效送达，请您还款。",
    "法院将向您送达判决书，请留意签收，借款纠纷。",
    "随函附判决书副本供您参考，欠款请尽快支付。",
    "判决书生效后您应还款。",
    "请您到法院领取传票，借款合同纠纷。",
    "判决书以短信送达有效吗？您的贷款问题请咨询12368。",
    "骗子称判决书以本短信送达，要您还款。",
    "借款合同约定的通讯地址为您的送达地址。",
    "中国邮政：您的法院专递已到，含传票，请签收。账单",
    "调解书经双方签收生效，请您按期还款。",
    "您的律师函以本邮件送达，请尽快还款。",
)
FALSE = (
    "您与我司借款纠纷的判决书以本短信送达，自短信发出即生效，请还款。",
    "您的贷款案件，传票以此短信送达，请还款。",
    "【某某法务】裁定书已下达，本短信视为送达，请您还款。",
    "您逾期未还，法律文书通过本信息送达。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(judgment_served_by_sender, evidence(text)) == []


@pytest.mark.parametrize("text", FALSE)
def test_strong_where_it_is_said(text: str):
    (finding,) = findings(judgment_served_by_sender, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(judgment_served_by_sender, evidence(" ".join(FALSE[0])))


def test_a_hint_where_the_text_was_read_poorly():
    (finding,) = findings(judgment_served_by_sender, evidence(FALSE[0], confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(judgment_served_by_sender, evidence(None))


def test_silent_on_what_a_court_signs():
    text = "【深圳市南山区人民法院】张某某：您的借款纠纷一案，本短信即视为判决书送达。"
    assert findings(judgment_served_by_sender, evidence(text)) == []
