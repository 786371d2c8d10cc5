import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import parcel_number

RIGHT = (
    "邮件号：EA123456785CN",
    "EMS EA 123 456 785 CN",
    "法院专递（1098765432112）",
    "EMS：1098765432112",
    "RB123456784GB",
    "快递单号 SF1234567890123",
    "编号：LH2024001",
    "邮件号：EA12345678CN",
    "航班CA1234",
    "执行案号（2024）粤0305执1号",
)


@pytest.mark.parametrize("text", [*GENUINE, *RIGHT])
def test_silent_on_genuine(text: str):
    assert findings(parcel_number, evidence(text)) == []


@pytest.mark.parametrize("read", ["EA123456786CN", "EA128456785CN", "EA7Z3456785CN"])
def test_silent_where_one_look_alike_makes_it_right(read: str):
    assert findings(parcel_number, evidence(f"邮件号：{read}", confidence=0.9)) == []


def test_a_hint_where_only_a_digit_misread_on_a_clear_line_would_explain_it():
    assert [each.severity for each in findings(parcel_number, evidence("邮件号：EA123456786CN"))] == ["weak"]


@pytest.mark.parametrize("number", ["EA222222222CN", "EB242424242CN", "RR422222222CN", "EA 224 422 224 CN"])
def test_a_hint_on_a_number_no_post_office_knows(number: str):
    [found] = findings(parcel_number, evidence(f"EMS邮件号：{number}"))
    assert found.severity == "weak"
    assert found.place is not None


def test_says_when_nothing_was_read():
    assert unable(parcel_number, evidence(None))
