"""The drawn seals: what they are measured with must itself be right."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import BLUE, SHIPPED, Design, draw_seal, impress, invent
from forgecheck_models.synth.seals.channels import CHANNELS, carried, through
from forgecheck_models.synth.seals.design import installed
from forgecheck_models.synth.seals.names import PLACES, WORDS, dealt
from forgecheck_models.synth.seals.scenes import scene
from PIL import Image


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


# Scenes.


def test_the_same_seed_gives_the_same_scene():
    one, again = scene(11, "test"), scene(11, "test")
    assert one.image.tobytes() == again.image.tobytes()
    assert [each.text for each in one.truths] == [each.text for each in again.truths]


def test_splits_share_no_place_no_word_and_no_font_but_the_shipped_one():
    for items in (PLACES, WORDS):
        parts = [set(dealt(items, split)) for split in ("train", "validate", "test")]
        assert sum(map(len, parts)) == len(set().union(*parts)) == len(set(items))
    assert set(installed("train")) & set(installed("test")) == {SHIPPED}


def test_truths_lie_on_the_picture_and_erased_seals_have_no_box():
    for seed in range(12):
        done = scene(seed, "validate")
        height, width = done.image.shape[:2]
        for truth in done.truths:
            left, top, right, bottom = truth.box
            assert 0 <= left <= right <= width
            assert 0 <= top <= bottom <= height
            assert (truth.share == 0) == (truth.box.area == 0)


@pytest.mark.parametrize("channel", sorted(CHANNELS))
def test_a_channel_carries_points_where_the_picture_goes(channel):
    page = Image.new("RGB", (500, 700), "white")
    page.paste((200, 0, 0), (180, 300, 240, 360))
    done, matrix = through(np.asarray(page), channel, np.random.default_rng(2))
    ((x, y),) = carried(np.array([(210.0, 330.0)]), matrix)
    patch = done[round(y) - 3 : round(y) + 4, round(x) - 3 : round(x) + 4].reshape(-1, 3).mean(0)
    assert patch[1] < 140


def test_a_bottom_line_and_the_name_do_not_touch():
    rng = np.random.default_rng(3)
    for _ in range(40):
        design = invent(rng, "round", "test")
        assert not design.bottom or design.span <= 230
