"""Amounts: their value, and what they are for."""

import time
from itertools import accumulate

import pytest
from build import evidence

from forgecheck.look.fields.amount import amounts
from forgecheck.look.fields.folded import Folded


def found(text: str) -> list[tuple[str, str]]:
    return [(each.value, each.role) for each in evidence(text).named("amount")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50000元", "50000.00"),
        ("50,000.00元", "50000.00"),
        ("５０，０００．００元", "50000.00"),
        ("5万元", "50000.00"),
        ("5.25万元", "52500.00"),
        ("1.2亿元", "120000000.00"),
        ("￥50,000", "50000.00"),
        ("¥ 50,000.00 元", "50000.00"),
        ("RMB 50,000.00", "50000.00"),
        ("人民币50000元整", "50000.00"),
        ("50, O00.0O 元", "50000.00"),
        ("l2,345.67元", "12345.67"),
        ("人民币壹万贰仟叁佰肆拾伍元陆角柒分", "12345.67"),
        ("人民币（大写）壹拾万元整", "100000.00"),
        ("拾万元整", "100000.00"),
        ("壹仟零佰零拾零元零角零分", "1000.00"),
        ("貳萬圓整", "20000.00"),
    ],
)
def test_an_amount_has_its_value(text: str, value: str):
    assert found(f"应付{text}。") == [(value, "")]


def test_an_amount_keeps_its_text_and_place():
    (field,) = evidence("尚欠本金５０，０００．００元。").named("amount")
    assert (field.text, field.role) == ("５０，０００．００元", "principal")
    assert field.place.page == 1


@pytest.mark.parametrize(
    "text",
    [
        "2024年5月6日",
        "尾号3307",
        "（2024）粤0305民初12345号",
        "电话0571-12345678",
        "3000-5000元的罚款",
        "年利率24%",
        "第50000号",
        "2024元旦",
        "百分之二十",
        "账号6222020200001234562元",
        "12.345.678元",
        "壹万任伍佰元整",
        "壹万元贰仟",
        "陆某某、伍某某",
        "十分抱歉",
        "逾期12期，连续93天",
        "应付5881İ元。",
        "应付5L元。",
        "人民币1i。",
    ],
)
def test_other_numbers_are_no_amounts(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "尚欠本金7,310.08元、利息612.40元、罚息87.11元，合计8,009.59元",
            ["principal", "interest", "penalty", "total"],
        ),
        ("案件受理费712元，申请执行费447元，律师费3000元", ["litigation_fee", "litigation_fee", "lawyer_fee"]),
        ("偿还5000元本金及300元利息", ["principal", "interest"]),
        ("本金5000元利息300元手续费20元", ["principal", "interest", "fee"]),
        ("减免后只需还款3000元", ["discounted"]),
        ("本金、利息共计8,000元", ["total"]),
        ("借款本金人民币叁佰万元整（¥3,000,000.00）", ["principal", "principal"]),
        ("共计人民币（大写）：壹拾万元整（小写：100,000.00）", ["total", "total"]),
        ("本金(元)：50,000.00", ["principal"]),
        ("违约金\n￥500.00", ["penalty"]),
        ("服务费12元/天", [""]),
        ("逾期费每天50元", [""]),
        ("您欠某某小额贷款有限公司25,764.08元", ["total"]),
        ("您的贷款已逾期。应于本月支付500元", [""]),
    ],
)
def test_the_words_beside_an_amount_tell_its_role(text: str, roles: list[str]):
    assert [role for _, role in found(text)] == roles


def test_a_row_of_a_table_has_the_roles_of_its_head():
    text = "本金\n利息\n合计\n7,310.08\n612.40\n7,922.48"
    ends = list(accumulate(len(line) + 1 for line in text.split("\n")))
    lines = tuple(zip([0, *ends[:-1]], (end - 1 for end in ends), strict=True))
    given = Folded(text, tuple(range(len(text))), lines)
    assert [(each.value, each.role) for each in amounts(given)] == [
        ("7310.08", "principal"),
        ("612.40", "interest"),
        ("7922.48", "total"),
    ]


@pytest.mark.parametrize(
    "bit", ["1", "1,", "1,111", "O", "壹", "壹万", "壹元", "本金\n", "1.00\n", "人民币", "¥:", "元("]
)
def test_a_megabyte_takes_less_than_a_second(bit: str):
    text = (bit * 333_333)[:333_333]
    given = Folded(text, tuple(range(len(text))), ((0, len(text)),))
    started = time.process_time()
    list(amounts(given))
    assert time.process_time() - started < 4.0
