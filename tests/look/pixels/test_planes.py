"""The planes of a page: grid, coefficients, residuals."""

import io

import cv2
import numpy as np
import pytest
from forgecheck_models.synth.sample import FORGED_LETTER, draw
from PIL import Image

from forgecheck.evidence import Jpeg
from forgecheck.look.pixels.planes import COLOUR_CHANNELS, GRID_CHANNELS, PAD, grid_origin, planes


@pytest.fixture(scope="module")
def compressed() -> tuple[np.ndarray, tuple[int, ...]]:
    buffer = io.BytesIO()
    draw(FORGED_LETTER).save(buffer, "JPEG", quality=80)
    with Image.open(buffer) as image:
        return np.asarray(image.convert("RGB")), tuple(image.quantization[0])


@pytest.mark.parametrize(("across", "down"), [(0, 0), (3, 5), (7, 1), (4, 4)])
def test_the_grid_is_found_wherever_the_picture_was_cut(compressed, across, down):
    cut = compressed[0][down:, across:]
    assert grid_origin(cv2.cvtColor(cut, cv2.COLOR_RGB2GRAY)) == (-across % 8, -down % 8)


@pytest.mark.parametrize("size", [(8, 8), (33, 70), (64, 64)])
def test_planes_fill_whole_cells_and_stay_in_range(size):
    image = np.random.default_rng(1).integers(0, 256, (*size, 3), dtype=np.uint8)
    seen = planes(image, None)
    high, wide = seen.colour.shape[1:]
    assert seen.colour.shape[0] == COLOUR_CHANNELS
    assert seen.grid.shape == (GRID_CHANNELS, high // 8, wide // 8)
    assert high % PAD == wide % PAD == 0
    assert -1 <= seen.colour.min() <= seen.colour.max() <= 1
    inside = seen.colour[:3, seen.top : seen.top + size[0], seen.left : seen.left + size[1]]
    assert np.allclose(inside * 255, image.transpose(2, 0, 1))


def test_a_flat_page_has_no_residue_and_no_coefficients():
    seen = planes(np.full((64, 64, 3), 255, np.uint8), None)
    assert np.abs(seen.colour[3:]).max() < 1e-4
    assert (seen.grid[:9] == 1).all()


def test_with_its_table_a_jpeg_gives_whole_coefficients(compressed):
    image, table = compressed
    with_table = planes(image, Jpeg({0: table}, (), progressive=False)).grid
    without = planes(image, None).grid
    # Quantised away: far more zeros in the file's own units than in grey levels.
    assert with_table[:9].mean() > without[:9].mean()
    assert with_table[-1].min() == 1
    assert without[-1].max() == 0
