"""Thirty ways to write the same grey or red: all give the same page."""

from __future__ import annotations

import io

import numpy as np
import pytest
from files import chunk, picture, saved, with_chunk
from PIL import Image, ImageCms

from forgecheck.load import load
from forgecheck.load.colour import to_rgb
from forgecheck.load.limits import BATCH

RED = (200, 40, 30)


def first(data: bytes) -> tuple[int, ...]:
    return tuple(load(data, "a", BATCH).pages[0].image[5, 5].tolist())


def plain(mode: str, value: object) -> Image.Image:
    return Image.new(mode, (32, 32), value)


def palette(transparency: object = None) -> Image.Image:
    image = Image.new("P", (32, 32), 1)
    image.putpalette([0, 0, 0, *RED])
    if transparency is not None:
        image.info["transparency"] = transparency
    return image


def grey16(value: int) -> Image.Image:
    return Image.fromarray(np.full((32, 32), value, np.uint16))


def rgb16(red: int, green: int, blue: int) -> bytes:
    """A PNG of 16 bits a channel."""
    import struct
    import zlib

    row = b"\0" + struct.pack(">HHH", red, green, blue) * 32
    header = struct.pack(">LLBBBBB", 32, 32, 16, 2, 0, 0, 0)
    data = zlib.compress(row * 32)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


EXACT = {
    "1 white": (saved(plain("1", 1), "PNG"), (255, 255, 255)),
    "1 black": (saved(plain("1", 0), "PNG"), (0, 0, 0)),
    "L": (saved(plain("L", 77), "PNG"), (77, 77, 77)),
    "L, jpeg": (saved(plain("L", 77), "JPEG"), (77, 77, 77)),
    "L, bmp": (saved(plain("L", 77), "BMP"), (77, 77, 77)),
    "LA opaque": (saved(plain("LA", (77, 255)), "PNG"), (77, 77, 77)),
    "LA clear": (saved(plain("LA", (77, 0)), "PNG"), (255, 255, 255)),
    "LA half": (saved(plain("LA", (55, 128)), "PNG"), (155, 155, 155)),
    "P": (saved(palette(), "PNG"), RED),
    "P, gif": (saved(palette(), "GIF"), RED),
    "P, one clear colour": (saved(palette(), "PNG", transparency=1), (255, 255, 255)),
    "P, one clear colour, gif": (saved(palette(), "GIF", transparency=1), (255, 255, 255)),
    "P, alpha table": (saved(palette(), "PNG", transparency=bytes([255, 0])), (255, 255, 255)),
    "P, half": (saved(palette(), "PNG", transparency=bytes([255, 128])), (227, 147, 142)),
    "RGB": (saved(plain("RGB", RED), "PNG"), RED),
    "RGB, bmp": (saved(plain("RGB", RED), "BMP"), RED),
    "RGB, one clear colour": (saved(plain("RGB", RED), "PNG", transparency=RED), (255, 255, 255)),
    "RGBA opaque": (saved(plain("RGBA", (*RED, 255)), "PNG"), RED),
    "RGBA clear": (saved(plain("RGBA", (*RED, 0)), "PNG"), (255, 255, 255)),
    "RGBA, webp": (saved(plain("RGBA", (*RED, 0)), "WEBP", lossless=True), (255, 255, 255)),
    "RGB, webp": (saved(plain("RGB", RED), "WEBP", lossless=True), RED),
    "L, one clear grey": (saved(plain("L", 77), "PNG", transparency=77), (255, 255, 255)),
    "I;16 white": (saved(grey16(65_535), "PNG"), (255, 255, 255)),
    "I;16": (saved(grey16(77 * 256), "PNG"), (77, 77, 77)),
    "I;16 dark": (saved(grey16(255), "PNG"), (0, 0, 0)),
    "RGB 16 bit": (rgb16(200 << 8, 40 << 8, 30 << 8), RED),
    "2 bit": (saved(plain("L", 0).convert("P"), "PNG", bits=2), (0, 0, 0)),
}


@pytest.mark.parametrize("form", EXACT)
def test_every_form_gives_the_colour_that_viewers_show(form: str):
    data, expected = EXACT[form]
    assert first(data) == expected


def near(found: tuple[int, ...], expected: tuple[int, ...], most: int) -> bool:
    return max(abs(a - b) for a, b in zip(found, expected, strict=True)) <= most


@pytest.mark.parametrize("subsampling", [0, 2])
def test_a_jpeg_keeps_its_red(subsampling: int):
    assert near(first(saved(plain("RGB", RED), "JPEG", subsampling=subsampling, quality=95)), RED, 3)


