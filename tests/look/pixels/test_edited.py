"""Regions made traces: only rare ones are told, with what they differ in, and never rarer than was counted."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from forgecheck.evidence import Capture, CaptureKind, Container, Page, TextLine, Trace
from forgecheck.look.pixels.edited import NOTABLE, TOLD, differences, edited_places, log10_chance, with_edits
from forgecheck.look.pixels.network import Seen
from forgecheck.look.pixels.statistics import QUANTITIES
from forgecheck.models import Models
from forgecheck.place import Box
from forgecheck.tables import table

KINDS = get_args(CaptureKind)
HOT = np.s_[12:16, 10:20]


def page() -> Page:
    line = TextLine("字" * 8, ((32.0, 96.0), (288.0, 96.0), (288.0, 128.0), (32.0, 128.0)), 0.9)
    return Page(1, np.full((320, 320, 3), 255, np.uint8), lines=(line,))


def seen(hot: int, **unlike: float) -> Seen:
    """A cold map but for one place, whose cells differ in these quantities."""
    heat = np.full((40, 40), 2, np.uint8)
    heat[HOT] = hot
    differs = np.zeros((len(QUANTITIES), 40, 40), np.float32)
    for name, by in unlike.items():
        differs[list(QUANTITIES).index(name)][HOT] = by
    return Seen(heat, differs)


@pytest.mark.parametrize("kind", KINDS)
def test_silent_on_a_cold_map(kind: CaptureKind):
    assert edited_places(page(), seen(2), Capture(kind, ())) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_silent_on_places_as_hot_as_many_untouched_pages_have(kind: CaptureKind):
    assert edited_places(page(), seen(100), Capture(kind, ())) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_hot_word_is_told_with_what_it_differs_in(kind: CaptureKind):
    [trace] = edited_places(page(), seen(255, grain=-3, curved=2, level=0.1), Capture(kind, ()))
    assert trace.cue == "network"
    assert trace.log10_nfa <= NOTABLE
    assert trace.box == Box(64, 96, 161, 129)
    assert {name: trace.measured[name] for name in ("grain", "curved")} == {"grain": -3, "curved": 2}
    assert "level" not in trace.measured


@pytest.mark.parametrize("kind", KINDS)
def test_silent_on_hot_places_that_are_no_words(kind: CaptureKind):
    found = seen(2)
    found.heat[30:34, 30:36] = 255
    assert edited_places(page(), found, Capture(kind, ())) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_hotter_place_is_never_less_rare(kind: CaptureKind):
    chances = [log10_chance(score, kind) for score in np.linspace(-6, 6, 49)]
    assert chances == sorted(chances, reverse=True)
    assert max(chances) <= 0


def test_nothing_is_rarer_than_one_page_more_than_were_counted():
    pages = max(int(row["pages"]) for row in table("edit_scores"))
    assert min(log10_chance(100.0, kind) for kind in KINDS) >= -math.log10(pages + 1) - 0.01


def test_enough_untouched_pages_were_counted_for_one_in_a_hundred():
    assert all(int(row["pages"]) >= 100 for row in table("edit_scores"))
    assert all(int(row["pages"]) >= 300 for row in table("edit_scores") if row["capture"] == "unknown")


def test_a_page_too_large_is_not_looked_at_and_that_is_no_pass(models: Models):
    large = Page(1, np.broadcast_to(np.uint8(255), (5001, 2000, 3)), lines=(), traces=())
    assert with_edits(large, Container("PNG"), Capture("photo", ()), models.tamper_net).heat is None


def test_what_other_instruments_saw_stays(models: Models):
    other = Trace(1, Box(0, 0, 8, 8), "jpeg_grid", -5.0)
    looked = with_edits(replace(page(), traces=(other,)), Container("PNG"), Capture("scan", ()), models.tamper_net)
    assert looked.traces == (other,)
    assert looked.heat is not None
    assert looked.heat.shape == (40, 40)


def test_differences_are_signed_and_few_and_cells_without_a_meaning_do_not_count():
    found = seen(255, grain=-3, curved=2, level=4, core=-1, depth=0.9, step=0.6)
    found.unlike[list(QUANTITIES).index("grain"), 12:14] = 0
    told = differences(found, Box(80, 96, 160, 128))
    assert list(told) == ["level", "grain", "curved", "core"]
    assert len(told) == TOLD
    assert told["grain"] == -3
    assert differences(seen(255), Box(80, 96, 160, 128)) == {}


def test_differences_of_a_box_thinner_than_a_cell_are_those_of_its_cell():
    assert differences(seen(255, grain=2), Box(90, 100, 91, 101)) == {"grain": 2}
