import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import wrong_script


@pytest.mark.parametrize(
    "written",
    [
        "云州明衡律师事务所",
        "云州启澄资产管理有限责任公司财务专用章",
        "临溪县人民检察院",
        "清河口仲裁委员会",
        "平川启證科技有限公司",  # one sign misread
        "云州明衡律師事务所",
        "云州後海有限公司",
    ],
)
def test_silent_on_simplified_names_and_single_signs(written: str):
    assert list(wrong_script.check(evidence("通知", seals=(seal(written),)))) == []


@pytest.mark.parametrize("more", [{"confidence": 0.6}, {"shape": "square"}], ids=["badly read", "name seal"])
def test_silent_where_the_seal_was_not_surely_read(more: dict[str, object]):
    assert list(wrong_script.check(evidence("通知", seals=(seal("云州明衡律師事務所", **more),)))) == []


@pytest.mark.parametrize(
    ("written", "signs"),
    [
        ("云州明衡律師事務所", ["師", "務"]),
        ("清河口仲裁委員會", ["員", "會"]),
        ("临溪縣人民檢察院", ["檢", "縣"]),
        ("云州启澄資產管理有限公司財務專用章", ["資", "產", "財", "務", "專"]),
    ],
)
def test_names_the_traditional_signs(written: str, signs: list[str]):
    (finding,) = findings(wrong_script, evidence("通知", seals=(seal(written),)))
    assert finding.severity == "weak"
    assert set(finding.evidence["signs"]) == set(signs)


def test_says_when_seals_were_not_searched_for():
    assert unable(wrong_script, evidence("通知", seals=None))
