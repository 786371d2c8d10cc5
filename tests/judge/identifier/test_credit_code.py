"""Valid codes first: the check is silent on them."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.identifier import credit_code

# Synthetic, with a right check digit.
MADE_UP = ["31440000E000012320", "91440300MA5TEQT04D"]


def with_check_digit(first: str) -> str:
    return next(first + c for c in "0123456789ABCDEFGHJKLMNPQRTUWXY" if credit_code.is_valid(first + c))


@pytest.mark.parametrize("code", MADE_UP)
@pytest.mark.parametrize("label", ["统一社会信用代码：", "社会信用代码 ", "纳税人识别号:", "税号", ""])
def test_silent_on_a_code_with_the_right_check_digit(code: str, label: str):
    assert findings(credit_code, evidence(f"某某有限公司\n{label}{code}")) == []


@pytest.mark.parametrize("prefix", ["11", "12", "13", "31", "32", "33", "51", "52", "53", "91", "92", "93", "N2"])
def test_silent_on_every_kind_of_body(prefix: str):
    code = with_check_digit(prefix + "440300MA5TEQT04")
    assert findings(credit_code, evidence(f"统一社会信用代码：{code}")) == []


def test_silent_on_a_code_in_groups():
    assert findings(credit_code, evidence("统一社会信用代码：9144 0300 MA5T EQT0 4D")) == []


@pytest.mark.parametrize(
    "read", ["9144O300MA5TEQT04D", "91440300MA5TEQTO4D", "9I440300MA5TEQT04D", "91440300MA5TEQT040"]
)
def test_silent_where_one_look_alike_makes_it_right(read: str):
    assert findings(credit_code, evidence(f"统一社会信用代码：{read}")) == []


@pytest.mark.parametrize("code", ["91440308MA5TEQT04D", "91446300MA5TEQT04D", "91440300NA5TEQT04D"])
def test_a_hint_where_only_a_rare_likeness_on_a_clear_line_would_repair_it(code: str):
    [found] = findings(credit_code, evidence(f"统一社会信用代码：{code}"))
    assert found.severity == "weak"
    assert findings(credit_code, evidence(f"统一社会信用代码：{code}", confidence=0.9)) == []


@pytest.mark.parametrize("code", ["91440300MA5TEQT4D", "9144030MA5TEQT04D", "91440300MA5TEQT04DX"])
def test_a_hint_on_a_code_of_another_length(code: str):
    [found] = findings(credit_code, evidence(f"统一社会信用代码：{code}"))
    assert (found.severity, found.evidence["wrong"]) == ("weak", "length")


@pytest.mark.parametrize(
    "text",
    [
        "纳税人识别号：440301123456789",
        "税号：91440300MA5TEQT4",
        "统一社会信用代码：440301100000008",
        "统一社会信用代码：91440300MA5TEQT04\nD 法定代表人",
        "统一社会信用代码：9144***********4D",
        "统一社会信用代码（或注册号）：110000010123457",
        "统一社会信用代码证书编号 12345678901234567",
    ],
)
def test_silent_on_older_numbers_and_on_codes_that_wrap(text: str):
    assert findings(credit_code, evidence(text)) == []


def test_silent_on_a_code_of_another_length_where_the_line_is_not_clear():
    assert findings(credit_code, evidence("统一社会信用代码：91440300MA5TEQT4D", confidence=0.9)) == []


def test_a_code_that_fails_its_check_digit_is_strong():
    [found] = findings(credit_code, evidence("统一社会信用代码：91440300MA5WXYT041"))
    assert found.severity == "strong"
    assert found.place is not None


def test_without_its_label_it_is_a_hint():
    [found] = findings(credit_code, evidence("编号 91440300MA5WXYT041"))
    assert found.severity == "weak"


def test_silent_on_identity_numbers_and_masked_numbers():
    for text in ("身份证号 110105194912310021", "统一社会信用代码：9144************04D", "订单 202405061234567890"):
        assert findings(credit_code, evidence(text)) == []


def test_a_company_code_given_as_the_law_firms_is_strong():
    [found] = findings(credit_code, evidence("广东某某律师事务所\n执业许可证号：91440300MA5TEQT04D"))
    assert found.severity == "strong"
    [found] = findings(credit_code, evidence("广东某某律师事务所 统一社会信用代码：91440300MA5TEQT04D"))
    assert "31" in found.says.zh
    [found] = findings(credit_code, evidence("律师函\n本所注册号及统一社会信用代码：91440300MA5TEQT04D"))
    assert "31" in found.says.zh


def test_a_code_behind_its_owners_name_needs_no_label():
    [found] = findings(credit_code, evidence("广东某某律师事务所 31440000E000012399"))
    assert found.severity in ("strong", "weak")


def test_silent_on_the_clients_code_in_a_law_firms_letter():
    text = "广东某某律师事务所\n律师函\n委托人：某某有限公司\n统一社会信用代码：91440300MA5TEQT04D"
    assert findings(credit_code, evidence(text)) == []


def test_silent_on_a_clinics_licence():
    assert findings(credit_code, evidence("某某医院有限公司\n医疗机构执业许可证：91440300MA5TEQT04D")) == []


@pytest.mark.parametrize(
    "text",
    [
        "广东某某律师事务所 执业许可证号：31440000E000012320",
        "委托人：某某有限公司（统一社会信用代码：91440300MA5TEQT04D）",
    ],
)
def test_silent_but_for_what_fits_on_a_code_of_the_right_kind(text: str):
    [found] = findings(credit_code, evidence(text))
    assert (found.severity, found.fits) == ("info", True)


def test_a_hint_on_a_company_with_a_code_of_another_body():
    [found] = findings(credit_code, evidence("委托人：某某有限公司（统一社会信用代码：31440000E000012320）"))
    assert found.severity == "weak"


def test_a_hint_where_the_code_inside_fails_its_own_check():
    code = with_check_digit("91440300MA5TEQT05")
    [found] = findings(credit_code, evidence(f"统一社会信用代码：{code}"))
    assert found.severity == "weak"
    assert "组织机构代码" in found.says.zh


def test_says_when_nothing_was_read():
    assert unable(credit_code, evidence(None))
