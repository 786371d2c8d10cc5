from __future__ import annotations

from pathlib import Path

import pytest

from forgecheck.batch.manifest import ManifestError, read_manifest


def listed(path: Path, text: str | bytes) -> list[tuple[str, dict[str, str]]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [(each.file, dict(each.columns)) for each in read_manifest(path)]


EXPECTED = [("a.png", {"投诉编号": "C-001"}), ("deeper/b.png", {"投诉编号": "110101199003070000"})]


@pytest.mark.parametrize("column", ["file", "path", "image", "filename", "文件", "图片", "路径", "文件名"])
def test_many_names_say_which_column_is_the_file(tmp_path: Path, column: str) -> None:
    text = f"{column},投诉编号\na.png,C-001\ndeeper/b.png,110101199003070000\n"
    assert listed(tmp_path / "m.csv", text) == EXPECTED


@pytest.mark.parametrize(("delimiter", "suffix"), [(",", "csv"), (";", "csv"), ("\t", "tsv"), ("\t", "csv")])
def test_excel_separates_columns_in_several_ways(tmp_path: Path, delimiter: str, suffix: str) -> None:
    text = "投诉编号,file\r\nC-001,a.png\r\n110101199003070000,deeper/b.png\r\n".replace(",", delimiter)
    assert listed(tmp_path / f"m.{suffix}", text) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_excel_in_china_writes_in_several_encodings(tmp_path: Path, encoding: str) -> None:
    text = "file,投诉编号\na.png,C-001\ndeeper/b.png,110101199003070000"
    assert listed(tmp_path / "m.csv", text.encode(encoding)) == EXPECTED


def test_json_lines_say_the_same(tmp_path: Path) -> None:
    text = '{"file": "a.png", "投诉编号": "C-001"}\n\n{"投诉编号": "110101199003070000", "file": "deeper/b.png"}'
    assert listed(tmp_path / "m.jsonl", text) == EXPECTED


def test_values_of_json_become_text_and_nothing_is_empty(tmp_path: Path) -> None:
    text = '{"file": "a.png", "n": 110101199003070000, "none": null, "tags": ["甲", 1]}'
    (only,) = listed(tmp_path / "m.jsonl", text)
    assert only[1] == {"n": "110101199003070000", "none": "", "tags": '["甲", 1]'}


def test_cells_may_hold_lines_commas_and_formulas(tmp_path: Path) -> None:
    text = 'file,remark\na.png,"一,\n=1+1"\n'
    assert listed(tmp_path / "m.csv", text) == [("a.png", {"remark": "一,\n=1+1"})]


def test_a_short_row_has_empty_cells_and_a_long_one_loses_nothing_named(tmp_path: Path) -> None:
    text = "file,one,two\na.png\nb.png,1,2,3\n"
    assert listed(tmp_path / "m.csv", text) == [("a.png", {"one": "", "two": ""}), ("b.png", {"one": "1", "two": "2"})]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("m.csv", "picture,n\na.png,1", "line 2: no column file"),
        ("m.csv", "file,n\na.png,1\n,2", "line 3: no file"),
        ("m.jsonl", '{"file": "a.png"}\nnonsense', "line 2: not JSON"),
        ("m.jsonl", "[1]", "line 1: not a JSON object"),
        ("m.csv", b"file\n\xff\xff\xff", "neither UTF-8 nor GBK"),
    ],
)
def test_a_row_that_is_not_understood_is_named(tmp_path: Path, name: str, text: str | bytes, line: str) -> None:
    with pytest.raises(ManifestError, match=line):
        listed(tmp_path / name, text)
