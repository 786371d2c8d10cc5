"""QR codes on pages: decoded through what messengers and cameras do to them, nothing where there is none."""

import io
import time

import cv2
import numpy as np
import pytest
from PIL import Image, ImageFilter

from forgecheck.evidence import Page
from forgecheck.look.codes import find_codes

TEXT = "https://zxfw.example.gov.cn/a?b=1"


def page(*codes: tuple[str, int, int], px: int = 220, size: tuple[int, int] = (1080, 2400)) -> Image.Image:
    """A page with lines of writing and codes at (text, left, top)."""
    image = np.full((size[1], size[0]), 250, np.uint8)
    for y in range(60, 900, 60):
        cv2.putText(image, "Abc 1234 test " * 3, (60, y), cv2.FONT_HERSHEY_SIMPLEX, 1, 30, 2)
    for text, left, top in codes:
        drawn = cv2.QRCodeEncoder.create().encode(text)
        image[top : top + px, left : left + px] = cv2.resize(drawn, (px, px), interpolation=cv2.INTER_NEAREST)
    return Image.fromarray(image)


def read(picture: Image.Image):
    return find_codes(Page(1, np.asarray(picture.convert("RGB"))))


def jpeg(picture: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue()))


SPOIL = {
    "as it is": lambda picture: picture,
    "turned a little": lambda picture: picture.rotate(4, resample=Image.Resampling.BICUBIC, fillcolor=250),
    "upside down": lambda picture: picture.rotate(180),
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(1.5)),
    "shrunk": lambda picture: picture.resize((756, 1680), Image.Resampling.LANCZOS),
    "compressed": lambda picture: jpeg(picture, 30),
    "a large scan": lambda picture: picture.resize((3240, 7200), Image.Resampling.BICUBIC),
}


@pytest.mark.parametrize("how", SPOIL)
def test_a_code_is_read_where_it_stands(how: str):
    picture = SPOIL[how](page((TEXT, 400, 1500)))
    [code] = read(picture)
    assert code.text == TEXT
    assert code.page == 1
    if how not in ("upside down", "turned a little"):
        scale = picture.width / 1080
        assert np.allclose(np.array(code.box) / scale, (400, 1500, 620, 1720), atol=25)


def test_two_codes_come_from_top_to_bottom():
    assert [code.text for code in read(page(("b", 100, 1900), ("a", 700, 1200)))] == ["a", "b"]


def test_nothing_on_pages_without_a_code():
    assert read(page()) == ()
    assert read(Image.new("L", (1080, 2400), 255)) == ()
    assert read(Image.new("L", (20, 20), 0)) == ()
    noise = np.random.default_rng(1).integers(0, 255, (600, 500), np.uint8)
    assert read(Image.fromarray(noise)) == ()


def test_a_code_cut_in_half_is_none():
    assert read(page((TEXT, 400, 1500)).crop((0, 0, 1080, 1600))) == ()


def test_the_picture_stays_as_it_was():
    picture = np.asarray(page((TEXT, 400, 1500)).convert("RGB"))
    before = picture.copy()
    find_codes(Page(1, picture))
    assert (picture == before).all()


def test_a_hostile_pattern_ends_in_bounded_time():
    cells = np.kron(np.indices((60, 60)).sum(axis=0) % 2, np.ones((20, 20))) * 255
    rings = np.zeros((140, 140), np.uint8)
    rings[20:120, 20:120] = 255
    rings[40:100, 40:100] = 0
    for pattern in (cells.astype(np.uint8), np.tile(rings, (14, 8))):
        start = time.process_time()
        read(Image.fromarray(pattern))
        assert time.process_time() - start < 8.0