def test_a_printers_jpeg_is_not_inverted():
    white, cyan = plain("CMYK", (0, 0, 0, 0)), plain("CMYK", (255, 0, 0, 0))
    assert near(first(saved(white, "JPEG", quality=95)), (255, 255, 255), 2)
    assert near(first(saved(cyan, "JPEG", quality=95)), (0, 255, 255), 4)


def test_a_jpeg_in_adobes_ycck_is_not_inverted():
    # Pillow writes CMYK only: so the channels hold YCCK of inverted red, and the Adobe marker is told so.
    y, cb, cr = Image.new("RGB", (1, 1), tuple(255 - each for each in RED)).convert("YCbCr").getpixel((0, 0))
    data = bytearray(saved(plain("CMYK", (255 - y, 255 - cb, 255 - cr, 0)), "JPEG", quality=100))
    data[data.index(b"Adobe") + 11] = 2
    assert near(first(bytes(data)), RED, 4)


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image.new("I", (16, 16), 77 * 256), (77, 77, 77)),
        (Image.new("I", (16, 16), -5), (0, 0, 0)),
        (Image.new("I", (16, 16), 1 << 20), (255, 255, 255)),
        (Image.new("F", (16, 16), 77.2), (77, 77, 77)),
        (Image.new("F", (16, 16), 1e9), (255, 255, 255)),
        (Image.new("PA", (16, 16)), (255, 255, 255)),
        (Image.new("RGBX", (16, 16), (*RED, 0)), RED),
        (Image.new("YCbCr", (16, 16), (77, 128, 128)), (77, 77, 77)),
        (Image.new("HSV", (16, 16), (0, 0, 77)), (77, 77, 77)),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else "",
)
def test_rare_modes_of_the_decoder_are_converted(image: Image.Image, expected: tuple[int, ...]):
    page = to_rgb(image)
    assert (page.mode, page.getpixel((3, 3))) == ("RGB", expected)


def wide_profile() -> bytes:
    """An RGB profile whose green and red are stronger than those of sRGB: sRGB with its columns exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * count, 12)}
    for first_tag, second_tag in ((b"rXYZ", b"gXYZ"),):
        a, b = entries[first_tag] + 4, entries[second_tag] + 4
        data[a : a + 8], data[b : b + 8] = data[b : b + 8], data[a : a + 8]
    at = entries[b"desc"] + 4
    start, size = int.from_bytes(data[at : at + 4], "big"), int.from_bytes(data[at + 4 : at + 8], "big")
    data[start : start + size] = (
        data[start : start + size].replace(b"s\0R\0G\0B", b"t\0e\0s\0t").replace(b"sRGB", b"test")
    )
    return bytes(data)


def test_a_profile_is_converted_to_srgb():
    found = first(saved(plain("RGB", (200, 0, 0)), "PNG", icc_profile=wide_profile()))
    assert found[1] > 150 > found[0]  # red and green are exchanged in this profile


def test_the_profile_of_srgb_changes_nothing():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(picture(), "PNG", icc_profile=profile)
    assert np.array_equal(load(data, "a", BATCH).pages[0].image, picture())


@pytest.mark.parametrize(
    "profile",
    [
        b"",
        b"junk" * 100,
        wide_profile()[:200],
        wide_profile() + b"more",
        wide_profile()[:16] + b"CMYK" + wide_profile()[20:],
        wide_profile()[:132] + bytes(len(wide_profile()) - 132),
    ],
    ids=["empty", "junk", "cut", "wrong length", "other space", "zeros"],
)
def test_a_damaged_profile_is_ignored(profile: bytes):
    assert first(saved(plain("RGB", RED), "PNG", icc_profile=profile)) == RED


def test_a_grey_profile_on_a_colour_picture_is_ignored():
    data = with_chunk(saved(plain("RGB", RED), "PNG"), b"iCCP", b"x\0\0" + b"not compressed")
    assert first(data) == RED


def test_alpha_and_profile_go_together():
    found = first(saved(plain("RGBA", (200, 0, 0, 128)), "PNG", icc_profile=wide_profile()))
    assert found[1] > found[0] > 100


def test_the_picture_that_was_given_is_left_alone():
    image = Image.open(io.BytesIO(saved(plain("RGBA", (*RED, 9)), "PNG")))
    image.load()
    before = image.tobytes()
    to_rgb(image)
    assert image.tobytes() == before
