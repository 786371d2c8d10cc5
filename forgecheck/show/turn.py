"""Turn a page so that its text stands upright for people."""

from __future__ import annotations

import numpy as np

from forgecheck.evidence import Box, Image, Page


def turned_image(page: Page) -> Image:
    """The page image, turned counter-clockwise by its rotation (0, 90, 180 or 270 degrees)."""
    return np.ascontiguousarray(np.rot90(page.image, page.rotation // 90))


def turned_size(page: Page) -> tuple[int, int]:
    """Width and height of the turned image in pixels."""
    return (page.height, page.width) if page.rotation % 180 else (page.width, page.height)


def turned_box(box: Box, page: Page) -> Box:
    """Where a box of the page image lies on the turned image, cut to the page; at least one pixel is left.

    >>> page = Page(1, np.zeros((100, 200, 3), np.uint8), rotation=90)
    >>> turned_box(Box(190, 0, 200, 10), page)
    Box(left=0, top=0, right=10, bottom=10)
    """
    width, height = page.width, page.height
    left, top = min(max(box.left, 0), width - 1), min(max(box.top, 0), height - 1)
    right, bottom = min(max(box.right, left + 1), width), min(max(box.bottom, top + 1), height)
    for _ in range(page.rotation // 90 % 4):
        left, top, right, bottom = top, width - right, bottom, width - left
        width, height = height, width
    return Box(left, top, right, bottom)
