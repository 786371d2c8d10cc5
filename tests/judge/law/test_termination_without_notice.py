import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import termination_without_notice

LAWFUL = (
    "您逾期三期，我行通知您自本通知到达之日起解除借款合同。",
    "收到本函七日内未还款的，合同自动解除。",
    "合同约定的解除事由成就的，无需通知即终止合同，请您还款。",
    "您的会员服务到期后系统自动终止协议，账单请查收。",
    "系统将自动取消您的临时额度，账单已出。",
    "还款后系统自动解除限制，借款额度恢复。",
    "解除合同应当通知对方，借款人请您知悉。",
    "骗子称系统自动解约合同，要您还款。",
    "合同会自动终止吗？您的贷款请咨询我行。",
    "您的贷款合同到期终止，账单已结清。",
    "如有变更，恕不另行通知。您的账单请查收。",
    "您还清贷款以后，不按合同另收费，带好证件去登记处解除抵押就行。",
    "请您续签合同，逾期不再保留优惠。",
)
WEAK = (
    "您已逾期，系统将自动解除借款合同，剩余欠款一次性结清。",
    "【某某法务】您的欠款，系统已自动解约贷款合同，请处理。",
)
STRONG = (
    "您逾期未还，无需通知，即刻终止借款合同。",
    "您的借款合同自动作废，不再另行通知。",
    "您逾期未还，不管合同怎么写，我司宣布借款全部到期。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(termination_without_notice, evidence(text)) == []


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_a_contract_ends_by_itself(text: str):
    (finding,) = findings(termination_without_notice, evidence(text))
    assert finding.severity == "weak"


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_notice_or_clause_are_called_needless(text: str):
    (finding,) = findings(termination_without_notice, evidence(text))
    assert finding.severity == "strong"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(termination_without_notice, evidence(" ".join(WEAK[0])))


def test_says_when_nothing_could_be_read():
    assert unable(termination_without_notice, evidence(None))
