"""Words that missed a compression: silent without traces, weak near the gate, strong far beyond it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Box, CaptureKind, Cue, Evidence, Jpeg, Trace
from forgecheck.judge.pixel import other_compression

BOX = Box(140, 100, 220, 140)
KINDS = ["screenshot", "messenger", "render", "scan", "photo", "unknown"]
OTHERS: list[Cue] = ["jpeg_grid", "noise", "resampled", "copied_glyphs", "odd_glyphs", "network"]


def trace(log10_nfa: float, cue: Cue = "requantised", **measured: float) -> Trace:
    usual = {"page_nats": 2.5, "here_nats": 0.1}
    return Trace(1, BOX, cue, log10_nfa, usual | measured)


def seen(*traces: Trace, kind: CaptureKind = "screenshot", jpeg: bool = True) -> Evidence:
    given = evidence("您的账单逾期金额为九千元整请尽快处理", capture=kind)
    (page,) = given.pages
    document = replace(given.document, pages=(replace(page, traces=traces),))
    if jpeg:
        container = replace(document.container, format="JPEG", jpeg=Jpeg({0: (4,) * 64}, ((2, 2),), False))
        document = replace(document, container=container)
    return replace(given, document=document)


@pytest.mark.parametrize("kind", KINDS)
def test_silent_without_traces(kind: CaptureKind):
    assert findings(other_compression, seen(kind=kind)) == []
    assert unable(other_compression, seen(kind=kind)) == []


@pytest.mark.parametrize("cue", OTHERS)
def test_silent_on_the_traces_of_others(cue: Cue):
    assert findings(other_compression, seen(trace(-50.0, cue))) == []


@pytest.mark.parametrize("log10_nfa", [-4.9, -3.0, 0.0])
def test_silent_above_the_gate(log10_nfa: float):
    assert findings(other_compression, seen(trace(log10_nfa))) == []


def test_a_page_that_was_not_looked_at_is_no_pass():
    given = seen()
    (page,) = given.pages
    unseen = replace(given, document=replace(given.document, pages=(replace(page, traces=None),)))
    assert findings(other_compression, unseen) == []
    assert len(unable(other_compression, unseen)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_strong_far_beyond_the_gate(kind: CaptureKind):
    (found,) = findings(other_compression, seen(trace(-20.0), kind=kind))
    assert found.severity == "strong"
    assert found.box == BOX
    assert found.evidence["log10_nfa"] == -20.0


def test_weak_near_the_gate_and_says_what_else_it_may_be():
    (found,) = findings(other_compression, seen(trace(-6.0)))
    assert found.severity == "weak"
    assert "可能" in found.says.zh
    assert "may" in found.says.en


def test_never_decisive():
    assert [each.severity for each in findings(other_compression, seen(trace(-900.0)))] == ["strong"]


def test_says_that_it_cannot_look_at_what_is_no_jpeg():
    (said,) = unable(other_compression, seen(trace(-30.0), jpeg=False))
    assert "JPEG" in said.reason.zh
    assert findings(other_compression, seen(trace(-30.0), jpeg=False)) == []


def test_only_weak_where_the_page_hardly_shows_two_compressions():
    (found,) = findings(other_compression, seen(trace(-30.0, page_nats=0.5)))
    assert found.severity == "weak"
