"""The second opinion: black and faint seals on generated pages, silence elsewhere."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal, impress
from PIL import Image, ImageDraw
from render import font

from forgecheck.look.seals.search import search
from forgecheck.models import Models

NET = Models(threads=1).seal_net
CENTRE, DIAMETER = (600, 1000), 240


def letter() -> Image.Image:
    page = Image.new("RGB", (1080, 1500), "white")
    pen = ImageDraw.Draw(page)
    for row in range(20):
        pen.text((90, 100 + 60 * row), "某某市某某区人民法院依照规定发出通知", font=font(36), fill=(20, 20, 20))
    return page


def sealed(colour) -> np.ndarray:
    cut = draw_seal(Design("云州明衡律师事务所"), DIAMETER)
    return np.asarray(impress(letter(), cut, CENTRE, np.random.default_rng(1), colour=colour)[0])


def found(image: np.ndarray) -> list:
    return list(search(image, NET.hints(image)))


@pytest.mark.parametrize("image", [np.full((64, 64, 3), 255, np.uint8), np.zeros((9, 3000, 3), np.uint8)], ids=str)
def test_silent_on_degenerate_pictures(image):
    assert found(image) == []


def test_silent_on_black_text():
    assert found(np.asarray(letter())) == []


def test_the_picture_is_left_untouched():
    image = sealed((40, 40, 40))
    before = image.copy()
    NET.hints(image)
    assert (image == before).all()


def test_hints_lie_on_the_page_and_come_likeliest_first():
    hints = NET.hints(sealed((208, 32, 38)))
    assert hints
    assert [each.chance for each in hints] == sorted((each.chance for each in hints), reverse=True)
    assert all(
        0 <= each.box.left < each.box.right <= 1080 and 0 <= each.box.top < each.box.bottom <= 1500 for each in hints
    )


@pytest.mark.parametrize("colour", [(208, 32, 38), (36, 62, 160), (60, 60, 60)], ids=["red", "blue", "black"])
def test_finds_a_seal_of_any_ink(colour):
    [seal] = found(sealed(colour))
    x, y = (seal.box.left + seal.box.right) / 2, (seal.box.top + seal.box.bottom) / 2
    assert abs(x - CENTRE[0]) < 20
    assert abs(y - CENTRE[1]) < 20
    assert seal.box.width == pytest.approx(DIAMETER, rel=0.12)
