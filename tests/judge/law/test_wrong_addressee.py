"""Papers in the hands of those who should have them first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import wrong_addressee as check

COURT, POLICE = "某某市某某区人民法院\n", "某某市公安局某某分局\n"


@pytest.mark.parametrize(
    "text",
    [
        COURT + "受理案件通知书\n（2025）苏0106民初3344号\n张某某：\n你诉某某公司合同纠纷一案已收到。\n2025年2月26日",
        COURT
        + "受理案件通知书\n（2025）苏0106民初3344号\n某某公司：\n你单位诉吴某某合同纠纷一案已收到。\n2025年2月26日",
        COURT + "立案通知书\n张某某：\n你与某某公司合同纠纷一案，你提出的起诉符合条件，请预交诉讼费。\n2025年2月26日",
        COURT + "应诉通知书\n张某某：\n本院已受理某某银行诉你金融借款合同纠纷一案，现送达起诉状副本。\n2025年2月26日",
        COURT + "执行通知书\n张某某：\n你未按期还款，责令你三日内履行。\n2025年2月26日",
        COURT + "协助冻结存款通知书\n某某银行：\n请协助冻结欧某某在你行的存款80,000元。\n2025年2月26日",
        COURT + "协助执行通知书\n某某有限公司：\n请协助扣留你单位职工张某某的工资。\n2025年2月26日",
        COURT + "执行案件立案通知书\n某某银行：\n你单位申请执行张某某一案已立案。\n2025年2月26日",
        POLICE + "受案回执\n曹某某：\n你于2025年3月8日报称的被诈骗一案我单位已受理。\n2025年3月8日",
        POLICE + "受案回执\n某某公司：\n你单位报称的王某涉嫌诈骗一案我单位已受理。\n2025年3月8日",
        POLICE + "立案告知书\n伍某某：\n你控告的邹某等人合同诈骗一案，我局已立案侦查。\n2024年6月11日",
        POLICE + "拘留通知书\n唐某某家属：\n我局已将涉嫌信用卡诈骗罪的唐某某刑事拘留。\n2024年6月11日",
        "防骗提示\n“受案回执”里写着“你因逾期涉嫌诈骗”的，是骗子发的，请勿相信。",
        "您有一份受理案件通知书待签收。",
        COURT + "协助执行通知书\n某某公司：\n请你单位扣留张某工资。未经本院许可，不得自行支付。\n2024年3月8日",
        COURT + "协助冻结存款通知书\n某某银行：\n请你行协助冻结张某在你行的存款。\n2024年3月8日",
    ],
)
def test_silent_where_the_paper_reached_the_right_one(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        POLICE + "报案回执\n张某某：\n某某公司于2024年3月向我局报案，你因拖欠贷款涉嫌诈骗，请尽快处理。\n2024年3月8日",
        POLICE + "立案告知书\n张某某：\n您涉嫌贷款诈骗，已立案侦查。\n2024年3月8日",
        POLICE + "受案回执\n张某某：\n某某银行已于今日举报你恶意逃废债务。\n2024年3月8日",
        COURT + "协助执行通知书\n张某某：\n现冻结你名下银行卡、微信、支付宝。\n2024年3月8日",
        COURT
        + "协助冻结存款通知书\n张某某：\n请你协助冻结本人名下银行账户存款，并于收到后自行停止使用。\n2024年3月8日",
        COURT + "协助冻结存款通知书\n沈某：\n请协助将你本人在某某银行的存款予以冻结。\n2023年5月22日",
        COURT + "协助执行通知书\n张某某：\n请你将存款自行划转至指定账户。\n2024年3月8日",
        COURT + "协助冻结通知书\n张某某：\n因您贷款逾期，现予以冻结。\n2024年3月8日",
        COURT + "立案通知书\n张某某：\n某某公司起诉你借款合同纠纷一案已立案，请三日内还款撤诉。\n2024年3月8日",
    ],
)
def test_a_paper_for_others_that_was_sent_to_the_debtor_is_strong(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_a_notice_of_filing_to_the_defendant_without_a_demand_is_a_hint():
    text = COURT + "立案通知书\n张某某：\n某某公司起诉你借款合同纠纷一案已立案。\n2024年3月8日"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_spaced_title_is_still_known():
    text = POLICE + "报 案 回 执\n张某某：\n你 因 拖 欠 贷 款 涉 嫌 诈 骗，请处理。\n2024年3月8日"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
