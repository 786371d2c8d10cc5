"""Numbers that exist first; all are synthetic."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import licence_number

LETTER = "{firm}\n律师函\n致：张某某\n请于七日内还款。\n{lawyers}\n{firm}\n2024年5月6日"
FIRM = "广东某某律师事务所"


def letter(lawyers: str, firm: str = FIRM) -> list:
    return findings(licence_number, evidence(LETTER.format(firm=firm, lawyers=lawyers)))


def wrong(lawyers: str, firm: str = FIRM) -> list[tuple[str, object]]:
    return [(each.severity, each.evidence.get("wrong")) for each in letter(lawyers, firm) if not each.fits]


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(licence_number, evidence(text)) == []


@pytest.mark.parametrize("number", ["14403201010123456", "14403201011123456", "13101201511234567", "11101199910000001"])
def test_numbers_that_may_exist(number: str):
    assert licence_number.wrong(number, 2026) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("24403201010123456", "start"),
        ("14403203510123456", "year"),
        ("1440320101012345", "start"),
        ("19903201010123456", "place"),
        ("14403201012123456", "sex"),
        ("14403201070123456", "kind"),
        ("14403197510123456", "year"),
    ],
)
def test_numbers_that_cannot_exist(number: str, fault: str):
    assert licence_number.wrong(number, 2026) == fault


@pytest.mark.parametrize(
    "lawyers",
    [
        "律师：罗某　执业证号：14403201510123456\n律师：谭某　执业证号：14403201811654321",
        "律师：罗某　执业证号：14403201510123456\n承办律师罗某 执业证号：14403201510123456",
        "律师：罗某　执业证号：14403201510123456\n律师：罗某　执业证号：14403201510123458",
        "律师：罗某　执业证号：1440320****123456",
        "实习律师：罗某　实习律师执业证号：19012345678901",
        "律师：罗某　电话：0755-86123456",
        "执业许可证号：31440000E000012320",
        "基层法律服务工作者 执业证号：31510201110123",
        "律师：罗某　执业证号：l44O3201510123456",
    ],
)
def test_silent_on_numbers_that_may_exist(lawyers: str):
    assert wrong(lawyers) == []


def test_silent_on_a_branch_of_a_firm_from_elsewhere():
    lawyers = "律师：罗某　执业证号：14403201510123456"
    assert wrong(lawyers, "北京市某某(深圳)律师事务所") == []
    assert wrong(lawyers, "北京市某某律师事务所深圳分所") == []


@pytest.mark.parametrize(
    ("lawyers", "fault"),
    [
        ("律师：罗某　执业证号：12203203410222222", "year"),
        ("律师：罗某　执业证号：12203204210222222", "year"),
        ("律师：罗某　执业证号：12903201010123456", "place"),
        ("律师：罗某　执业证号：24403201010123456", "start"),
    ],
)
def test_strong_on_a_number_no_lawyer_can_have(lawyers: str, fault: str):
    assert ("strong", fault) in wrong(lawyers)


def test_strong_on_two_lawyers_with_serials_one_apart():
    lawyers = "律师：罗某　执业证号：14403201510222223\n律师：谭某　执业证号：14403201811222224"
    [found] = [each for each in letter(lawyers) if not each.fits]
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize(
    "lawyers",
    [
        "律师：罗某　执业证号：14403201014222222",
        "律师：罗某　执业证号：14403201090222222",
        "律师：罗某　执业证号：1440320101022",
        "律师：罗某　执业证号：1440320151012345",
        "律师：罗某　执业证号：14403201510555555\n律师：谭某　执业证号：14403201510555556",
    ],
)
def test_a_hint_on_what_is_only_odd(lawyers: str):
    assert [severity for severity, _ in wrong(lawyers)] == ["weak"]


@pytest.mark.parametrize(
    "lawyers",
    [
        "律师：罗某　执业证号：1440320151012345",
        "律师：罗某　执业证号：14403201510555555\n律师：谭某　执业证号：14403201510555556",
    ],
)
def test_silent_where_the_reader_may_have_lost_or_misread_a_digit(lawyers: str):
    given = evidence(LETTER.format(firm=FIRM, lawyers=lawyers), confidence=0.9)
    assert [each for each in findings(licence_number, given) if not each.fits] == []


def test_a_hint_where_the_province_is_not_the_firms():
    [found] = letter("律师：罗某　执业证号：13101201511234567")
    assert (found.severity, found.fits) == ("weak", False)


def test_what_fits_is_said_and_weighs_nothing_against_the_letter():
    [found] = letter("律师：罗某　执业证号：14403201510123456")
    assert (found.severity, found.fits) == ("info", True)
    assert "真" not in found.says.zh.replace("不说明函是真的", "")


def test_silent_on_a_page_about_such_letters():
    text = "记者提醒：骗子冒充律师，伪造执业证号：19903201010123456，不要相信。"
    assert findings(licence_number, evidence(text)) == []


def test_says_when_nothing_was_read():
    assert unable(licence_number, evidence(None))
