"""No organ has an account into which people move their money; who warns of it says so."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import safe_account as check

LAWFUL = (
    "【某市公安局】凡是要求您把钱转入安全账户的都是诈骗，请勿转账。",
    "【反诈中心】公检法没有安全账户，接到要求转账的电话请拨打96110。",
    "某某区人民法院\n执行通知书\n（2024）粤0305执12号\n张某：请将执行款汇至本院案款专户，账号以法院官网公布为准。\n2024年5月6日",
    "【某某银行】您的贷款今日到期，请将5000元存入您本人尾号1234的还款账户。",
    "某某消费金融有限公司\n催收通知\n张某：\n请将欠款50000元转至合同约定的对公账户，户名为某某消费金融有限公司。\n某某消费金融有限公司\n2024年5月6日",
    "房屋买卖：购房款存入监管账户，过户后由银行划给卖方，您的贷款同日放款。",
    "骗子让她把贷款转入所谓的安全账户，民警及时劝阻。",
    "广东某某律师事务所\n律师函\n张某某先生：\n请于三日内偿还借款50000元至委托人名下收款账户。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
)
STRONG = (
    "【经侦大队】张某：您名下贷款涉案，请将全部存款转入安全账户接受核查，两小时内完成。",
    "某市公安局\n协查通知\n张某：你涉嫌贷款洗钱，须将资金转至清查账户，核查后退还。\n某市公安局\n2024年5月6日",
    "【某某法务】您的贷款已被监管，请把余额转到安全账户，否则冻结。",
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
