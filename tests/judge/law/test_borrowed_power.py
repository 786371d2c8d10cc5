"""Courts invite mediators and appraisers; they lend no power to collectors."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import borrowed_power as check

LAWFUL = (
    "【某某法院】张某：本院委托某某调解中心对您与某某银行的借款纠纷进行诉前调解，请留意来电。",
    "某某消费金融有限公司\n催收通知\n张某：\n我司受某某银行委托向您催收借款50000元，请尽快还款。\n某某消费金融有限公司\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n本所受某某消费金融有限公司委托并授权，就您拖欠借款50000元一事函告如下。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n受某某区人民法院委托，我中心对您与某某公司的欠款纠纷组织调解，是否参加由您决定。\n某某消费金融有限公司\n2024年5月6日",
    "某某区人民法院\n委托评估函\n（2024）粤0305执12号\n某某评估有限公司：\n本院授权你公司对被执行人张某名下房产进行评估。\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n您拖欠借款50000元，我司将向人民法院起诉并申请强制执行，请还款。\n某某消费金融有限公司\n2024年5月6日",
    "声称受法院委托、公安授权上门收欠款的公司都是骗子，请拨打110。",
    "【某某银行】我行已委托某某律师事务所就您的逾期贷款提起诉讼，请尽快还款。",
)
STRONG = (
    "某某消费金融有限公司\n催收通知\n张某：\n我司经公安局授权办理您拖欠贷款50000元的催收，今日上门。\n某某消费金融有限公司\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n法院已将执行权下放给我司，您的欠款50000元由我司执行。\n某某消费金融有限公司\n2024年5月6日",
    "【某某专班】本中心由法院与公安联合设立，负责清收您的贷款，请配合还款。",
    "某某消费金融有限公司\n催收通知\n张某：\n司法局指定我公司为您贷款的收款单位，请立即还款50000元。\n某某消费金融有限公司\n2024年5月6日",
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
