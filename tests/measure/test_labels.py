from __future__ import annotations

import csv
from pathlib import Path

import pytest

from forgecheck.batch.rows import table
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


def test_the_table_of_a_batch_with_a_column_of_answers_is_accepted(tmp_path: Path):
    with (tmp_path / "results.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table(file)
    header = (tmp_path / "results.csv").read_text("utf-8-sig").strip()
    columns = header.replace('"', "").split(",")
    with (tmp_path / "answers.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*columns, "对错"], restval="")
        writer.writeheader()
        said = [("a", "forged", "对"), ("b", "suspicious", "错"), ("c", "no_forgery_found", "错")]
        said += [("d", "no_forgery_found", "对"), ("e", "forged", ""), ("f", "inconclusive", "对")]
        writer.writerows({"path": path, "label": label, "对错": answer} for path, label, answer in said)
    found = {each.file: each.forged for each in read_labels(tmp_path / "answers.csv")}
    assert found == {"a": True, "b": False, "c": True, "d": False}


def test_an_answer_that_is_neither_is_refused(tmp_path: Path):
    with pytest.raises(LabelError, match="neither right nor wrong"):
        read_labels(table_of(tmp_path / "l.csv", "path,label,right_wrong", "a.png,forged,perhaps"))
