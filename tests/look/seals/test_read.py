"""Reading seals: blank ones first, then at any angle, over text, small, on the lower arc."""

import io

import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal, impress
from forgecheck_models.synth.seals.impress import prepared, put
from PIL import Image, ImageDraw
from render import font

from forgecheck.evidence import Page, Seal
from forgecheck.look.reader import Reading
from forgecheck.look.seals import find_seals
from forgecheck.look.seals.read import Words, _apart, _arc, _surer, _words, read_rings
from forgecheck.models import Models

LETTER = "关于逾期款项的通知请于收到之日起七日内与我方联系办理清偿事宜特此函告"
FIRM = Design("清河口明衡律师事务所")


def blank() -> Image.Image:
    return Image.new("RGB", (700, 700), "white")


def letter() -> Image.Image:
    page = blank()
    for row in range(40, 660, 60):
        ImageDraw.Draw(page).text((30, row), LETTER[:21], fill=(25, 25, 25), font=font(30))
    return page


def sealed(design: Design, diameter: int = 240, page: Image.Image | None = None, **more: object) -> Image.Image:
    rng = np.random.default_rng(1)
    given = {"ink": "flat", **more}
    return impress(page or blank(), draw_seal(design, diameter), (350, 350), rng, **given)[0]


def jpeg(page: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def read(page: Image.Image, models: Models) -> Seal:
    image = np.array(page)
    image.flags.writeable = False
    (seal,) = find_seals(Page(3, image), models)
    return seal


# What was read, to words.


def test_nothing_read_is_no_name():
    silence = Reading("", 0.0, ())
    assert _words(silence, silence, silence) == Words()


def test_an_unsure_name_is_no_name():
    assert _words(Reading("清河口明衡律师事务所", 0.5, ()), Reading("", 0, ()), Reading("", 0, ())).text is None


def test_a_name_of_three_signs_is_no_name():
    assert _words(Reading("事务所", 0.99, ()), Reading("", 0, ()), Reading("", 0, ())).text is None


def test_a_blurred_last_sign_of_a_purpose_is_known():
    words = _words(Reading("白鹭科技有限公司", 0.97, ()), Reading("合同专用草", 0.9, ()), Reading("", 0, ()))
    assert (words.text, words.confidence) == ("白鹭科技有限公司合同专用章", 0.9)


def test_digits_on_the_lower_arc_are_a_number_and_signs_a_purpose():
    name, silence = Reading("白鹭科技有限公司", 0.97, ()), Reading("", 0.0, ())
    assert _words(name, silence, Reading("4401060012345", 0.9, ())).serial == "4401060012345"
    assert _words(name, silence, Reading("合同专用章", 0.9, ())).text == "白鹭科技有限公司合同专用章"


def test_a_number_of_another_length_is_left_out():
    assert (
        _words(Reading("白鹭科技有限公司", 0.97, ()), Reading("", 0, ()), Reading("44010600", 0.9, ())).serial is None
    )


def test_two_readings_that_differ_are_less_sure():
    one, other = Reading("白鹭科技有限公司", 0.9, ()), Reading("自路科拔有限公司", 0.8, ())
    assert _surer(one, one).confidence == pytest.approx(0.9)
    assert _surer(one, other).text == "白鹭科技有限公司"
    assert 0.5 < _surer(one, other).confidence < 0.9


# Where the name begins and ends.


def test_a_purpose_on_the_lower_arc_is_no_part_of_the_name():
    planes = np.zeros((2, 64, 634), np.float32)
    planes[0, 20:40, 100:400] = 1
    planes[0, 20:40, 500:600], planes[1, 20:40, 500:600] = 0.6, 0.3
    name, lower = _apart(planes)
    assert (name[:, 480:620] == 0).all()
    assert (name[20:40, 100:400] == 1).all()
    assert lower[30, 550] == pytest.approx(0.9)


@pytest.mark.parametrize(("first", "last"), [(100, 500), (400, 900), (10, 620)])
def test_the_widest_gap_parts_end_and_beginning(first: int, last: int):
    plane = np.zeros((64, 634), np.float32)
    for start in range(first, last, 30):
        plane[20:44, np.arange(start, start + 20) % 634] = 1
    arc = _arc(plane)
    assert arc is not None
    assert abs(arc[0] - first) <= 1
    assert abs(arc[1] - last) <= 30


@pytest.mark.parametrize("speck", [0, 3])
def test_a_bare_ring_has_no_name(speck: int):
    plane = np.zeros((64, 634), np.float32)
    plane[30 : 30 + speck, 200 : 200 + speck] = 1
    assert _arc(plane) is None


# Whole seals.


def test_no_seals_need_no_reading(models):
    assert read_rings([], models.reader, models.cleaner) == []


@pytest.mark.reader
@pytest.mark.parametrize("turn", [-35, 0, 8, 120])
def test_reads_the_name_at_any_rotation(turn, models):
    seal = read(sealed(FIRM, 280, turn=turn), models)
    assert (seal.text, seal.emblem, seal.page, seal.origin) == ("清河口明衡律师事务所", "star", 3, "unclear")
    assert seal.confidence > 0.8


@pytest.mark.reader
@pytest.mark.parametrize("arched", [False, True])
def test_reads_the_purpose_after_the_name(arched, models):
    design = Design("白鹭嘉诺科技有限公司", emblem="none", bottom="合同专用章", span=220, arched=arched)
    seal = read(sealed(design, 300), models)
    assert (seal.text, seal.emblem) == ("白鹭嘉诺科技有限公司合同专用章", "none")


@pytest.mark.reader
def test_reads_the_number_apart_from_the_name(models):
    seal = read(sealed(Design("白鹭嘉诺科技有限公司", serial="4401060012345"), 340), models)
    assert (seal.text, seal.serial) == ("白鹭嘉诺科技有限公司", "4401060012345")


@pytest.mark.reader
@pytest.mark.parametrize("colour", [(208, 32, 38), (36, 62, 160)], ids=["red", "blue"])
def test_reads_through_black_text(colour, models):
    seal = read(jpeg(sealed(FIRM, 240, letter(), colour=colour), 85), models)
    assert seal.text == "清河口明衡律师事务所"


@pytest.mark.reader
def test_reads_a_seal_of_120_px(models):
    assert read(jpeg(sealed(FIRM, 120), 85), models).text == "清河口明衡律师事务所"


@pytest.mark.reader
def test_reads_on_a_dark_page(models):
    page, _ = put(
        np.full((700, 700, 3), 25, np.uint8),
        prepared(draw_seal(FIRM, 240), "flat", np.random.default_rng(1)),
        (350, 350),
        (235, 45, 45),
        "alpha",
    )
    assert read(Image.fromarray(page), models).text == "清河口明衡律师事务所"


@pytest.mark.reader
def test_an_unreadable_seal_has_no_text(models):
    seal = read(sealed(FIRM, 56, letter()), models)
    assert (seal.text, seal.confidence) == (None, 0.0)
