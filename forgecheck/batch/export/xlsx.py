"""The table for people in an office: typed cells, filters, a frozen header, pictures, links, a column for 对 and 错."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from forgecheck.batch.export.write import Write
from forgecheck.batch.rows import Cell, Column, Row, shown
from forgecheck.wording import KINDS, LABELS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SHEET, NOTES = "结果", "说明"
ROWS_MAX = 1_048_575  # below the header; Excel specifications and limits
CELL_MAX = 32_767  # characters of a cell, same
LINKS_MAX = 65_530  # of a sheet, same
LINK_MAX = 2_079  # characters of a link, same
PICTURES_MAX = 5_000  # about 20 MB; assumed
PICTURE_PX = 48  # height of a row with a picture, and its column's width
_WIDTHS: Final[Mapping[str, int]] = {
    **{"path": 32, "label": 16, "right_wrong": 7, "summary_zh": 48, "findings": 60, "checks": 28, "issuer": 22},
    **{"case_numbers": 26, "letter_numbers": 20, "seals": 26, "sha256": 18, "same_as": 18, "error_zh": 30},
    **{"page": 5, "score": 9, "weight": 9, "width": 7, "height": 7, "ms": 9, "letter_date": 11},
}
"""Characters; 12 for the others."""
_COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "forged": ("#fde2e1", "#8c1d18"),
    "suspicious": ("#fff0cc", "#7a4b00"),
    "inconclusive": ("#ececec", "#444444"),
}
_TRUTH = (
    "“没有发现伪造迹象”不等于真的：图片本身证明不了来源，请通过官方渠道核实。",
    "“Nothing found” does not mean genuine: a picture proves nothing about where it comes from.",
    "在“对错”一列填“对”或“错”，保存后运行 forgecheck eval 本文件 结果文件夹，可以算出准确率。",
    "Write 对 (right) or 错 (wrong) into the column 对错; `forgecheck eval FILE OUT` then measures.",
)

Picture = Callable[[Row], "Path | None"]
"""The thumbnail of a row, where there is one."""


@contextmanager
def xlsx_table(path: Path, columns: Sequence[Column], picture: Picture | None = None) -> Iterator[Write]:
    """A new workbook; gives the function that adds a row."""
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    with Workbook(str(path), options) as book:
        table = _Table(book, columns, picture)
        yield table.write
        table.finish()
        _notes(book, columns)


class _Table:
    """The sheet of results; a second one where the first is full."""

    def __init__(self, book: Workbook, columns: Sequence[Column], picture: Picture | None) -> None:
        self._book, self._columns, self._picture = book, columns, picture
        self._first = 0 if picture is None else 1
        self._rows = self._sheets = self._links = self._pictures = 0
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._link = book.add_format({"num_format": "@", "valign": "top", "font_color": "#0b57d0", "underline": 1})
        self._numbers: Mapping[str, Format] = {
            "integer": book.add_format({"num_format": "0", "valign": "top"}),
            "number": book.add_format({"num_format": "0.000", "valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        }
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e8eef7", "bottom": 1}
        )
        self._labels = {
            label: book.add_format({"bg_color": ground, "font_color": ink}) for label, (ground, ink) in _COLOURS.items()
        }
        self._sheet = self._begin()

    def _begin(self) -> Worksheet:
        self._rows, self._links = 0, 0
        self._sheets += 1
        sheet = self._book.add_worksheet(SHEET if self._sheets == 1 else f"{SHEET} {self._sheets}")
        sheet.freeze_panes(1, self._first + 1)
        sheet.set_row(0, 32, self._head)
        if self._first:
            sheet.set_column_pixels(0, 0, PICTURE_PX)
            sheet.write_string(0, 0, "图", self._head)
        for number, column in enumerate(self._columns, self._first):
            sheet.set_column(number, number, _WIDTHS.get(column.name, 12))
            sheet.write_string(0, number, f"{column.title}\n{shown(column.name)}"[:CELL_MAX], self._head)
        return sheet

    def write(self, row: Row) -> None:
        """Add one row."""
        if self._rows == ROWS_MAX:
            self.finish()
            self._sheet = self._begin()
        self._rows += 1
        file = self._picture(row) if self._picture and self._pictures < PICTURES_MAX else None
        if file is not None:
            self._sheet.set_row_pixels(self._rows, PICTURE_PX)
            self._sheet.insert_image(self._rows, 0, str(file), {**_fitted(file), "object_position": 1})
            self._pictures += 1
        for number, column in enumerate(self._columns, self._first):
            self._put(number, column, row.get(column.name))

    def _put(self, number: int, column: Column, value: Cell) -> None:
        if value is None or value == "":
            if column.name == "right_wrong":
                self._sheet.write_blank(self._rows, number, None, self._text)
            return
        if column.type != "string" and not isinstance(value, str):
            self._sheet.write_number(self._rows, number, value, self._numbers[column.type])
            return
        text = shown(value)[:CELL_MAX]
        if column.name == "letter_date" and (day := _day(text)) is not None:
            self._sheet.write_datetime(self._rows, number, day, self._numbers["date"])
        elif column.name == "report" and self._links < LINKS_MAX and len(link := _link(text)) <= LINK_MAX:
            self._links += 1
            self._sheet.write_url(self._rows, number, link, self._link, text)
        else:
            wide = column.name in ("summary_zh", "findings", "error_zh")
            self._sheet.write_string(self._rows, number, text, self._wrapped if wide else self._text)

    def finish(self) -> None:
        """Put filters, colours and choices on the rows of this sheet."""
        last = self._first + len(self._columns) - 1
        self._sheet.autofilter(0, 0, max(self._rows, 1), last)
        for number, column in enumerate(self._columns, self._first):
            if column.name == "label":
                for label, colours in self._labels.items():
                    rule = {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": colours}
                    self._sheet.conditional_format(1, number, max(self._rows, 1), number, rule)
            if column.name == "right_wrong":
                choice = {"validate": "list", "source": ["对", "错"], "error_title": "对错", "error_message": "对 / 错"}
                self._sheet.data_validation(1, number, max(self._rows, 1), number, choice)


def _link(path: str) -> str:
    """A relative path as a link; a "#" in it would otherwise begin a place inside the file."""
    return "external:" + "".join(each if ord(each) > 127 else quote(each) for each in path)


def _fitted(file: Path) -> dict[str, float]:
    """Scale and place of a picture inside its cell."""
    from PIL import Image

    with Image.open(file, formats=["JPEG"]) as picture:  # one of ours, made by a worker; only its header is read
        width, height = picture.size
    scale = (PICTURE_PX - 4) / max(width, height)
    return {"x_scale": scale, "y_scale": scale, "x_offset": 2, "y_offset": 2}


def _day(text: str) -> datetime | None:
    """Midnight of an ISO date that Excel can hold; None otherwise."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day) if day.year >= 1900 else None


def _notes(book: Workbook, columns: Sequence[Column]) -> None:
    """A sheet that says what the words mean."""
    sheet = book.add_worksheet(NOTES)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, 2, 110)
    lines = [("", "", said) for said in _TRUTH]
    lines += [("label", label, f"{said.zh} / {said.en}") for label, said in LABELS.items()]
    lines += [("type", kind, f"{said.zh} / {said.en}") for kind, said in KINDS.items()]
    lines += [(each.name, each.title, each.description) for each in columns]
    for number, (name, title, said) in enumerate(lines):
        sheet.write_string(number, 0, shown(name)[:CELL_MAX], bold)
        sheet.write_string(number, 1, shown(title)[:CELL_MAX], wrapped)
        sheet.write_string(number, 2, said, wrapped)
