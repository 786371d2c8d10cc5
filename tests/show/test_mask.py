"""A masked copy: what is private is gone from the pixels, and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from show.reports import page, report

from forgecheck.evidence import Box
from forgecheck.show.mask import INK, masked, masked_page, private_places
from forgecheck.show.private import REASONS, Private

NOISE = np.random.default_rng(1).integers(40, 255, (60, 80, 3), dtype=np.uint8)
LETTER = "律师函\n张小明：\n张小明，身份证号440303********0004，\n住惠州市惠阳区示例路38号。\n广东测试律师事务所"


def opened(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)))


def test_a_box_is_covered_whole_and_the_rest_stays():
    shown = opened(masked(NOISE, [Box(10, 20, 30, 25)]))
    inside = np.zeros((60, 80), bool)
    inside[20:25, 10:30] = True
    assert (shown[inside] == INK).all()
    assert (shown[~inside] == NOISE[~inside]).all()


@pytest.mark.parametrize(
    "box",
    [
        Box(5, 5, 5, 9),
        Box(9, 9, 3, 3),
        Box(-9, -9, 0, 0),
        Box(80, 60, 99, 99),
        Box(-50, 10, -20, 30),
        Box(200, 1, 2, 9),
    ],
)
def test_a_box_without_a_pixel_of_the_picture_covers_nothing(box: Box):
    assert (opened(masked(NOISE, [box])) == NOISE).all()


def test_a_box_beyond_the_edges_covers_what_is_inside():
    assert (opened(masked(NOISE, [Box(-(10**9), -5, 10**9, 10**9)])) == INK).all()


def test_the_picture_given_is_left_alone():
    before = NOISE.copy()
    masked(NOISE, [Box(0, 0, 80, 60)])
    assert (before == NOISE).all()


def test_nothing_but_pixels_is_passed_on():
    picture = Image.open(io.BytesIO(masked(NOISE, [])))
    assert (picture.format, picture.mode, picture.info) == ("PNG", "RGB", {})


def test_the_same_arguments_give_the_same_bytes():
    assert masked(NOISE, [Box(1, 1, 5, 5)]) == masked(NOISE, iter([Box(1, 1, 5, 5)]))


def test_a_turned_page_is_shown_upright_with_its_bars_at_their_places():
    given = replace(page(200, 100), rotation=90)
    shown = opened(
        masked_page(given, [Private(1, Box(190, 0, 200, 10), "name"), Private(2, Box(0, 0, 99, 99), "name")])
    )
    assert shown.shape == (200, 100, 3)
    assert (shown[:10, :10] == INK).all()
    assert (shown[20:] == 255).all()


def test_places_lie_on_the_page_and_say_why():
    places = private_places(report(LETTER))
    assert [each.reason for each in places] == ["name", "name", "identity_number", "address"]
    assert {each.reason for each in places} <= set(REASONS)
    assert all(each.box == each.box.intersection(Box(0, 0, 1080, 1600)) and each.box.area for each in places)


def test_a_value_on_two_lines_gets_a_box_on_each():
    given = report("被执行人：张小明，男，住广东省惠州市惠阳区淡水街道示例大\n道38号2栋101室。")
    boxes = [each.box for each in private_places(given) if each.reason == "address"]
    assert len(boxes) in (1, 2)
    assert max(box.height for box in boxes) < 60


def test_the_issuer_its_seal_and_the_case_number_stay_in_sight():
    given = report("广州市天河区人民法院\n执行通知书\n（2024）粤0106执123号\n张小明：\n请履行义务。\n法官　沈例文")
    places = [each.box for each in private_places(given)]
    assert len(places) == 1
    assert places[0].top > given.evidence.pages[0].lines[2].box.bottom - 10


def test_a_page_without_text_has_no_places():
    assert private_places(report(None, (), label="inconclusive")) == ()


def test_a_letter_without_private_data_has_no_places():
    assert private_places(report("本所受某某科技有限公司委托致函贵司。")) == ()
