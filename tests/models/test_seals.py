"""The drawn seals: what they are measured with must itself be right."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import BLUE, FONTS, Design, draw_seal, impress, invent
from PIL import Image, ImageFont


def _missing(font: str) -> bool:
    try:
        ImageFont.truetype(font, 12)
    except OSError:
        return True
    return False


pytestmark = pytest.mark.skipif(
    any(map(_missing, FONTS)), reason="the Chinese fonts of the generator are not installed"
)


def test_the_same_seed_gives_the_same_seal_and_page():
    def make() -> bytes:
        rng = np.random.default_rng(7)
        page, _ = impress(Image.new("RGB", (300, 300), "white"), draw_seal(invent(rng), 200), (150, 150), rng)
        return page.tobytes()

    assert make() == make()


def test_another_seed_gives_another_name():
    assert len({invent(np.random.default_rng(seed)).name for seed in range(20)}) > 10


@pytest.mark.parametrize(("shape", "height"), [("round", 160), ("square", 160), ("oval", 120)])
def test_a_seal_has_the_size_asked_for(shape, height):
    assert draw_seal(invent(np.random.default_rng(1), shape), 160).size == (160, height)


def test_the_frame_is_closed_and_the_ground_is_bare():
    cover = np.asarray(draw_seal(Design("清河口明衡律师事务所"), 200))
    assert cover[100, :5].max() > 200
    assert cover[100, -5:].max() > 200
    assert 0.05 < (cover > 128).mean() < 0.5


def test_an_impression_darkens_and_never_lightens_the_page():
    rng = np.random.default_rng(3)
    page = Image.fromarray(rng.integers(0, 256, (260, 260, 3)).astype(np.uint8))
    inked, _ = impress(page, draw_seal(invent(rng), 200), (130, 130), rng, colour=BLUE)
    assert (np.asarray(inked) <= np.asarray(page)).all()


def test_the_box_is_cut_at_the_edge_of_the_page():
    rng = np.random.default_rng(4)
    _, box = impress(Image.new("RGB", (300, 300), "white"), draw_seal(invent(rng), 200), (290, 150), rng, ink="flat")
    assert (box[0], box[2]) == (190, 300)


def test_the_page_itself_is_left_untouched():
    rng = np.random.default_rng(5)
    page = Image.new("RGB", (300, 300), "white")
    impress(page, draw_seal(invent(rng), 200), (150, 150), rng)
    assert np.asarray(page).min() == 255
