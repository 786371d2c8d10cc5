"""Forms that the police do use, and pages that speak of others', first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import police_paper_invented as check

POLICE = "某某市公安局某某分局\n"
REAL = (
    *(
        "传唤证",
        "拘留证",
        "逮捕证",
        "拘传证",
        "搜查证",
        "立案告知书",
        "立案决定书",
        "受案回执",
        "不予立案通知书",
        "通缉令",
    ),
    *(
        "取保候审决定书",
        "监视居住决定书",
        "拘留通知书",
        "逮捕通知书",
        "行政处罚决定书",
        "协助冻结财产通知书",
        "起诉意见书",
    ),
    *(
        "限制消费令",
        "人身安全保护令",
        "支付令",
        "报告财产令",
        "询问通知书",
        "移送案件通知书",
        "调取证据通知书",
        "责令通知书",
    ),
)


@pytest.mark.parametrize("title", REAL)
def test_silent_on_the_titles_of_real_forms(title: str):
    assert findings(check, evidence(f"{POLICE}{title}\n某公（经）字〔2024〕12号\n张某某：\n2024年6月3日")) == []


@pytest.mark.parametrize(
    "text",
    [
        "防骗提示\n拘捕令\n骗子会发来这样的图片，请勿相信。",
        "“拘捕令”“冻结管制令”由网络发送，都是诈骗。",
        "香港特别行政区\n拘捕令\n裁判官签发。",
        "国际刑事法院\n逮捕令\n记者报道",
        "电视剧《某某》\n逮捕令\n第12集",
        "【国家反诈中心】凡收到“您的拘捕令已签发”短信的，均为诈骗，请勿点击。",
        "【某某银行】您的账单已逾期，请尽快还款。",
        "公安机关对犯罪嫌疑人执行逮捕时，应当出示逮捕证，而不是所谓逮捕令。",
        "律师函\n致：张某\n所谓逮捕令系贵司伪造，请立即停止。\n北京某某律师事务所\n2024年5月6日",
        "某某公司\n协查通报管理办法\n一、总则",
        "我看的小说里有人拿着逮捕令抓你。",
    ],
)
def test_silent_on_pages_about_such_papers(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "title",
    [
        *("逮捕令", "拘捕令", "刑事拘捕令", "网逃通缉令", "网上追逃告知书", "冻结管制执行令", "资产冻结执行令"),
        *("强制传唤通知书", "经侦立案通知书", "传唤令", "某某市公安局拘捕令"),
    ],
)
def test_a_paper_with_an_invented_title_is_strong(title: str):
    [found] = findings(check, evidence(f"{POLICE}{title}\n张某某：\n因你拖欠贷款，现予执行。\n2024年6月3日"))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


@pytest.mark.parametrize("title", ["报案回执", "协查函", "刑事立案通知书"])
def test_titles_that_some_use_loosely_are_hints(title: str):
    text = f"{POLICE}{title}\n张某某：\n现通知如下。\n2024年6月3日"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_message_that_says_one_was_issued_is_a_hint():
    text = "1069\n【某某法务】张某，您的拘捕令已签发，请立即还款撤销。"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_spaced_title_is_still_known():
    text = f"{POLICE}拘 捕 令\n张某某：\n因你拖欠贷款。\n2024年6月3日"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
