"""Orders that letters quote, ask for or warn of are lawful; the sender's own are not."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import private_order as check

LAWFUL = (
    "某某公司员工手册\n第十条 外访人员不得强制带走欠款客户，不得联合公安上门采取强制措施。",
    "【某某交警】您名下车辆今日被扣押，请到大队处理。",
    "【某某法院】张某：本院拍卖你名下房产，今日10时开拍，执行案号（2024）粤0305执12号，欠款优先受偿。",
    "【某某小贷】您的借款今日到期，系统将于20点从您名下尾号1234银行卡代扣，请确保余额充足。",
    "广东某某律师事务所\n律师函\n张某某先生：\n委托人将申请人民法院通知银行、支付机构协助冻结您名下账户。请尽快还款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n某某区人民法院裁定如下：冻结您名下存款50000元。请您尽快与委托人协商还款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n某某区人民法院已作出民事判决，判令您偿还借款本金50000元。请自觉履行。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n根据合同约定，委托人有权从您的还款账户中直接扣划欠款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您与委托人在公证处办理了强制执行公证，委托人可申请执行证书，请还款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "【某某银行】您的贷款今日到期，我行将于今日17点从您名下还款账户自动扣款。",
    "【某某银行】尊敬的客户，您信用卡已逾期，我行已暂停您的信用卡使用，请尽快还款。",
    "【某市公安局】联合银行宣传反诈，已停用涉诈账户，要求您还贷款的请勿相信。",
    "催收员不得声称传唤客户、责令您还款、联合公安上门强制执行。",
    "某某区人民法院\n执行通知书\n（2024）粤0305执12号\n张某：责令你立即履行（2023）粤0305民初1号民事判决，偿还借款。\n2024年5月6日",
    "关于责令整改的通知\n各合作机构：监管要求我司责令你公司整改违规催收，不得骚扰借款人。\n某某消费金融有限公司",
    "【某某物业】今日您名下车位欠费，请缴纳，以免影响使用。",
)
STRONG = (
    "【执行专员】张某，你名下财产今日18点统一查封拍卖，速还款。",
    "某某消费金融有限公司\n张某：您欠款不还，即日起由我公司强制执行您的财产。\n2024年5月6日",
    "【某某法务】您的欠款案子已审理完毕，判您败诉，请今日还款。",
    "广东某某律师事务所\n律师函\n张某某先生：\n关于您拖欠借款50000元一案，本所经审查裁定如下：责令您七日内归还。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您欠款未还，本所现责令您三日内还清，否则后果自负。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您欠借款50000元。本所已通知各商业银行协助执行，停用您名下全部银行卡，还款后恢复。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n限您两小时内还款，否则本所联合公安、法院、社区对您采取强制措施。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "某某消费金融有限公司\n张某：因您逾期未还，现依法传唤您于5月18日到我司接受询问。\n某某消费金融有限公司\n2024年5月6日",
    "【某某法务】张某，今日17点整对你名下全部财产予以强制划扣，速联系。",
    "某某小额贷款有限公司\n张某：我司已对您的借款合同自行办理强制执行公证，今日起执行。\n2024年5月6日",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


WEAK = ("您的欠款已移交，限制您的高铁飞机出行，还款后解除。",)


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence("\n".join(" ".join(line) for line in STRONG[0].splitlines())))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
