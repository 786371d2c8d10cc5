"""Rows made for tests of tables."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck.batch.results import row_path
from forgecheck.errors import InputError
from forgecheck.finding import Label
from forgecheck.show.json import as_json, as_json_error, dumps

from .stub import report

TEXT = """律师函
（2024）沪0115民初12345号
收款账号：6222021234567890128
联系电话：0571-87654321"""


def line(
    path: str,
    label: Label = "forged",
    columns: Mapping[str, str] | None = None,
    text: str = TEXT,
    sha256: str = "",
    page: int = 0,
) -> str:
    """One line of results.jsonl."""
    data = as_json(report(label, row_path(path, page), text))
    given = {"page": page} if page else {}
    given |= {"columns": dict(columns)} if columns else {}
    return dumps({**data, "input": {**data["input"], **given, **({"sha256": sha256} if sha256 else {})}})


def failed(path: str, columns: Mapping[str, str] | None = None) -> str:
    """The line of a file that could not be read."""
    data = as_json_error(path, InputError("truncated"))
    return dumps({**data, "input": {"path": path, **({"columns": dict(columns)} if columns else {})}})
