import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import missing_signature

QUIET = (
    "1069012345678\n【某某金融】您的借款已逾期，请尽快通过官方渠道还款，谢谢配合",
    "1069012345678\n您的借款已逾期，请尽快通过官方渠道还款，谢谢配合【某某金融】",
    "1069012345678\n[某某金融]您的借款已逾期，请尽快通过官方渠道还款，谢谢配合",
    "1069012345678\n〔某某金融〕您的借款已逾期，请尽快通过官方渠道还款，谢谢配合",
    "1069012345678\n亲，您的包裹已到小区南门，请凭取件码及时领取，祝您生活愉快",
    "1069012345678\n您的验证码是123456，请在五分钟之内输入，不要告诉任何人",
    "13800138000\n您的借款已逾期，请尽快通过官方渠道还款，谢谢您的配合",
    "12368\n您的案件已立案，承办法官李某，请注意查收法院邮件以及短信",
    "95588\n您的贷款将于明日扣款，请保证账户余额充足，以免产生逾期记录",
    "1069012345678\n您的借款已逾期",
    "催收函\n1069012345678\n您的借款已逾期，请尽快通过官方渠道还款，谢谢您的配合\n某某公司",
    "1069012345678\n您的借款已逾期，请尽快通过官方渠道还款，谢谢配合。\n某某小额贷款有限公司",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET])
def test_silent_on_genuine(text: str):
    assert findings(missing_signature, evidence(text)) == []


def test_silent_where_the_message_may_go_on_below_the_picture():
    text = "1069012345678\n您的借款已严重逾期，请立即联系工作人员处理，否则后果自负"
    assert findings(missing_signature, evidence(text, size=(1080, 205))) == []


@pytest.mark.parametrize(
    "text",
    [
        "1069012345678\n您的借款已严重逾期，请立即联系工作人员处理，否则后果自负",
        "10681234567890\n今天 10:12\n您的案件已移送法院立案，请速回电话处理，过期不候",
        "1065512345678\n短信/彩信\n尊敬的用户，您的网贷账单今日到期，请点击链接处理",
        "1069 0123 4567 8\n最后通知，您的欠款今日将提交起诉材料，请联系专员协商",
        "1069O12345678\n您的借款己严重逾期，请立即联系工作人员处理，否则后果自负".replace("O", "0"),
    ],
)
def test_a_hint_where_a_port_names_nobody(text: str):
    (finding,) = findings(missing_signature, evidence(text))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(missing_signature, evidence(None))
