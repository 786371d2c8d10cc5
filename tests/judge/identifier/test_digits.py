"""Check digits against examples that standards print and synthetic numbers; no number is a person's."""

import pytest

from forgecheck.judge.identifier import credit_code
from forgecheck.judge.identifier._digits import (
    identity_check,
    luhn_check,
    organisation_check,
    registration_check,
    repairable,
    s10_check,
    shown,
)

RIGHT = [
    *[(credit_code.is_valid, code) for code in ("31110000E00017891P", "31440000E000012320", "91440300MA5TEQT04D")],
    *[(organisation_check, code) for code in ("D2143569X", "000012343", "E00001232", "MA5TEQT04")],
    *[(identity_check, number) for number in ("11010519491231002X", "440524188001010014", "360426199101010071")],
    *[(luhn_check, number) for number in ("4111111111111111", "6222020200001234562", "621700000000000006")],
    *[(s10_check, number) for number in ("EA123456785CN", "RB123456785GB")],
    *[(registration_check, number) for number in ("440301100000008", "110000010123457")],
]
WRONG = [
    *[
        (credit_code.is_valid, code)
        for code in ("31440000E000012321", "9144030OMA5TEQT04D", "91440300MA5TEQT04", "91440300MA5TEQT04I")
    ],
    *[(organisation_check, code) for code in ("D21435691", "D2143569", "d2143569X", "D2143-69X")],
    *[(identity_check, number) for number in ("110105194912310021", "11010519491231002", "1101051949123100XX")],
    *[(luhn_check, number) for number in ("4111111111111112", "")],
    *[(s10_check, number) for number in ("EA123456784CN", "EA12345678CN", "EA12345678XCN")],
    *[(registration_check, number) for number in ("440301100000009", "44030110000000", "44030110000000X")],
]


@pytest.mark.parametrize(("holds", "number"), RIGHT)
def test_right_numbers_hold(holds, number):
    assert holds(number)


@pytest.mark.parametrize(("holds", "number"), WRONG)
def test_wrong_numbers_do_not_hold(holds, number):
    assert not holds(number)


@pytest.mark.parametrize(("holds", "number"), [each for each in RIGHT if each[0] in (identity_check, luhn_check)])
def test_every_changed_digit_breaks_the_check(holds, number):
    for at in range(len(number) - 1):
        for digit in set("0123456789") - {number[at]}:
            assert not holds(number[:at] + digit + number[at + 1 :])


def test_one_look_alike_repairs():
    assert repairable("4111111111111171", luhn_check)  # 1 read as 7
    assert not repairable("2222222222222222", luhn_check)  # nothing looks like a 2


def test_a_persons_number_is_not_repeated():
    assert shown("360426199101010071") == "3604**********0071"
    assert shown("4403**********2217") == "4403**********2217"
