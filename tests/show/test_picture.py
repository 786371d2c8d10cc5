"""The marked picture: readable on a phone, every number beside its box, whatever the size of the page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from PIL import Image
from show.reports import EDITOR, at, page, report

from forgecheck.evidence import Box, Seal, TextLine
from forgecheck.finding import Report
from forgecheck.show.font import font, wrap
from forgecheck.show.legend import TEXT_PARTS, draw_legend
from forgecheck.show.marks import COLOURS, DASHES, Mark, _tabs, draw_page, marks
from forgecheck.show.picture import MOST_PIXELS, NARROWEST, annotate, page_width
from forgecheck.show.turn import turned_box, turned_image

SIZES = [(300, 200), (300, 2400), (1080, 1600), (1080, 10000), (4000, 3000), (60, 6000), (3000, 64)]


def opened(given: Report) -> Image.Image:
    return Image.open(BytesIO(annotate(given)))


def has(picture: Image.Image, colour: str) -> bool:
    """Whether any pixel has exactly this colour."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return bool((np.asarray(picture.convert("RGB")) == wanted).all(axis=2).any())


@pytest.mark.parametrize("size", SIZES)
def test_a_page_of_any_size_becomes_a_readable_png(size):
    whole = at(Box(0, 0, *size))
    picture = opened(report(weighed=(whole,), pages=(page(*size),)))
    assert picture.format == "PNG"
    assert picture.width * picture.height <= 1.6 * MOST_PIXELS
    assert picture.width >= NARROWEST or size[1] > 50 * size[0]


def test_a_small_picture_is_enlarged_and_a_large_one_made_smaller():
    assert page_width(page(300, 400)) == NARROWEST
    assert page_width(page(4000, 3000)) == 1440
    assert page_width(page(1080, 1600)) == 1080
    assert page_width(page(1600, 1080, rotation=90)) == 1080


def test_the_text_of_the_legend_is_large_enough():
    assert TEXT_PARTS <= 36
    short, long = draw_legend(report(weighed=()), 1080), draw_legend(report(), 1080)
    assert short.width == long.width == 1080
    assert short.height < long.height


def test_without_findings_there_is_no_box_and_no_red():
    clean = opened(report(weighed=(), seals=(), label="no_forgery_found"))
    assert not [each for each in ("decisive", "strong", "weak") if has(clean, COLOURS[each])]
    assert has(opened(report()), COLOURS["decisive"])


def test_the_same_report_gives_the_same_bytes():
    assert annotate(report()) == annotate(report())


def test_the_page_image_is_left_alone():
    given = report()
    before = given.evidence.pages[0].image.copy()
    annotate(given)
    assert np.array_equal(given.evidence.pages[0].image, before)


def test_severities_differ_by_more_than_colour():
    assert len(set(COLOURS.values())) == 4
    assert len({DASHES[each] for each in ("strong", "weak", "info")}) == 3


def many(boxes: list[Box], width: int = 1080, height: int = 1600) -> list[tuple[Mark, Box]]:
    return [(Mark(str(number), 1, box, "#b3151f", None), box) for number, box in enumerate(boxes, 1)]


BOXES = {
    "whole page": [Box(60, 60, 1140, 1660)],
    "corners": [Box(60, 60, 200, 120), Box(1000, 60, 1140, 120), Box(60, 1600, 200, 1660), Box(1000, 1600, 1140, 1660)],
    "five on one place": [Box(500, 500, 700, 560)] * 5,
    "twenty tight lines": [Box(100, 100 + 60 * row, 1100, 156 + 60 * row) for row in range(20)],
    "tiny": [Box(600, 800, 604, 804)],
    "nested": [Box(100, 100, 1100, 1600), Box(200, 200, 1000, 1500), Box(300, 300, 900, 1400)],
}


