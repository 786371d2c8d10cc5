from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from batch.rows import failed, line
from jsonschema import Draft202012Validator

from forgecheck.batch.export import FORMATS, NAMES, digests, export, keep_edited
from forgecheck.batch.tally import Tally

EVIL = '=HYPERLINK("http://x","查看")'
ACCOUNT = "6222021234567890128"
LINES = [
    line("a.png", columns={"投诉编号": "C-1", "证件号": "110101199003070000"}, sha256="a" * 64),
    line("b.png", "no_forgery_found", {"投诉编号": EVIL, "证件号": "007"}, sha256="a" * 64),
    line("＝c.png", "suspicious", {"投诉编号": "＝1+1", "证件号": "12E3"}, sha256="b" * 64),
    failed("d.png", {"投诉编号": "C-4", "证件号": ""}),
]
GIVEN = ("投诉编号", "证件号")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow", reason="needs the extra forgecheck[parquet]")
    folder = tmp_path_factory.mktemp("out")
    export(LINES, folder, FORMATS, GIVEN, Tally())
    return folder


def test_every_table_is_there_and_nothing_else(out: Path) -> None:
    assert {each.name for each in out.iterdir()} == set(NAMES.values())


def test_json_lines_are_as_they_came(out: Path) -> None:
    assert (out / "results.jsonl").read_text("utf-8").splitlines() == LINES


def test_all_tables_tell_the_same(out: Path) -> None:
    pandas = pytest.importorskip("pandas")
    texts = {"dtype": str, "keep_default_na": False}
    from_csv = pandas.read_csv(out / "results.csv", **texts)
    from_xlsx = pandas.read_excel(out / "results.xlsx", **texts)
    from_xlsx.columns = [each.rsplit("\n", 1)[-1] for each in from_xlsx.columns]
    from_parquet = pandas.read_parquet(out / "results.parquet")
    assert list(from_csv.columns) == list(from_xlsx.columns) == list(from_parquet.columns)
    for name in ("path", *GIVEN, "label", "same_as", "accounts", "sha256", "error"):
        expected = list(from_parquet[name].fillna(""))
        assert [each.removeprefix("'") for each in from_csv[name]] == expected
        assert list(from_xlsx[name]) == expected
    assert list(from_parquet["score"].fillna(-1)) == [0.9, 0.1, 0.9, -1]


def test_formulas_are_text_and_long_numbers_whole_in_the_csv(out: Path) -> None:
    rows = list(csv.DictReader((out / "results.csv").read_text("utf-8-sig").splitlines()))
    assert [each["投诉编号"] for each in rows] == ["C-1", f"'{EVIL}", "'＝1+1", "C-4"]
    assert [each["证件号"] for each in rows] == ["'110101199003070000", "'007", "'12E3", ""]
    assert rows[0]["accounts"] == f"'{ACCOUNT}"
    assert not any(cell.startswith(tuple("=+-@＝＋－＠")) for row in rows for cell in row.values())


def test_formulas_are_text_and_long_numbers_whole_in_the_workbook(out: Path) -> None:
    from openpyxl import load_workbook

    rows = list(load_workbook(out / "results.xlsx")["结果"].iter_rows(min_row=2))
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d"}
    values = {cell.value for row in rows for cell in row}
    assert {EVIL, "＝1+1", "110101199003070000", ACCOUNT, "007", "12E3"} <= values


def test_rows_of_the_same_bytes_name_the_first(out: Path) -> None:
    rows = list(csv.DictReader((out / "results.csv").read_text("utf-8-sig").splitlines()))
    assert [each["same_as"] for each in rows] == ["", "a.png", "", ""]


def test_every_line_is_as_the_schema_of_reports_says() -> None:
    from importlib.resources import files

    schema = json.loads(files("forgecheck.show").joinpath("report.schema.json").read_text("utf-8"))
    for each in (*LINES, line("a.pdf", page=2)):
        Draft202012Validator(schema).validate(json.loads(each))


def test_a_report_beside_the_tables_is_linked(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.png.html").write_text("x")
    export(LINES, tmp_path, ["csv", "html"], GIVEN, Tally())
    rows = list(csv.DictReader((tmp_path / "results.csv").read_text("utf-8-sig").splitlines()))
    assert [each["report"] for each in rows] == ["reports/a.png.html", "", "", ""]
    assert 'href="reports/a.png.html"' in (tmp_path / "index.html").read_text("utf-8")


def test_a_table_in_which_people_wrote_is_never_overwritten(tmp_path: Path) -> None:
    for number in (1, 2):
        export(LINES, tmp_path, ["csv", "jsonl"], GIVEN, Tally())
        written = digests(tmp_path, ["csv", "jsonl"])
        assert keep_edited(tmp_path, ["csv", "jsonl"], written) == ()
        table = tmp_path / "results.csv"
        table.write_text(f"mine {number}")
        assert keep_edited(tmp_path, ["csv", "jsonl"], written) == (tmp_path / f"results.edited-{number}.csv",)
        assert (tmp_path / f"results.edited-{number}.csv").read_text() == f"mine {number}"


def test_a_run_that_breaks_while_it_writes_leaves_the_old_tables(tmp_path: Path) -> None:
    export(LINES, tmp_path, ["csv", "jsonl", "xlsx", "html"], GIVEN, Tally())
    before = digests(tmp_path, FORMATS)
    with pytest.raises(ValueError, match="Expecting"):
        export([LINES[0], "no json"], tmp_path, ["csv", "jsonl", "xlsx", "html"], GIVEN, Tally())
    assert digests(tmp_path, FORMATS) == before
    assert {each.name for each in tmp_path.iterdir()} == {NAMES[each] for each in ("csv", "jsonl", "xlsx", "html")}
