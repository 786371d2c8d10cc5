"""The flat row of a table, made from the same data as the JSON lines; `row.schema.json` says what each column means."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

from forgecheck.show.safe import clean

TOP = 3  # findings in a cell; all of them stand in results.jsonl
BETWEEN = "；"
LARGEST = 2**53  # whole numbers below it survive in every table
GIVEN = "given_"
"""Before the name of a manifest's column that is also one of ours."""

Cell = str | int | float | None
Row = Mapping[str, Cell]
Data = Mapping[str, object]
Type = Literal["string", "integer", "number"]


class Column(NamedTuple):
    """One column of the table."""

    name: str
    type: Type
    title: str
    """In Chinese."""
    description: str


@cache
def columns() -> tuple[Column, ...]:
    """Our columns, in order, from the schema."""
    schema = json.loads(files("forgecheck.batch").joinpath("row.schema.json").read_text("utf-8"))
    return tuple(
        Column(name, _type(each.get("type", "string")), each["title"], each["description"])
        for name, each in schema["properties"].items()
    )


def all_columns(given: Iterable[str]) -> tuple[Column, ...]:
    """Our columns with those of a manifest after the first."""
    first, *others = columns()
    return (first, *(Column(own_name(each), "string", each, "From the manifest.") for each in given), *others)


def own_name(given: str) -> str:
    """How the table calls a manifest's column.

    >>> own_name("投诉编号"), own_name("label")
    ('投诉编号', 'given_label')
    """
    return f"{GIVEN}{given}" if any(each.name == given for each in columns()) else given


def row(data: Data) -> dict[str, Cell]:
    """The cells of one report or error object; columns that are not there are empty.

    `same_as` and `report` depend on other rows and files and are filled in by whoever knows them.
    """
    given = _at(data, ("input", "columns"))
    cells: dict[str, Cell] = {"path": _of(data, "input", "path"), "page": _number(data, "input", "page")}
    cells |= {own_name(key): str(value) for key, value in (given.items() if isinstance(given, Mapping) else ())}
    if "error" in data:
        return cells | {"error": _of(data, "error", "code"), "error_zh": _of(data, "error", "message", "zh")}
    wrong = [each for each in _all(data, "findings") if not _at(each, ("fits",))]
    return cells | {
        "label": _of(data, "verdict", "label"),
        "score": _number(data, "verdict", "score"),
        "weight": _number(data, "verdict", "weight"),
        "type": _of(data, "document", "type"),
        "summary_zh": _of(data, "verdict", "summary", "zh"),
        "findings": BETWEEN.join(f"[{_of(each, 'check')}] {_of(each, 'message', 'zh')}" for each in wrong[:TOP]),
        "checks": " ".join(dict.fromkeys(str(_of(each, "check")) for each in wrong)),
        "could_not_look": " ".join(
            str(_of(each, "family")) for each in _all(data, "coverage") if _of(each, "state") != "looked"
        ),
        "issuer": _of(data, "document", "issuer"),
        "letter_date": next(iter(_values(data, "letter_date")), None),
        "case_numbers": BETWEEN.join(_values(data, "case_number")),
        "letter_numbers": BETWEEN.join(_values(data, "letter_number")),
        "phones": BETWEEN.join(_values(data, "phone")),
        "links": BETWEEN.join(_values(data, "link")),
        "payees": BETWEEN.join(_values(data, "payee")),
        "accounts": BETWEEN.join(_values(data, "account")),
        "seals": BETWEEN.join(str(_of(each, "text") or "（读不出）") for each in _all(data, "seals")),
        "capture": _of(data, "input", "capture"),
        "format": _of(data, "input", "format"),
        "width": _number(data, "input", "width"),
        "height": _number(data, "input", "height"),
        "bytes": _number(data, "input", "bytes"),
        "sha256": _of(data, "input", "sha256"),
        "ms": _number(data, "timing", "total_ms"),
        "version": _of(data, "version"),
    }


def shown(cell: Cell) -> str:
    """A cell as clean text; empty for what is not there."""
    return "" if cell is None else clean(str(cell))


def _type(said: object) -> Type:
    return cast(Type, said[0] if isinstance(said, list) else said)


def _values(data: Data, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(_of(each, "value")) for each in _all(data, "document", "fields", field)))


def _at(data: object, keys: Sequence[str]) -> object:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _of(data: object, *keys: str) -> str | None:
    found = _at(data, keys)
    return None if found is None else str(found)


def _number(data: object, *keys: str) -> int | float | None:
    found = _at(data, keys)
    return found if isinstance(found, (int, float)) and abs(found) < LARGEST else None


def _all(data: object, *keys: str) -> Sequence[object]:
    found = _at(data, keys)
    return found if isinstance(found, list) else ()
