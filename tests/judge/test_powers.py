"""Measures of force, as acts."""

import pytest

from forgecheck.judge.clauses import sentences
from forgecheck.judge.frames import frames
from forgecheck.judge.powers import measure, measures
from forgecheck.tables import table


def power(text: str) -> str | None:
    found = (measure(each) for each in frames(sentences(text), measures()))
    return next((row["power"] for row in found if row), None)


@pytest.mark.parametrize("text", ["我司停用该功能。", "请拿走包裹。", "系统关闭。", "今天天气好。", "请还款。"])
def test_silent_on_what_anybody_may_do(text: str):
    assert power(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("冻结您的账户。", "freeze"),
        ("划扣您的工资。", "deduct"),
        ("列入失信被执行人名单。", "blacklist"),
        ("限制您乘坐高铁。", "restrict"),
        ("对您限制出境。", "border"),
        ("拘留你。", "detain"),
    ],
)
def test_knows_the_measure(text: str, name: str):
    assert power(text) == name


def test_every_act_of_the_table_is_a_class_of_words():
    known = {row["class"] for row in table("words")}
    assert {row["acts"] for row in table("powers")} <= known
    assert {each for row in table("powers") for each in row["beside"].split()} <= known
