"""Fees that a judgment will lay on somebody are lawful to name; fees to be sent first are not."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import fees_in_advance as check

LAWFUL = (
    "广东某某律师事务所\n律师函\n张某某先生：\n如进入诉讼程序，由此产生的诉讼费、律师费、保全费将由您承担。请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n请您于七日内偿还借款本息及律师费3000元，逾期将提起诉讼。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n请立即归还欠款本金50000元，避免承担诉讼费。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【某某区人民法院】张某：你与李某民间借贷纠纷一案，请于今日内预交案件受理费1050元。",
    "告知函\n张某：您起诉李某借款一案，法院通知预交诉讼费，请您今日内支付诉讼费至法院账户。\n广东某某律师事务所",
    "（2024）粤0305民初1号民事判决已生效，请您立即支付借款及案件受理费1050元。",
    "调解方案：今日内支付本金，诉讼费减半，由您承担，欠款结清。",
    "委托代理合同\n甲方应于今日支付律师费5000元。乙方代理甲方与某银行借款纠纷一案。",
    "律师提醒：要求先交诉讼费才撤案的，欠款人不要相信。",
    "【某某银行】您的贷款今日到期，请支付本息。",
)
STRONG = (
    "广东某某律师事务所\n律师函\n张某某先生：\n您欠款12304元，请您在今日内先行支付诉讼费、保全费、律师费共计8600元至本所指定账户，否则立即开庭。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您借款未还，须先支付律师费2000元至李律师账户，方可分期。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【某某法务】张某，请立即缴纳欠款案件的立案费、诉讼费3000元，否则马上开庭。",
    "【某某法务】张某，请今日18点前支付欠款诉讼费1500元到指定账户。",
)
WEAK = ("【某某法务】张某，请您先行支付欠款产生的诉讼费1500元。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence("\n".join(" ".join(line) for line in STRONG[0].splitlines())))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
