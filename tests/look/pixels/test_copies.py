"""Copied characters: equal outlines are innocent, equal papers are not."""

from __future__ import annotations

import numpy as np
import pytest
from look.pixels.pages import compressed, drawn, grained, lines

from forgecheck.evidence import Page
from forgecheck.look.pixels.copies import copied_glyphs

SOURCE, TARGET = (157, 93), (454, 373)  # left and top of two character cells


def repeated() -> np.ndarray:
    """A page on which one row of characters stands in every line, as if printed again and again."""
    image = drawn()
    for top in range(96, 600, 56):
        image[top : top + 40] = image[40:80]
    return image


def copied(image: np.ndarray) -> np.ndarray:
    """A character with the paper around it, laid over another."""
    out = image.copy()
    (x, y), (u, v) = SOURCE, TARGET
    out[v : v + 36, u : u + 36] = image[y : y + 36, x : x + 36]
    return out


def traces(image: np.ndarray):
    return copied_glyphs(Page(1, image, lines=lines()))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("sigma", [1.5, 3.0, 6.0])
def test_silent_on_equal_characters_on_different_paper(seed: int, sigma: float):
    assert traces(grained(repeated(), seed, sigma)) == ()


@pytest.mark.parametrize("quality", [95, 85, 70])
def test_silent_on_equal_characters_after_compression(quality: int):
    assert traces(compressed(grained(repeated()), quality)[0]) == ()


def test_silent_on_drawn_pages_where_equal_characters_are_equal_pixels():
    assert traces(repeated()) == ()
    assert traces(compressed(repeated(), 85)[0]) == ()


@pytest.mark.parametrize("sigma", [2.0, 4.0])
def test_finds_both_places_of_a_copy(sigma: float):
    found = traces(copied(grained(drawn(), 1, sigma)))
    corners = {(each.box.left, each.box.top) for each in found}
    assert len(found) >= 2
    for x, y in (SOURCE, TARGET):
        assert any(x - 4 <= left <= x + 36 and y - 4 <= top <= y + 36 for left, top in corners)
    assert min(each.measured["difference_share"] for each in found) < 0.2


def test_finds_a_copy_after_fine_compression():
    assert traces(compressed(copied(grained(drawn(), 1, 4.0)), 95)[0])


def test_silent_on_empty_tiny_and_unread_pages():
    assert traces(np.full((640, 900, 3), 255, np.uint8)) == ()
    assert copied_glyphs(Page(1, np.zeros((9, 9, 3), np.uint8), lines=lines())) == ()
    assert copied_glyphs(Page(1, grained(drawn()))) == ()
