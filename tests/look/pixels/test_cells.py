"""Runs of odd cells: silent on pages that vary, found where a few neighbours stand out, and never a whole line."""

from __future__ import annotations

import numpy as np
import pytest

from forgecheck.evidence import TextLine
from forgecheck.look.pixels.cells import CELL, low_runs, overlaid, rows


def usual(seed: int = 0, count: int = 20, length: int = 40) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [rng.normal(5, 1, length) for _ in range(count)]


def line(left: float, top: float, right: float, height: float = 40, tilt: float = 0) -> TextLine:
    corners = ((left, top), (right, top + tilt), (right, top + tilt + height), (left, top + height))
    return TextLine("字", corners, 0.9)


@pytest.mark.parametrize("seed", range(40))
def test_silent_on_a_page_of_one_kind(seed: int):
    assert low_runs(usual(seed)) == ()


@pytest.mark.parametrize("seed", range(5))
def test_silent_on_heavy_tails(seed: int):
    rng = np.random.default_rng(seed)
    assert low_runs([rng.standard_t(3, 40) for _ in range(20)]) == ()


def test_silent_on_whole_lines_and_on_pages_that_are_mixed():
    given = usual()
    given[3] = given[3] - 12
    assert low_runs(given) == ()
    assert low_runs([np.where(np.arange(40) % 8 < 4, each - 12, each) for each in usual()]) == ()


def test_silent_where_too_little_was_measured():
    assert low_runs([]) == ()
    assert low_runs([np.array([5.0] * 10 + [-9.0] * 4)]) == ()
    assert low_runs([np.full(40, np.nan) for _ in range(5)]) == ()


def test_finds_neighbours_that_stand_out_and_only_them():
    given = usual()
    given[7][10:15] -= 12
    (run,) = low_runs(given)
    assert (run.row, run.start, run.end) == (7, 10, 15)
    assert run.mean == pytest.approx(float(given[7][10:15].mean()))


def test_cells_that_could_not_be_measured_neither_break_nor_make_a_run():
    given = usual()
    given[7][10:15] -= 12
    given[7][12] = np.nan
    (run,) = low_runs(given)
    assert (run.start, run.end) == (10, 15)


def test_longer_runs_are_less_likely_by_chance():
    told = []
    for length in (4, 6, 8):
        given = usual()
        given[7][10 : 10 + length] -= 12
        told.append(low_runs(given)[0].log10_nfa)
    assert told == sorted(told, reverse=True)


def test_scale_and_origin_of_the_scores_do_not_matter():
    given = usual()
    given[7][10:15] -= 12
    (one,) = low_runs(given)
    (two,) = low_runs([3 * each - 100 for each in given])
    assert two[:3] == one[:3]
    assert two.log10_nfa == pytest.approx(one.log10_nfa)


def test_rows_follow_a_slightly_tilted_line_and_leave_out_what_cannot_be_measured():
    (row,) = rows([line(10, 100, 810, tilt=20)], 300, 900)
    assert row.tops[0] == 100
    assert row.tops[-1] == 120
    assert row.box(0, 2).width == 2 * CELL
    unfit = [line(10, 100, 40), line(10, 100, 810, height=8), line(-9, 100, 810), line(10, 100, 810, tilt=200)]
    assert rows(unfit, 300, 900) == ()


def test_bars_and_mosaics_are_overlays_and_strokes_are_not():
    image = np.full((60, 500, 3), 230, np.uint8)
    image[15:45, 20:480:6] = 40
    image[10:50, 100:164] = 60
    image[10:50, 260:324] = 190
    (row,) = rows([line(20, 10, 480)], 60, 500)
    (marked,) = overlaid(image, [row])
    assert marked[6:8].all()
    assert marked[16:18].all()
    assert not marked[:4].any()
    assert not marked[22:].any()
