"""Measures of force that only an organ of state can take, as acts in a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from forgecheck.judge.frames import Frame
from forgecheck.tables import table


SHORT = 16  # characters: what such a sentence leaves out stands in its neighbours; assumed


@cache
def measures() -> frozenset[str]:
    """The classes of all such acts."""
    return frozenset(row["acts"] for row in table("powers"))


def measure(frame: Frame) -> Mapping[str, str] | None:
    """The row of the table `powers` that an act is; None where it is no such measure."""
    for row in table("powers"):
        if row["acts"] not in frame.act.classes:
            continue
        beside = row["beside"].split()
        short = len(frame.sentence.text) <= SHORT and frame.passes(*beside)  # a bubble goes on with the one before
        if not beside or frame.near(*beside) or short:
            return row
    return None
