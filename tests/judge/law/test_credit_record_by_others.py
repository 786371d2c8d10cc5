import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import credit_record_by_others

LAWFUL = (
    "【某某银行】您的贷款已逾期，我行将上报征信。",
    "某某消费金融有限公司\n催收函\n张某某：\n我司将向金融信用信息基础数据库报送您的逾期记录，征信受损。\n某某消费金融有限公司\n2024年1月2日",
    "某某律师事务所\n律师函\n致：张某某\n委托人将依法向征信系统报送您的逾期信息，请尽快还款。\n某某律师事务所\n2024年1月2日",
    "某某律师事务所\n律师函\n致：张某某\n本所建议贵方还款，以免银行上报征信。\n某某律师事务所\n2024年1月2日",
    "您的逾期会影响征信，请尽快还款。",
    "【某某小贷】我司将依法上报征信，请您还款。",
    "【某某法务】我司无权上报征信，请您联系银行还款。",
    "【某某信用管理】我司接受银行委托提醒您还款，逾期记录由银行上报征信。",
    "某某律师事务所\n律师函\n致：某某公司\n贵司声称“我司将上报征信”，与您公司并非放款机构的事实不符，请停止催收。\n某某律师事务所",
    "【某某法务】您的逾期记录已在征信报告中显示，请还款。",
    "【某某调解中心】调解成功后，您可向银行申请更正征信，还款事宜请联系。",
    "我司已将您的逾期上报征信。",
)
STRONG = (
    "某某律师事务所\n律师函\n致：张某某\n您欠款未还，本所将上报您的个人征信。\n某某律师事务所\n2024年1月2日",
    "【某某法务】您的借款逾期，我司将于今日上报央行征信。",
    "【某某催收中心】欠款不还，我方已将您录入征信黑名单。",
    "【某某法律咨询】您已逾期，我中心即将上传百行征信，请还款。",
)
WEAK = ("【某某法务】您的借款逾期，我司可能上报征信。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(credit_record_by_others, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(credit_record_by_others, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(credit_record_by_others, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(credit_record_by_others, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(credit_record_by_others, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(credit_record_by_others, evidence(None))
