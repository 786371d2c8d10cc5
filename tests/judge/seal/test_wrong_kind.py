import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import wrong_kind

FIRM = "云州明衡律师事务所\n律师函\n致：张某某\n请还款。\n云州明衡律师事务所\n2024年5月6日"
COURT = "云州市人民法院\n传票\n被传唤人 张某某\n云州市人民法院\n2024年5月6日"


@pytest.mark.parametrize(
    ("type", "text", "written", "emblem"),
    [
        ("lawyer_letter", FIRM, "云州明衡律师事务所", "star"),
        ("lawyer_letter", FIRM, "云州明衡律师事务所", "none"),
        ("lawyer_letter", FIRM, "云州明衡律师事务所", None),
        ("lawyer_letter", FIRM, "云州明衡律师事务所律师函专用章", "star"),
        ("lawyer_letter", FIRM, "云州启澄资产管理有限公司", "star"),
        ("court_notice", COURT, "云州市人民法院", "national_emblem"),
        ("court_notice", COURT, "云州市人民法院", None),
        ("court_notice", COURT, "云州市人民法院执行局", "star"),
        ("court_notice", COURT, "云州市人民法院立案庭", "star"),
        ("court_notice", COURT, "云州市人民法院诉讼服务中心", "star"),
        ("court_notice", COURT, "云州市人民法院电子送达专用章", "star"),
        ("police_notice", COURT, "云州市公安局", "national_emblem"),
        ("police_notice", COURT, "云州市公安局经侦支队", "star"),
        ("other", FIRM, "云州启澄资产管理有限公司合同专用章", "none"),
        ("other", FIRM, "云州启澄资产管理有限公司", "national_emblem"),
    ],
)
def test_silent_on_the_right_kind(type: str, text: str, written: str, emblem: str | None):
    given = evidence(text, type=type, seals=(seal(written, emblem=emblem),))
    assert list(wrong_kind.check(given)) == []


def test_silent_on_a_badly_read_seal():
    given = evidence(COURT, type="court_notice", seals=(seal("云州市人民法院", confidence=0.6, emblem="star"),))
    assert list(wrong_kind.check(given)) == []


def test_silent_on_a_name_seal_beside_a_round_one():
    given = evidence(FIRM, type="lawyer_letter", seals=(seal("张某之印", shape="square"), seal("云州明衡律师事务所")))
    assert list(wrong_kind.check(given)) == []


@pytest.mark.parametrize(
    ("type", "written", "more", "severity"),
    [
        ("lawyer_letter", "云州明衡律师事务所", {"emblem": "national_emblem"}, "weak"),
        ("lawyer_letter", "云州启澄资产管理有限公司", {"emblem": "national_emblem"}, "weak"),
        (
            "lawyer_letter",
            "云州明衡律师事务所",
            {"emblem": "national_emblem", "origin": "electronic", "confidence": 0.98},
            "strong",
        ),
        ("court_notice", "云州市人民法院", {"emblem": "star"}, "weak"),
        ("lawyer_letter", "云州启澄资产管理有限公司合同专用章", {}, "weak"),
        ("court_notice", "云州启澄资产管理有限公司合同专用章", {"confidence": 0.97}, "strong"),
        ("court_notice", "云州启澄资产管理有限公司财务专用章", {"confidence": 0.85}, "weak"),
        ("lawyer_letter", "云州启澄资产管理有限公司发票专用章", {"shape": "oval"}, "weak"),
        ("lawyer_letter", "张某之印", {"shape": "square"}, "weak"),
    ],
)
def test_names_the_wrong_kind(type: str, written: str, more: dict[str, object], severity: str):
    text = COURT if type == "court_notice" else FIRM
    (finding,) = findings(wrong_kind, evidence(text, type=type, seals=(seal(written, **more),)))
    assert finding.severity == severity
    assert finding.evidence["seal"] == written


def test_says_when_seals_were_not_searched_for():
    assert unable(wrong_kind, evidence(FIRM, type="lawyer_letter", seals=None))
