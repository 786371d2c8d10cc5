import datetime

import pytest

from forgecheck.numerals import calendar_day, number


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
