"""What all checks of traces share: silent without them and above the gate, a hint below it, never more."""

from dataclasses import replace
from types import ModuleType
from typing import get_args

import pytest
from build import BOX, findings, traced, unable

from forgecheck.evidence import Cue, Trace
from forgecheck.judge.pixel import copied_glyphs, foreign_grid, other_compression

CHECKS: dict[Cue, ModuleType] = {
    "jpeg_grid": foreign_grid,
    "requantised": other_compression,
    "copied_glyphs": copied_glyphs,
}
EACH = pytest.mark.parametrize(("cue", "check"), CHECKS.items(), ids=CHECKS)


@EACH
@pytest.mark.parametrize("kind", ["scan", "photo"])
def test_silent_without_traces(cue, check, kind):
    assert findings(check, traced(kind=kind)) == []
    assert unable(check, traced(kind=kind)) == []


@EACH
def test_silent_on_the_traces_of_others(cue, check):
    others = [Trace(1, BOX, other, -50.0) for other in get_args(Cue) if other != cue]
    assert len(others) == len(get_args(Cue)) - 1
    assert findings(check, traced(*others)) == []


@EACH
@pytest.mark.parametrize("above", [0.1, 2.0, 5.0])
def test_silent_above_the_gate(cue, check, above):
    assert findings(check, traced(Trace(1, BOX, cue, check.GATE + above))) == []


@EACH
@pytest.mark.parametrize("below", [0.0, 1.0, 900.0])
def test_a_hint_below_the_gate_that_says_what_else_it_may_be(cue, check, below):
    [found] = findings(check, traced(Trace(1, BOX, cue, check.GATE - below)))
    assert found.severity == "weak"
    assert found.box == BOX
    assert found.evidence["log10_nfa"] == check.GATE - below
    assert "可能" in found.says.zh
    assert "may" in found.says.en


@EACH
def test_a_page_that_was_not_looked_at_is_no_pass(cue, check):
    given = traced()
    unseen = replace(given, document=replace(given.document, pages=(replace(given.pages[0], traces=None),)))
    assert findings(check, unseen) == []
    assert len(unable(check, unseen)) == 1
