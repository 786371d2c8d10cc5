"""The table for Excel: one row a file, made from the same data as the JSON lines.

UTF-8 with a byte order mark and CRLF, because Excel in China reads anything else as GBK; every cell quoted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from typing import TextIO

from forgecheck.show.safe import clean

COLUMNS = (
    *("path", "sha256", "label", "score", "type", "summary_zh"),
    *("findings", "issuer", "case_numbers", "seals", "error", "ms"),
)
TOP = 3  # findings in a cell; all of them stand in results.jsonl
# What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"); Excel takes the full-width signs too.
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_LONG_NUMBER = re.compile(r"\d{12,}")  # Excel shows 12 digits as 1.23E+11 and keeps only 15 of 18

Data = Mapping[str, object]


def table(file: TextIO) -> csv.DictWriter[str]:
    """A writer on a file opened with encoding utf-8-sig and newline="", its header written."""
    writer = csv.DictWriter(file, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    return writer


def row(data: Data) -> dict[str, str]:
    """The cells of one report or error object of schema forgecheck.report/1."""
    path, error = _of(data, "input", "path"), _of(data, "error", "code")
    if error:
        return {"path": cell(path), "error": cell(error)}
    cells = {
        "path": path,
        "sha256": _of(data, "input", "sha256"),
        "label": _of(data, "verdict", "label"),
        "score": _of(data, "verdict", "score"),
        "type": _of(data, "document", "type"),
        "summary_zh": _of(data, "verdict", "summary", "zh"),
        "findings": "；".join(
            f"[{_of(each, 'check')}] {_of(each, 'message', 'zh')}" for each in _all(data, "findings")[:TOP]
        ),
        "issuer": _of(data, "document", "issuer"),
        "case_numbers": "；".join(_of(each, "value") for each in _all(data, "document", "fields", "case_number")),
        "seals": "；".join(_of(each, "text") or "（读不出）" for each in _all(data, "seals")),
        "ms": _of(data, "timing", "total_ms"),
    }
    return {column: cell(value) for column, value in cells.items()}


def cell(text: str) -> str:
    """Text that a spreadsheet shows as it is: never a formula, never a rounded number.

    >>> cell("＝HYPERLINK(1)"), cell("110101199003070000"), cell("0.917"), cell("（2024）沪0115民初1号")
    ("'＝HYPERLINK(1)", "'110101199003070000", '0.917', '（2024）沪0115民初1号')
    """
    text = clean(text)
    return f"'{text}" if text.startswith(_FORMULA) or _LONG_NUMBER.fullmatch(text) else text


def _at(data: object, keys: Sequence[str]) -> object:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _of(data: object, *keys: str) -> str:
    found = _at(data, keys)
    return "" if found is None else str(found)


def _all(data: object, *keys: str) -> Sequence[object]:
    found = _at(data, keys)
    return found if isinstance(found, list) else ()
