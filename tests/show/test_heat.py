"""The map over the page: coloured where it is hot, upright as people read, and for any page."""

from __future__ import annotations

import numpy as np
import pytest
from show.reports import page

from forgecheck.evidence import Page
from forgecheck.show.heat import draw_heat


def heat(high: int, wide: int) -> np.ndarray:
    cells = np.full((-(-high // 8), -(-wide // 8)), 5, np.uint8)
    cells[0, 0] = 255
    return cells


def test_hot_places_are_coloured_and_the_rest_is_not():
    drawn = np.asarray(draw_heat(page(80, 80), heat(80, 80), 80))
    assert drawn.shape == (80, 80, 3)
    assert drawn[3, 3].tolist() == [194, 78, 0]
    assert (drawn[20:, 20:] == 255).all()


@pytest.mark.parametrize(("rotation", "corner"), [(0, (3, 3)), (90, (-4, 3)), (180, (-4, -4)), (270, (3, -4))])
def test_the_map_turns_with_its_page(rotation: int, corner: tuple[int, int]):
    drawn = np.asarray(draw_heat(page(160, 80, rotation=rotation), heat(80, 160), 80 if rotation % 180 else 160))
    assert drawn[corner][2] < 60


@pytest.mark.parametrize("size", [(1, 1), (9, 700), (700, 9), (33, 65)])
def test_pages_of_any_size_have_one(size: tuple[int, int]):
    wide, high = size
    assert draw_heat(page(wide, high), heat(high, wide), 100).width == 100


def test_the_page_shows_through_paled():
    dark = Page(1, np.zeros((80, 80, 3), np.uint8))
    drawn = np.asarray(draw_heat(dark, heat(80, 80), 80))
    assert 120 < drawn[40, 40, 0] < 180
