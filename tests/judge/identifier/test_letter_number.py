import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import letter_number

LETTER = "广东某某律师事务所\n律师函\n{}\n致：张某某\n请于七日内还款。\n广东某某律师事务所\n{}"
AGREE = (
    ("（2024）粤某律函字第12号", "2024年5月6日"),
    ("粤某律函字〔2024〕第012号", "2024年12月31日"),
    ("（2023）粤某律函字第912号", "2024年1月4日"),
    ("（2024）粤某律函字第12号", "二〇二四年五月六日"),
    ("（2024）粤某律函字第12号", "2024年2月30日"),
    ("（2O24）粤某律函字第12号", "2024年5月6日"),
    ("（2026）粤某律函字第12号", "2025年5月6日"),
    ("编号：LH-012", "2024年5月6日"),
    ("国办函〔2018〕55号", "2024年5月6日"),
    ("（2019）粤0305民初12号", "2024年5月6日"),
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(letter_number, evidence(text)) == []


@pytest.mark.parametrize(("number", "date"), AGREE)
def test_silent_where_the_years_agree_or_one_may_be_misread(number: str, date: str):
    assert findings(letter_number, evidence(LETTER.format(number, date))) == []


def test_silent_on_an_earlier_letter_that_is_mentioned():
    body = "我所曾多次致函并电话联系，" * 12 + "最近一次为（2021）粤某律函字第3号。"
    assert findings(letter_number, evidence(LETTER.format(body, "2024年5月6日"))) == []


@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("（2022）粤某律函字第12号", "2024年5月6日"),
        ("粤某律函字〔2021〕第12号", "2024年5月6日"),
        ("（2024）粤某律函字第12号", "2022年5月6日"),
        ("（2023）粤某律函字第12号", "2024年2月6日"),
    ],
)
def test_a_hint_where_the_years_differ(number: str, date: str):
    [found] = findings(letter_number, evidence(LETTER.format(number, date)))
    assert found.severity == "weak"
    assert found.place is not None


def test_says_when_nothing_was_read():
    assert unable(letter_number, evidence(None))


def test_a_number_behind_its_label_counts_anywhere():
    text = (
        "江苏某某律师事务所\n律师函\n致：张某\n"
        + "请归还借款。" * 30
        + "\n江苏某某律师事务所\n文号：（2025）苏律函字第12号\n2023年6月5日"
    )
    assert [each.severity for each in findings(letter_number, evidence(text))] == ["weak"]
