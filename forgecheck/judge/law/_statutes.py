"""Statutes with their versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from forgecheck.tables import table

TABLE_DATE = "2026-11-22"  # of the table `statutes`


class Version(NamedTuple):
    """A version in force from one day to another: ISO dates, "" for no end."""

    valid_from: str
    valid_to: str
    articles: int


class Statute(NamedTuple):
    """A statute by its usual name, which is also that of its fields."""

    name: str
    versions: tuple[Version, ...]
    inserted: str
    """What is known of articles 第X条之Y: "none", "listed" in the table inserted_articles, or "" for not sure."""
    replaced_by: tuple[str, str]
    """What took its place, in Chinese and English; empty where it still stands."""


@cache
def statutes() -> Mapping[str, Statute]:
    """All statutes of the table by their usual name."""
    rows = table("statutes")
    names = dict.fromkeys(row["name"] for row in rows)
    return {name: _statute([row for row in rows if row["name"] == name]) for name in names}


def _statute(rows: Sequence[Mapping[str, str]]) -> Statute:
    last = rows[-1]
    return Statute(
        last["name"],
        tuple(Version(row["valid_from"], row["valid_to"], int(row["articles"])) for row in rows),
        last["inserted"],
        (last["replaced_by_zh"], last["replaced_by_en"]),
    )


def last_article(statute: Statute, date: str | None) -> int | None:
    """The highest article that any version in force up to this day has; without a day, any version at all."""
    known = [each.articles for each in statute.versions if each.articles and (date is None or each.valid_from <= date)]
    return max(known, default=None)
