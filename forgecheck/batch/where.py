"""Which rows are meant: conditions such as ``label=forged,suspicious``, ``score>=0.8``, ``issuer~法院``."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from forgecheck.batch.rows import Cell, Row

_FORM = re.compile(r"([^!<>=~]+?)\s*(!=|>=|<=|=|>|<|~)\s*(.*)", re.DOTALL)
_ORDERED = (">=", "<=", ">", "<")


class WhereError(ValueError):
    """A condition that is not understood; the message says why."""


class Condition(NamedTuple):
    """One condition on one column."""

    column: str
    sign: str
    value: str

    def holds(self, row: Row) -> bool:
        """Whether a row meets it; an empty cell meets only = "", and != of anything else."""
        cell = row.get(self.column)
        text = "" if cell is None else str(cell)
        if self.sign == "~":
            return self.value.lower() in text.lower()
        if self.sign in ("=", "!="):
            return any(_equal(cell, text, each.strip()) for each in self.value.split(",")) == (self.sign == "=")
        if not isinstance(cell, (int, float)):
            return False
        bound = float(self.value)
        return {">=": cell >= bound, "<=": cell <= bound, ">": cell > bound, "<": cell < bound}[self.sign]


def parse_condition(text: str, columns: Collection[str]) -> Condition:
    """A condition as people type it.

    Raises
    ------
    WhereError
        No column of this name, no sign, or no number where one is compared.

    >>> parse_condition("label=forged,suspicious", ["label"]).holds({"label": "suspicious"})
    True
    >>> parse_condition("score >= 0.8", ["score"]).holds({"score": None})
    False
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise WhereError(f"{text!r}: write COLUMN=VALUE, with one of = != >= <= > < ~")
    condition = Condition(*found.groups())
    if condition.column not in columns:
        raise WhereError(f"there is no column {condition.column!r}, only {', '.join(columns)}")
    if condition.sign in _ORDERED:
        try:
            float(condition.value)
        except ValueError:
            raise WhereError(f"{text!r}: {condition.value!r} is no number") from None
    return condition


def _equal(cell: Cell, text: str, value: str) -> bool:
    if isinstance(cell, (int, float)):
        try:
            return cell == float(value)
        except ValueError:
            return False
    return text == value
