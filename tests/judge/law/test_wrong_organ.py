"""Police and procurators act in criminal cases; loans belong to basic courts."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import wrong_organ as check

LAWFUL = (
    "某市公安局\n立案告知书\n张某：你报称被诈骗贷款一案，我局已立案侦查。\n某市公安局\n2024年5月6日",
    "某区人民检察院\n起诉书\n被告人李某涉嫌贷款诈骗罪，被害人某某银行，本院提起公诉。\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您拖欠借款50000元，委托人将向某某区人民法院提起诉讼。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "某某区人民法院\n传票\n案号：（2024）粤0305民初12号\n案由：借款合同纠纷\n被传唤人：张某\n应到时间：2024年6月3日9时",
    "【某某银行】您的贷款已逾期，我行将依法向人民法院起诉，请尽快还款。",
    "【某市公安局】接到自称公安要求您归还贷款的电话，请拨打110核实。",
    "某市劳动人事争议仲裁委员会\n裁决书\n某某公司应支付张某工资5000元，双方的借款另行处理。\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n您拖欠借款50000元，我司将向有管辖权的法院起诉，由法院依法审理。\n某某消费金融有限公司\n2024年5月6日",
)
STRONG = (
    "某市公安局\n缴款通知\n张某：你拖欠某某平台贷款50000元，公安机关将向你提起民事诉讼要求还款。\n某市公安局\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n您拖欠借款50000元，由检察院开庭审理。\n某某消费金融有限公司\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n您拖欠的借款50000元直接由最高人民法院一审，请还款。\n某某消费金融有限公司\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您拖欠借款50000元，委托人已在全国各地法院同时起诉。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
