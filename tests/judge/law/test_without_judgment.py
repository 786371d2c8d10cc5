"""What needs a judgment cannot come without one; preservation, deeds and offers to settle are something else."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import without_judgment as check

LAWFUL = (
    "某某区人民法院\n民事裁定书\n（2024）粤0305财保12号\n申请人某某公司申请诉前保全，冻结张某名下存款50000元。\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您的借款合同经公证处赋强公证，委托人无需诉讼即可申请强制执行，请还款50000元。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【某某银行】您可与我行协商分期，无需起诉即可办理，请尽快联系还款。",
    "某某消费金融有限公司\n催收通知\n张某：\n如您仍不还款50000元，我司将起诉，判决生效后申请强制执行。\n某某消费金融有限公司\n2024年5月6日",
    "某某区人民法院\n协助扣留收入通知书\n（2024）粤0305执77号\n某某公司：\n请协助冻结被执行人的收入50000元。未经本院准许，不得发放。\n2024年5月6日",
    "未经法院判决，任何公司都不能冻结您的账户，欠款人不必害怕。",
    "催收说不用法院判决就冻结银行卡，是假的。",
    "【某某法院】您与某某银行的借款案尚未开庭，请按传票时间到庭，案号（2024）粤0305民初12号。",
    "某某消费金融有限公司\n催收通知\n张某：\n您拖欠借款50000元，经法院判决后可被列入失信被执行人名单。\n某某消费金融有限公司\n2024年5月6日",
)
STRONG = (
    "某某消费金融有限公司\n催收通知\n张某：\n您欠款50000元，无需法院判决，今日即冻结您名下全部银行卡。\n某某消费金融有限公司\n2024年5月6日",
    "【某某法务】不用等法院判决，直接划扣您的工资抵还贷款。",
    "广东某某律师事务所\n律师函\n张某某先生：\n委托人虽尚未起诉，仍将于三日内强制执行您名下房产以抵借款50000元。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【执行专员】您的贷款不经审理即列入失信名单，限今日还清。",
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
