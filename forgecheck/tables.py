"""The dated tables that `look` and `judge` read: one small loader."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``judge/data/NAME.csv``, read once.

    Lines that start with ``#`` are comments: the first ones name the table's source, date and maker.
    The first other line holds the column names.

    Raises
    ------
    FileNotFoundError
        There is no such table.
    """
    text = (files("forgecheck") / "judge" / "data" / f"{name}.csv").read_text(encoding="utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(MappingProxyType(row) for row in csv.DictReader(rows))
