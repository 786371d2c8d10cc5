"""Messages that bring a code, pay out, or warn first; all names and numbers are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import asks_card_code

COURT = "12368\n【某某市某某区人民法院】张某某：（2024）浙0303民初5558号案，{}"
POLICE = "某某警官\n14:00\n我是某某市公安局经侦支队民警\n{}\n按住 说话"
LENDER = "10690\n【某某小额贷款有限公司】您的贷款已逾期，{}"
IN_ORDER = (
    COURT.format("您的验证码为123456，请勿告知他人"),
    COURT.format("请申请执行人提供银行卡账号以便发放案款"),
    COURT.format("您有案款待领取，请提供银行卡号、开户行"),
    COURT.format("法院不会要求您提供银行卡密码、验证码"),
    COURT.format("请登录人民法院在线服务，输入验证码查看文书"),
    COURT.format("凡要求提供银行卡号、验证码的均为诈骗"),
    COURT.format("退费请提供本人银行卡号"),
    COURT.format("冻结你名下银行卡，卡号尾数1234"),
    COURT.format("请输入短信验证码登录"),
    LENDER.format("验证码123456，请勿提供给任何人"),
    LENDER.format("请在App内输入验证码确认还款"),
    LENDER.format("本机构不会索要银行卡密码及验证码"),
    "95588\n【某某银行】您尾号1234的卡支付验证码123456，切勿泄露给他人",
    "朋友\n9:00\n把你卡号发给我，我把钱转你\n好的",
    "反诈中心提醒：不要将银行卡号、密码、验证码告诉陌生人",
    "公司HR\n请新员工提供身份证号、银行卡号办理工资卡",
    "开户须知：请填写银行卡号、手机号，输入验证码完成绑定",
)


@pytest.mark.parametrize("text", [*GENUINE, *IN_ORDER])
def test_silent_on_genuine(text: str):
    assert findings(asks_card_code, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        COURT.format("请回复您的身份证号、银行卡号及短信验证码以完成核验。"),
        COURT.format("请点击链接填写银行卡号、密码进行实名核验"),
        COURT.format("请将收到的验证码告知执行员"),
        COURT.format("请在链接中输入卡号和验证码领取传票"),
        POLICE.format("为了证明清白，请提供银行卡密码"),
        POLICE.format("收到验证码后报给我"),
        LENDER.format("把验证码发给我帮您办停息挂账"),
    ],
)
def test_strong_where_a_secret_is_asked_for(text: str):
    [found] = findings(asks_card_code, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize("words", ["为核实财产，请回复名下全部银行卡号", "请提供您的银行卡号及余额"])
def test_a_hint_where_a_court_asks_for_a_card_number_alone(words: str):
    assert [each.severity for each in findings(asks_card_code, evidence(COURT.format(words)))] == ["weak"]


def test_a_hint_where_the_line_was_read_badly():
    given = evidence(COURT.format("请回复银行卡号及验证码"), confidence=0.7)
    assert [each.severity for each in findings(asks_card_code, given)] == ["weak"]


def test_says_when_nothing_was_read():
    assert unable(asks_card_code, evidence(None))
