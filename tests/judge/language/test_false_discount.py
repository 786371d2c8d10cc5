import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.language import false_discount

QUIET = (
    "95588\n【某某银行】您可申请减免利息，请于9月30日前通过手机银行还款。",
    "1069012345678\n【某某消费金融】今日结清可减免全部罚息，请登录官方APP办理，勿向个人账户转账。",
    "1069012345678\n【某某资产管理公司】您的债权已由我司受让，结清可享7折，详询4001234567。",
    "【某某小额贷款】限时活动：今日还款减免50%罚息，请在APP内操作。",
    "【某某物业】今日缴费可减免10%，微信扫码付款。您的账单已出。",
    "【某某商城】分期账单今日下单8折优惠，仅限今天。",
    "朋友，那笔借款你先还本金的一半吧，其余不急",
    "警惕：骗子说今天只需还90%本金，还要您转到个人账户，都是诈骗，不要相信。欠款请走官方渠道。",
    "某某市某某区人民法院\n调解书\n被告于今日前偿还本金的80%，原告自愿减免20%借款利息。",
    "【某某银行】您的信用卡账单分期手续费5折，活动截止今日24点。",
    "还款协议\n甲方：某某公司\n乙方：张某\n合同编号：1\n乙方于今日内偿还借款本金的90%，甲方同意减免其余欠款，签字生效。",
    "今天有效的优惠券仅剩一天，您的购物满减打8折",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
@pytest.mark.parametrize("type", [None, "sms_screenshot"])
def test_silent_on_genuine(text: str, type: str | None):
    assert findings(false_discount, evidence(text, type=type)) == []


@pytest.mark.parametrize(
    "text",
    [
        "【某某法务】您的欠款今天只需还90%本金即可结清，仅限今日，请转到专员个人账户",
        "您的逾期借款特批5折结清，今日18点前有效，加微信转账处理",
        "法务小陈：给您申请了减免50%，只有今天，扫码付款就结清欠款",
        "您的网贷只需支付本金，2小时内打给我个人微信，过期作废",
    ],
)
def test_strong_on_a_discount_today_into_private_hands(text: str):
    (finding,) = findings(false_discount, evidence(text, type="sms_screenshot"))
    assert finding.severity == "strong"
    assert finding.evidence["private"] is True


@pytest.mark.parametrize(
    "text",
    [
        "【某某法务】您的欠款今天只需还90%本金即可结清，仅限今日，请速联系",
        "您的逾期账单减免60%，今日内有效，速回电话",
    ],
)
def test_a_hint_where_no_payee_is_named(text: str):
    (finding,) = findings(false_discount, evidence(text, type="sms_screenshot"))
    assert finding.severity == "weak"


def test_spaces_of_the_reader_hide_nothing():
    text = "您的 欠款 今天只 需还 90 % 本金即可结清 ， 仅限今 日 ， 请转到专员个 人账户"
    assert [each.severity for each in findings(false_discount, evidence(text, type="sms_screenshot"))] == ["strong"]


def test_says_when_nothing_could_be_read():
    assert unable(false_discount, evidence(None))


def test_silent_on_a_lenders_own_offer_to_pay_by_code():
    text = "【某某银行】您的贷款逾期，今日内结清只需还本金的九折，请扫码付款。"
    assert findings(false_discount, evidence(text)) == []
