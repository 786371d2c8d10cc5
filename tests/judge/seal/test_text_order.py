import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import text_order


@pytest.mark.parametrize(
    "written",
    [
        "云州明衡律师事务所",
        "云州明衡律师事务所律师函专用章",
        "云州启澄资产管理有限公司合同专用章",
        "云州市人民法院",
        "云州市公安局清河口分局",
        "临溪银行股份有限公司清河口支行",
        "云州市清河口街道办事处",
        "上海海上公司",
        "所长办公室",
        "中华集团",
    ],
)
def test_silent_on_names_from_left_to_right(written: str):
    assert list(text_order.check(evidence("通知", seals=(seal(written),)))) == []


@pytest.mark.parametrize(("written", "more"), [("所务事师律衡明州云", {"confidence": 0.6}), (None, {})])
def test_silent_where_the_seal_was_not_surely_read(written: str | None, more: dict[str, object]):
    assert list(text_order.check(evidence("通知", seals=(seal(written, **more),)))) == []


def test_silent_on_name_seals_which_are_read_so():
    given = evidence("通知", seals=(seal("所务事师律衡明州云", shape="square"),))
    assert list(text_order.check(given)) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("所务事师律衡明州云", "云州明衡律师事务所"),
        ("院法民人市州云", "云州市人民法院"),
        ("司公限有理管产资澄启州云", "云州启澄资产管理有限公司"),
        ("司公限有理管产资澄启州云合同专用章", "云州启澄资产管理有限公司"),
    ],
)
def test_names_what_it_says_backwards(written: str, meant: str):
    (finding,) = findings(text_order, evidence("通知", seals=(seal(written),)))
    assert finding.severity == "weak"
    assert finding.evidence["backwards"] == meant


def test_says_when_seals_were_not_searched_for():
    assert unable(text_order, evidence("通知", seals=None))
