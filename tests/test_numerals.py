import datetime

import pytest

from forgecheck.numerals import calendar_day, capitals, number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("0", 0),
        ("1260", 1260),
        ("一千二百六十", 1260),
        ("一千零五", 1005),
        ("一百一十", 110),
        ("一百十", 110),
        ("十", 10),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("二零二四", 2024),
        ("二0二四", 2024),
        ("两百", 200),
        ("廿", 20),
        ("卅一", 31),
        ("元", 1),
    ],
)
def test_well_formed_numerals_have_a_value(numeral: str, value: int):
    assert number(numeral) == value


@pytest.mark.parametrize(
    "numeral", ["", "12345", "一二三四五", "百", "一百百", "十百", "一千一千", "五六十", "一廿", "12a", "第五"]
)
def test_anything_else_has_none(numeral: str):
    assert number(numeral) is None


def test_leap_days_exist_in_leap_years_only():
    assert calendar_day("2024", "2", "29") == datetime.date(2024, 2, 29)
    assert calendar_day("二〇二五", "二", "二十九") is None


@pytest.mark.parametrize("parts", [("2024", "13", "1"), ("2024", "4", "31"), ("0", "1", "1"), ("2024", "十十", "1")])
def test_days_outside_the_calendar_are_none(parts: tuple[str, str, str]):
    assert calendar_day(*parts) is None


@pytest.mark.parametrize(
    ("text", "cents", "faults"),
    [
        ("壹万贰仟叁佰肆拾伍元陆角柒分", 1_234_567, ()),
        ("壹佰零伍元整", 10_500, ()),
        ("壹拾万元整", 10_000_000, ()),
        ("壹万零贰拾元整", 1_002_000, ()),
        ("贰仟零壹拾元伍角整", 201_050, ()),
        ("伍角整", 50, ()),
        ("壹元零伍分", 105, ()),
        ("人民币叁仟元正", 300_000, ()),
        ("壹亿零伍拾万元整", 10_050_000_000, ()),
        ("叁万肆仟元", 3_400_000, ("missing 整",)),
        ("拾万元整", 10_000_000, ("拾 without 壹",)),
        ("壹仟零佰零拾零元零角零分", 100_000, ()),
        ("壹拾万柒仟元伍角叁分", 10_700_053, ()),
        ("壹拾万零柒仟元伍角叁分", 10_700_053, ()),
        ("壹拾万柒仟元伍角叁分整", 10_700_053, ("整 after 分",)),
        ("壹仟伍元整", 100_500, ("missing 零",)),
        ("贰拾万叁元整", 20_000_300, ("missing 零",)),
        ("伍百元整", 50_000, ("small unit",)),
        ("貳萬參仟圓正", 2_300_000, ()),
    ],
)
def test_capital_figures_have_a_value_and_their_faults(text: str, cents: int, faults: tuple[str, ...]):
    assert capitals(text) == (cents, faults)


@pytest.mark.parametrize(
    "text",
    [
        "壹万元贰仟",
        "壹拾佰元整",
        "壹万贰仟元陆柒角",
        "一万二千元整",
        "元整",
        "万元整",
        "整",
        "",
        "壹仟",
        "壹佰贰仟元整",
    ],
)
def test_capital_figures_out_of_order_have_none(text: str):
    assert capitals(text) is None
