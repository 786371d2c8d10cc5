import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import arrest_for_payment

LAWFUL = (
    "某某公安局\n通告\n某某平台涉嫌非法吸收公众存款案已立案侦查，请借款人尽快还款，对恶意逃废债的依法刑事拘留。",
    "犯罪嫌疑人张某已被执行逮捕，请被害人联系我局退赔事宜，贷款受害人请登记。",
    "判决确定您应还款，拒不执行的，可能被刑事拘留。",
    "记者从检察院获悉，张某因贷款诈骗被批准逮捕。",
    "不还款不会被逮捕，您放心。",
    "请还款，否则我行将向人民法院提起诉讼。",
    "骗子称已对您批准逮捕，要求还款转账。",
    "您的朋友张某因诈骗被刑事拘留。您的账单已出，请按时还款。",
    "拒不支付劳动报酬的，依法刑事拘留，请贵方结清工资欠款。",
    "被执行人张某：你不履行生效判决，限三日内还款，否则司法拘留。",
    "收到“已批准逮捕，请立即还款”的短信，您可以报警。",
    "还款后您的信用额度恢复，请查看账单。",
)
FALSE = (
    "某某市某某区人民检察院\n通知\n因你拖欠贷款，决定对你批准逮捕，请三日内还款。",
    "您的贷款案已发布通缉，立即还清可撤销。",
    "您涉嫌贷款逾期，现对你执行逮捕，请今日结清。",
    "请您立即还款，否则将予以逮捕。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(arrest_for_payment, evidence(text)) == []


@pytest.mark.parametrize("text", FALSE)
def test_strong_where_it_is_said(text: str):
    (finding,) = findings(arrest_for_payment, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(arrest_for_payment, evidence(" ".join(FALSE[0])))


def test_a_hint_where_the_text_was_read_poorly():
    (finding,) = findings(arrest_for_payment, evidence(FALSE[0], confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(arrest_for_payment, evidence(None))
