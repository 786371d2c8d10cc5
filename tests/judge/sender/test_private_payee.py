"""Payees that are in order first; all names and numbers are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import private_payee

LETTER = (
    "广东某某律师事务所\n律师函\n致：张某某\n本所接受某某消费金融有限公司委托，请您于七日内归还欠款12000元。\n{}\n"
    "账号：6222020200001234562\n广东某某律师事务所\n2024年5月6日"
)
COURT = "某某市某某区人民法院\n缴费通知书\n（2024）粤0305民初1号\n张某某：请缴纳诉讼费50元。\n{}\n2024年5月6日"
IN_ORDER = (
    LETTER.format("户名：某某消费金融有限公司"),
    LETTER.format("收款单位：广东某某律师事务所"),
    LETTER.format("请存入本人还款账户，户名：张某某"),
    LETTER.format("请您付至委托人账户，不要付给他人。"),
    LETTER.format("请勿将款项转入任何个人账户，谨防诈骗。"),
    LETTER.format("如有人要求转账到个人账户的，均为诈骗，请报警。"),
    LETTER.format("开户行：某某银行某某支行"),
    LETTER.format("户名：财务部"),
    COURT.format("户名：某某市某某区人民法院诉讼费专户"),
    COURT.format("收款人：某某市财政局"),
    "北京某某律师事务所\n律师函\n致：李某某\n本所接受王小某委托，请归还借款，欠款50000元，逾期将起诉。\n户名：王小某\n"
    "账号：6222020200001234562\n北京某某律师事务所\n2024年5月6日",
    "某某市某某区人民法院\n通知书\n申请执行人王小某：本案执行款已到账，请确认收款人：王小某\n2024年5月6日",
    "95588\n【某某银行】您的信用卡已逾期，请存入还款账户，户名为您本人。",
    "13800138000\n妈，把钱打到这个卡上，户名：王小某 卡号6222020200001234562",
    "借款合同\n甲方 某某公司\n放款账户户名：王小某",
)


@pytest.mark.parametrize("text", [*GENUINE, *IN_ORDER])
def test_silent_on_genuine(text: str):
    assert findings(private_payee, evidence(text)) == []


@pytest.mark.parametrize("line", ["户名：王小某", "收款人：李*明", "收款人姓名：欧阳某某", "持卡人：赵某"])
def test_strong_on_a_person_whom_nobody_knows(line: str):
    [found] = findings(private_payee, evidence(LETTER.format(line)))
    assert found.severity == "strong"
    assert found.place is not None


def test_strong_on_a_person_as_a_courts_payee():
    [found] = findings(private_payee, evidence(COURT.format("收款人：王小某")))
    assert found.severity == "strong"


def test_a_hint_where_the_name_was_read_badly():
    from dataclasses import replace

    given = evidence(LETTER.format("户名：王小某"))
    poor = tuple(replace(each, place=replace(each.place, confidence=0.7)) for each in given.fields or ())
    assert [each.severity for each in findings(private_payee, replace(given, fields=poor))] == ["weak"]


def test_a_hint_on_a_company_that_the_text_does_not_know():
    [found] = findings(private_payee, evidence(LETTER.format("户名：深圳市明星商务信息咨询有限公司")))
    assert found.severity == "weak"


@pytest.mark.parametrize("words", ["请将欠款转入以下个人账户", "请转支付宝账号13912345678", "微信转我就行"])
def test_a_hint_where_money_is_asked_on_a_private_account(words: str):
    assert [each.severity for each in findings(private_payee, evidence(LETTER.format(words)))] == ["weak"]


@pytest.mark.parametrize(
    "words",
    [
        "请还款至我司经理私人微信",
        "请转账至经办人李明的建设银行卡：6217000000000000001",
        "请汇至本所律师杨小样名下账户6212000000005592782",
        "请付至我所财务王芳账户",
        "请将欠款存入李专员农行卡6228480000000000001",
        "户名：何一样　中国农业银行卡号：6212000000005592782",
        "收款人：杨小样（律师）",
        "请把56917.10元转入律师吴文例个人账户（6212000000002580236），款到我所销案。",
        "向委托人支付欠款。\n收款人：何一样",
    ],
)
def test_strong_on_the_account_of_a_clerk(words: str):
    assert [each.severity for each in findings(private_payee, evidence(LETTER.format(words)))] == ["strong"]


@pytest.mark.parametrize(
    "words", ["请将执行款转到个人账户", "请转入执行员账户", "请微信转账给执行员", "户名：蒋小样\n执行员 蒋小样"]
)
def test_strong_where_a_court_asks_for_money_on_a_private_account(words: str):
    assert "strong" in [each.severity for each in findings(private_payee, evidence(COURT.format(words)))]


@pytest.mark.parametrize(
    "words",
    [
        "请存入您名下还款银行卡，系统自动扣款",
        "本所及律师不会要求您向个人账户、微信、支付宝转账",
        "如有人自称本所律师要求转账至个人账户，请报警",
        "请联系客服微信确认还款方案",
        "您于2023年1月1日收到贷款，发放至您个人账户6217000000000000001",
        "如需协商，可添加律师微信13800001111",
        "请将款项汇入我司财务账户",
        "律师费付至乙方对公账户",
        "请转入江苏银行账户",
        "请汇至温州银行账户：4000012309200012345",
        "请转至单位账户或常用银行卡",
        "我司不收取现金，也不使用个人账户收款。",
        "请存入张某某的工商银行卡（尾号1234）",
        "请打开支付宝搜索某某小贷还款",
        "我司不会以任何理由要求您转账至员工个人账户",
        "案款将发放至申请人个人账户",
        "冻结被执行人张某某的支付宝、微信账户内存款",
    ],
)
def test_silent_on_words_about_accounts_that_are_in_order(words: str):
    assert findings(private_payee, evidence(LETTER.format(words))) == []


@pytest.mark.parametrize(
    "text",
    [
        "老王\n14:14\n上次借你的2000元什么时候还款\n微信转我就行\n按住 说话",
        "王明\n你欠款2000什么时候还，转我微信就行，不然我去法院起诉\n按住 说话",
        "房东\n9:00\n本月房租2500，转到我支付宝13800001111就行\n好的",
        "还款协议\n甲方（出借人）：王小某\n乙方（借款人）：李小明\n乙方应将借款转入甲方王小某账户：6222020200001234562",
    ],
)
def test_silent_among_friends_and_landlords(text: str):
    assert findings(private_payee, evidence(text)) == []


def test_says_when_nothing_was_read():
    assert unable(private_payee, evidence(None))
