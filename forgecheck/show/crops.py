"""Pieces of the page: re-encoded, so that nothing of the sender's file is passed on but its pixels."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import numpy as np
from PIL import Image as Pictures
from PIL.Image import Image as Picture
from PIL.Image import Resampling

from forgecheck.evidence import Box, Page
from forgecheck.show.turn import turned_box, turned_image

QUALITY = 82  # of the JPEG that is embedded; assumed
WIDEST = 900  # pixels of a crop; a phone shows about 390 at two or three device pixels each
AROUND = 0.6  # share of the box's shorter side that is shown around it, at most 1/20 of the page; assumed
LEAST_PX = 24  # shown around a small box at least
FADED = 0.55  # how far the surroundings are paled, so that the place stands out
FLATTEST = 8  # a crop is at most this many times as wide as it is high


def crop(page: Page, box: Box) -> str:
    """The place with its surroundings, upright, as a data URI."""
    return as_uri(cut_out(page, box))


def cut_out(page: Page, box: Box) -> Picture:
    """The place with its paled surroundings, upright."""
    image = turned_image(page)
    height, width = image.shape[:2]
    left, top, right, bottom = turned_box(box, page)
    air = max(round(min(AROUND * min(bottom - top, right - left), width / 20)), LEAST_PX)
    taller = max(round(((right - left) / FLATTEST - (bottom - top)) / 2), 0)
    cut = Box(left - air, top - air - taller, right + air, bottom + air + taller).intersection(Box(0, 0, width, height))
    faded = 255 - ((255 - image[cut.top : cut.bottom, cut.left : cut.right]) * (1 - FADED)).astype(np.uint8)
    inside = (slice(top - cut.top, bottom - cut.top), slice(left - cut.left, right - cut.left))
    faded[inside] = image[top:bottom, left:right]
    return Pictures.fromarray(faded)


def as_uri(picture: Picture, widest: int = WIDEST) -> str:
    """A picture as a JPEG data URI, made smaller where it is wider than `widest` pixels."""
    return "data:image/jpeg;base64," + b64encode(as_jpeg(picture, widest)).decode("ascii")


def as_jpeg(picture: Picture, widest: int = WIDEST) -> bytes:
    """A picture as JPEG, made smaller where it is wider than `widest` pixels."""
    if picture.width > widest:
        size = (widest, max(round(picture.height * widest / picture.width), 1))
        picture = picture.resize(size, Resampling.LANCZOS)
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
