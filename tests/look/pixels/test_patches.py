"""Rectangles of another white: silent on what pages draw by themselves, sure on what was planted."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from forgecheck_models.synth.patches import SCENES, Sample, corners, forged, genuine, resaved

from forgecheck.evidence import Box, Page, TextLine
from forgecheck.look.pixels.patches import EPSILON, flat_patches


def patches(sample: Sample, image: np.ndarray | None = None):
    return flat_patches(Page(1, sample.image if image is None else image, lines=sample.lines))


def overlap(a: Box, b: Box) -> float:
    both = a.intersection(b).area
    return both / (a.area + b.area - both)


def plain(noise: float = 0.0, paper: int = 250) -> tuple[np.ndarray, tuple[TextLine, ...]]:
    """One line of black bars for characters on a flat page."""
    image = np.full((400, 600, 3), paper, np.uint8)
    for x in range(60, 540, 30):
        image[180:210, x : x + 20] = 20
    if noise:
        image = (image + np.random.default_rng(0).normal(0, noise, image.shape)).clip(0, 255).astype(np.uint8)
    return image, (TextLine("字" * 16, corners(Box(56, 174, 544, 216)), 0.99),)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("seed", [3, 6, 20])
def test_silent_on_what_a_page_draws_by_itself(scene: str, seed: int):
    assert patches(genuine(seed, scene)) == ()


@pytest.mark.parametrize("quality", [95, 75])
@pytest.mark.parametrize("scene", SCENES)
def test_silent_on_re_compressed_pages(scene: str, quality: int):
    page = genuine(8, scene)
    assert patches(page, resaved(page.image, quality)) == ()


def test_silent_on_a_patch_of_exactly_the_right_colour():
    assert patches(forged(0, 0)) == ()


def test_silent_on_round_corners():
    image, lines = plain()
    cv2.rectangle(image, (172, 172), (260, 218), (255, 255, 255), -1)
    for x in (172, 260):
        for y in (172, 218):
            image[y, x] = (252, 252, 252)
    assert flat_patches(Page(1, image, lines=lines)) == ()


def test_silent_on_a_faint_coloured_highlight():
    image, lines = plain()
    image[172:218, 172:262][image[172:218, 172:262].min(2) > 200] = (250, 250, 244)
    assert flat_patches(Page(1, image, lines=lines)) == ()


def test_silent_on_a_field_that_holds_its_whole_line():
    image, lines = plain()
    image[160:230, 30:570][image[160:230, 30:570].min(2) > 200] = 255
    assert flat_patches(Page(1, image, lines=lines)) == ()


def test_silent_on_equal_cells_in_a_column():
    image = np.full((600, 600, 3), 250, np.uint8)
    lines = []
    for y in range(60, 560, 100):
        image[y : y + 46, 200:320] = 255
        image[y + 8 : y + 38, 100:500:30] = 20
        lines.append(TextLine("字" * 14, corners(Box(96, y + 3, 500, y + 43)), 0.99))
    assert flat_patches(Page(1, image, lines=tuple(lines))) == ()


@pytest.mark.parametrize("value", [0, 128, 255])
@pytest.mark.parametrize("size", [(16, 16), (300, 400), (1, 900)])
def test_silent_on_a_page_of_one_colour(value: int, size: tuple[int, int]):
    image = np.full((*size, 3), value, np.uint8)
    line = TextLine("一", corners(Box(0, 0, size[1], size[0])), 0.9)
    assert flat_patches(Page(1, image, lines=(line,))) == ()


@pytest.mark.parametrize("sigma", [0.7, 3.0, 60.0])
def test_silent_on_noise(sigma: float):
    image, lines = plain(sigma)
    assert flat_patches(Page(1, image, lines=lines)) == ()


@pytest.mark.parametrize("lines", [None, ()])
def test_silent_where_no_words_are_known(lines: tuple[TextLine, ...] | None):
    assert flat_patches(Page(1, forged(0, 4).image, lines=lines)) == ()


@pytest.mark.parametrize("level", range(1, 7))
@pytest.mark.parametrize("way", ["retyped", "blank", "tail"])
def test_finds_a_planted_patch(level: int, way: str):
    page = forged(10, level, way)
    (found,) = patches(page)
    assert overlap(found.box, page.patch) > 0.95
    assert found.level == level
    assert found.log10_nfa < EPSILON


def test_a_larger_step_is_surer():
    nfas = [patches(forged(10, level))[0].log10_nfa for level in range(1, 7)]
    assert nfas == sorted(nfas, reverse=True)
    assert nfas[-1] < nfas[0]


def test_a_longer_patch_is_surer():
    def nfa(width: int) -> float:
        image, lines = plain()
        image[172:218, 172 : 172 + width][image[172:218, 172 : 172 + width].min(2) > 200] = 254
        return flat_patches(Page(1, image, lines=lines))[0].log10_nfa

    assert nfa(270) < nfa(180) < nfa(90)


@pytest.mark.parametrize("paper", [6, 90, 200, 250])
def test_the_brightness_of_the_page_does_not_matter(paper: int):
    image, lines = plain(paper=paper)
    ground = image[172:218, 172:262].min(2) == paper
    image[172:218, 172:262][ground] = paper + 3
    (found,) = flat_patches(Page(1, image, lines=lines))
    assert (found.box, found.level) == (Box(172, 172, 262, 218), 3)


@pytest.mark.parametrize("shift", [(1, 0), (0, 1), (5, 3)])
def test_moves_with_the_page(shift: tuple[int, int]):
    image, lines = plain()
    image[172:218, 172:262][image[172:218, 172:262].min(2) > 200] = 254
    right, down = shift
    moved = cv2.copyMakeBorder(image, down, 0, right, 0, cv2.BORDER_REPLICATE)
    (line,) = lines
    box = Box(line.box.left + right, line.box.top + down, line.box.right + right, line.box.bottom + down)
    (found,) = flat_patches(Page(1, moved, lines=(TextLine(line.text, corners(box), 0.9),)))
    assert found.box == Box(172 + right, 172 + down, 262 + right, 218 + down)


def test_leaves_its_input_alone():
    page = forged(1, 3)
    before = page.image.copy()
    image = page.image.copy()
    image.setflags(write=False)
    patches(page, image)
    assert (image == before).all()


def test_takes_less_than_120_ms_for_a_phone_screen():
    page = next(each for each in map(genuine, range(50)) if each.image.shape[:2] == (2400, 1080))
    times = []
    for _ in range(5):
        start = time.thread_time()
        patches(page)
        times.append(time.thread_time() - start)
    assert min(times) < 0.12
