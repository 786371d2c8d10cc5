"""The table for every spreadsheet: UTF-8 with a byte order mark and CRLF, because Excel in China reads anything else as
GBK; every cell quoted, and none that a spreadsheet would compute or round."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from forgecheck.batch.export.write import Write
from forgecheck.batch.rows import Cell, Column, Row, shown

# What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"); Excel takes the full-width signs too.
_FORMULA = tuple("=+-@\t\r＝＋－＠")
# 12 digits become 1.23E+11 and keep 15 of 18, 007 becomes 7, 12E3 becomes 12000, and 3-5 a day in March.
_NUMBER_ALIKE = re.compile(r"\d{12,}|0\d+|\d+[eE]\d+|\d{1,2}[-/]\d{1,2}")


@contextmanager
def csv_table(path: Path, columns: Sequence[Column]) -> Iterator[Write]:
    """A new CSV file with its header; gives the function that adds a row."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([cell(each.name) for each in columns])

        def write(row: Row) -> None:
            writer.writerow([cell(row.get(each.name)) for each in columns])

        yield write


def cell(value: Cell) -> str:
    """A value as text that a spreadsheet shows as it is: never a formula, never a rounded number.

    >>> cell("＝HYPERLINK(1)"), cell("110101199003070000"), cell("（2024）沪0115民初1号"), cell(-1.25)
    ("'＝HYPERLINK(1)", "'110101199003070000", '（2024）沪0115民初1号', '-1.25')
    """
    text = shown(value)
    if not isinstance(value, str):
        return text  # a number of ours
    return f"'{text}" if text.startswith(_FORMULA) or _NUMBER_ALIKE.fullmatch(text) else text
