"""The drawn seals: what they are measured with must itself be right."""

from dataclasses import replace

import numpy as np
import pytest
from forgecheck_models.synth.seals import BLUE, SHIPPED, Design, draw_seal, impress, invent
from forgecheck_models.synth.seals.canvas import Canvas
from forgecheck_models.synth.seals.channels import CHANNELS, carried, through
from forgecheck_models.synth.seals.design import installed
from forgecheck_models.synth.seals.draw import draw_words, letter_fields
from forgecheck_models.synth.seals.names import PLACES, WORDS, dealt
from forgecheck_models.synth.seals.pictures import PICTURES
from forgecheck_models.synth.seals.scenes import scene
from forgecheck_models.synth.seals.truth import (
    Truth,
    covered,
    finished,
    moved_along,
    shifted,
    texted,
    within,
    worst_kept,
)
from PIL import Image, ImageDraw


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
    for seed in range(6):
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


def test_origins_that_are_asked_for_come_on_paper_only():
    kinds = {scene(seed, "validate", ("pasted",)).kind for seed in range(5)}
    assert kinds <= {"pasted", "electronic", None}
    assert "pasted" in kinds


# Letters, and whether they can be read.


@pytest.mark.parametrize("arched", [False, True])
def test_letters_lie_where_they_are_said_to_lie(arched):
    design = Design("清河口明衡律师事务所", emblem="none", bottom="合同专用章", span=200, arched=arched)
    cover = np.asarray(draw_seal(design, 240), float) / 255
    fields = letter_fields(design, 240)
    assert len(fields) == len(design.text)
    for quad in fields:
        (left, top), (right, bottom) = np.floor(quad.min(0)).astype(int), np.ceil(quad.max(0)).astype(int)
        assert cover[top:bottom, left:right].mean() > 0.1


def test_drawn_words_are_parts_of_the_seal():
    design = Design("清河口明衡律师事务所", bottom="合同专用章", serial="4401060012345", span=200)
    whole = np.asarray(draw_seal(design, 240), float)
    for part in draw_words(design, 240):
        drawn = np.asarray(part, float)
        assert drawn.max() > 100
        assert (drawn <= whole + 40).all()


def truth(**more: object) -> Truth:
    design = Design("清河口明衡律师事务所")
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    outline = np.column_stack([np.cos(angles), np.sin(angles)]) * 100 + 150
    known = {"kept": 1.0, "colour": "red", **more}
    return Truth(
        design, "ink", None, 200.0, turn=0.0, ink="ink", outline=outline, seen=outline,
        letters=letter_fields(design, 200) + 50, **known,
    )  # fmt: skip


PAGE = np.full((300, 300, 3), 255, np.uint8)


def test_a_clean_seal_can_be_read():
    assert truth().legible


@pytest.mark.parametrize(
    "more",
    [
        {"kept": 0.1},
        {"kept": 0.4, "ink": "dry"},
        {"texted": 0.7},
        {"texted": 0.3, "colour": "gray"},
        {"crossed": 0.4},
        {"overlaid": 0.6},
        {"overlaid": 0.4, "colour": "black"},
    ],
    ids=str,
)
def test_worn_and_covered_names_cannot_be_read(more):
    given = truth()
    for name, value in more.items():
        given = replace(given, **{name: value})
    assert not given.legible


def test_what_the_picture_cuts_off_is_gone_for_good():
    cut = within(shifted(truth(), (120, 0)), PAGE)
    assert not cut.legible
    back = finished(shifted(cut, (-120, 0)), PAGE)
    assert 0.3 < back.share < 0.9
    assert back.box.left >= 119


def test_a_homography_carries_everything():
    double = np.diag([2.0, 2.0, 1.0])
    moved = moved_along(truth(), double)
    assert moved.diameter == pytest.approx(400)
    assert moved.letters.mean() == pytest.approx(2 * truth().letters.mean())
    assert moved.seen.max() == pytest.approx(2 * truth().seen.max())


def test_another_seal_over_the_letters_counts_by_its_colour():
    plane = np.ones((300, 300), np.float32)
    assert covered(truth(), plane, 0, 0, "red").crossed > 0.9
    assert covered(truth(), plane, 0, 0, "blue").overlaid > 0.9
    assert covered(truth(), plane[:20, :20], 0, 0, "red").legible


def test_text_under_the_letters_is_measured():
    page = PAGE.copy()
    assert texted(truth().letters, page) == 0
    page[:, ::2] = 0
    assert 0.3 < texted(truth().letters, page) < 0.7


def test_kept_ink_is_that_of_the_worst_letter():
    cover = np.asarray(draw_seal(Design("清河口明衡律师事务所"), 200), np.float32) / 255
    fields = letter_fields(Design("清河口明衡律师事务所"), 200)
    worn = cover.copy()
    worn[:, :100] *= 0.3
    assert worst_kept(fields, cover, cover) == pytest.approx(1)
    assert worst_kept(fields, cover, worn) == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize("thing", sorted(set(PICTURES), key=lambda each: each.__name__), ids=lambda each: each.__name__)
def test_pictures_that_are_no_seals_leave_a_trace_and_stay_near(thing):
    page = Image.new("RGB", (600, 600), "white")
    thing(Canvas(page, ImageDraw.Draw(page), np.random.default_rng(1), "train"), (200, 200), 120)
    changed = np.argwhere(np.asarray(page).min(2) < 250)
    assert len(changed) > 100
    assert changed.min() > 100
