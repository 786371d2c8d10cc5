import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import invented_consequence

LAWFUL = (
    "您的手机号因欠费停机，请缴清账单。",
    "【某某移动】您的话费已逾期，手机号将被停用，请缴费。",
    "身份证过期将影响业务办理，账单请您查收。",
    "您的银行卡因身份证件过期被限制，还款请到网点。",
    "欠款不会注销身份证，您放心。",
    "酒驾将吊销驾驶证，贷款买车请您谨慎驾驶。",
    "某某市公安局\n您的户口已注销，贷款请家属处理。",
    "您注销手机号前请先还清账单。办理注销请到营业厅。",
    "社保卡挂失请拨打12333，不影响您的医保，账单请查收。",
    "逾期会影响养老金吗？您咨询社保局，贷款另说。",
    "骗子称欠款会冻结社保，请您警惕。",
    "您的社保缴费账单已出，逾期请补缴。",
)
STRONG = (
    "您欠款不还，将注销您的身份证和户口。",
    "【某某法务】您已逾期，您的手机号将被停用。",
    "拒不还款，吊销您的驾驶证。",
    "您的借款逾期，今日起停用名下所有手机卡。",
    "欠款未还，取消您父母的低保。",
)
WEAK = ("您逾期不还，将影响您的社保和医保。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(invented_consequence, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(invented_consequence, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(invented_consequence, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(invented_consequence, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(invented_consequence, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(invented_consequence, evidence(None))
