import numpy as np
import pytest
from PIL import Image
from render import page, rows

from forgecheck.evidence import Page
from forgecheck.look.text import read_page

pytestmark = pytest.mark.reader


def texts(image, reader):
    return [line.text for line in read_page(Page(1, image), reader).lines]


def test_an_empty_page_is_read_and_holds_nothing(reader):
    read = read_page(Page(1, np.full((600, 400, 3), 255, np.uint8)), reader)
    assert read.lines == ()
    assert read.rotation == 0


def test_a_picture_without_text_holds_nothing(reader):
    noise = np.random.default_rng(1).integers(0, 255, (400, 600, 3)).astype(np.uint8)
    assert len(texts(noise, reader)) <= 2


@pytest.mark.parametrize("size", [(16, 16), (16, 400), (400, 16)])
def test_tiny_pictures_are_survived(reader, size):
    assert texts(np.zeros((*size, 3), np.uint8), reader) == []


def test_lines_come_in_reading_order_with_their_places(reader):
    written = rows(12)
    read = read_page(Page(1, page(written, (1080, 900))), reader)
    assert [line.text for line in read.lines] == written
    tops = [line.box.top for line in read.lines]
    assert tops == sorted(tops)
    assert all(55 <= line.box.left <= 70 for line in read.lines)


def test_a_character_is_found_where_it_was_drawn(reader):
    line = read_page(Page(1, page(["零零零零零零零零零零甲零零零零"], (1080, 200), px=40)), reader).lines[0]
    box = line.span(line.text.index("甲"), line.text.index("甲") + 1)
    assert abs((box.left + box.right) / 2 - (60 + 10.5 * 40)) < 20


def test_a_long_screenshot_loses_and_doubles_no_line(reader):
    written = rows(170)
    assert texts(page(written, (1080, 10_000)), reader) == written


@pytest.mark.parametrize("degrees", [-8, -3, 3, 8])
def test_lines_of_a_page_that_lies_askew_are_all_read_in_order(reader, degrees):
    written = rows(14)
    upright = Image.fromarray(page(written, (1080, 1000), px=30))
    askew = upright.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    assert texts(np.asarray(askew), reader) == written


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_page_is_read_and_its_places_are_those_of_the_picture(reader, turns):
    written = rows(10)
    upright = page(written, (1080, 800))
    turned = np.ascontiguousarray(np.rot90(upright, turns))
    read = read_page(Page(1, turned), reader)
    assert [line.text for line in read.lines] == written
    assert read.rotation == (360 - 90 * turns) % 360
    box = read.lines[0].box
    assert turned[box.top : box.bottom, box.left : box.right].min() < 60


def test_the_same_page_reads_the_same_twice_and_with_one_thread(reader):
    from forgecheck.models import Models

    image = page(rows(6), (1080, 500))
    first = read_page(Page(1, image), reader)
    again = read_page(Page(1, image), reader)
    single = read_page(Page(1, image), Models(threads=1).reader)
    assert [line.text for line in first.lines] == [line.text for line in again.lines]
    assert [line.text for line in first.lines] == [line.text for line in single.lines]
    assert [round(line.confidence, 3) for line in first.lines] == [round(line.confidence, 3) for line in single.lines]


def test_the_picture_is_left_as_it_was(reader):
    image = page(rows(3), (1080, 300))
    before = image.copy()
    read_page(Page(1, image), reader)
    assert np.array_equal(image, before)


def test_letters_set_wide_keep_their_pitch(reader):
    wide, narrow = (
        read_page(Page(1, page([text], (1080, 200), px=40)), reader).lines[0]
        for text in ("逾 期 还 款 提 醒 通 知", "逾期还款提醒通知")
    )
    pitch = [np.median(np.diff(each.centres)) * each.box.width for each in (wide, narrow)]
    assert pitch[0] > 1.15 * pitch[1]
