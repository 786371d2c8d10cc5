"""Seals of coloured ink: silence first, then finding."""

import io

import numpy as np
import pytest
from forgecheck_models.synth.seals import BLUE, RED, Design, draw_seal, impress
from PIL import Image, ImageDraw
from render import font

from forgecheck.evidence import Box
from forgecheck.look.seals.search import Found, search
from forgecheck.models import Models

NET = Models(threads=1).seal_net
LETTER = "关于逾期款项的通知请于收到之日起七日内与我方联系办理清偿事宜特此函告"


def letter(size=(1000, 1400), paper="white") -> Image.Image:
    page = Image.new("RGB", size, paper)
    for row in range(80, size[1] - 80, 60):
        ImageDraw.Draw(page).text((80, row), LETTER[: (size[0] - 160) // 30], fill=(25, 25, 25), font=font(30))
    return page


def sealed(design: Design, diameter=240, centre=(600, 900), page=None, **more) -> tuple[Image.Image, Box]:
    rng = np.random.default_rng(1)
    inked, box = impress(page or letter(), draw_seal(design, diameter), centre, rng, **more)
    return inked, Box(*box)


def jpeg(page: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def seals(image: np.ndarray) -> list[Found]:
    return search(image, NET.hints(image))


def boxes(page: Image.Image) -> list[Box]:
    return [each.box for each in seals(np.asarray(page))]


def overlap(one: Box, other: Box) -> float:
    shared = one.intersection(other)
    area = shared.area if shared.width > 0 and shared.height > 0 else 0
    return area / (one.area + other.area - area)


FIRM = Design("清河口明衡律师事务所")


# Silence.


def test_silent_on_an_empty_page():
    assert boxes(Image.new("RGB", (1000, 1400), "white")) == []


@pytest.mark.parametrize("paper", ["white", (225, 222, 215), (250, 240, 200)])
def test_silent_on_black_text(paper):
    assert boxes(jpeg(letter(paper=paper), 70)) == []


def test_silent_on_a_red_head_and_its_line():
    page = letter()
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 1000, 320), fill="white")
    draw.text((140, 100), "云州市人民法院文件", fill=RED, font=font(80))
    draw.line((80, 260, 920, 260), fill=RED, width=5)
    assert boxes(jpeg(page, 80)) == []


def test_silent_on_lines_of_red_text():
    page = letter()
    for row in range(400, 800, 60):
        ImageDraw.Draw(page).text((80, row), LETTER[:24], fill=(220, 20, 20), font=font(32))
    assert boxes(jpeg(page, 75)) == []


@pytest.mark.parametrize("diameter", [60, 120, 300])
@pytest.mark.parametrize("colour", [RED, BLUE])
def test_silent_on_a_solid_disc(diameter, colour):
    page = letter()
    ImageDraw.Draw(page).ellipse((300, 300, 300 + diameter, 300 + diameter), fill=colour)
    assert boxes(page) == []


def test_silent_on_a_notification_badge():
    page = letter()
    ImageDraw.Draw(page).ellipse((300, 300, 370, 370), fill=(250, 60, 50))
    ImageDraw.Draw(page).text((320, 312), "9", fill="white", font=font(40))
    assert boxes(page) == []


def test_silent_on_a_bare_ring_drawn_around_a_word():
    page = letter()
    ImageDraw.Draw(page).ellipse((300, 300, 560, 500), outline=(230, 30, 30), width=6)
    assert boxes(page) == []


def test_silent_on_a_red_button():
    page = letter()
    ImageDraw.Draw(page).rounded_rectangle((200, 300, 800, 400), 50, fill=(230, 50, 40))
    ImageDraw.Draw(page).text((400, 325), "立即还款", fill="white", font=font(48))
    assert boxes(page) == []


def test_silent_on_a_round_face():
    page = letter()
    draw = ImageDraw.Draw(page)
    draw.ellipse((300, 300, 460, 460), fill=(255, 205, 60), outline=(235, 120, 40), width=6)
    draw.ellipse((335, 345, 360, 375), fill=(90, 50, 20))
    draw.ellipse((400, 345, 425, 375), fill=(90, 50, 20))
    draw.arc((340, 360, 420, 430), 20, 160, fill=(200, 30, 40), width=8)
    assert boxes(page) == []


@pytest.mark.parametrize("colour", ["black", RED])
def test_silent_on_a_square_code(colour):
    page = Image.new("RGB", (1000, 1400), "white")
    bits = np.random.default_rng(2).integers(0, 2, (29, 29)).astype(np.uint8) * 255
    code = Image.fromarray(bits).resize((290, 290), Image.Resampling.NEAREST)
    page.paste(colour, (300, 300), code)
    assert boxes(page) == []


def test_silent_on_a_picture_of_all_colours():
    y, x = np.mgrid[:1200, :900]
    waves = [128 + 100 * np.sin(x / a + y / b) for a, b in ((71, 90), (43, 120), (150, 37))]
    assert boxes(jpeg(Image.fromarray(np.stack(waves, -1).astype(np.uint8)), 80)) == []


@pytest.mark.parametrize(
    "image",
    [
        np.full((16, 16, 3), 255, np.uint8),
        np.full((1, 700, 3), 255, np.uint8),
        np.full((300, 300, 3), (255, 0, 0), np.uint8),
        np.zeros((300, 300, 3), np.uint8),
        np.repeat(np.random.default_rng(0).integers(0, 256, (400, 400, 1)), 3, 2).astype(np.uint8),
    ],
    ids=["tiny", "thread", "all red", "all black", "gray noise"],
)
def test_silent_on_degenerate_pictures(image):
    assert seals(image) == []


# Finding.


@pytest.mark.parametrize("diameter", [64, 90, 150, 300])
@pytest.mark.parametrize("colour", [RED, BLUE])
def test_finds_a_round_seal_over_text(diameter, colour):
    page, box = sealed(FIRM, diameter, colour=colour, ink="flat")
    (found,) = seals(np.asarray(page))
    assert found.shape == "round"
    assert overlap(found.box, box) > 0.85


@pytest.mark.parametrize("quality", [60, 75, 95])
def test_finds_it_after_compression(quality):
    page, box = sealed(FIRM)
    (found,) = boxes(jpeg(page, quality))
    assert overlap(found, box) > 0.9


def test_finds_it_on_warm_and_unevenly_lit_paper():
    page, box = sealed(FIRM)
    light = np.linspace(1.0, 0.55, 1000)[None, :, None] * np.array([1.0, 0.93, 0.78])
    (found,) = boxes(jpeg(Image.fromarray((np.asarray(page) * light).astype(np.uint8)), 80))
    assert overlap(found, box) > 0.9


def test_finds_half_a_seal_at_the_edge():
    page, box = sealed(FIRM, 260, (990, 700))
    (found,) = boxes(page)
    assert overlap(found, box) > 0.85


def test_finds_an_oval_seal_and_says_so():
    page, box = sealed(Design("清河口明衡律师事务所", "oval", "none", "发票专用章", span=200))
    (found,) = seals(np.asarray(page))
    assert found.shape == "oval"
    assert overlap(found.box, box) > 0.9


def test_finds_a_square_name_seal():
    page, box = sealed(Design("周明衡印", "square", "none"), 110)
    (found,) = seals(np.asarray(page))
    assert found.shape == "square"
    assert overlap(found.box, box) > 0.8


def test_finds_two_seals_beside_each_other():
    page, first = sealed(FIRM, 200, (300, 900))
    page, second = sealed(Design("临溪嘉诺科技有限公司"), 200, (640, 900), page)
    found = boxes(page)
    assert len(found) == 2
    assert all(max(overlap(each, box) for each in found) > 0.9 for box in (first, second))


@pytest.mark.parametrize("shift", [(0, 0), (13, 7), (-150, 200)])
def test_moves_with_the_seal(shift):
    page, box = sealed(FIRM, 200, (500 + shift[0], 700 + shift[1]), ink="flat")
    (found,) = boxes(page)
    assert overlap(found, box) > 0.9


def test_grows_with_the_page():
    page, box = sealed(FIRM, 160, ink="flat")
    (found,) = boxes(page.resize((2000, 2800), Image.Resampling.BICUBIC))
    assert overlap(found, Box(*(2 * each for each in box))) > 0.9


def test_the_picture_is_left_untouched():
    image = np.array(sealed(FIRM)[0])
    before = image.copy()
    image.flags.writeable = False
    seals(image)
    assert (image == before).all()
