"""Genuine numbers first; all are synthetic or the standard's own example."""

from datetime import date

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import identity_number

RIGHT = (
    "身份证号：11010519491231002X",
    "身份证号码：360426199101010071",
    "公民身份号码 440524188001010014",
    "身份证号：310115198001010016",
    "身份证号：4403**********2217",
    "身份证号码：3412****0035",
    "身份证号：110105491231002",
    "身份证号：******19910101****",
    "被执行人：孙某某，男，身份证号码4103**********1234",
    "身份证尾号1234",
    "身份证号：11010519491231002",
    "订单号 990105199113310023",
    "账号 990105199113310023",
)


@pytest.mark.parametrize("text", [*GENUINE, *RIGHT])
def test_silent_on_genuine(text: str):
    assert findings(identity_number, evidence(text)) == []


@pytest.mark.parametrize("read", ["36042619910l010071", "360426199701010071", "86042619910101007 1"])
def test_silent_where_one_look_alike_makes_it_right(read: str):
    assert findings(identity_number, evidence(f"身份证号：{read}", confidence=0.9)) == []


@pytest.mark.parametrize("number", ["360426199701010071", "860426199101010071", "360426199101010078"])
def test_a_hint_where_only_a_digit_misread_on_a_clear_line_would_explain_it(number: str):
    assert [each.severity for each in findings(identity_number, evidence(f"身份证号：{number}"))] == ["weak"]


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("990105194912310023", "place"),
        ("202405061234567890", "place"),
        ("220422199125250022", "birthday"),
        ("220422209902220022", "birthday"),
        ("220422199102300042", "birthday"),
    ],
)
def test_strong_on_a_number_nobody_can_have(number: str, wrong: str):
    [found] = findings(identity_number, evidence(f"致：张某某（身份证号：{number}）"))
    assert (found.severity, found.evidence["wrong"]) == ("strong", wrong)
    assert found.place is not None
    assert number not in found.says.zh + found.says.en + str(found.evidence)


def test_a_wrong_check_sign_is_a_hint():
    for label in ("身份证号", "证件号码"):
        [found] = findings(identity_number, evidence(f"{label}：220422194202222222"))
        assert (found.severity, found.evidence["wrong"]) == ("weak", "check")


@pytest.mark.parametrize("number", ["9944**********2217", "44030119912222****", "440301222222222"])
def test_a_hint_only_on_masked_and_old_numbers(number: str):
    assert [each.severity for each in findings(identity_number, evidence(f"身份证号：{number}"))] == ["weak"]


def test_a_birthday_after_today_is_none():
    given = evidence("身份证号：220422202501010022")
    assert findings(identity_number, given)[0].severity
    assert date(2025, 1, 1) < given.today


def test_says_when_nothing_was_read():
    assert unable(identity_number, evidence(None))
