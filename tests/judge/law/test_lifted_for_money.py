"""Who reports that a debt is settled, or asks a court, offers nothing that is not his."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import lifted_for_money as check

LAWFUL = (
    "【某某银行】您的贷款已结清，我行将于次月更新征信结清状态，五年后不良记录自动删除。",
    "【某某银行】您对征信有异议的，可向我行或人民银行申请更正。",
    "某某消费金融有限公司\n催收通知\n张某：\n还款后我司将向法院申请解除对您的限制消费措施。\n某某消费金融有限公司\n2024年5月6日",
    "某某区人民法院\n通知书\n（2024）粤0305执12号\n张某：你履行完毕后，本院将删除失信信息并解除限制消费措施。\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您还清欠款50000元后，委托人将如实报送还款状态。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【某某银行】您的信用卡已还清，卡片已恢复使用，感谢您的支持。",
    "付费消除征信、花钱撤销失信都是诈骗，请勿转账，拨打96110。",
    "【某某消金】逾期将如实报送征信，请于今日还款5000元。",
)
STRONG = (
    "某某消费金融有限公司\n催收通知\n张某：\n补交欠款5000元后，我司后台即删除您的征信不良记录。\n某某消费金融有限公司\n2024年5月6日",
    "【某某法务】今日还清5000元，由我司撤销您的失信名单，恢复高铁出行。",
    "【某某金融】缴纳保证金2000元即可消除征信逾期记录，联系专员。",
    "张某，你已上追逃名单，今天转账8000元，我们就撤掉追逃。",
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
