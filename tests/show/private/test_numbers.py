"""Identity numbers always; telephones and accounts only where they are the recipient's."""

from __future__ import annotations

import pytest
from build import evidence

from forgecheck.judge.prose import prose
from forgecheck.show.private import private_spans

SENDERS = [
    "律师：张三丰　电话：0755-82000300",
    "< 15900009358\n今天 9:13\n【某某法务】张小明，请速联系13300002266",
    "张小明：\n请速回电13300002266，逾期立案。",
    "张小明：\n请将款项转入 户名：赵一样　卡号：6212000000009375937",
    "张小明：\n收款账户户名：某某小额贷款有限公司，账号：455512345678901",
    "加微信13300002266，我给你发传票照片",
    "请您务必回电话0931-8366463",
    "案号（2024）粤0305民初12345号　金额123456.78元",
]


def found(text: str, *reasons: str) -> list[str]:
    given = evidence(text)
    flowing = prose(given)
    assert flowing is not None
    return [flowing.text[each.start : each.end] for each in private_spans(given, flowing) if each.reason in reasons]


@pytest.mark.parametrize("text", SENDERS)
def test_silent_on_the_senders_own_numbers(text: str):
    assert found(text, "phone", "account", "identity_number") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("收件人：张小明　13300002266", "13300002266"),
        ("被告：张小明，女，身份证号440303********0004，联系电话13300002266。", "13300002266"),
        ("受送达人：张小明\n□同意电子送达　手机号码：13300002266　□不同意", "13300002266"),
        ("投诉人：张小明\n电话：13300002266", "13300002266"),
        ("收件人\n手机号码\n13300002266", "13300002266"),
        ("您预留的手机号13300002266已停机", "13300002266"),
    ],
)
def test_the_recipients_telephone_is_found(text: str, number: str):
    assert found(text, "phone") == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("请存入您本人的还款卡 6212000000009375937，系统将自动扣款。", "6212000000009375937"),
        ("请于月底前存入您本人名下贷款账户455512345678901。", "455512345678901"),
        ("户号：4260738962855362　户名：张小明", "4260738962855362"),
        ("被执行人张小明的下列财产：\n类型：存款　账号：455512345678901", "455512345678901"),
    ],
)
def test_the_recipients_account_is_found(text: str, number: str):
    assert found(text, "account") == [number]


@pytest.mark.parametrize("number", ["440303********0004", "110101199003070652", "11010119900307065X"])
def test_every_identity_number_is_found(number: str):
    assert found(f"张小明（身份证号{number}）：", "identity_number") == [number]


def test_a_masked_number_without_a_label_is_found():
    assert found("吕小样 340102********0008\n仅供报销使用", "identity_number") == ["340102********0008"]


def test_a_number_that_was_read_in_pieces_is_found():
    text = "致：张小明先生（公民身份号码：350502*******\n0001)\n某某律师事务所接受委托"
    assert [each.replace("\n", "") for each in found(text, "identity_number")] == ["350502*******0001"]
