"""Words without the page's JPEG grid; what it shares with other traces is in test__traces.py."""

import pytest
from build import BOX, findings, traced

from forgecheck.evidence import Trace
from forgecheck.judge.pixel import foreign_grid

KINDS = ["screenshot", "messenger", "render", "scan", "photo", "unknown"]


@pytest.mark.parametrize("kind", KINDS)
def test_silent_on_pages_with_one_grid(kind):
    assert findings(foreign_grid, traced(kind=kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_speaks_whatever_the_page_came_from(kind):
    assert len(findings(foreign_grid, traced(Trace(1, BOX, "jpeg_grid", -20.0), kind=kind))) == 1
