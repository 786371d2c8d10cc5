"""What cells are measured to show: each quantity grows with what it is named for, and nothing else happens."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
import pytest
from look.pixels.pages import compressed, drawn, grained

from forgecheck.look.pixels.statistics import CELL, QUANTITIES, coefficients_of, common_level, dct_matrix, statistics

NAMES = list(QUANTITIES)


def measured(image: np.ndarray, name: str) -> np.ndarray:
    """One quantity of every cell on its ground."""
    values = statistics(image, common_level(image)).values
    ground = {"ink": values[NAMES.index("inked")] > 0.02, "paper": values[NAMES.index("bare")] > 0.3}
    return values[NAMES.index(name)][ground.get(QUANTITIES[name], np.s_[:])]


def page() -> np.ndarray:
    return drawn()[:, :896]


def blurred(sigma: float) -> np.ndarray:
    return page() if sigma == 0 else cv2.GaussianBlur(page(), (0, 0), sigma)


def stroked(thickness: int) -> np.ndarray:
    image = np.full((160, 320, 3), 235, np.uint8)
    for x in range(20, 300, 16):
        cv2.line(image, (x, 20), (x, 140), (40, 40, 40), thickness, cv2.LINE_AA)
    return image


def rises(values: list[float]) -> bool:
    return all(low < high for low, high in pairwise(values))


@pytest.mark.parametrize("name", ["grain", "grain_half", "rim_noise"])
def test_noise_shows_where_it_should(name: str):
    assert rises([float(measured(grained(page(), sigma=sigma), name).mean()) for sigma in (0.3, 0.7, 1.4)])


def test_noise_leaves_fewer_equal_neighbours():
    assert rises([float(measured(grained(page(), sigma=sigma), "even").mean()) for sigma in (1.4, 0.7, 0.3)])


@pytest.mark.parametrize("name", ["curved", "steepest"])
def test_blur_takes_sharpness(name: str):
    assert rises([float(np.median(measured(blurred(sigma), name))) for sigma in (2.5, 1.2, 0)])


def test_blur_leaves_more_pixels_between_ink_and_paper():
    assert rises([float(np.median(measured(blurred(sigma), "between"))) for sigma in (0, 0.8, 1.6)])


def test_thicker_strokes_are_thicker():
    assert rises([float(np.median(measured(stroked(each), "thick"))) for each in (1, 3, 6)])


def test_standing_strokes_have_their_steps_across():
    standing = stroked(2)
    lying = np.ascontiguousarray(standing.transpose(1, 0, 2))
    assert np.median(measured(standing, "lying")) > 1
    assert np.median(measured(lying, "lying")) < -1


def test_coarser_compression_leaves_more_zeros_on_its_grid():
    made = [compressed(page(), quality)[0] for quality in (95, 80, 50)]
    assert rises([float(measured(each, "zeros").mean()) for each in made])
    assert float(measured(made[-1], "zeros_more").mean()) > float(measured(page(), "zeros_more").mean()) + 0.1
    assert float(measured(made[-1], "block_across").mean()) > float(measured(page(), "block_across").mean())


def test_colour_of_ink_and_of_paper_are_told_apart():
    image = page()
    image[(image < 120).all(axis=2)] = (150, 60, 60)
    assert np.median(measured(image, "ink_red")) > 40
    assert abs(np.median(measured(image, "paper_red"))) < 1
    yellow = np.full((64, 64, 3), (240, 230, 200), np.uint8)
    assert np.median(measured(yellow, "paper_red")) == pytest.approx(40, abs=0.5)
    assert np.median(measured(yellow, "paper_green")) == pytest.approx(10, abs=0.5)


def test_a_wiped_rectangle_of_another_white_is_a_step_of_paper():
    image = np.full((320, 320, 3), 250, np.uint8)
    image[128:160, 96:200] = 246
    step = statistics(image, 250).values[NAMES.index("step")]
    assert step[17, 15] < -3
    assert abs(step[2, 2]) < 0.1
    usual = statistics(image, 250).values[NAMES.index("usual")]
    assert usual[2, 2] == pytest.approx(1, abs=0.01)
    assert usual[18, 18] < 0.5


def test_dark_pages_are_measured_as_light_ones():
    light, dark = page(), 255 - page()
    for name in ("depth", "thick", "inked", "between"):
        assert measured(dark, name).mean() == pytest.approx(measured(light, name).mean(), rel=0.05), name


@pytest.mark.parametrize("level", [0, 127, 255])
@pytest.mark.parametrize("size", [(8, 8), (8, 10_000), (2000, 8)], ids=str)
def test_flat_pictures_of_any_shape_give_numbers(level: int, size: tuple[int, int]):
    image = np.full((*size, 3), level, np.uint8)
    cells = statistics(image, common_level(image))
    assert common_level(image) == level
    assert cells.values.shape == (len(NAMES), size[0] // CELL, size[1] // CELL)
    assert np.isfinite(cells.values).all()
    assert (cells.values[NAMES.index("inked")] == 0).all()
    assert (cells.shape == 0).all()


def test_the_picture_is_left_alone_and_threads_change_nothing():
    image = grained(page())
    before = image.copy()
    told = []
    for threads in (1, 2):
        cv2.setNumThreads(threads)
        told.append(statistics(image, 225))
    cv2.setNumThreads(-1)
    assert np.array_equal(image, before)
    assert all(np.array_equal(one, two) for one, two in zip(*told, strict=True))


def test_moving_a_page_by_whole_cells_moves_what_was_measured():
    image = grained(page())
    whole = statistics(image, 225)
    part = statistics(np.ascontiguousarray(image[160:, 160:]), 225)
    inside = np.s_[:, 16:-16, 16:-16]
    assert np.allclose(part.values[inside], whole.values[:, 20:, 20:][inside], atol=1e-3)


def test_the_transform_keeps_energy():
    matrix = dct_matrix()
    assert np.allclose(matrix @ matrix.T, np.eye(8), atol=1e-6)
    flat = coefficients_of(np.full((8, 8), 200, np.float32))
    assert flat[0, 0, 0, 0] == pytest.approx(8 * 72, rel=1e-4)
    assert flat.sum() == pytest.approx(8 * 72, rel=1e-3)
