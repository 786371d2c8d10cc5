"""Seal impressions: where they stand, what shape they have, what they say."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from forgecheck.evidence import Emblem, Image, Page, Seal
from forgecheck.look.reader import Reader
from forgecheck.look.seals.centre import emblem, fingerprint
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.lift import darkened, lift, upright
from forgecheck.look.seals.network import SealNet
from forgecheck.look.seals.read import Words, read_ring, read_square
from forgecheck.look.seals.search import Found, search
from forgecheck.look.seals.square import straighten

MARGIN = 0.12  # share of the seal's size that is cut out around it, for its paper's colour
FLAT_SIDE = 128  # px of the flat picture that is hashed
SQUARE_SIDE = 160  # px of a straightened name seal
READABLE = 40  # px of radius below which nothing is read
LEAST, LARGEST = 360, 640  # px; seals are brought into this range before they are read
WHOLE = 0.9  # share of a seal's box that must lie on the page for its centre to be judged


def find_seals(page: Page, reader: Reader, net: SealNet | None = None) -> tuple[Seal, ...]:
    """Seal impressions on the page, round, oval or square, from left to right.

    Parameters
    ----------
    page : Page
        Its image is looked at as it stands; seals are read at any rotation.
    net : SealNet, optional
        A second opinion that also sees black, faint and overlapping seals.

    Notes
    -----
    Finds seals from about 60 px diameter, also partly beyond the edge or over text; without the network only red and
    blue ones.  `origin` is left "unclear".
    """
    hints = net.hints(page.image) if net is not None else ()
    return tuple(_seal(page, found, reader) for found in search(page.image, hints))


def _seal(page: Page, found: Found, reader: Reader) -> Seal:
    known = Seal(page.number, found.box, found.shape, round(found.score, 3))
    image, left, top, factor = _cut(page.image, found)
    ink = lift(image, found.colour)
    if found.corners is not None:
        corners = ((found.corners - (left, top) + 0.5) * factor - 0.5).astype(np.float32)
        flat = straighten(ink, corners, SQUARE_SIDE).astype(np.float32)
        words = read_square(flat, reader)
        return _with(known, words, flat, None)
    if found.ellipse is None:
        return known
    ellipse = found.ellipse._replace(x=found.ellipse.x - left, y=found.ellipse.y - top).scaled(factor)
    whole = found.box.width * found.box.height >= WHOLE * 4 * np.prod(found.ellipse.extent())
    words = (
        read_ring(ink, darkened(image, found.colour), ellipse, reader) if found.ellipse.radius >= READABLE else Words()
    )
    flat = upright(ink, ellipse, words.down, FLAT_SIDE)
    return _with(known, words, flat, emblem(ink, ellipse) if whole else None)


def _with(seal: Seal, words: Words, flat: Plane, centre: Emblem | None) -> Seal:
    return replace(
        seal,
        text=words.text,
        confidence=round(words.confidence, 3),
        serial=words.serial,
        emblem=centre,
        hash=fingerprint(flat),
    )


def _cut(image: Image, found: Found) -> tuple[Image, int, int, float]:
    """The seal with some paper around it, its left and top on the page, and by how much it was scaled."""
    margin = round(MARGIN * max(found.box.width, found.box.height))
    left, top = max(found.box.left - margin, 0), max(found.box.top - margin, 0)
    part = image[top : found.box.bottom + margin, left : found.box.right + margin]
    factor = float(np.clip(1.0, LEAST / max(part.shape[:2]), LARGEST / max(part.shape[:2])))
    if factor != 1:
        size = (max(round(part.shape[1] * factor), 1), max(round(part.shape[0] * factor), 1))
        part = cv2.resize(part, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    return np.ascontiguousarray(part), left, top, factor
