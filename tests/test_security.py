"""SECURITY.md keeps its word: all thirty threats, each with tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "SECURITY.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("<!-- rows -->")[2].partition("<!-- /rows -->")[0].strip().splitlines()[2:]
]


@cache
def names(path: str) -> set[str]:
    """The tests of a file."""
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_all_thirty_threats_have_a_row():
    assert [int(row[0]) for row in ROWS] == list(range(1, 31))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_threat_has_tests_or_a_reason(row: list[str]):
    tests = re.findall(r"`([\w/]+\.py)::(\w+)`", row[3])
    assert tests or row[2].startswith("not in this version")
    for path, name in tests:
        assert name in names(path), f"{path} has no {name}"
