"""Places that the network marks: silent on what many untouched pages have, strong only with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from build import BOX, findings, traced, unable

from forgecheck.evidence import Cue, Evidence, Trace
from forgecheck.judge.pixel import edited_words
from forgecheck.judge.pixel.edited_words import HINT, MEANS, MOST, NAMES, STRONG, SURE, WEAK
from forgecheck.look.pixels.statistics import QUANTITIES

KINDS = ["screenshot", "messenger", "render", "scan", "photo", "screen_photo", "unknown"]
ODD = {"score": 5.0, "curved": -2.4, "grain": 1.6}


def page(*traces: Trace, kind: str = "photo") -> Evidence:
    """A page that the network saw."""
    given = traced(*traces, kind=kind)  # type: ignore[arg-type]
    heat = np.zeros((10, 10), np.uint8)
    return replace(given, document=replace(given.document, pages=(replace(given.pages[0], heat=heat),)))


def marked(log10_share: float, **measured: float) -> Trace:
    return Trace(1, BOX, "network", log10_share, {**ODD, **measured})


@pytest.mark.parametrize("kind", KINDS)
def test_silent_on_a_page_without_a_mark(kind: str):
    assert findings(edited_words, page(kind=kind)) == []
    assert unable(edited_words, page(kind=kind)) == []


@pytest.mark.parametrize("share", [-0.1, -0.7, WEAK + 0.01])
def test_silent_on_what_one_untouched_page_in_twenty_has(share: float):
    assert findings(edited_words, page(marked(share))) == []


def test_silent_on_the_traces_of_other_instruments():
    others = [Trace(1, BOX, cue, -50.0, ODD) for cue in get_args(Cue) if cue != "network"]
    assert findings(edited_words, page(*others)) == []


@pytest.mark.parametrize("share", [WEAK, STRONG + 0.01])
def test_a_hint_on_what_is_seldom(share: float):
    [found] = findings(edited_words, page(marked(share)))
    assert found.severity == "weak"
    assert "请核对原图" in found.says.zh


@pytest.mark.parametrize("kind", KINDS)
def test_strong_on_what_hardly_any_untouched_page_has(kind: str):
    [found] = findings(edited_words, page(marked(STRONG), kind=kind))
    assert found.severity == "strong"
    assert found.box == BOX
    assert "边缘清晰度、底子上的杂点" in found.says.zh
    assert "how sharp their edges are and the grain of the ground" in found.says.en
    assert found.evidence["log10_share_of_untouched_pages"] == STRONG


def test_silent_on_what_the_network_is_not_sure_of_however_rare():
    assert findings(edited_words, page(marked(-4.0, score=HINT - 0.01))) == []
    [found] = findings(edited_words, page(marked(-4.0, score=SURE - 0.01)))
    assert found.severity == "weak"


def test_where_no_difference_can_be_named_it_is_a_hint_only():
    [found] = findings(edited_words, page(marked(-4.0, curved=-0.6, grain=0.9)))
    assert found.severity == "weak"
    assert "这里的像素" in found.says.zh


def test_differences_of_one_sort_are_named_once():
    [found] = findings(edited_words, page(marked(-4.0, curved=-2.4, steepest=-2.0, grain=0.0)))
    assert found.says.zh.count("清晰度") == 1


def test_the_hottest_places_are_told_and_no_more_than_one_can_look_at():
    found = findings(edited_words, page(*(marked(-3.0, score=SURE + at / 10) for at in range(MOST + 3))))
    assert len(found) == MOST
    assert found[0].evidence["score"] == SURE + (MOST + 2) / 10


@pytest.mark.parametrize("missing", ["heat", "traces"])
def test_a_page_that_was_not_looked_at_is_no_pass(missing: str):
    given = page(marked(-4.0))
    unseen = replace(given.pages[0], **{missing: None})
    given = replace(given, document=replace(given.document, pages=(unseen,)))
    assert findings(edited_words, given) == []
    assert len(unable(edited_words, given)) == 1


def test_every_quantity_that_can_be_told_has_words():
    assert set(MEANS.values()) == set(NAMES)
    assert set(MEANS) <= set(QUANTITIES)
    # How much ink and paper a cell holds is layout, not a trace.
    assert set(QUANTITIES) - set(MEANS) == {"inked", "bare"}
