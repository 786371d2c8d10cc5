"""The map made regions: none on cold pages, whole characters where there are lines, the hottest first."""

from __future__ import annotations

import numpy as np
import pytest

from forgecheck.evidence import Box, Page, TextLine
from forgecheck.look.pixels.regions import MOST, THRESHOLD, TOP, regions, score

SIDE = 320  # px


def page(*lines: TextLine) -> Page:
    return Page(1, np.full((SIDE, SIDE, 3), 255, np.uint8), lines=lines)


def line(left: float = 32, top: float = 96, count: int = 8, size: float = 32) -> TextLine:
    right, bottom = left + count * size, top + size
    return TextLine("字" * count, ((left, top), (right, top), (right, bottom), (left, bottom)), 0.9)


def heat(*places: tuple[slice, slice], level: int = 230) -> np.ndarray:
    cells = np.full((SIDE // 8, SIDE // 8), 3, np.uint8)
    for rows, columns in places:
        cells[rows, columns] = level
    return cells


def test_silent_on_a_cold_map():
    assert regions(page(line()), heat()) == ()
    assert regions(page(), np.zeros((1, 1), np.uint8)) == ()


def test_silent_on_single_cells_and_below_the_threshold():
    assert regions(page(line()), heat(np.s_[3:4, 5:6], np.s_[20:21, 9:10])) == ()
    assert regions(page(line()), heat(np.s_[10:20, 10:20], level=THRESHOLD - 1)) == ()


def test_a_hot_place_is_told_where_it_lies():
    [found] = regions(page(), heat(np.s_[10:14, 20:30]))
    assert found.box == Box(160, 80, 240, 112)
    assert not found.in_words


def test_a_gap_between_characters_parts_nothing_and_a_gap_between_words_does():
    assert len(regions(page(), heat(np.s_[10:14, 10:14], np.s_[10:14, 16:20]))) == 1
    assert len(regions(page(), heat(np.s_[10:14, 10:14], np.s_[10:14, 22:26]))) == 2


def test_places_in_a_line_are_told_by_whole_characters():
    # Px 72 to 120: more than half of the characters at 64 and at 96, and less than half of the line's height.
    [found] = regions(page(line()), heat(np.s_[13:15, 9:15]))
    assert found.box == Box(64, 96, 129, 129)
    assert found.in_words


def test_a_place_beside_the_line_is_no_word():
    [found] = regions(page(line()), heat(np.s_[30:34, 9:15]))
    assert found.box == Box(72, 240, 120, 272)
    assert not found.in_words


def test_what_the_edge_of_the_page_cuts_is_no_word():
    [found] = regions(page(line(left=0)), heat(np.s_[12:16, 0:8]))
    assert not found.in_words


def test_the_signs_at_the_top_of_a_phone_are_no_words():
    tall = Page(1, np.full((960, 640, 3), 255, np.uint8), lines=(line(top=16), line(top=64)))
    found = regions(tall, np.pad(heat(np.s_[2:6, 10:20]), ((0, 80), (0, 40))))
    assert [each.in_words for each in found] == [False]
    found = regions(tall, np.pad(heat(np.s_[8:12, 10:20]), ((0, 80), (0, 40))))
    assert [each.in_words for each in found] == [True]


def test_what_fills_much_of_the_page_is_no_word():
    lines = [line(top=top) for top in (64, 96, 128, 160)]
    [found] = regions(page(*lines), heat(np.s_[8:24, 4:30]))
    assert not found.in_words


def test_boxes_end_at_the_page():
    ragged = Page(1, np.full((SIDE - 5, SIDE - 3, 3), 255, np.uint8), lines=())
    [found] = regions(ragged, heat(np.s_[36:40, 36:40]))
    assert found.box == Box(288, 288, SIDE - 3, SIDE - 5)


def test_the_hottest_comes_first_and_no_page_has_endless_regions():
    rng = np.random.default_rng(0)
    busy = np.zeros((120, 120), np.uint8)
    for row in range(0, 120, 4):
        for column in range(0, 120, 8):
            busy[row : row + 2, column : column + 2] = rng.integers(THRESHOLD, 256)
    found = regions(Page(1, np.zeros((960, 960, 3), np.uint8)), busy)
    assert len(found) == MOST
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


@pytest.mark.parametrize("level", [0, 64, 128, 255])
def test_a_score_is_finite_and_rises_with_heat_and_size(level: int):
    few, many = (score(np.full(cells, level, np.uint8)) for cells in (TOP // 2, TOP))
    assert np.isfinite([few, many]).all()
    assert few <= many
    assert score(np.full(TOP, level, np.uint8)) <= score(np.full(TOP, min(level + 1, 255), np.uint8))
    assert score(np.full(10 * TOP, level, np.uint8)) == many
