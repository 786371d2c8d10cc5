"""JPEG grids: silent on pages of one history, however cropped or saved; found where words came later."""

from __future__ import annotations

import numpy as np
import pytest
from look.pixels.pages import EDITED, compressed, drawn, grained, hits, lines, pasted

from forgecheck.evidence import Page
from forgecheck.look.pixels.grid import foreign_grids


def traces(image: np.ndarray, on_file_grid: bool = False):
    return foreign_grids(Page(1, np.ascontiguousarray(image), lines=lines()), on_file_grid)


@pytest.mark.parametrize("seed", range(3))
def test_silent_on_pages_never_compressed(seed: int):
    assert traces(drawn(seed)) == ()
    assert traces(grained(drawn(seed), seed)) == ()


@pytest.mark.parametrize("quality", [95, 85, 70, 50])
def test_silent_on_pages_compressed_as_a_whole(quality: int):
    assert traces(compressed(drawn(), quality)[0]) == ()
    assert traces(compressed(grained(drawn()), quality)[0], on_file_grid=True) == ()


@pytest.mark.parametrize("shift", [(1, 0), (3, 5), (7, 7)])
def test_silent_on_pages_cropped_after_compression(shift: tuple[int, int]):
    image = compressed(grained(drawn()), 80)[0]
    assert traces(np.pad(image[shift[0] :, shift[1] :], ((0, shift[0]), (0, shift[1]), (0, 0)), "edge")) == ()


@pytest.mark.parametrize("quality", [90, 75, 60])
@pytest.mark.parametrize("seed", [1, 2])
def test_finds_words_written_over_a_compressed_page(quality: int, seed: int):
    image = pasted(compressed(grained(drawn()), quality)[0], grained(drawn(seed), seed))
    (found,) = traces(image)
    assert found.cue == "jpeg_grid"
    assert hits(found.box)
    assert found.log10_nfa < -5


def test_finds_words_whose_grid_begins_elsewhere():
    other = np.roll(compressed(grained(drawn(3), 3), 75)[0], (3, 5), (0, 1))
    (found,) = traces(pasted(compressed(grained(drawn()), 75)[0], other))
    assert hits(found.box)


def test_finds_the_same_place_wherever_the_grid_begins():
    image = pasted(compressed(grained(drawn()), 75)[0], grained(drawn(1), 1))
    moved = np.roll(image, (0, 3), (0, 1))
    (one,), (two,) = traces(image), traces(moved)
    assert abs(one.box.left - two.box.left) <= 16
    assert hits(two.box)


def test_silent_when_compression_came_after_the_edit():
    image = pasted(compressed(grained(drawn()), 90)[0], grained(drawn(1), 1))
    assert traces(compressed(image, 70)[0]) == ()


def test_silent_on_a_mosaic():
    image = compressed(grained(drawn()), 75)[0].copy()
    part = image[EDITED.top : EDITED.bottom, EDITED.left : EDITED.right]
    small = part.reshape(5, 8, 14, 8, 3).mean((1, 3)).astype(np.uint8)
    part[:] = small.repeat(8, 0).repeat(8, 1)
    assert traces(image) == ()


def test_silent_on_empty_and_tiny_pages():
    assert foreign_grids(Page(1, np.full((9, 9, 3), 255, np.uint8), lines=()), False) == ()
    assert traces(np.full((640, 900, 3), 255, np.uint8)) == ()
    assert foreign_grids(Page(1, drawn()), False) == ()
