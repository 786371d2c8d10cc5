from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from forgecheck.batch.export.csv import csv_table
from forgecheck.batch.export.xlsx import xlsx_table
from forgecheck.batch.rows import all_columns
from forgecheck.measure.labels import LabelError, read_labels


def table_of(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows), "utf-8-sig")
    return path


def test_json_lines_and_csv_say_the_same(tmp_path: Path):
    lines = tmp_path / "labels.jsonl"
    lines.write_text('{"file": "a.png", "label": "forged", "attack": "A3"}\n\n{"file": "b.png", "label": "genuine"}\n')
    cells = table_of(tmp_path / "labels.csv", "file,label,attack", "a.png,forged,A3", "b.png,genuine,")
    assert read_labels(lines) == read_labels(cells)
    assert [each.forged for each in read_labels(cells)] == [True, False]


def test_a_csv_as_excel_in_china_saves_it_is_read(tmp_path: Path):
    (tmp_path / "l.csv").write_bytes("file,label\n律师函.png,伪造\n".encode("gb18030"))
    assert [(each.file, each.forged) for each in read_labels(tmp_path / "l.csv")] == [("律师函.png", True)]


@pytest.mark.parametrize(("word", "forged"), [("伪造", True), ("真实", False), ("FORGED", True), ("0", False)])
def test_words_of_both_languages_are_understood(tmp_path: Path, word: str, forged: bool):
    (only,) = read_labels(table_of(tmp_path / "l.csv", "path,label", f"a.png,{word}"))
    assert only.forged is forged


@pytest.mark.parametrize("rows", [("file,label", "a.png,maybe"), ("file,label", ",forged"), ("label", "forged")])
def test_a_row_that_is_not_understood_is_named(tmp_path: Path, rows: tuple[str, ...]):
    with pytest.raises(LabelError, match="line 2"):
        read_labels(table_of(tmp_path / "l.csv", *rows))


@pytest.mark.parametrize("line", ["no json", "[1]"])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str):
    file = tmp_path / "l.jsonl"
    file.write_text(line)
    with pytest.raises(LabelError, match="line 1"):
        read_labels(file)


SAID = [("a", "forged", "对"), ("b", "suspicious", "错"), ("'c", "no_forgery_found", "错")]
SAID += [("d", "no_forgery_found", "对"), ("e", "forged", ""), ("f", "inconclusive", "对"), ("=g", "forged", "√")]
TRUTH = {"a": True, "b": False, "d": False, "=g": True}


@pytest.mark.parametrize("answers", ["right_wrong", "对错"])
def test_the_csv_of_a_batch_with_answers_is_accepted(tmp_path: Path, answers: str):
    with csv_table(tmp_path / "answers.csv", all_columns(["投诉编号"])) as write:
        for path, label, answer in SAID:
            write({"path": path, "label": label, "right_wrong": answer})
    text = (tmp_path / "answers.csv").read_text("utf-8-sig").replace('"right_wrong"', f'"{answers}"')
    (tmp_path / "answers.csv").write_text(text, "utf-8-sig", newline="")
    assert {each.file: each.forged for each in read_labels(tmp_path / "answers.csv")} == TRUTH | {"c": True}


def test_the_workbook_of_a_batch_with_answers_is_accepted_as_excel_saves_it(tmp_path: Path):
    with xlsx_table(tmp_path / "answers.xlsx", all_columns(["投诉编号"])) as write:
        for path, label, _ in SAID:
            write({"path": path, "label": label, "投诉编号": "C-1"})
    book = load_workbook(tmp_path / "answers.xlsx")
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if str(cell.value).startswith("对错"))
    for row, (_, _, answer) in enumerate(SAID, 2):
        sheet.cell(row, column).value = answer or None
    book.save(tmp_path / "answers.xlsx")
    assert {each.file: each.forged for each in read_labels(tmp_path / "answers.xlsx")} == TRUTH | {"c": True}


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_workbook_is_told(tmp_path: Path, data: bytes):
    (tmp_path / "l.xlsx").write_bytes(data)
    with pytest.raises(LabelError, match="not an XLSX"):
        read_labels(tmp_path / "l.xlsx")


def test_an_answer_that_is_neither_is_refused(tmp_path: Path):
    with pytest.raises(LabelError, match="neither right nor wrong"):
        read_labels(table_of(tmp_path / "l.csv", "path,label,right_wrong", "a.png,forged,perhaps"))
