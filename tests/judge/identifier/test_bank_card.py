from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import bank_card

RIGHT = (
    "卡号：6222020200001234562",
    "户名：张某某\n账号：6217 0000 0000 0000 06",
    "户名：某某小额贷款有限公司\n账号：6222020200001234563",
    "账号：4000012309200012345",
    "户名：某某市某某区人民法院执行款专户 账号：6222020200001234560",
    "账号：6222********1234",
    "尾号1234的信用卡",
    "卡号：62220202",
    "订单6222020200001234563",
    "联系电话13812345678",
)


@pytest.mark.parametrize("text", [*GENUINE, *RIGHT])
def test_silent_on_genuine(text: str):
    assert findings(bank_card, evidence(text)) == []


@pytest.mark.parametrize("text", ["卡号：6222020200001234563", "户名：张某某\n账号：6217 0000 0000 0000 05"])
def test_a_hint_on_a_clear_number_that_no_card_has(text: str):
    [found] = findings(bank_card, evidence(text))
    assert found.severity == "weak"
    assert "62220202" not in found.says.zh


def test_silent_where_the_reader_may_have_misread_a_digit():
    given = evidence("卡号：6222020200001234563")
    poor = [
        replace(each, place=each.place._replace(confidence=0.9))
        if hasattr(each.place, "_replace")
        else replace(each, place=replace(each.place, confidence=0.9))
        for each in given.fields or ()
    ]
    assert findings(bank_card, replace(given, fields=tuple(poor))) == []


def test_says_when_nothing_was_read():
    assert unable(bank_card, evidence(None))
