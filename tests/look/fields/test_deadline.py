"""Deadlines: days and periods that a paper sets."""

import time

import pytest
from build import evidence

from forgecheck.look.fields.deadline import deadlines
from forgecheck.look.fields.folded import Folded


def found(text: str) -> list[str]:
    return [each.value for each in evidence(text).named("deadline")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("请于2024年5月20日前还款", "2024-05-20"),
        ("请您务必在2024年5月20日18:00前还清欠款", "2024-05-20"),
        ("限于二〇二四年五月二十日之前履行", "2024-05-20"),
        ("还款期限：2024-06-01", "2024-06-01"),
        ("最后还款日为2024年6月1日", "2024-06-01"),
        ("限您于收到本函之日起七日内还款", "P7D"),
        ("请于收函之日起3个工作日内支付", "P3D"),
        ("应当自收到本支付令之日起十五日内清偿债务", "P15D"),
        ("请在24小时内与我所联系", "PT24H"),
        ("须在两小时内处理", "PT2H"),
        ("应在一个月内付清", "P1M"),
    ],
)
def test_a_deadline_is_a_day_or_a_period(text: str, value: str):
    assert found(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年5月31日止，尚欠本金500元",
        "我司于2024年5月20日向您发函",
        "近30日内多次联系您还款",
        "过去三个月内您未付款",
        "自2024年5月1日起计算利息",
        "请于2024年2月30日前还款",
        "逾期30日的，计收违约金",
        "第三日内页",
        "请于6月8日前还款",
    ],
)
def test_other_days_and_periods_are_no_deadlines(text: str):
    assert found(text) == []


@pytest.mark.parametrize("bit", ["在七日内", "七日内", "请于2024年5月20日前", "起", "日内还"])
def test_a_megabyte_takes_less_than_a_second(bit: str):
    text = (bit * 333_333)[:333_333]
    started = time.process_time()
    list(deadlines(Folded(text, tuple(range(len(text))), ((0, len(text)),)), ()))
    assert time.process_time() - started < 4.0
