import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import withdrawal_fee

LAWFUL = (
    "原告撤诉，案件受理费减半收取，余款退还，您的借款纠纷结案。",
    "法院不会收取解冻费，凡要求缴纳的都是诈骗，请您勿转账。",
    "您的贷款未放款，对方让您缴纳解冻费的，是骗子。",
    "申请人申请财产保全应缴纳保证金，您可提供担保，解除冻结由法院裁定。",
    "取保候审保证金已退还，您的案件已结案。",
    "请您缴纳履约保证金，项目结算后退还。",
    "还款后银行将为您解除冻结，不收取任何费用。",
    "您可向法院申请撤诉，诉讼费减半。",
    "【某某派出所】谨防贷款诈骗：要您先交保证金解冻账户的，一律不要相信。",
    "您的期货账户保证金不足，请追加，账户解冻后可交易，账单请查收。",
    "撤案金额与您的借款一致。",
    "撤诉后，法院将诉讼费退还您，请提供账户。",
)
STRONG = (
    "您的欠款案件须缴纳撤案手续费805元及履约保证金3000元。",
    "您的案件需缴纳撤案费2000元，请转账。",
    "【某某法务】您的账户已冻结，请支付解冻费后恢复，逾期作废。",
    "请您先缴纳3000元保证金，我们为您撤案。",
    "某某市某某区人民法院\n通知\n张某某：您的贷款案件缴纳解冻金后解除。",
    "您的借款案件已立案，今日交撤诉费可销案。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(withdrawal_fee, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(withdrawal_fee, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(withdrawal_fee, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(withdrawal_fee, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(withdrawal_fee, evidence(None))
