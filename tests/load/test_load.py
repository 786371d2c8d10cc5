from __future__ import annotations

import hashlib
import io

import numpy as np
import pytest
from files import chunk, exif, flat_png, picture, saved, with_chunk
from PIL import Image

from forgecheck.errors import InputError
from forgecheck.load import load
from forgecheck.load.limits import BATCH, WEB, Limits


def code(data: bytes, limits: Limits = WEB) -> str:
    with pytest.raises(InputError) as caught:
        load(data, "letter.jpg", limits)
    return caught.value.code


def outcome(data: bytes) -> str:
    try:
        load(data, "a", BATCH)
    except InputError as error:
        return error.code
    return "read"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_each_format_is_told_by_its_content_and_never_by_its_name(format: str):
    data = saved(picture(), format)
    for name in ("letter.pdf", "letter.png", "", "../..\u202egpj.exe"):
        document = load(data, name, WEB)
        assert (document.container.format, document.name) == (format, name)
        assert (document.sha256, document.size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert [(page.number, page.width, page.height) for page in document.pages] == [(1, 96, 64)]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP"])
def test_the_page_is_read_only_and_equal_to_the_picture(format: str):
    image = load(saved(picture(), format, quality=95), "a", BATCH).pages[0].image
    assert image.dtype == np.uint8
    assert image.shape == (64, 96, 3)
    assert image.flags.c_contiguous
    assert not image.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        image[0, 0, 0] = 1
    assert np.abs(image.astype(int) - picture()).mean() < 6


def test_bitmaps_are_for_the_batch_only():
    data = saved(picture(), "BMP")
    assert code(data, WEB) == "unsupported_format"
    assert load(data, "a", BATCH).container.format == "BMP"


def test_a_bitmap_of_rows_from_the_top_is_upright():
    data = bytearray(saved(picture(), "BMP"))
    data[22:26] = (-64).to_bytes(4, "little", signed=True)
    assert np.array_equal(load(bytes(data), "a", BATCH).pages[0].image, picture()[::-1])


OTHERS = {
    "tiff": saved(picture(), "TIFF"),
    "ico": saved(picture(32, 32), "ICO"),
    "jpeg 2000": saved(picture(), "JPEG2000"),
    "avif": saved(picture(), "AVIF"),
    "heic": b"\0\0\0\x18ftypheic" + bytes(100),
    "jpeg xl": b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(100),
    "jpeg xl codestream": b"\xff\x0a" + bytes(100),
    "psd": b"8BPS\0\1" + bytes(100),
    "tga": saved(picture(), "TGA"),
    "ppm": saved(picture(), "PPM"),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    "html": b"<!DOCTYPE html><title>x</title>",
    "html with a pdf": b"<html>%PDF-1.7",
    "zip": b"PK\3\4" + bytes(100),
    "zip with a pdf": b"PK\3\4" + bytes(100) + b"%PDF-1.7\n",
    "rar": b"Rar!\x1a\7\0" + bytes(100),
    "word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
    "text": "您的案件已经受理".encode(),
    "zeros": bytes(1000),
    "wave": b"RIFF\x24\0\0\0WAVEfmt " + bytes(100),
    "bm text": b"BMW is a car, and this is a text about it, not a bitmap",
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("limits", [WEB, BATCH], ids=["web", "batch"])
def test_other_formats_are_refused(name: str, limits: Limits):
    assert code(OTHERS[name], limits) == "unsupported_format"


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xd8", b"\x89PNG", b"GIF8", b"%PD", b"RIFF\x10\0\0\0WE"])
def test_a_file_that_ends_in_its_signature_is_truncated(data: bytes):
    assert code(data) == "truncated"


def test_a_large_file_is_refused_unread():
    assert code(bytes(WEB.file_bytes + 1)) == "file_too_large"


def test_a_stitched_screenshot_of_ten_thousand_rows_is_read():
    for limits in (WEB, BATCH):
        assert load(flat_png(1080, 10_000), "a", limits).pages[0].height == 10_000


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (13_000, 13_000, "pixels_exceeded"),  # 169 MP in 20 kB, between Pillow's warning and its error
        (20_000, 20_000, "pixels_exceeded"),
        (1080, 10_001, "pixels_exceeded"),
        (5001, 5000, "pixels_exceeded"),
        (15, 100, "too_small"),
        (100, 15, "too_small"),
        (1, 1, "too_small"),
        (20, 1001, "too_small"),
    ],
)
def test_sizes_are_refused_by_the_header(width: int, height: int, expected: str):
    assert code(flat_png(width, height)) == expected


def test_a_size_is_refused_before_any_pixel_is_read():
    header = flat_png(13_000, 13_000)[:33]
    assert code(header) == "pixels_exceeded"


def test_the_smallest_and_the_longest_allowed_picture_are_read():
    assert load(flat_png(16, 16), "a", WEB).pages[0].width == 16
    assert load(flat_png(20, 1000), "a", WEB).pages[0].height == 1000


