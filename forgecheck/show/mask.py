"""A copy that can be shown to others: what is private of its recipient is painted over in the pixels themselves."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import numpy as np
from PIL import Image as Pictures

from forgecheck.evidence import Box, Image, Page
from forgecheck.finding import Report
from forgecheck.show.order import MOST_PAGES
from forgecheck.show.private import Private
from forgecheck.show.private import private_places as private_places
from forgecheck.show.turn import turned_box, turned_image

INK = (32, 34, 40)  # of the bars; nearly black, so that they are seen as bars and not as missing picture


def masked(image: Image, boxes: Iterable[Box]) -> bytes:
    """The picture as PNG with these boxes painted over, fully opaque; nothing but its pixels is passed on.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3), uint8, RGB
        Left as it is.
    boxes : iterable of Box
        In its pixels, any: what lies outside is cut off, an empty box or one turned inside out covers nothing.

    Returns
    -------
    bytes
        A PNG without metadata; the same arguments give the same bytes.
    """
    painted = np.array(image, dtype=np.uint8)
    height, width = painted.shape[:2]
    for box in boxes:
        left, top = max(box[0], 0), max(box[1], 0)
        painted[top : max(min(box[3], height), top), left : max(min(box[2], width), left)] = INK
    buffer = BytesIO()
    Pictures.fromarray(painted).save(buffer, "PNG")
    return buffer.getvalue()


def masked_pages(report: Report) -> dict[int, bytes]:
    """The first `MOST_PAGES` pages as PNG, by number, with all private places painted over."""
    places = private_places(report)
    return {page.number: masked_page(page, places) for page in report.evidence.pages[:MOST_PAGES]}


def masked_page(page: Page, places: Iterable[Private]) -> bytes:
    """A page as PNG, turned upright, with the places on it painted over."""
    return masked(turned_image(page), [turned_box(each.box, page) for each in places if each.page == page.number])
