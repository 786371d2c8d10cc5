"""Double compression: silent on pages of one history, found where words missed the first one."""

from __future__ import annotations

import numpy as np
import pytest
from look.pixels.pages import EDITED, compressed, drawn, grained, hits, lines, pasted

from forgecheck.evidence import Jpeg, Page
from forgecheck.look.pixels.requantised import requantised


def traces(image: np.ndarray, quality: int):
    decoded, jpeg = compressed(image, quality)
    return requantised(Page(1, decoded, lines=lines()), jpeg)


@pytest.mark.parametrize("quality", [95, 85, 70])
def test_silent_on_pages_compressed_once(quality: int):
    assert traces(drawn(), quality) == ()
    assert traces(grained(drawn()), quality) == ()


@pytest.mark.parametrize(("first", "second"), [(60, 90), (75, 93), (50, 80), (90, 60)])
def test_silent_on_pages_compressed_twice_as_a_whole(first: int, second: int):
    assert traces(compressed(grained(drawn()), first)[0], second) == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("first", "second"), [(60, 90), (50, 85)])
def test_finds_words_written_between_two_compressions(first: int, second: int, seed: int):
    image = pasted(compressed(grained(drawn()), first)[0], grained(drawn(seed), seed))
    (found,) = traces(image, second)
    assert found.cue == "requantised"
    assert hits(found.box)
    assert found.measured["here_nats"] < found.measured["page_nats"]


def test_silent_where_the_second_compression_is_the_coarser():
    image = pasted(compressed(grained(drawn()), 90)[0], grained(drawn(1), 1))
    assert traces(image, 60) == ()


def test_silent_on_a_bar_over_the_words():
    image = compressed(grained(drawn()), 60)[0].copy()
    image[EDITED.top : EDITED.bottom, EDITED.left : EDITED.right] = 20
    assert traces(image, 90) == ()


def test_silent_on_a_page_that_is_not_as_it_was_decoded():
    image = pasted(compressed(grained(drawn()), 60)[0], grained(drawn(1), 1))
    decoded, jpeg = compressed(image, 90)
    turned = np.ascontiguousarray(np.roll(decoded, (3, 5), (0, 1)))
    assert requantised(Page(1, turned, lines=lines()), jpeg) == ()


def test_silent_without_tables_lines_or_text():
    image, jpeg = compressed(drawn(), 80)
    assert requantised(Page(1, image, lines=()), jpeg) == ()
    assert requantised(Page(1, image, lines=lines()), Jpeg({}, (), False)) == ()
    blank = compressed(np.full((640, 900, 3), 255, np.uint8), 80)
    assert requantised(Page(1, blank[0], lines=lines()), blank[1]) == ()
