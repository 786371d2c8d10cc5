"""Copied characters; what it shares with other traces is in test__traces.py."""

from dataclasses import replace

import pytest
from build import BOX, findings, traced, unable

from forgecheck.evidence import Box, Trace
from forgecheck.judge.pixel import copied_glyphs

FIRST = Trace(1, BOX, "copied_glyphs", -50.0, {"twin_left_px": 300.0, "twin_top_px": 400.0})
SECOND = replace(
    FIRST, box=Box(300, 400, 340, 440), measured={"twin_left_px": float(BOX.left), "twin_top_px": float(BOX.top)}
)


@pytest.mark.parametrize("kind", ["screenshot", "messenger", "render", "screen_photo", "unknown"])
def test_silent_and_unable_where_equal_characters_are_equal_anyway(kind):
    assert findings(copied_glyphs, traced(FIRST, kind=kind)) == []
    assert len(unable(copied_glyphs, traced(FIRST, kind=kind))) == 1


def test_a_pair_is_one_finding_at_the_place_that_is_read_first():
    (found,) = findings(copied_glyphs, traced(SECOND, FIRST))
    assert found.box == BOX
