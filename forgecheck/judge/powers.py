"""Measures of force that only an organ of state can take, as acts in a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from forgecheck.judge.frames import Frame
from forgecheck.tables import table

SHORT, ONE = 16, 40  # characters of a sentence that leans on its neighbours, and of one that is read whole; assumed


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
        # A short sentence leaves out what the one before said, a short clause what the sentence says.
        beside_itself = not frame.act.classes.isdisjoint(beside)
        told = len(frame.sentence.text) <= SHORT and frame.passes(*beside)
        if (
            not beside
            or beside_itself
            or frame.near(*beside)
            or told
            or (len(frame.sentence.text) <= ONE and frame.has(*beside))
        ):
            return row
    return None
