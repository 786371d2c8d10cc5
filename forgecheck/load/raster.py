"""A picture file to one upright page: sizes are checked on the header, then the first frame is decoded."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from PIL import Image as Pictures

from forgecheck.errors import InputError
from forgecheck.evidence import Container, Format, Image
from forgecheck.load import gif, jpeg, png
from forgecheck.load.bmp import walk_bmp
from forgecheck.load.colour import to_rgb
from forgecheck.load.facts import Facts
from forgecheck.load.limits import Limits
from forgecheck.load.webp import walk_webp

_WALKERS: Final[Mapping[Format, Callable[[bytes], Facts]]] = {
    "JPEG": jpeg.walk_jpeg,
    "PNG": png.walk_png,
    "WEBP": walk_webp,
    "GIF": gif.walk_gif,
    "BMP": walk_bmp,
}
_STILL: Final[Mapping[Format, Callable[[bytes], bytes]]] = {
    "JPEG": jpeg.still_picture,
    "PNG": png.still_picture,
    "GIF": gif.still_picture,
}
"""What leaves nothing for the decoder but the first picture.  A WebP's parts are read by its own library, in C."""

_UPRIGHT: Final[Mapping[int, Callable[[Image], Image]]] = {
    2: np.fliplr,
    3: lambda image: np.rot90(image, 2),
    4: np.flipud,
    5: lambda image: np.swapaxes(image, 0, 1),
    6: lambda image: np.rot90(image, -1),
    7: lambda image: np.rot90(np.swapaxes(image, 0, 1), 2),
    8: np.rot90,
}
"""What undoes each EXIF orientation: CIPA DC-008, 4.6.4 A."""


def read_picture(data: bytes, format: Format, limits: Limits) -> tuple[Container, Image]:
    """Walk and decode one picture; raises InputError."""
    facts = _WALKERS[format](data)
    if facts.size is None:
        raise InputError("decode_failed" if facts.complete else "truncated", "no header")
    limits.check_size(*facts.size)
    still = _STILL.get(format)
    image = _decode(data if still is None else still(data), format, facts, limits)
    container = replace(facts.container, turned=facts.orientation in _UPRIGHT)
    return container, frozen(upright(image, facts.orientation))


def _decode(data: bytes, format: Format, facts: Facts, limits: Limits) -> Image:
    try:
        with Pictures.open(io.BytesIO(data), formats=[format]) as picture:
            limits.check_size(*picture.size)  # the decoder may read the header in another way
            picture.load()
            return np.asarray(to_rgb(picture))
    except (InputError, MemoryError):
        raise
    except (Pictures.DecompressionBombError, Pictures.DecompressionBombWarning):
        raise InputError("pixels_exceeded") from None
    except Exception as error:  # decoders of hostile bytes raise anything
        raise InputError("decode_failed" if facts.complete else "truncated", type(error).__name__) from error


def upright(image: Image, orientation: int) -> Image:
    """Turn and mirror an (H, W, 3) image so that EXIF orientation 1 to 8 is undone."""
    turn = _UPRIGHT.get(orientation)
    return image if turn is None else turn(image)


def frozen(image: Image) -> Image:
    """A read-only copy, rows in memory order."""
    page = np.array(image, dtype=np.uint8, order="C")
    page.flags.writeable = False
    return page
