"""Ground along the lines after JPEG: silent on even pages, on photos and on what is coloured or repeated."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from forgecheck_models.synth.patches import SCENES, forged, genuine, resaved

from forgecheck.look.pixels.ground import EPSILON, stepped_lines

DRAWN_EVENLY = sorted(set(SCENES) - {"tags", "pictures"})  # those two are the limits named in the check's manual


@pytest.mark.parametrize("quality", [95, 85, 75])
@pytest.mark.parametrize("scene", DRAWN_EVENLY)
@pytest.mark.parametrize("seed", [1, 4])
def test_silent_on_re_compressed_pages(scene: str, quality: int, seed: int):
    page = genuine(seed, scene)
    assert stepped_lines(1, resaved(page.image, quality), page.lines) == ()


def test_silent_on_an_exact_page_which_is_looked_at_by_its_outlines():
    page = forged(0, 4, "retyped")
    assert stepped_lines(1, page.image, page.lines) == ()


def test_silent_on_a_patch_of_the_right_colour():
    page = forged(0, 0, "retyped")
    assert stepped_lines(1, resaved(page.image, 90), page.lines) == ()


@pytest.mark.parametrize("sigma", [2.0, 8.0])
def test_silent_on_paper(sigma: float):
    page = genuine(0, "letter")
    noise = np.random.default_rng(1).normal(0, sigma, page.image.shape)
    shade = np.linspace(0, 40, page.image.shape[1])[None, :, None]
    paper = (page.image - shade + noise).clip(0, 255).astype(np.uint8)
    assert stepped_lines(1, resaved(paper, 85), page.lines) == ()


def test_silent_where_the_other_lines_are_uneven_too():
    page = forged(10, 4, "retyped", "letter")
    image = resaved(page.image, 95).copy()
    stripes = (np.arange(image.shape[1]) // 100 % 2 * 2).astype(np.uint8)[None, :, None]
    above, below = page.patch.top - 10, page.patch.bottom + 10
    image[:above] -= stripes
    image[below:] -= stripes
    assert stepped_lines(1, image, page.lines) == ()


def test_silent_without_lines_and_on_lines_outside_the_page():
    page = genuine(0, "letter")
    assert stepped_lines(1, page.image, ()) == ()
    assert stepped_lines(1, resaved(page.image[:16, :16], 90), page.lines) == ()


@pytest.mark.parametrize("value", [0, 255])
def test_silent_on_a_page_of_one_colour(value: int):
    page = genuine(0, "letter")
    assert stepped_lines(1, np.full_like(page.image, value), page.lines) == ()


@pytest.mark.parametrize("quality", [95, 85, 75])
@pytest.mark.parametrize("level", [2, 4, 6])
def test_finds_a_step_after_jpeg(quality: int, level: int):
    page = forged(11, level, "retyped", "letter")
    (found,) = stepped_lines(1, resaved(page.image, quality), page.lines)
    assert page.patch is not None
    assert found.box.intersection(page.patch).area > 0.6 * page.patch.area
    assert abs(found.level - level) <= 1
    assert found.log10_nfa < EPSILON


def test_finds_a_patch_put_on_a_jpeg_and_saved_as_png():
    page = forged(10, 4, "retyped", "letter", before=85)
    assert len(stepped_lines(1, page.image, page.lines)) == 1


def test_a_larger_step_is_never_less_sure():
    page = {level: forged(10, level, "retyped", "letter") for level in (2, 4, 6)}
    nfas = [stepped_lines(1, resaved(each.image, 90), each.lines)[0].log10_nfa for each in page.values()]
    assert nfas == sorted(nfas, reverse=True)


def test_does_not_need_the_grid_to_start_at_the_rim():
    page = forged(10, 4, "retyped", "letter")
    shifted = cv2.copyMakeBorder(page.image, 0, 0, 3, 0, cv2.BORDER_REPLICATE)
    assert len(stepped_lines(1, resaved(shifted, 90), page.lines)) == 1


def test_leaves_its_input_alone():
    page = forged(10, 3)
    image = resaved(page.image, 90).copy()
    before = image.copy()
    image.setflags(write=False)
    stepped_lines(1, image, page.lines)
    assert (image == before).all()
