import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.language import pressure

QUIET = (
    "【某某律师事务所】您与某某银行信用卡纠纷一案，委托人拟起诉，请于三日内联系王律师13800138000。",
    "【某某区人民法院】您的案件已立案，请今日18点前到庭，联系电话0571-12345678。",
    "12368\n您的案件已立案，案号（2024）浙0106民初1号，请今日内查收。",
    "【某某银行】您的借款已逾期，我行将向法院申请财产保全，请今日18点前还款，电话95588。",
    "【某某律师事务所】您的案件（2024）粤0305民初1号已立案，请今日内联系李律师13800138000协商。",
    "【某某派出所】您的被骗案件已立案，请今日内联系民警13800138000补充材料。",
    "骗子短信：您的案件已立案，请今日18点前联系13800138000。警方提醒：不要回电，都是诈骗。",
    "【某某银行】您的账户已冻结额度，请24小时内到网点办理还款。",
    "借款合同已寄出，今日18点前签收，快递员13800138000",
    "【某某快递】您的法院专递已到，请今日18点前领取，快递员13800138000。",
    "你的贷款下来了，今天18点前来签字，电话13800138000",
    "【某某区诉调中心】您的借款纠纷已受理调解，请于7日内联系调解员0571-12345678。",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(pressure, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "1069012345678\n【某某法务】您的借款案件已正式立案，请于今日18点前联系李经理13800138000，否则执行",
        "1069012345678\n【某某金融】您的欠款案件即将移交法院执行，2小时内回电13812345678",
        "13800138000\n你的贷款案件已经下达传票，今天下午五点前处理欠款",
        "【某某信用】您名下账户已被冻结，请今日内加微信处理逾期",
    ],
)
def test_strong_where_all_four_come_together(text: str):
    (finding,) = findings(pressure, evidence(text))
    assert finding.severity == "strong"
    assert finding.evidence["contact"]


def test_a_hint_only_where_a_law_firm_writes():
    text = "1069012345678\n【某某律师事务所】您的借款案件已立案，请今日18点前联系王律师13800138000"
    (finding,) = findings(pressure, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_where_a_summons_is_shown_in_a_chat():
    text = "执行员小刘\n昨天 10:11\n[图片]\n你的传票下来了，自己看\n欠款今天处理，回个电话"
    (finding,) = findings(pressure, evidence(text, type="chat_screenshot"))
    assert finding.severity == "weak"


def test_spaces_of_the_reader_hide_nothing():
    text = "【某某法务】您的借款案件 已正 式立案， 请于今日18 点前联系 13800138000"
    assert [each.severity for each in findings(pressure, evidence(text, type="sms_screenshot"))] == ["strong"]


def test_says_when_nothing_could_be_read():
    assert unable(pressure, evidence(None))
