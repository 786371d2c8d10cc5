import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import official_name_from_106

NORMAL = (
    "1069012345678901\n【某某市某某区人民法院】本院已受理您的案件。",
    "12368\n本院已受理您的案件，某某区人民法院。",
    "0571-12345678\n我是某某区人民法院的法官助理，请您查收邮件。",
    "1069012345678901\n【某某银行】因您逾期，我行已向某某区人民法院提起诉讼，法院已受理。",
    "1069012345678901\n【某某律师事务所】收到某某区人民法院通知您到庭的短信后，请按时到庭。",
    "1069012345678901\n【某某医院】我院已收到某某区人民法院的函，请到门诊办理。",
    "13800138000\n明天一起去法院门口吃饭吗，我是在法院对面上班",
    "13800138000\n我们小区派出所通知说要登记",
    "1069012345678901\n【某某市公安局】我局提醒您谨防诈骗。",
    "95588\n【某某银行】谨防自称公安局、法院的诈骗电话。",
    "11185\n【中国邮政】某某区人民法院的专递邮件已到达。",
)


@pytest.mark.parametrize("text", [*GENUINE, *NORMAL])
def test_silent_on_genuine(text: str):
    assert findings(official_name_from_106, evidence(text)) == []


@pytest.mark.parametrize("text", NORMAL)
def test_silent_on_genuine_messages_named_so(text: str):
    assert findings(official_name_from_106, evidence(text, type="sms_screenshot")) == []


@pytest.mark.parametrize(
    "text",
    [
        "EMS 国内标准快递\n法院专递\n13812345678\n某某市某某区人民法院\n收件人 张某某\n内件：传票、起诉状副本",
        "承办法官：李某某\n联系电话\n13812345678\n本院地址：某某市某某路1号\n某某市某某区人民法院\n2024年5月6日",
        "某某市某某区人民法院\n13812345678\n传票\n案号 （2024）粤0305民初1号\n被传唤人 张某某\n2024年5月6日",
        "某某市某某区人民法院\n传票\n4001234567\n案号 （2024）粤0305民初1号\n被传唤人 张某某\n2024年5月6日",
    ],
)
def test_silent_on_papers_and_parcels_that_print_a_number(text: str):
    assert findings(official_name_from_106, evidence(text)) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("17012345678\n这里是某某区法院执行局，您的案件今天下午执行，请速联系", "virtual"),
        ("+85251234567\n某某公安局通知您到案接受调查，否则上网追逃", "overseas"),
        ("4001234567\n【某某区人民法院】您的案件已立案，请速联系处理", "service"),
        ("95012345\n【某某市公安局】您涉嫌诈骗，请速联系处理", "service"),
        ("13800138000\n【某某市人民法院】您的传票已生成，请速联系", "mobile"),
    ],
)
def test_strong_on_a_number_no_court_has(text: str, sort: str):
    (finding,) = findings(official_name_from_106, evidence(text, type="sms_screenshot"))
    assert (finding.severity, finding.evidence["sort"]) == ("strong", sort)


def test_weak_on_a_clerk_with_a_private_mobile():
    text = "13800138000\n您好，我是某某区人民法院的书记员，请查收材料"
    (finding,) = findings(official_name_from_106, evidence(text, type="sms_screenshot"))
    assert finding.severity == "weak"


@pytest.mark.parametrize("number", ["1064123456789", "10648123456789"])
def test_weak_on_a_block_outside_the_plan(number: str):
    text = f"{number}\n【某某区人民法院】您的案件已立案，请及时处理"
    (finding,) = findings(official_name_from_106, evidence(text, type="sms_screenshot"))
    assert finding.severity == "weak"


@pytest.mark.parametrize("number", ["12368", "10681234567890", "1069012345678", "1065712345678", "12110", "110"])
def test_silent_on_numbers_that_courts_and_police_have(number: str):
    text = f"{number}\n【某某区人民法院】本院已受理您的案件，请及时查看"
    assert findings(official_name_from_106, evidence(text, type="sms_screenshot")) == []


def test_a_port_alone_decides_nothing():
    text = "1069012345678901\n【某某金融】您的借款已逾期，请尽快还款"
    assert findings(official_name_from_106, evidence(text, type="sms_screenshot")) == []


def test_says_when_nothing_could_be_read():
    assert unable(official_name_from_106, evidence(None))
