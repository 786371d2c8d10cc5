"""The results of a batch, as far as an evaluation needs them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

LINES = "results.jsonl"


class Said(NamedTuple):
    """One finding."""

    check: str
    severity: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What forgecheck said of one file."""

    path: str
    label: str
    """The verdict; empty where the file could not be read."""
    score: float
    weight: float
    """Bans."""
    said: tuple[Said, ...]
    blind: tuple[str, ...]
    """Families that could not look."""
    capture: str
    seals: tuple[str | None, ...]
    """Text of each seal found; None where it was not read."""
    error: str
    """The code of a file that could not be read; empty otherwise."""


def read_results(path: Path) -> tuple[Result, ...]:
    """The results of a batch's folder or of its results.jsonl; the last row of a file counts.

    Raises
    ------
    ValueError
        A line that is no report of forgecheck.
    """
    lines = (path / LINES if path.is_dir() else path).read_text("utf-8").splitlines()
    found = {each.path: each for each in _results(lines)}
    return tuple(found.values())


def _results(lines: list[str]) -> Iterator[Result]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _result(json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"line {number} is no report of forgecheck") from error


def _result(data: Mapping[str, Mapping[str, object]]) -> Result:
    path = str(data["input"]["path"])
    if "error" in data:
        return Result(path, "", 0.0, 0.0, (), (), "", (), str(data["error"]["code"]))
    verdict = data["verdict"]
    return Result(
        path,
        str(verdict["label"]),
        _number(verdict["score"]),
        _number(verdict["weight"]),
        tuple(Said(str(e["check"]), str(e["severity"]), bool(e.get("fits"))) for e in _all(data["findings"])),
        tuple(str(e["family"]) for e in _all(data["coverage"]) if e["state"] != "looked"),
        str(data["input"]["capture"]),
        tuple(None if e["text"] is None else str(e["text"]) for e in _all(data["seals"])),
        "",
    )


def _number(value: object) -> float:
    if not isinstance(value, (int, float)):
        raise TypeError("not a number")
    return float(value)


def _all(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value
