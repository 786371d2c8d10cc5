"""Words and their classes."""

import time

import pytest

from forgecheck.judge.words import LONGEST, tokens
from forgecheck.tables import table


def classes(text: str) -> dict[str, set[str]]:
    return {each.text: set(each.classes) for each in tokens(text)}


@pytest.mark.parametrize(
    "text", ["今天天气很好", "社会保障", "机关单位有关人员", "总裁判断", "姓名称谓", "开锁行业连锁门店", ""]
)
def test_silent_on_words_that_only_contain_others(text: str):
    assert not {"freeze", "deduct", "custody", "judge", "police"} & {
        each for found in classes(text).values() for each in found
    }


def test_the_longest_word_wins():
    assert "we" not in {each for found in classes("我所有的财产").values() for each in found}
    assert list(classes("缴纳解冻金")) == ["缴纳", "解冻金"]


def test_what_is_said_to_the_reader_says_so():
    assert "you" in classes("冻结您名下账户")["您"]
    assert "you" in classes("到您家")["到您家"]


def test_open_forms_are_known():
    assert "soon" in classes("两小时内")["两小时内"]
    assert "multiple" in classes("按三倍还")["三倍"]
    assert "freeze" in classes("卡已锁死")["锁死"]


def test_places_are_those_of_the_text():
    text = "请于今日还款，我司已冻结您的账户。"
    assert all(text[each.start : each.end] == each.text for each in tokens(text))


def test_no_word_is_blank_and_every_class_is_a_word():
    rows = list(table("words"))
    assert all(word for row in rows for word in row["words"].split())
    assert all(row["class"] == "-" or row["class"].replace("_", "").isalpha() for row in rows)


@pytest.mark.parametrize("bit", ["冻结", "（（（「", "三", "今日限制高铁", "判"])
def test_any_text_is_read_in_linear_time(bit: str):
    before = time.perf_counter()
    found = list(tokens(bit * (300_000 // len(bit))))
    assert time.perf_counter() - before < 2.0
    assert all(each.end <= LONGEST + 30 for each in found)
