"""The planes of a page: where its grid begins, what blocks hold, and cells beside their page and line."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from look.pixels.pages import EDITED, compressed, drawn, grained, pasted

from forgecheck.evidence import Jpeg
from forgecheck.look.pixels import planes as module
from forgecheck.look.pixels.planes import BINNED, CHANNELS, GRID_CHANNELS, LIMIT, PAD, beside, grid_origin, planes
from forgecheck.look.pixels.statistics import QUANTITIES

NAMES = list(QUANTITIES)
LINE_AT = 2 * len(NAMES)


def line_plane(name: str) -> int:
    """The plane that tells how far cells are from their line."""
    return LINE_AT + NAMES.index(name)


@pytest.fixture(scope="module")
def saved() -> tuple[np.ndarray, Jpeg]:
    return compressed(grained(drawn()), 80)


@pytest.mark.parametrize(("across", "down"), [(0, 0), (3, 5), (7, 1), (4, 4)])
def test_the_grid_is_found_wherever_the_picture_was_cut(saved, across, down):
    cut = saved[0][down:, across:]
    assert grid_origin(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY)) == (-across % 8, -down % 8)
    seen = planes(np.ascontiguousarray(cut), None)
    assert (seen.left, seen.top) == (across, down)


def test_a_file_that_is_a_jpeg_has_its_grid_at_the_corner(saved):
    seen = planes(saved[0][3:, 5:], saved[1])
    assert (seen.left, seen.top) == (0, 0)


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (8, 8), (33, 70), (64, 64), (8, 10_000)], ids=str)
@pytest.mark.parametrize("look", ["white", "black", "grey", "noise"])
def test_pictures_of_any_shape_fill_whole_cells_with_numbers(size, look):
    levels = {"white": (255, 256), "black": (0, 1), "grey": (127, 128), "noise": (0, 256)}[look]
    image = np.random.default_rng(1).integers(*levels, (*size, 3), dtype=np.uint8)
    seen = planes(image, None)
    channels, high, wide = seen.cells.shape
    assert channels == CHANNELS
    assert high % PAD == wide % PAD == 0
    assert 8 * high >= size[0] + seen.top
    assert 8 * wide >= size[1] + seen.left
    assert np.isfinite(seen.cells).all()
    assert np.abs(seen.cells).max() <= 2 * LIMIT


def test_a_flat_page_has_no_coefficients():
    grid = planes(np.full((64, 64, 3), 255, np.uint8), None).cells[-GRID_CHANNELS:]
    assert (grid[:BINNED] == 1).all()


def test_with_its_table_a_jpeg_gives_whole_coefficients(saved):
    image, jpeg = saved
    with_table, without = (planes(image, each).cells[-GRID_CHANNELS:] for each in (jpeg, None))
    # Quantised away: far more zeros in the file's own units than in grey levels.
    assert with_table[:BINNED].mean() > without[:BINNED].mean()
    assert with_table[-1].min() == 1
    assert without[-1].max() == 0


def test_long_pages_are_measured_in_bands_as_in_one_piece(saved, monkeypatch):
    image = np.concatenate([saved[0], saved[0]])
    whole = planes(image, saved[1]).cells
    monkeypatch.setattr(module, "BAND", 256 * 960)
    assert np.allclose(planes(image, saved[1]).cells, whole, atol=0.02)


def test_words_unlike_their_line_stand_out_in_what_they_differ():
    page = grained(drawn(), 1)
    blurred = cv2.GaussianBlur(page, (0, 0), 1.5)
    seen = planes(pasted(page, blurred), None).cells[line_plane("curved")]
    inside = np.s_[EDITED.top // 8 + 1 : EDITED.bottom // 8 - 1, EDITED.left // 8 + 1 : EDITED.right // 8 - 1]
    assert seen[inside].mean() < -1
    untouched = planes(page, None).cells[line_plane("curved")]
    assert abs(untouched[inside].mean()) < 0.5


def test_a_page_of_one_look_differs_from_nothing():
    values = np.full((len(NAMES), 40, 40), 0.7, np.float32)
    _, page, line = beside(values)
    assert np.abs(page).max() < 1e-3
    assert np.abs(line).max() < 1e-3


def test_what_stands_out_stands_out_whatever_its_unit():
    rng = np.random.default_rng(0)
    values = rng.normal(0, 1, (len(NAMES), 40, 80)).astype(np.float32)
    values[NAMES.index("inked")] = values[NAMES.index("bare")] = 1
    values[0, 18:22, 40:46] += 6
    _, page, _ = beside(values)
    _, scaled, _ = beside(np.concatenate([1000 * values[:1], values[1:]]))
    assert page[0, 20, 43] > 4
    assert np.allclose(page[0], scaled[0], atol=0.05)


def test_the_picture_is_left_alone_and_threads_change_nothing(saved):
    before = saved[0].copy()
    told = []
    for threads in (1, 2):
        cv2.setNumThreads(threads)
        told.append(planes(saved[0], None).cells)
    cv2.setNumThreads(-1)
    assert np.array_equal(saved[0], before)
    assert np.array_equal(*told)
