"""Copied characters: silent without traces and off paper, weak near the gate, strong far beyond it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Box, CaptureKind, Cue, Evidence, Trace
from forgecheck.judge.pixel import copied_glyphs

BOX = Box(140, 100, 220, 140)
KINDS = ["scan", "photo"]
OTHERS: list[Cue] = ["jpeg_grid", "requantised", "noise", "resampled", "odd_glyphs", "network"]


def trace(log10_nfa: float, cue: Cue = "copied_glyphs", **measured: float) -> Trace:
    return Trace(
        1,
        BOX,
        cue,
        log10_nfa,
        {"difference_share": 0.02, "paper_px": 500.0, "twin_left_px": 300.0, "twin_top_px": 400.0} | measured,
    )


def seen(*traces: Trace, kind: CaptureKind = "photo") -> Evidence:
    given = evidence("您的账单逾期金额为九千元整请尽快处理", capture=kind)
    (page,) = given.pages
    document = replace(given.document, pages=(replace(page, traces=traces),))
    return replace(given, document=document)


@pytest.mark.parametrize("kind", KINDS)
def test_silent_without_traces(kind: CaptureKind):
    assert findings(copied_glyphs, seen(kind=kind)) == []
    assert unable(copied_glyphs, seen(kind=kind)) == []


@pytest.mark.parametrize("cue", OTHERS)
def test_silent_on_the_traces_of_others(cue: Cue):
    assert findings(copied_glyphs, seen(trace(-50.0, cue))) == []


@pytest.mark.parametrize("log10_nfa", [-9.9, -3.0, 0.0])
def test_silent_above_the_gate(log10_nfa: float):
    assert findings(copied_glyphs, seen(trace(log10_nfa))) == []


def test_a_page_that_was_not_looked_at_is_no_pass():
    given = seen()
    (page,) = given.pages
    unseen = replace(given, document=replace(given.document, pages=(replace(page, traces=None),)))
    assert findings(copied_glyphs, unseen) == []
    assert len(unable(copied_glyphs, unseen)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_strong_far_beyond_the_gate(kind: CaptureKind):
    (found,) = findings(copied_glyphs, seen(trace(-20.0), kind=kind))
    assert found.severity == "strong"
    assert found.box == BOX
    assert found.evidence["log10_nfa"] == -20.0


def test_weak_near_the_gate_and_says_what_else_it_may_be():
    (found,) = findings(copied_glyphs, seen(trace(-11.0)))
    assert found.severity == "weak"
    assert "可能" in found.says.zh
    assert "may" in found.says.en


def test_never_decisive():
    assert [each.severity for each in findings(copied_glyphs, seen(trace(-900.0)))] == ["strong"]


@pytest.mark.parametrize("kind", ["screenshot", "messenger", "render", "screen_photo", "unknown"])
def test_says_that_it_cannot_look_where_equal_characters_are_equal_anyway(kind: CaptureKind):
    assert findings(copied_glyphs, seen(trace(-300.0), kind=kind)) == []
    assert len(unable(copied_glyphs, seen(trace(-300.0), kind=kind))) == 1


def test_a_pair_is_one_finding_at_the_place_that_is_read_first():
    first, second = trace(-50.0), trace(-50.0, twin_top_px=float(BOX.top), twin_left_px=float(BOX.left))
    second = replace(second, box=Box(300, 400, 340, 440))
    (found,) = findings(copied_glyphs, seen(second, first))
    assert found.box == BOX


def test_only_weak_where_the_papers_differ_a_little():
    (found,) = findings(copied_glyphs, seen(trace(-30.0, difference_share=0.3)))
    assert found.severity == "weak"
