from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from forgecheck.batch.export import xlsx as module
from forgecheck.batch.export.xlsx import NOTES, SHEET, xlsx_table
from forgecheck.batch.rows import Row, all_columns

EVIL = [
    '=HYPERLINK("http://x")',
    "＝1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "http://example.com",
    "file:///etc/passwd",
    "{=1}",
    "1E5",
]


def sheet(path: Path, *rows: Row, given: tuple[str, ...] = (), picture: object = None) -> Worksheet:
    with xlsx_table(path, all_columns(given), picture) as write:
        for row in rows:
            write(row)
    return load_workbook(path)[SHEET]


def cells(found: Worksheet, row: int = 2) -> dict[str, object]:
    names = [str(cell.value).rsplit("\n", 1)[-1] for cell in found[1]]
    return dict(zip(names, found[row], strict=True))


def test_cells_have_types(tmp_path: Path) -> None:
    found = cells(sheet(tmp_path / "a.xlsx", {"path": "a.png", "score": 0.9, "bytes": 12, "letter_date": "2024-03-01"}))
    assert (found["path"].value, found["path"].data_type) == ("a.png", "s")
    assert (found["score"].value, found["score"].number_format) == (0.9, "0.000")
    assert (found["bytes"].value, found["bytes"].data_type) == (12, "n")
    assert found["letter_date"].value == datetime(2024, 3, 1)
    assert found["issuer"].value is None


@pytest.mark.parametrize("day", ["2024-02-31", "不详", "0001-01-01", "20240301123"])
def test_a_day_that_excel_does_not_know_is_text(tmp_path: Path, day: str) -> None:
    assert cells(sheet(tmp_path / "a.xlsx", {"path": "a", "letter_date": day}))["letter_date"].value == day


@pytest.mark.parametrize("text", EVIL)
def test_no_text_is_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    found = cells(
        sheet(tmp_path / "a.xlsx", {"path": text, "findings": text, "issuer": text, "own": text}, given=("own",))
    )
    for name in ("path", "findings", "issuer", "own"):
        assert (found[name].value, found[name].data_type, found[name].hyperlink) == (text, "s", None)
        assert found[name].number_format == "@", "it stays text when somebody edits it"


def test_numbers_of_18_digits_are_whole(tmp_path: Path) -> None:
    found = cells(
        sheet(tmp_path / "a.xlsx", {"path": "a", "accounts": "6222021234567890128", "own": "007"}, given=("own",))
    )
    assert (found["accounts"].value, found["own"].value) == ("6222021234567890128", "007")


def test_the_header_stays_and_every_column_filters(tmp_path: Path) -> None:
    found = sheet(tmp_path / "a.xlsx", {"path": "a"}, {"path": "b"})
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref.startswith("A1:")
    assert found.auto_filter.ref.endswith("3")
    assert found["A1"].value == "文件\npath"


def test_right_and_wrong_are_chosen_from_a_list(tmp_path: Path) -> None:
    (only,) = sheet(tmp_path / "a.xlsx", {"path": "a"}).data_validations.dataValidation
    assert only.formula1 == '"对,错"'


def test_what_the_words_mean_stands_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    sheet(tmp_path / "a.xlsx", {"path": "a"})
    text = "\n".join(str(cell.value) for row in load_workbook(tmp_path / "a.xlsx")[NOTES] for cell in row)
    assert "不等于真的" in text
    assert "right_wrong" in text


def test_a_report_is_linked_relative_to_the_table(tmp_path: Path) -> None:
    found = cells(sheet(tmp_path / "a.xlsx", {"path": "a", "report": "reports/律师 函#1.png.html"}))["report"]
    assert found.value == "reports/律师 函#1.png.html"
    assert found.hyperlink.target == "reports\\律师%20函%231.png.html"
    assert found.hyperlink.location is None


def test_thumbnails_stand_in_their_rows(tmp_path: Path) -> None:
    Image.new("RGB", (60, 160), "red").save(tmp_path / "t.jpg")
    found = sheet(
        tmp_path / "a.xlsx",
        {"path": "a"},
        {"path": "b"},
        picture=lambda row: tmp_path / "t.jpg" if row["path"] == "b" else None,
    )
    assert found["A1"].value == "图"
    (picture,) = found._images
    assert picture.anchor._from.row == 2
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        data = book.read(next(name for name in book.namelist() if "media" in name))
    assert Image.open(BytesIO(data)).size == (60, 160)


def test_a_full_sheet_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROWS_MAX", 3)
    sheet(tmp_path / "a.xlsx", *({"path": str(number)} for number in range(7)))
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [SHEET, f"{SHEET} 2", f"{SHEET} 3", NOTES]
    assert [book[name].max_row for name in book.sheetnames[:3]] == [4, 4, 2]


def test_a_text_longer_than_a_cell_is_cut(tmp_path: Path) -> None:
    assert len(cells(sheet(tmp_path / "a.xlsx", {"path": "a", "findings": "字" * 50_000}))["findings"].value) == 32_767
