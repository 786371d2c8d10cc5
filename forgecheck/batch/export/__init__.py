"""Rows to tables: one pass over the JSON lines, every table written beside its old version, then put in place."""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from hashlib import file_digest
from itertools import count
from pathlib import Path
from typing import Literal, TextIO, get_args

from forgecheck.batch.export.csv import csv_table
from forgecheck.batch.export.overview import overview_page
from forgecheck.batch.export.parquet import parquet_table
from forgecheck.batch.export.write import Write
from forgecheck.batch.export.xlsx import xlsx_table
from forgecheck.batch.files import picture_path, replaced, safe_path
from forgecheck.batch.rows import Cell, Column, Row, all_columns, row
from forgecheck.batch.tally import Tally

Format = Literal["jsonl", "csv", "xlsx", "parquet", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
DEFAULT: tuple[Format, ...] = ("jsonl", "csv", "xlsx", "html")
LINES = "results.jsonl"
NAMES: Mapping[Format, str] = {
    "jsonl": LINES,
    "csv": "results.csv",
    "xlsx": "results.xlsx",
    "parquet": "results.parquet",
    "html": "index.html",
}
THUMBNAILS, REPORTS = "thumbnails", "reports"
"""Folders inside that of the results."""
LINKED = (".html", ".pdf")
"""Suffixes of reports that a table links to, the first that is there."""


def export(lines: Iterable[str], out: Path, formats: Collection[Format], given: Sequence[str], tally: Tally) -> None:
    """Write the tables of OUT.

    Parameters
    ----------
    lines : iterable of str
        Reports and errors of schema forgecheck.report/1, one JSON object each, in the order of the rows.
    given : sequence of str
        The columns of a manifest.
    tally : Tally
        Counts every row.
    """
    columns, first = all_columns(given), dict[tuple[Cell, Cell], Cell]()
    with ExitStack() as stack:
        writers = [stack.enter_context(each) for each in _tables(stack, out, set(formats), given, columns, tally)]
        json_lines = stack.enter_context(_json_lines(stack, out)) if "jsonl" in formats else None
        for line in lines:
            if json_lines is not None:
                json_lines.write(line + "\n")
            cells = row(json.loads(line))
            path, sha256 = cells["path"], cells.get("sha256")
            same_as = first.setdefault((sha256, cells["page"]), path) if sha256 else path
            cells["same_as"] = None if same_as == path else same_as
            cells["report"] = _report(out, str(path))
            tally.add(cells)
            for write in writers:
                write(cells)


def _tables(
    stack: ExitStack,
    out: Path,
    formats: Container[Format],
    given: Sequence[str],
    columns: Sequence[Column],
    tally: Tally,
) -> Iterator[AbstractContextManager[Write]]:
    def new(format: Format) -> Path:
        return stack.enter_context(replaced(out / NAMES[format]))

    if "csv" in formats:
        yield csv_table(new("csv"), columns)
    if "xlsx" in formats:
        pictured = (out / THUMBNAILS).is_dir()
        yield xlsx_table(new("xlsx"), columns, partial(thumbnail_file, out) if pictured else None)
    if "parquet" in formats:
        yield parquet_table(new("parquet"), columns)
    if "html" in formats:
        yield overview_page(new("html"), given, tally, partial(_thumbnail, out))


def _json_lines(stack: ExitStack, out: Path) -> TextIO:
    return stack.enter_context(replaced(out / LINES)).open("w", encoding="utf-8", newline="\n")


def thumbnail_file(out: Path, cells: Row) -> Path | None:
    """The thumbnail of a row, where there is one."""
    sha256, page = cells.get("sha256"), cells.get("page")
    if not isinstance(sha256, str):
        return None
    path = picture_path(out / THUMBNAILS, sha256, page if isinstance(page, int) else 0, ".jpg")
    return path if path.is_file() else None


def _thumbnail(out: Path, cells: Row) -> str | None:
    path = thumbnail_file(out, cells)
    return None if path is None else path.relative_to(out).as_posix()


def report_file(out: Path, path: str, suffix: str) -> Path:
    """Where the report of a row lies, or would lie."""
    name = safe_path(path.replace("#page=", "-page-"))  # a "#" breaks links in spreadsheets
    return out / REPORTS / name.with_name(name.name + suffix)


def _report(out: Path, path: str) -> str | None:
    found = next((each for each in (report_file(out, path, suffix) for suffix in LINKED) if each.is_file()), None)
    return None if found is None else found.relative_to(out).as_posix()


def digests(out: Path, formats: Iterable[Format]) -> dict[str, str]:
    """Name and SHA-256 of tables in OUT, so that it can be told later whether people wrote into one."""
    found = {}
    for path in (out / NAMES[each] for each in formats):
        if path.is_file():
            with path.open("rb") as file:
                found[path.name] = file_digest(file, "sha256").hexdigest()
    return found


def keep_edited(out: Path, formats: Iterable[Format], written: Mapping[str, str]) -> tuple[Path, ...]:
    """Move tables aside that are not as we wrote them: a person's 对 and 错 stand there.  Returns their new names."""
    kept = []
    for name, digest in digests(out, formats).items():
        if digest != written.get(name):
            path = out / name
            free = (path.with_stem(f"{path.stem}.edited-{number}") for number in count(1))
            kept.append(path.rename(next(each for each in free if not each.exists())))
    return tuple(kept)
