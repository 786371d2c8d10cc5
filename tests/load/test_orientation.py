from __future__ import annotations

import numpy as np
import pytest
from files import exif, picture, saved

from forgecheck.load import load
from forgecheck.load.limits import WEB
from forgecheck.load.raster import upright

# How a camera stores an upright picture under each orientation: CIPA DC-008, 4.6.4 A, figure.
STORED = {
    1: lambda image: image,
    2: lambda image: image[:, ::-1],
    3: lambda image: image[::-1, ::-1],
    4: lambda image: image[::-1],
    5: lambda image: image.transpose(1, 0, 2),
    6: lambda image: image.transpose(1, 0, 2)[::-1],
    7: lambda image: image.transpose(1, 0, 2)[::-1, ::-1],
    8: lambda image: image.transpose(1, 0, 2)[:, ::-1],
}


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", STORED)
def test_all_eight_orientations_give_the_same_page(format: str, orientation: int):
    stored = np.ascontiguousarray(STORED[orientation](picture()))
    options = {"lossless": True} if format == "WEBP" else {"quality": 100, "subsampling": 0}
    page = load(saved(stored, format, exif=exif({0x0112: orientation}), **options), "a", WEB).pages[0]
    assert (page.width, page.height, page.rotation) == (96, 64, 0)
    assert np.abs(page.image.astype(int) - picture()).max() <= (3 if format == "JPEG" else 0)
    assert page.image.flags.c_contiguous
    assert not page.image.flags.writeable


@pytest.mark.parametrize("orientation", [1, *STORED])
def test_a_turned_picture_does_not_lie_on_the_grid_of_its_file(orientation: int):
    container = load(saved(picture(), "JPEG", exif=exif({0x0112: orientation})), "a", WEB).container
    assert container.jpeg is not None
    assert (container.grid is None) == (orientation != 1)


@pytest.mark.parametrize("orientation", [0, 9, 65_535])
def test_an_unknown_orientation_turns_nothing(orientation: int):
    data = saved(picture(), "PNG", exif=exif({0x0112: orientation}))
    assert np.array_equal(load(data, "a", WEB).pages[0].image, picture())


def test_an_orientation_in_xmp_turns_nothing():
    packet = b'<x xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
    page = load(saved(picture(), "JPEG", xmp=packet), "a", WEB).pages[0]
    assert (page.width, page.height) == (96, 64)


def test_turning_leaves_its_input_alone():
    image = picture()
    for orientation in STORED:
        upright(image, orientation)
    assert np.array_equal(image, picture())
