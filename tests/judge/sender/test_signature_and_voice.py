import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import signature_and_voice

QUIET = (
    "1069012345678\n【某某银行】因您逾期，我行已向某某区人民法院提起诉讼，法院已受理。",
    "1069012345678\n【某某律师事务所】收到某某区人民法院通知您到庭的短信后，请按时到庭。",
    "1069012345678\n【某某医院】我院已收到某某区人民法院的函，请到门诊办理。",
    "1069012345678\n【某某区人民法院】本院已受理您的案件。",
    "1069012345678\n【某某市公安局】我局提醒您谨防诈骗。",
    "1069012345678\n【某某物业公司】派出所通知：我局将于明日检查消防".replace("我局", "民警"),
    "1069012345678\n【某某学院】我院已将材料寄往法院，请同学们放心。",
    "1069012345678\n【某某供电局】我局将于明日停电检修。",
    "1069012345678\n【某某保险公司】根据法院通知您需要补充材料。",
    "1069012345678\n【某某银行】谨防自称“我是某某法院的”诈骗电话。",
    "催收函\n张某：\n你的借款已逾期，我司将向某某区人民法院起诉。\n某某金融服务有限公司\n2024年5月6日",
    "1069012345678\n【某某区诉调中心】某某区人民法院委派本中心对您的纠纷进行调解。",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET])
@pytest.mark.parametrize("type", [None, "sms_screenshot"])
def test_silent_on_genuine(text: str, type: str | None):
    assert findings(signature_and_voice, evidence(text, type=type)) == []


@pytest.mark.parametrize(
    "text",
    [
        "1069012345678\n【某某法务】本院已对您的案件立案，请于今日到某某法院报到",
        "1069012345678\n【某某金融】这里是某某区人民法院执行局，您的案件今日执行",
        "1069012345678\n【某某信用管理公司】派出所经侦已核实，我局将对你传唤",
        "催收通知书\n李某：\n本院已受理你的欠款一案，法院执行局将于今日执行，请立即还款。\n某某金融服务有限公司",
    ],
)
def test_strong_where_a_company_talks_as_an_organ_of_state(text: str):
    (finding,) = findings(signature_and_voice, evidence(text))
    assert finding.severity == "strong"
    assert "某" in str(finding.evidence["signature"])


def test_a_hint_only_where_the_line_was_read_badly():
    from dataclasses import replace

    given = evidence("1069012345678\n【某某法务】本院已对您的案件立案，请于今日到某某法院报到")
    (page,) = given.document.pages
    poor = tuple(replace(line, confidence=0.7) for line in page.lines or ())
    from forgecheck.look.fields import find_fields
    from forgecheck.look.flow import flow

    document = replace(given.document, pages=(replace(page, lines=poor),))
    text = flow(document.pages)
    (finding,) = findings(signature_and_voice, replace(given, document=document, flow=text, fields=find_fields(text)))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(signature_and_voice, evidence(None))
