"""Numbers of letters, people, bodies, accounts and parcels, and whose account it is; all numbers are synthetic."""

import time

import pytest
from build import evidence, lines

from forgecheck.evidence import FieldName, Flow
from forgecheck.look.fields import find_fields


def values(text: str, name: FieldName) -> list[str]:
    return [each.value for each in evidence(text, type="other").named(name)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("（2025）京某盛（深）律函字第0311号", "（2025）京某盛（深）律函字第0311号"),
        ("(2023)粤X律函字第12号", "（2023）粤X律函字第12号"),
        ("〔2024〕X律函字第001号", "（2024）X律函字第001号"),
        ("京某盈律函字【2024】第086号", "京某盈律函字（2024）第086号"),
        ("沪某成函字〔2025〕第77号", "沪某成函字（2025）第77号"),
        ("〈2024)粤X律函字第12号", "（2024）粤X律函字第12号"),
        ("2024）粤X律函字第12号", "（2024）粤X律函字第12号"),
        ("(2024粤X律函字第12号", "（2024）粤X律函字第12号"),
        ("文号：粤某律函字（2O24）第l2号", "粤某律函字（2024）第12号"),
        ("（2024）京某律第12弓", "（2024）京某律第12号"),
        ("某律催字[2025]第3号", "某律催字（2025）第3号"),
    ],
)
def test_letter_numbers_in_both_forms(text: str, value: str):
    assert values(f"律师函\n{text}\n致：张某某", "letter_number") == [value]


@pytest.mark.parametrize(
    "text",
    ["国办函〔2018〕55号", "法释〔2020〕17号", "（2024）粤0305民初12345号", "沪法援（2024）第3号", "一律（2024）第3号"],
)
def test_numbers_of_others_are_no_letter_numbers(text: str):
    assert values(text, "letter_number") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("身份证号：11010519491231002X", "11010519491231002X"),
        ("身份证号：11010519491231002x", "11010519491231002X"),
        ("（身份证号：4403**********2217）", "4403**********2217"),
        ("公民身份号码 440524188001010014", "440524188001010014"),
        ("身份证号 360426 19910101 0071", "360426199101010071"),
        ("身份证号码：ll0105491231002", "110105491231002"),
        ("证件号码：4403××××××××××2217", "4403**********2217"),
        ("持证人 360426199101010071", "360426199101010071"),
        ("陶大山（350503********0004）：", "350503********0004"),
        ("姓名 张某 证件 4403041990****0017", "4403041990****0017"),
    ],
)
def test_identity_numbers(text: str, value: str):
    assert values(text, "identity_number") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "订单202405061234567890",
        "身份证尾号1234",
        "信用社623059100702180370",
        "统一社会信用代码31440000E000012320",
        "账号110105194913310021",
        "卡号620000********0004",
        "卡号：440304********0004",
    ],
)
def test_other_numbers_are_no_identity_numbers(text: str):
    assert values(text, "identity_number") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("执业证号：14403201510123456", ["14403201510123456"]),
        ("律师：谭某　执业证号：1440320181165432l", ["14403201811654321"]),
        ("谭某律师（14403201811654321）", ["14403201811654321"]),
        ("律师执业证号 1440320151012345", ["1440320151012345"]),
        ("实习律师执业证号：19012345678901", []),
        ("执业许可证号：31440000E000012320", []),
        ("基层法律服务工作者执业证号：31510201110123", []),
        ("律师电话13812345678", []),
    ],
)
def test_lawyers_licence_numbers(text: str, value: list[str]):
    assert values(text, "licence_number") == value