@pytest.mark.parametrize("boxes", BOXES.values(), ids=BOXES)
def test_labels_lie_inside_and_hide_neither_their_box_nor_each_other(boxes):
    tabs = _tabs(many(boxes), (), (1200, 1720), 1080, 4)
    for label, box in zip(tabs, boxes, strict=True):
        assert label.left >= 0
        assert label.top >= 0
        assert label.right <= 1200
        assert label.bottom <= 1720
        assert label.intersection(box).area == 0
    for one, other in combinations(tabs, 2):
        assert one.intersection(other).area == 0


def test_a_label_avoids_text_where_it_can():
    above = Box(100, 400, 900, 446)
    (label,) = _tabs(many([Box(100, 450, 900, 500)]), (above,), (1200, 1720), 1080, 4)
    assert label.intersection(above).area == 0


def test_a_page_on_its_side_is_shown_upright():
    image = np.full((100, 300, 3), 255, np.uint8)
    image[:50, 290:] = 0  # black at the top right: the top left once turned counter-clockwise
    turned = page(300, 100, rotation=90)
    turned = replace(turned, image=image)
    assert turned_image(turned).shape == (300, 100, 3)
    assert not turned_image(turned)[:10, :50].any()
    assert turned_box(Box(290, 0, 300, 50), turned) == Box(0, 0, 50, 10)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_box_holds_the_same_pixels(rotation):
    image = np.arange(40 * 60 * 3, dtype=np.uint32).astype(np.uint8).reshape(40, 60, 3)
    given = replace(page(60, 40, rotation=rotation), image=image)
    box = Box(5, 7, 25, 20)
    left, top, right, bottom = turned_box(box, given)
    cut = turned_image(given)[top:bottom, left:right]
    assert np.array_equal(cut, np.rot90(image[7:20, 5:25], rotation // 90))


def test_a_box_beyond_the_page_is_cut_and_drawn():
    outside = at(Box(900, 1500, 5000, 9000))
    assert opened(report(weighed=(outside,))).width > 0


def test_only_pages_with_findings_are_shown():
    first = page(600, 800)
    pages = (first, replace(first, number=2), replace(first, number=3))
    one = opened(report(weighed=(at(Box(0, 0, 50, 50), page=2),), pages=pages))
    two = opened(report(weighed=(at(Box(0, 0, 50, 50)), at(Box(0, 0, 50, 50), page=3)), pages=pages))
    assert two.height > one.height + 700


def test_seals_have_letters_and_findings_numbers():
    given = report(seals=(Seal(1, Box(1, 1, 9, 9), "round", 0.9), Seal(1, Box(5, 5, 9, 9), "oval", 0.9)))
    assert [each.label for each in marks(given)] == ["A", "B", "2", "1"]


def test_a_finding_without_a_place_is_in_the_legend_only():
    given = report(weighed=(EDITOR,), seals=())
    assert marks(given) == ()
    assert has(draw_legend(given, 900), COLOURS["weak"])


def test_fifty_findings_end_in_a_short_note():
    forty, fifty = (tuple(at(Box(0, 0, 9, 9)) for _ in range(count)) for count in (40, 50))
    assert draw_legend(report(weighed=forty), 900).height == draw_legend(report(weighed=fifty), 900).height


def test_text_lines_may_be_missing():
    assert draw_page(page(400, 300, lines=None), (), 720).width > 720
    known = TextLine("字", ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    assert draw_page(page(400, 300, lines=(known,)), (), 720).width > 720


def test_wrapped_lines_fit_and_lose_nothing():
    text = "案号“（2024）深0305民初1234号”不成立：法院代字没有“深”，却用“粤”。See Photoshop 25.0 却引用了《合同法》。"
    lines = wrap(text, 400, 30, 20)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(font(30).getlength(each) <= 400 for each in lines)
    assert not any(each[0] in "，。：”" or each[-1] in "“（" for each in lines)


def test_a_long_text_is_cut_with_dots():
    lines = wrap("很长的话" * 100, 400, 30, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert wrap("x" * 500, 400, 30, 2)[-1].endswith("…")
    assert wrap("", 400, 30, 2) == []
