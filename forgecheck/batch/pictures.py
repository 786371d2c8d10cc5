"""What a batch keeps of a page as a picture: made in the worker, so that nobody else decodes a sender's file."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image as Pictures

from forgecheck.evidence import Page
from forgecheck.place import HEAT_CELL
from forgecheck.show.turn import turned_image

SIDE = 160  # pixels of a thumbnail's longer side
TALLEST = 3  # times its width that a page shows of itself: the top of a long screenshot
QUALITY = 70  # of the JPEG; about 4 kB each; assumed


def thumbnail(page: Page) -> bytes:
    """The page in small, upright, as a JPEG without metadata."""
    image = turned_image(page)
    image = image[: TALLEST * image.shape[1]]
    step = max(max(image.shape[:2]) // (4 * SIDE), 1)  # drops pixels first: 12 MP take 30 ms otherwise
    picture = Pictures.fromarray(np.ascontiguousarray(image[::step, ::step]))
    picture.thumbnail((SIDE, SIDE))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def tampering_map(page: Page) -> bytes | None:
    """The page's `heat` as a grey PNG of the page image's size, each level over its 8 x 8 pixels; None without it."""
    if page.heat is None:
        return None
    levels = np.repeat(np.repeat(page.heat, HEAT_CELL, axis=0), HEAT_CELL, axis=1)[: page.height, : page.width]
    buffer = BytesIO()
    Pictures.fromarray(levels).save(buffer, "PNG")
    return buffer.getvalue()
