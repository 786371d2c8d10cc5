"""One year for deposits, two for movables, three for the rest."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import freezing_term as check


def order(text: str) -> str:
    return f"深圳市南山区人民法院\n民事裁定书\n（2024）粤0305财保1号\n{text}\n审判员 李某\n二〇二四年五月六日"


LAWFUL = (
    order("裁定如下：冻结张某名下银行存款50000元，期限一年。"),
    order("裁定如下：冻结张某名下银行存款50000元，冻结期限为12个月。"),
    order("裁定如下：冻结银行存款的期限为一年，查封动产的期限为两年，查封不动产的期限为三年。"),
    order("裁定如下：查封张某名下房产，期限三年。"),
    order("裁定如下：冻结张某持有的股权，期限三年。"),
    order("裁定如下：查封张某名下车辆，期限二年。"),
    order("裁定如下：冻结银行存款50000元或查封、扣押其他等值财产，期限三年。"),
    order("裁定如下：冻结存款，期限365日。"),
    order("裁定如下：冻结张某存款，冻结期限自2024年3月19日起至2025年3月18日止。"),
    order("申请人请求冻结存款，期限三年。本院认为期限过长。"),
    "某市公安局\n冻结通知书\n冻结银行存款，期限六个月。\n2024年5月6日",
    "财产保全申请书\n请求事项：冻结被申请人银行存款，期限三年。\n此致\n某某法院",
    order("裁定如下：续行冻结张某名下银行存款，续冻期限一年。"),
)
STRONG = (
    order("裁定如下：冻结被申请人名下银行存款38,711.34元，期限三年。"),
    order("裁定如下：冻结张某银行账户存款50000元，冻结期限为36个月。"),
    order("裁定如下：冻结张某名下银行存款，冻结期限五年。"),
    order("裁定如下：查封张某名下房产，期限为五年。"),
)
WEAK = (
    order("裁定如下：冻结张某存款，期限自2024年5月6日起至2027年5月5日止。"),
    order("裁定如下：冻结张某名下银行存款，期限二年。"),
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence("\n".join(" ".join(line) for line in STRONG[0].splitlines())))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
