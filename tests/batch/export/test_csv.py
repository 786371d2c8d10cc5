from __future__ import annotations

import csv
from pathlib import Path

import pytest

from forgecheck.batch.export.csv import cell, csv_table
from forgecheck.batch.rows import Column, Row

COLUMNS = (Column("path", "string", "文件", ""), Column("score", "number", "程度", ""))


def written(path: Path, *rows: Row) -> bytes:
    with csv_table(path, COLUMNS) as write:
        for row in rows:
            write(row)
    return path.read_bytes()


@pytest.mark.parametrize(
    "text", ["律师函", "（2024）沪0115民初12345号", "0.917", "4006781000", "2024-01-01", "付款+利息", "C-001", "a-b@c"]
)
def test_plain_text_and_short_numbers_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_cell_is_a_formula(sign: str) -> None:
    assert cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    assert cell(f" \t\r\n{sign}HYPERLINK(1)").startswith("'")
    assert cell(f"\u202e{sign}HYPERLINK(1)").startswith("'")


@pytest.mark.parametrize("text", ["110101199003070000", "6222021234567890128", "007", "12E3", "3-5", "1/2"])
def test_what_a_spreadsheet_would_change_is_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (-0.25, "-0.25"), (0, "0"), (12, "12"), (1234567890123, "1234567890123")]
)
def test_our_own_numbers_are_numbers(value: float | None, shown: str) -> None:
    assert cell(value) == shown


def test_a_cell_is_one_line() -> None:
    assert "\n" not in cell("第一行\n第二行\u2028第三行")


def test_excel_in_china_opens_it(tmp_path: Path) -> None:
    data = written(tmp_path / "a.csv", {"path": "律师函.png", "score": 0.5}, {"path": '"a",b'})
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert rows == [{"path": "律师函.png", "score": "0.5"}, {"path": '"a",b', "score": ""}]


def test_a_header_is_guarded_too(tmp_path: Path) -> None:
    with csv_table(tmp_path / "a.csv", (Column("=1+1", "string", "", ""),)):
        pass
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == '"\'=1+1"\n'
