import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import organisation_code

RIGHT = (
    "组织机构代码：D2143569-X",
    "组织机构代码证号：00001234-3",
    "组织机构代码 E0000123-2",
    "组织机构代码：MA5TEQT0-4",
    "组织机构代码：MA5TEQT04",
    "统一社会信用代码：91440300MA5TEQT04D",
    "营业执照注册号：440301100000008",
    "注册号 110000010123457",
    "注册号：3301",
    "代码：ABCDEFGH-1",
)


@pytest.mark.parametrize("text", [*GENUINE, *RIGHT])
def test_silent_on_genuine(text: str):
    assert findings(organisation_code, evidence(text)) == []


@pytest.mark.parametrize("read", ["D2143S69-X", "DZ143569-X", "MA5TEQTO-4"])
def test_silent_where_one_look_alike_makes_it_right(read: str):
    assert findings(organisation_code, evidence(f"组织机构代码：{read}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "组织机构代码：23222222-2",
        "组织机构代码 22222232-3",
        "注册号：222222222222222",
        "营业执照注册号 222242222222222",
    ],
)
def test_a_hint_on_what_no_standard_allows(text: str):
    [found] = findings(organisation_code, evidence(text))
    assert found.severity == "weak"
    assert found.place is not None


def test_says_when_nothing_was_read():
    assert unable(organisation_code, evidence(None))
