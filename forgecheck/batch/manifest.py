"""A list of files with a team's own columns, such as complaint numbers: CSV, TSV or JSON lines.

One column names the file, relative to the manifest: ``file``, ``path``, ``image``, ``filename``, 文件, 图片, 路径 or
文件名.  All others are carried through to the results as text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

SUFFIXES: Final = (".csv", ".tsv", ".jsonl", ".ndjson")
FILE_COLUMNS: Final = ("file", "path", "image", "filename", "文件", "图片", "路径", "文件名")


class Listed(NamedTuple):
    """One row of a manifest."""

    file: str
    """As it is written there."""
    columns: Mapping[str, str]
    """The team's own, without the file."""


class ManifestError(ValueError):
    """A manifest that does not say which files are meant; the message names the line."""


def read_manifest(path: Path) -> tuple[Listed, ...]:
    """All rows, in order; raises ManifestError and OSError."""
    return tuple(_listed(number, row) for number, row in read_rows(path))


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Number of the line and cells of every row, all as text; raises ManifestError and OSError."""
    text = _text(path.read_bytes())
    yield from _json_lines(text) if path.suffix.lower() in (".jsonl", ".ndjson", ".json") else _table(text)


def _text(data: bytes) -> str:
    """UTF-8, or as Excel in China writes a CSV."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ManifestError("the file is neither UTF-8 nor GBK")


def _table(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    header = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="")
    try:
        for row in reader:
            yield reader.line_num, {key.strip(): value or "" for key, value in row.items() if key}
    except csv.Error as error:
        raise ManifestError(f"line {reader.line_num}: {error}") from error


def _json_lines(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ManifestError(f"line {number}: not JSON") from error
            if not isinstance(row, dict):
                raise ManifestError(f"line {number}: not a JSON object")
            yield number, {key: _cell(value) for key, value in row.items()}


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _listed(number: int, row: dict[str, str]) -> Listed:
    column = next((each for each in FILE_COLUMNS if each in row), None)
    if column is None:
        raise ManifestError(f"line {number}: no column {', '.join(FILE_COLUMNS)}")
    file = row.pop(column).strip()
    if not file:
        raise ManifestError(f"line {number}: no file is named")
    return Listed(file, row)