def test_organisation_codes_have_a_hyphen():
    assert values("组织机构代码：D2143569-X", "organisation_code") == ["D2143569-X"]
    assert values("组织机构代码证号 d2143569X", "organisation_code") == ["D2143569-X"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("账号：6222 0202 0000 1234 562", ["6222020200001234562"]),
        ("帐号:4000012309200012345", ["4000012309200012345"]),
        ("卡号6217-0000-0000-0000-06", ["621700000000000006"]),
        ("账号：1500******0011", ["1500******0011"]),
        ("请转入指定账户 621700000000000006", ["621700000000000006"]),
        ("账户2024-05-06开立", []),
        ("账户余额1000.00元", []),
        ("我司账户：某某科技有限公司，某某银行股份有限公司，4820855611918323", ["4820855611918323"]),
        ("账弓：4689896407027336。", ["4689896407027336"]),
        ("账号尾号0093", []),
    ],
)
def test_accounts(text: str, value: list[str]):
    assert values(text, "account") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("户名：湖南省长沙市岳麓区人民法院执行款专户", ["湖南省长沙市岳麓区人民法院执行款专户"]),
        ("收款人：李*四\n账号：6222020200001234562", ["李*四"]),
        ("收款单位：某某小额贷款有限公司 账号：4000012309200012345", ["某某小额贷款有限公司"]),
        ("户名某某市某某区人民法院，一案一账号尾号0093", ["某某市某某区人民法院"]),
        ("收款账户名称：某某小贷有限公司", ["某某小贷有限公司"]),
        ("户名\n张某某\n账号\n6222020200001234562", ["张某某"]),
        ("卡号621700000000000006 户名 王某", ["王某"]),
        ("收款人信息如下：", []),
        ("如户名不符，请联系客服", []),
        ("请核对收款人姓名是否一致。", []),
        ("开户行：某某银行某某支行", []),
    ],
)
def test_payees(text: str, value: list[str]):
    assert values(text, "payee") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("EA123456785CN", ["EA123456785CN"]),
        ("邮件号 EA 123 456 785 CN", ["EA123456785CN"]),
        ("法院专递（1098765432112）", ["1098765432112"]),
        ("订单1098765432112", []),
        ("手机13812345678", []),
    ],
)
def test_parcel_numbers(text: str, value: list[str]):
    assert values(text, "parcel_number") == value


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("电话 13812345678", "mobile"),
        ("电话 138****5678", "mobile"),
        ("电话 16212345678", "virtual"),
        ("电话 17012345678", "virtual"),
        ("电话 0755-86123456", "landline"),
        ("电话 400-800-1234", "service_400"),
        ("电话 95588", "service_95"),
        ("来自 1069012345678", "port_106"),
        ("请拨打12368", "court_12368"),
        ("请拨打12348", "hotline"),
        ("电话 O755-8612345o", "landline"),
        ("电话 l38O000I234", "mobile"),
        ("客服95881。", "service_95"),
        ("客服95881.", "service_95"),
    ],
)
def test_a_telephone_number_has_its_sort(text: str, role: str):
    assert [each.role for each in evidence(text).named("phone")] == [role]


def test_a_covered_identity_number_holds_no_telephone_number():
    assert values("被申请人冯某（身份号码130102********0009）、960402********000X", "phone") == []


@pytest.mark.parametrize(
    ("number", "value", "role"),
    [
        ("+85251234567", "+85251234567", ""),
        ("0085251234567", "0085251234567", ""),
        ("+86 138 0013 8000", "13800138000", "mobile"),
        ("4001234567", "4001234567", "service_400"),
        ("12368", "12368", "court_12368"),
        ("《12368》", "12368", "court_12368"),
        ("96110", "96110", "hotline"),
        ("12110755", "12110755", "hotline"),
    ],
)
def test_a_sender_has_its_sort(number: str, value: str, role: str):
    [sender] = evidence(f"{number}\n短信\n您好，请查收").named("sms_sender")
    assert (sender.value, sender.role) == (value, role)


@pytest.mark.parametrize("unit", ["律(", "一(一)律字", "户名：一", "账号", "1 ", "身份证1", "AA1", "律师1111111"])
def test_a_megabyte_of_hostile_text_is_searched_in_linear_time(unit: str):
    [line] = lines("x")
    text = (unit * (1_000_000 // len(unit)))[:333_000]
    flow = Flow(text, tuple((1, line, 0) for _ in range(len(text))))
    find_fields(evidence("广东某某人民法院 身份证号：11010519491231002X").flow)
    start = time.process_time()
    find_fields(flow)
    assert time.process_time() - start < 8.0
