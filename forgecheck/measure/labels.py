"""The truth about files, as a user writes it down.

JSON lines, CSV or XLSX with a header.  ``file`` (or ``path``) and ``label`` (genuine or forged) are needed; attack,
type or kind, channel, source, document, seal and mask are used where they are there.  The table of `forgecheck batch`
is accepted too once somebody has filled in a column ``right_wrong`` (or ``对错``): right (对) or wrong (错).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from forgecheck.batch.manifest import ManifestError, read_rows

FORGED = frozenset({"forged", "fake", "tampered", "1", "true", "伪造", "假", "假的"})
GENUINE = frozenset({"genuine", "real", "authentic", "0", "false", "真实", "真", "真的"})
RIGHT = frozenset({"right", "correct", "yes", "对", "正确", "是", "√", "✓"})
WRONG = frozenset({"wrong", "incorrect", "no", "错", "错误", "否", "×", "✗"})
ANSWERS = ("right_wrong", "right/wrong", "对错", "对/错")
"""Names of the column in which people say whether a verdict was right."""


class LabelError(ValueError):
    """A line that does not say what is needed."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is known about one file; empty where nothing was written."""

    file: str
    """As the results call it."""
    forged: bool
    attack: str = ""
    kind: str = ""
    """Document type or kind."""
    channel: str = ""
    source: str = ""
    """Where it comes from; files of one source are not independent."""
    document: str = ""
    """Files of one document are resampled together."""
    seal: str | None = None
    """The seal's text; None where nobody wrote it down."""
    mask: str = ""
    """Picture of what was tampered with, relative to the file of labels."""


def read_labels(path: Path) -> tuple[Label, ...]:
    """The labels of a JSONL, CSV or XLSX file; rows nobody has judged are left out.

    Raises
    ------
    LabelError
        A row without file or without a label that is understood; the message names its line.
    """
    rows = _workbook(path) if path.suffix.lower() == ".xlsx" else read_rows(path)
    found = (_label(number, row) for number, row in rows)
    try:
        return tuple(each for each in found if each is not None)
    except ManifestError as error:
        raise LabelError(str(error)) from error


def _workbook(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of all sheets whose header names a file; of a header of two lines the last one counts."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError) as error:
        raise LabelError("not an XLSX file") from error
    with closing(book):
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            header = [str(cell or "").rsplit("\n", 1)[-1].strip() for cell in next(rows, ())]
            if "file" in header or "path" in header:
                for number, row in enumerate(rows, 2):
                    cells = zip(header, row, strict=False)
                    yield number, {key: "" if cell is None else str(cell) for key, cell in cells}


def _label(number: int, row: Mapping[str, str]) -> Label | None:
    file = row.get("file") or row.get("path") or ""
    if not file:
        raise LabelError(f"line {number}: no file")
    forged = _truth(number, row)
    if forged is None:
        return None
    return Label(
        file.removeprefix("'"),  # which the table puts before what a spreadsheet would compute
        forged,
        row.get("attack", ""),
        row.get("type") or row.get("kind") or "",
        row.get("channel", ""),
        row.get("source") or row.get("repo") or "",
        row.get("document") or file,
        row.get("seal") or None,
        row.get("mask", ""),
    )


def _truth(number: int, row: Mapping[str, str]) -> bool | None:
    """Whether the file is forged; None where nobody has said so."""
    said = row.get("label", "").strip().lower()
    column = next((each for each in ANSWERS if each in row), None)
    if column is not None:
        answer = row[column].strip().lower()
        if not answer or said not in ("forged", "suspicious", "no_forgery_found"):
            return None
        if answer not in RIGHT | WRONG:
            raise LabelError(f"line {number}: {column} is neither right nor wrong: {answer!r}")
        return (said != "no_forgery_found") == (answer in RIGHT)
    if said not in FORGED | GENUINE:
        raise LabelError(f"line {number}: label is neither genuine nor forged: {said!r}")
    return said in FORGED
