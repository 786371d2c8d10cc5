import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import do_not_ask_lender

LAWFUL = (
    "请勿向他人透露您的贷款验证码。",
    "请您不要向非官方平台转账还款，可向银行核实。",
    "债权已转让，请您向我司还款，可拨打银行客服热线核实。",
    "请勿向原银行还款，债权已转让我司，请勿重复转账。",
    "如有疑问，请您联系银行客服核实贷款。",
    "请勿拨打陌生电话，银行客服不会索要验证码，贷款请谨慎。",
    "非工作时间请不要致电客服，账单问题可在APP查询，您的还款不受影响。",
    "不要相信叫您别联系银行的人，贷款请核实。",
    "骗子让您不要联系银行，还款请走官方渠道。",
    "请勿泄露密码，您的信用卡账单已出。",
    "债权转让通知：您可以联系我司或原银行还款。",
    "请您不要逾期，联系银行办理展期。",
    "请勿回复本短信，账单请查询APP。",
    "法院提醒您：还款请与银行协商。",
)
FALSE = (
    "您的债权已转让给我司，请勿联系原银行，今日付款。",
    "您的借款已逾期，不要致电平台客服，直接联系法务。",
    "欠款由我司处理，请勿拨打银行电话核实。",
    "贷款已转让，您不得咨询原银行。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(do_not_ask_lender, evidence(text)) == []


@pytest.mark.parametrize("text", FALSE)
def test_weak_where_it_is_said(text: str):
    (finding,) = findings(do_not_ask_lender, evidence(text))
    assert finding.severity == "weak"
    assert finding.place is not None


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(do_not_ask_lender, evidence(" ".join(FALSE[0])))


def test_a_hint_where_the_text_was_read_poorly():
    (finding,) = findings(do_not_ask_lender, evidence(FALSE[0], confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(do_not_ask_lender, evidence(None))
