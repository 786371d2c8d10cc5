"""Seal impressions: where they stand, what shape they have, what they say."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from forgecheck.evidence import Emblem, Image, Page, Seal
from forgecheck.look.reader import Reader
from forgecheck.look.seals.centre import emblem
from forgecheck.look.seals.fingerprint import fingerprint, square_fingerprint
from forgecheck.look.seals.lift import lift
from forgecheck.look.seals.read import Ring, Words, read_rings, read_square
from forgecheck.look.seals.search import Found, search
from forgecheck.look.seals.square import straighten
from forgecheck.models import Models

MARGIN = 0.12  # share of the seal's size that is cut out around it, for its paper's colour
SQUARE_SIDE = 160  # px of a straightened name seal
READABLE = 30  # px of radius below which nothing is read
LARGEST = 300  # px; larger seals are shrunk to this before they are read, as the cleaner was trained
WHOLE = 0.9  # share of a seal's box that must lie on the page for its centre to be judged


def find_seals(page: Page, models: Models) -> tuple[Seal, ...]:
    """Seal impressions on the page, round, oval or square, from left to right.

    Parameters
    ----------
    page : Page
        Its image is looked at as it stands; seals are read at any rotation.
    models : Models
        The text reader, the network that finds seals and the one that cleans their lettering.

    Notes
    -----
    Finds seals from about 60 px diameter, also partly beyond the edge or over text.  `origin` is left "unclear".
    """
    found = search(page.image, models.seal_net.hints(page.image))
    cuts = [_cut(page.image, each) for each in found]
    rings = {
        at: Ring(cut.image, lift(cut.image, each.colour), each.ellipse.moved(-cut.left, -cut.top).scaled(cut.factor))
        for at, (each, cut) in enumerate(zip(found, cuts, strict=True))
        if each.ellipse is not None
    }
    readable = [at for at, ring in rings.items() if ring.ellipse.radius / cuts[at].factor >= READABLE]
    words = dict(zip(readable, read_rings([rings[at] for at in readable], models.reader, models.cleaner), strict=True))
    return tuple(
        _round(page, each, cuts[at], rings[at], words.get(at, Words()))
        if at in rings
        else _square(page, each, cuts[at], models.reader)
        for at, each in enumerate(found)
    )


def _round(page: Page, found: Found, cut: Cut, ring: Ring, words: Words) -> Seal:
    width, height = ring.ellipse.scaled(1 / cut.factor).extent()
    whole = found.box.width * found.box.height >= WHOLE * 4 * width * height
    mark = fingerprint(words.letters, ring.ink, ring.ellipse, words.down + 180) if words.letters is not None else ""
    return _with(page, found, words, mark, emblem(ring.ink, ring.ellipse) if whole else None)


def _square(page: Page, found: Found, cut: Cut, reader: Reader) -> Seal:
    assert found.corners is not None
    corners = ((found.corners - (cut.left, cut.top) + 0.5) * cut.factor - 0.5).astype(np.float32)
    flat = straighten(lift(cut.image, found.colour), corners, SQUARE_SIDE).astype(np.float32)
    return _with(page, found, read_square(flat, reader), square_fingerprint(flat), None)


def _with(page: Page, found: Found, words: Words, mark: str, centre: Emblem | None) -> Seal:
    return Seal(
        page.number,
        found.box,
        found.shape,
        round(found.score, 3),
        text=words.text,
        confidence=round(words.confidence, 3),
        serial=words.serial,
        emblem=centre,
        hash=mark,
    )


class Cut(NamedTuple):
    """A seal with some paper around it."""

    image: Image
    left: int
    """On the page, px; likewise"""
    top: int
    factor: float
    """By how much it was scaled."""


def _cut(image: Image, found: Found) -> Cut:
    margin = round(MARGIN * max(found.box.width, found.box.height))
    left, top = max(found.box.left - margin, 0), max(found.box.top - margin, 0)
    part = image[top : found.box.bottom + margin, left : found.box.right + margin]
    factor = min(1.0, LARGEST / max(part.shape[:2]))
    if factor < 1:
        size = (max(round(part.shape[1] * factor), 1), max(round(part.shape[0] * factor), 1))
        part = cv2.resize(part, size, interpolation=cv2.INTER_AREA)
    return Cut(np.ascontiguousarray(part), left, top, factor)
