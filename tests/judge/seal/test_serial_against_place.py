import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import serial_against_place


@pytest.mark.parametrize(
    ("written", "serial", "confidence"),
    [
        ("广东某某律师事务所", "4403051234567", 0.97),
        ("北京某某科技有限公司", "1101081234567", 0.97),
        ("上海市某某律师事务所", "3101151234567", 0.97),
        ("上海市某某律师事务所", None, 0.97),
        ("云州某某律师事务所", "4403051234567", 0.97),
        ("北京市某某（深圳）律师事务所", "4403051234567", 0.97),
        ("北京银行深圳分行", "4403051234567", 0.97),
        ("广东某某有限公司佛山分公司", "3101151234567", 0.97),
        ("广东某某律师事务所", "44030512345678", 0.97),
        ("广东某某律师事务所", "9903051234567", 0.97),
        ("北京某某律师事务所", "7101081234567", 0.97),
        ("广东某某律师事务所", "3101151234567", 0.6),
        ("本件与原件核对无异", "3101151234567", 0.97),
        (None, "3101151234567", 0.0),
    ],
)
def test_silent_where_place_and_number_agree_or_cannot_be_compared(
    written: str | None, serial: str | None, confidence: float
):
    given = evidence("律师函", seals=(seal(written, serial=serial, confidence=confidence),))
    assert list(serial_against_place.check(given)) == []


def test_silent_where_one_look_alike_digit_would_mend_it():
    given = evidence("律师函", seals=(seal("天津某某律师事务所", serial="1701051234567", confidence=0.97),))
    assert list(serial_against_place.check(given)) == []


@pytest.mark.parametrize(
    ("written", "serial", "provinces"),
    [
        ("广东某某律师事务所", "3201051234567", ("广东", "江苏")),
        ("北京某某科技有限公司", "4403051234567", ("北京", "广东")),
        ("四川省某某县人民法院", "2301051234567", ("四川", "黑龙江")),
        ("上海市某某律师事务所", "5101151234567", ("上海", "四川")),
    ],
)
def test_weak_on_another_province(written: str, serial: str, provinces: tuple[str, str]):
    (finding,) = findings(serial_against_place, evidence("律师函", seals=(seal(written, serial=serial),)))
    assert finding.severity == "weak"
    assert (finding.evidence["seal_province"], finding.evidence["serial_province"]) == provinces


def test_says_when_seals_were_not_searched_for():
    assert unable(serial_against_place, evidence("律师函", seals=None))
