"""Words without the page's JPEG grid: silent without traces, weak near the gate, strong far beyond it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Box, CaptureKind, Cue, Evidence, Trace
from forgecheck.judge.pixel import foreign_grid

BOX = Box(140, 100, 220, 140)
KINDS = ["screenshot", "messenger", "render", "scan", "photo", "unknown"]
OTHERS: list[Cue] = ["requantised", "noise", "resampled", "copied_glyphs", "odd_glyphs", "network"]


def trace(log10_nfa: float, cue: Cue = "jpeg_grid", **measured: float) -> Trace:
    usual = {"page_cells_share": 0.9, "page_spreads": 4.5, "here_spreads": 0.2}
    return Trace(1, BOX, cue, log10_nfa, usual | measured)


def seen(*traces: Trace, kind: CaptureKind = "screenshot") -> Evidence:
    given = evidence("您的账单逾期金额为九千元整请尽快处理", capture=kind)
    (page,) = given.pages
    document = replace(given.document, pages=(replace(page, traces=traces),))
    return replace(given, document=document)


@pytest.mark.parametrize("kind", KINDS)
def test_silent_without_traces(kind: CaptureKind):
    assert findings(foreign_grid, seen(kind=kind)) == []
    assert unable(foreign_grid, seen(kind=kind)) == []


@pytest.mark.parametrize("cue", OTHERS)
def test_silent_on_the_traces_of_others(cue: Cue):
    assert findings(foreign_grid, seen(trace(-50.0, cue))) == []


@pytest.mark.parametrize("log10_nfa", [-4.9, -3.0, 0.0])
def test_silent_above_the_gate(log10_nfa: float):
    assert findings(foreign_grid, seen(trace(log10_nfa))) == []


def test_a_page_that_was_not_looked_at_is_no_pass():
    given = seen()
    (page,) = given.pages
    unseen = replace(given, document=replace(given.document, pages=(replace(page, traces=None),)))
    assert findings(foreign_grid, unseen) == []
    assert len(unable(foreign_grid, unseen)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_strong_far_beyond_the_gate(kind: CaptureKind):
    (found,) = findings(foreign_grid, seen(trace(-20.0), kind=kind))
    assert found.severity == "strong"
    assert found.box == BOX
    assert found.evidence["log10_nfa"] == -20.0


def test_weak_near_the_gate_and_says_what_else_it_may_be():
    (found,) = findings(foreign_grid, seen(trace(-6.0)))
    assert found.severity == "weak"
    assert "可能" in found.says.zh
    assert "may" in found.says.en


def test_never_decisive():
    assert [each.severity for each in findings(foreign_grid, seen(trace(-900.0)))] == ["strong"]
