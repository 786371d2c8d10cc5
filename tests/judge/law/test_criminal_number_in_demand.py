"""Criminal numbers in their own place first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import criminal_number_in_demand as check

NUMBER = "（2024）粤0305刑初66号"


@pytest.mark.parametrize(
    "text",
    [
        f"深圳市南山区人民法院\n刑事判决书\n{NUMBER}\n被告人骗取贷款未还款。\n审判长 李某\n二〇二四年八月八日",
        f"【某某平台】根据{NUMBER}刑事判决书，平台借款人应还款至资金归集专用账户。",
        f"【某某区人民法院】{NUMBER}案件，责令退赔，请借款人尽快还款。",
        f"律师函\n致：张某某\n根据{NUMBER}判决，责令退赔被害人，请你偿还借款。\n北京某某律师事务所\n2024年9月6日",
        f"律师函\n致：张某某\n参照{NUMBER}案例，请尽快偿还借款。\n北京某某律师事务所\n2024年9月6日",
        f"记者获悉，{NUMBER}案中，被告人以贷款为名骗取他人还款。",
        f"某某市公安局\n通知\n{NUMBER}案涉案借款人请尽快还款。\n2024年9月6日",
        "律师函\n致：张某某\n（2024）粤0305民初66号判决已生效，请尽快偿还借款。\n北京某某律师事务所\n2024年9月6日",
        f"骗子冒充法院，声称“{NUMBER}立案，立即还款撤案”，请勿相信。",
        f"{NUMBER}刑事判决已生效。",
        f"某某公司声明：{NUMBER}判决认定催收人员构成犯罪，借款人还款请走官方渠道。",
    ],
)
def test_silent_where_a_criminal_number_belongs(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"【某某金融】您的贷款逾期案{NUMBER}已开庭，请今日还款。",
        f"律师函\n致：张某某\n您拖欠借款，法院已受理，案号{NUMBER}，请三日内偿还。\n北京某某律师事务所\n2024年9月6日",
        f"催收函\n张某某：\n你的网贷逾期，案号：{NUMBER}，请立即结清。\n某某资产管理有限公司\n2024年9月6日",
        f"【法务中心】张某，信用卡欠款，刑事案号{NUMBER}，请在24小时内结清。",
    ],
)
def test_a_criminal_number_in_a_demand_is_strong(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_each_number_is_spoken_of_once():
    assert len(findings(check, evidence(f"【某某金融】贷款逾期案{NUMBER}，再次通知{NUMBER}，请还款。"))) == 1


def test_a_number_read_with_letters_for_digits_and_a_lost_bracket_is_still_known():
    text = "【某某金融】您的贷款逾期案2024）粤O305刑初66号已开庭，请今日还款。"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
