"""QR codes on a page: found and decoded, never followed.

The three corner squares of a code are rings around a square, so three contours inside each other; a page without such
costs little.  Only what lies around three of them is given to the decoder, once as it is and once enlarged: the
decoder alone would take minutes on a page full of corner squares.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Code, Page

LONG_SIDE = 3500
"""Pixels; a longer page is searched at this size: an A4 page at 300 dpi fits."""
DECODED_SIDE = 1200
"""Pixels; a code is decoded at no more than this size, which bounds the time."""
MOST = 8
"""Codes looked for on one page; papers have one or two, assumed."""
LONGEST = 4000
"""Characters kept of one code."""

_Grey = npt.NDArray[np.uint8]
_Squares = npt.NDArray[np.float64]
_SMALLEST = 12.0  # pixels of a corner square of 7 modules; smaller ones do not decode, measured
_REACH = 12.0  # corner squares of one code are at most this many of their sides apart (version 14, 73 modules)


def find_codes(page: Page) -> tuple[Code, ...]:
    """The QR codes that could be decoded, top first; boxes in pixels of the page image."""
    grey = np.asarray(cv2.cvtColor(page.image, cv2.COLOR_RGB2GRAY), np.uint8)
    scale = min(1.0, LONG_SIDE / max(grey.shape))
    whole = _scaled(grey, scale)
    found: dict[str, Box] = {}
    for square in _groups(_corner_squares(whole)):
        left, top, right, bottom = _around(square, whole.shape)
        for text, corners in _decoded(whole[top:bottom, left:right]):
            found.setdefault(text[:LONGEST], _box((corners + np.array((left, top))) / scale, page))
    codes = (Code(page.number, box, text) for text, box in found.items())
    return tuple(sorted(codes, key=lambda code: (code.box.top, code.box.left)))


def _corner_squares(grey: _Grey) -> _Squares:
    """Left, top, right, bottom of what may be corner squares, shape (n, 4); none where there are too many."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    dark = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 101, 12)
    contours, tree = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return np.zeros((0, 4))
    child = tree[0, :, 2]
    grandchild = np.where(child >= 0, child[child], -1)
    nested = np.flatnonzero(grandchild >= 0)
    if len(nested) > 100 * MOST:  # letters and seals have a few
        return np.zeros((0, 4))
    found = [_square(contours[at], contours[grandchild[at]]) for at in nested]
    squares = np.array([each for each in found if each], float).reshape(-1, 4)
    return squares if len(squares) <= 4 * MOST else np.zeros((0, 4))


def _square(outer: _Grey, inner: _Grey) -> tuple[int, int, int, int] | None:
    """The box of a ring of 7 modules around a square of 3, also turned; None for another shape."""
    left, top, width, height = cv2.boundingRect(outer)
    x, y, w, h = cv2.boundingRect(inner)
    size = max(width, height)
    off = max(abs(2 * left + width - 2 * x - w), abs(2 * top + height - 2 * y - h)) / 2
    if min(width, height) < max(_SMALLEST, 0.7 * size) or off > 0.12 * size or not 0.25 * size < max(w, h) < 0.6 * size:
        return None
    return left, top, left + width, top + height


def _groups(squares: _Squares) -> Iterator[_Squares]:
    """The corner squares that may belong to one code: three or more of like size, near each other."""
    centres = (squares[:, :2] + squares[:, 2:]) / 2
    sides = (squares[:, 2:] - squares[:, :2]).max(axis=1, initial=0)
    free = np.ones(len(squares), bool)
    for at in range(len(squares)):
        far = np.abs(centres - centres[at]).max(axis=1)
        like = (sides < 1.6 * sides[at]) & (sides > sides[at] / 1.6)
        near = free & like & (far <= _REACH * sides[at])
        if free[at] and near.sum() >= 3:
            free &= ~near
            yield squares[near]


def _decoded(grey: _Grey) -> Iterator[tuple[str, _Squares]]:
    """Texts and their corners, shape (4, 2), of the first size at which anything decodes."""
    fit = min(1.0, DECODED_SIDE / max(grey.shape))
    for scale in (fit, min(2.0, DECODED_SIDE / max(grey.shape)), fit / 2):
        try:
            _, texts, corners, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(_scaled(grey, scale))
        except cv2.error:  # corners that form no square
            continue
        if corners is not None and any(texts):
            yield from ((text, square / scale) for text, square in zip(texts, corners, strict=True) if text)
            return


def _scaled(grey: _Grey, scale: float) -> _Grey:
    if scale == 1.0:
        return grey
    how = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=how), np.uint8)


def _around(squares: _Squares, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """A rectangle around corner squares with room for a fourth corner and the quiet zone, inside the picture."""
    (left, top), (right, bottom) = squares[:, :2].min(axis=0), squares[:, 2:].max(axis=0)
    margin = 0.25 * max(right - left, bottom - top)
    return (
        max(0, int(left - margin)),
        max(0, int(top - margin)),
        min(shape[1], int(right + margin) + 1),
        min(shape[0], int(bottom + margin) + 1),
    )


def _box(corners: _Squares, page: Page) -> Box:
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Box(max(0, int(left)), max(0, int(top)), min(page.width, int(right) + 1), min(page.height, int(bottom) + 1))
