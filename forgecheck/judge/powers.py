"""Measures of force that only an organ of state can take, as acts in a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from forgecheck.judge.frames import Frame
from forgecheck.tables import table


@cache
def measures() -> frozenset[str]:
    """The classes of all such acts."""
    return frozenset(row["acts"] for row in table("powers"))


def measure(frame: Frame) -> Mapping[str, str] | None:
    """The row of the table `powers` that an act is; None where it is no such measure."""
    for row in table("powers"):
        if row["acts"] in frame.act.classes and (not row["beside"] or frame.near(*row["beside"].split())):
            return row
    return None
