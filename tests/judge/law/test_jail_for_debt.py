import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import jail_for_debt

LAWFUL = (
    "如您逾期不还，我司将依法向人民法院提起诉讼。",
    "借款逾期未还的，应当承担违约责任；构成犯罪的，依法追究刑事责任。",
    "拒不执行人民法院判决、裁定，还款义务人将被追究刑事责任。",
    "单纯逾期还款不会坐牢，请勿相信“不还就抓人”的说法。",
    "张某某因拖欠贷款不还被判处有期徒刑三年。",
    "骗子冒充公安，称贷款逾期不处理将被拘留。",
    "您的信用卡已逾期，恶意透支将涉嫌信用卡诈骗罪，请尽快还款。",
    "用人单位拖欠工资拒不支付劳动报酬的，将追究刑事责任，贷款不是理由。",
    "网贷逾期不还会坐牢吗？",
    "某某律师事务所\n律师函\n致：某某公司\n贵司以法务名义向委托人发送“贷款逾期不处理将被拘留”等信息，侵害其权益。",
    "第三节 胁迫\n甲借款逾期未还，乙称要将其送进监狱。\n思考题：是否构成胁迫？",
    "醉酒驾车将被拘留，请勿酒后开车。",
    "逾期不履行的，将依法强制执行，并可能被拘留、罚款。债务人应立即还款。",
    "被执行人欠款，逾期仍不履行的，依照民事诉讼法第一百一十四条予以罚款、拘留。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(jail_for_debt, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "您的借款已逾期，如不还款将面临坐牢。",
        "您的借款已逾期，仍不还款的，将被判处有期徒刑。",
        "【某某法务】您的网贷严重逾期，拒不处理将被刑事拘留。",
        "如今日不还款，公安机关将上门抓捕，判刑三年",
        "您因贷款逾期涉嫌贷款诈骗，请立即还款，否则追究刑事责任",
        "再不还钱就等着坐牢吧，你的借款已经逾期30天",
    ],
)
def test_strong_on_prison_for_debt(text: str):
    (finding,) = findings(jail_for_debt, evidence(text))
    assert finding.severity == "strong"
    assert "不会因此坐牢" in finding.says.zh


@pytest.mark.parametrize(
    "text", ["您的贷款逾期未还，我司将追究您的刑事责任。", "您恶意拖欠贷款，我司将移送公安机关处理。"]
)
def test_weak_on_criminal_liability(text: str):
    (finding,) = findings(jail_for_debt, evidence(text))
    assert finding.severity == "weak"


def test_the_card_rule_holds_for_cards_only():
    text = "您的网贷逾期不还，依照刑法第一百九十六条将面临刑事拘留。"
    assert [each.severity for each in findings(jail_for_debt, evidence(text))] == ["strong"]


def test_says_when_nothing_could_be_read():
    assert unable(jail_for_debt, evidence(None))