def test_a_jpeg_header_that_lies_about_its_size_is_refused():
    data = bytearray(saved(picture(), "JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = b"\xff\xdc\xff\xdc"
    assert code(bytes(data)) == "pixels_exceeded"


def test_a_gif_frame_larger_than_its_screen_is_refused():
    data = bytearray(saved(picture(), "GIF"))
    at = data.index(b"\x2c\0\0\0\0") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert code(bytes(data)) == "pixels_exceeded"


def test_a_jpeg_without_its_end_mark_is_truncated_though_a_viewer_may_show_it():
    assert code(saved(picture(), "JPEG")[:-2]) == "truncated"


def test_a_png_without_its_end_chunk_is_still_whole():
    assert load(saved(picture(), "PNG")[:-12], "a", WEB).pages[0].width == 96


def test_damaged_pixels_are_told_from_missing_ones():
    data = bytearray(saved(picture(), "PNG"))
    data[60] ^= 0xFF
    assert code(bytes(data)) == "decode_failed"
    assert code(saved(picture(), "PNG")[:33] + chunk(b"IEND", b"")) == "decode_failed"
    assert code(b"\xff\xd8\xff\xd9") == "decode_failed"


def test_nothing_but_an_input_error_leaves_on_damaged_bytes():
    dice = np.random.default_rng(1)
    seen = set()
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP"):
        whole = saved(picture(), kind)
        for _ in range(60):
            data = bytearray(whole)
            for at in dice.integers(2, len(data), 8):
                data[at] = dice.integers(256)
            seen.add(outcome(bytes(data)))
    assert seen <= {"read", "truncated", "decode_failed", "unsupported_format", "too_small", "pixels_exceeded"}
    assert len(seen) > 3


def test_lack_of_memory_has_its_own_code(monkeypatch: pytest.MonkeyPatch):
    def starve(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("forgecheck.load.raster.to_rgb", starve)
    assert code(saved(picture(), "PNG")) == "out_of_memory"


def test_a_decoder_that_fails_in_an_unknown_way_ends_the_file_only(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RecursionError("secret text of the letter")

    monkeypatch.setattr("forgecheck.load.capture.measure", fail)
    with pytest.raises(InputError) as caught:
        load(saved(picture(), "PNG"), "a", WEB)
    assert (caught.value.code, caught.value.detail) == ("decode_failed", "RecursionError")


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_the_first_frame_of_a_moving_picture_is_read(format: str):
    frames = [Image.fromarray(np.full((64, 96, 3), level, np.uint8)) for level in (200, 90, 10)]
    data = saved(frames[0], format, save_all=True, append_images=frames[1:], duration=100, lossless=True)
    document = load(data, "a", WEB)
    assert document.container.frames == 3
    assert len(document.pages) == 1
    assert np.all(document.pages[0].image == 200)


def test_a_text_that_explodes_costs_neither_time_nor_the_picture():
    import zlib

    bomb = b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9)
    data = with_chunk(saved(picture(), "PNG"), b"zTXt", bomb)
    for _ in range(3):
        data = with_chunk(data, b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(50_000_000), 9))
    document = load(data, "a", WEB)
    assert np.array_equal(document.pages[0].image, picture())
    assert document.container.texts == {}
    assert document.container.xmp is None


def test_a_profile_that_explodes_is_left_out():
    import zlib

    data = with_chunk(saved(picture(), "PNG"), b"iCCP", b"p3\0\0" + zlib.compress(bytes(50_000_000), 9))
    assert np.array_equal(load(data, "a", WEB).pages[0].image, picture())


def test_many_tiny_segments_end_the_walk():
    data = saved(picture(), "JPEG")
    assert code(data[:2] + b"\xff\xe5\0\2" * 50_000 + data[2:]) == "truncated"
    png = saved(picture(), "PNG")
    assert code(png[:33] + chunk(b"prIv", b"") * 50_000 + png[33:]) == "truncated"


def test_a_zip_behind_a_picture_is_counted_not_opened():
    assert load(saved(picture(), "JPEG") + b"PK\3\4" + bytes(500), "a", WEB).container.trailing_bytes == 504


def test_limits_state_what_the_web_and_the_batch_take():
    assert (WEB.pixels, WEB.file_bytes) == (25_000_000, 10_000_000)
    assert (BATCH.pixels, BATCH.file_bytes) == (50_000_000, 30_000_000)


def test_junk_and_fill_between_segments_cost_nothing_and_change_nothing():
    data = saved(picture(), "JPEG", quality=95)
    at = data.index(b"\xff\xdb")
    page = load(data[:at] + b"junk" * 1000 + b"\xff" * 4000 + data[at:], "a", WEB)
    assert np.array_equal(page.pages[0].image, load(data, "a", WEB).pages[0].image)


def test_the_decoder_sees_no_texts_and_no_further_pictures():
    from forgecheck.load import gif, jpeg

    whole = saved(picture(), "JPEG", exif=exif({0x0131: "Acme"}), comment=b"hidden", quality=95)
    still = jpeg.still_picture(whole + b"PK\3\4")
    assert not [mark for mark in (b"Exif", b"hidden", b"PK\3\4") if mark in still]
    frames = [Image.fromarray(np.full((64, 96, 3), level, np.uint8)) for level in (200, 90)]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"hidden")
    assert b"hidden" not in gif.still_picture(moving)
    assert gif.walk_gif(gif.still_picture(moving)).container.frames == 1


@pytest.mark.parametrize("progressive", [False, True])
def test_what_the_decoder_sees_gives_the_same_pixels(progressive: bool):
    from forgecheck.load.jpeg import still_picture

    data = saved(picture(), "JPEG", quality=80, progressive=progressive, exif=exif({0x0131: "Acme"}))
    ours, theirs = (np.asarray(Image.open(io.BytesIO(each))) for each in (still_picture(data), data))
    assert np.array_equal(ours, theirs)
