from __future__ import annotations

import json
from importlib.resources import files

import pytest
from batch.rows import failed, line
from jsonschema import Draft202012Validator

from forgecheck.batch.export import LINES  # noqa: F401  (the tables are made of these rows)
from forgecheck.batch.rows import all_columns, columns, own_name, row

SCHEMA = json.loads(files("forgecheck.batch").joinpath("row.schema.json").read_text("utf-8"))


def cells(text: str) -> dict:
    return row(json.loads(text))


def test_a_report_fills_the_columns_people_sort_by() -> None:
    found = cells(line("a.png"))
    assert (found["path"], found["label"], found["score"], found["type"]) == ("a.png", "forged", 0.9, "lawyer_letter")
    assert found["findings"] == "[law.repealed_statute] 引用的法条已经废止。"
    assert found["checks"] == "law.repealed_statute"
    assert found["case_numbers"] == "（2024）沪0115民初12345号"
    assert found["phones"].split("；")[-1] == "057187654321"
    assert found["accounts"] == "6222021234567890128"
    assert not found.get("error")


def test_an_error_fills_its_code_and_words_and_nothing_else() -> None:
    found = {key: value for key, value in cells(failed("a.png", {"no": "C-1"})).items() if value is not None}
    words = "文件不完整，可能没有下载完。请重新保存后再试。"
    assert found == {"path": "a.png", "no": "C-1", "error": "truncated", "error_zh": words}


@pytest.mark.parametrize("score", ["high", None, float("inf"), float("nan"), 1e300, [1], {}])
def test_a_number_that_no_table_can_hold_is_empty(score: object) -> None:
    data = json.loads(line("a.png"))
    data["verdict"]["score"] = score
    assert row(data)["score"] is None


def test_what_fits_is_no_finding() -> None:
    data = json.loads(line("a.png"))
    data["findings"].append({**data["findings"][0], "check": "seal.agrees", "fits": True})
    assert row(data)["checks"] == "law.repealed_statute"


@pytest.mark.parametrize(
    "text", [line("a.png"), line("a.pdf", page=3), failed("b.png"), line("c", columns={"no": "1"})]
)
def test_every_row_is_as_the_schema_says(text: str) -> None:
    Draft202012Validator(SCHEMA).validate(cells(text))


def test_the_schema_is_one_and_knows_every_cell() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    names = {each.name for each in columns()}
    assert set(cells(line("a.pdf", page=1))) <= names
    assert names - set(cells(line("a.png"))) == {"right_wrong", "same_as", "report", "error", "error_zh"}
    assert all(each.title and each.description for each in columns())


def test_a_manifests_columns_come_second_and_never_hide_ours() -> None:
    names = [each.name for each in all_columns(["投诉编号", "label", "score"])]
    assert names[:5] == ["path", "投诉编号", "given_label", "given_score", "page"]
    assert len(names) == len(set(names))
    assert cells(line("a", columns={"label": "C"}))[own_name("label")] == "C"
