"""Read seals: the name on the ring, the line below the centre, the number on the lower arc."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

import cv2
import numpy as np

from forgecheck.evidence import Image
from forgecheck.look.reader import Reader, Reading
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.letters import Cleaner
from forgecheck.look.seals.lift import to_gray
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.strips import (
    AROUND,
    DEGREES,
    START,
    TURN,
    Band,
    band_of_picture,
    band_of_strip,
    line_strip,
    ring_strip,
)  # fmt: skip

SEAM = (AROUND - TURN) // 2  # columns at the start that are taken from the end, where they have neighbours
INKED = 0.5  # chance from which a pixel counts as a letter's
SPECK = 14  # px; smaller pieces are dirt
LEAST_COLUMN = 2  # px of letters in a column of text
PAD = 5  # px left around a text
LEAST_TEXT = 24  # columns of letters, below which there is no text
SQUEEZE = 1.25  # how much larger than in its strip a text is given to the reader, which works at 48 px
LEAST_CONFIDENCE = 0.6  # the reader's own, 0..1; assumed
LEAST_LETTERS = 4  # of a name
NOT_NAME = re.compile(r"[^\u4e00-\u9fff〇A-Za-z0-9（）()·]")
SPECIAL = re.compile(r"专用.?(?=$|[(（])")  # the last sign of 专用章 is often blurred; nothing else follows 专用
SERIAL_DIGITS = (13, 14)  # GA 241.1-2000 and local rules
LETTER = 20  # columns to each side that are about one letter and the gaps beside it
LOWER = 0.12  # of the ink in the name's plane; more in the lower arc's plane makes a letter one of that (assumed)
NEAR = 0.3  # chance of letters around which the picture's own ink is kept
AROUND_ROWS = 1.5  # rows of the strip left above and below a name
MARGINS = (4, 4, 6, 6)  # px added around a name
Part = Literal["cleaned", "mixed", "line", "arc"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a seal says."""

    text: str | None = None
    confidence: float = 0.0
    serial: str | None = None
    down: float = 90.0
    """Degrees clockwise from the x axis to the foot of the seal; 90 where it stands upright."""
    letters: Plane | None = None
    """The ring's letters, one turn from the middle of the name on; None where no name was seen."""


class Ring(NamedTuple):
    """A round or oval seal, cut out."""

    image: Image
    ink: Plane
    """What of it is the seal's ink, 0..1, shape (H, W)."""
    ellipse: Ellipse


def read_rings(rings: Sequence[Ring], reader: Reader, cleaner: Cleaner) -> list[Words]:
    """Read round and oval seals.

    Notes
    -----
    The name runs clockwise, its letters' heads outwards, and the widest gap between letters is where it begins and
    ends.  What lies opposite its middle is the foot; the line above the foot is read upright, the number on the lower
    arc turned by half a circle.  The name is read twice, from its cleaned letters and from these and the ink together;
    the surer reading holds, and where the two differ it is less sure.
    """
    if not rings:
        return []
    strips = cleaner.letters([ring_strip(each.image, each.ellipse) for each in rings])
    planes = np.concatenate([strips[..., TURN : TURN + SEAM], strips[..., SEAM:TURN]], axis=-1)
    planes = np.stack([_apart(each) for each in planes])
    arcs = [_arc(name) for name, _ in planes]
    downs = [START if arc is None else (START + DEGREES * sum(arc) / 2 + 180) % 360 for arc in arcs]
    below = cleaner.letters(
        [line_strip(each.image, each.ellipse, down) for each, down in zip(rings, downs, strict=True)]
    )
    jobs: list[tuple[int, Part, Image]] = []
    for at, ((name, lower), (line, _), arc) in enumerate(zip(planes, below, arcs, strict=True)):
        if arc is None:
            continue
        cleaned, mixed = _names(rings[at], name, arc)
        jobs += [(at, "cleaned", cleaned), (at, "mixed", mixed)]
        parts: tuple[tuple[Part, Plane], ...] = (
            ("line", line),
            ("arc", _rolled(lower, arc[1], arc[0] + TURN)[::-1, ::-1]),
        )
        jobs += [(at, part, to_gray(strip)) for part, plane in parts if (strip := _trimmed(plane)) is not None]
    said = dict(zip(((at, part) for at, part, _ in jobs), reader.recognise([each for *_, each in jobs]), strict=True))
    silence = Reading("", 0.0, ())
    return [
        replace(
            _words(
                _surer(said.get((at, "cleaned"), silence), said.get((at, "mixed"), silence)),
                said.get((at, "line"), silence),
                said.get((at, "arc"), silence),
            ),
            down=downs[at],
            letters=None if arc is None else _from_middle(planes[at, 0], arc),
        )
        for at, arc in enumerate(arcs)
    ]


def _apart(planes: Plane) -> Plane:
    """The two planes of a ring with each letter in the one that has more of it."""
    wide = np.pad(planes.sum(1), ((0, 0), (LETTER, LETTER)), mode="wrap")
    near = np.stack([np.convolve(each, np.ones(2 * LETTER + 1), "valid") for each in wide])
    below = near[1] > near[0] * LOWER
    both = planes.sum(0).clip(max=1)
    return np.stack([np.where(below, 0, planes[0]), np.where(below, both, planes[1])])


def _names(ring: Ring, plane: Plane, arc: tuple[int, int]) -> tuple[Image, Image]:
    """The name's cleaned letters, and their mean with the ink of the picture near them."""
    rows = np.flatnonzero((_cleared(_rolled(plane, *arc)) >= INKED).sum(1) >= LEAST_COLUMN)
    top, bottom = (rows[0], rows[-1]) if len(rows) else (0, len(plane) - 1)
    band = Band(top - AROUND_ROWS, bottom + AROUND_ROWS, arc[0] - PAD, arc[1] + PAD)
    letters = band_of_strip(plane, band)
    near = cv2.blur(cv2.dilate((letters > NEAR).astype(np.float32), np.ones((5, 5), np.uint8)), (3, 3))
    mixed = (letters + np.clip(band_of_picture(ring.ink, ring.ellipse, band), 0, 1)) / 2 * near
    cleaned, mixed = (cv2.copyMakeBorder(to_gray(each), *MARGINS, cv2.BORDER_REPLICATE) for each in (letters, mixed))
    return cleaned, mixed


def _surer(one: Reading, other: Reading) -> Reading:
    """The surer reading, the less sure the more they differ."""
    best = max((one, other), key=lambda each: each.confidence)
    likeness = SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
    return replace(best, confidence=best.confidence * (1 + likeness) / 2)


def _words(name: Reading, line: Reading, arc: Reading) -> Words:
    digits = re.sub(r"\D", "", arc.text)
    number = digits if len(digits) in SERIAL_DIGITS and arc.confidence >= LEAST_CONFIDENCE else None
    below = max((line, arc), key=_signs)
    said = [name, *([below] if _signs(below) >= 2 and below.confidence >= LEAST_CONFIDENCE else [])]
    text, confidence = _name(name.text), min(each.confidence for each in said)
    if confidence < LEAST_CONFIDENCE or len(text) < LEAST_LETTERS:
        return Words(serial=number)
    purpose = "".join(SPECIAL.sub("专用章", NOT_NAME.sub("", each.text)) for each in said[1:])
    return Words(text + purpose, confidence, number)


def _signs(reading: Reading) -> int:
    return len(re.findall(r"[\u4e00-\u9fff]", reading.text))


def _name(text: str) -> str:
    """Without what stands before the first and after the last Chinese sign."""
    text = NOT_NAME.sub("", text)
    first = re.search(r"[\u4e00-\u9fff]", text)
    last = len(re.sub(r"[^\u4e00-\u9fff）)]+$", "", text))
    return text[first.start() : last] if first else ""


def _arc(plane: Plane) -> tuple[int, int] | None:
    """First and last column of the name on the ring's strip, the last possibly beyond one turn; None where none is."""
    full = np.flatnonzero((_cleared(plane) >= INKED).sum(0) >= LEAST_COLUMN)
    if len(full) < LEAST_TEXT:
        return None
    gaps = np.append(full[1:], full[0] + TURN) - full
    widest = int(gaps.argmax())
    first = int(full[(widest + 1) % len(full)])
    last = int(full[widest])
    return (first, last) if last > first else (first, last + TURN)


def _cleared(plane: Plane) -> Plane:
    """Without specks."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((plane >= INKED).astype(np.uint8), connectivity=8)
    small = stats[:, cv2.CC_STAT_AREA] < SPECK
    small[0] = False
    return np.where(small[labels], 0, plane).astype(np.float32) if count > 1 else plane


def _from_middle(plane: Plane, arc: tuple[int, int]) -> Plane:
    """The letters' rows, from the middle of the name once around."""
    rows = np.flatnonzero((_cleared(plane) >= INKED).sum(1) >= LEAST_COLUMN)
    rolled = np.roll(plane, -round(sum(arc) / 2), axis=1)
    return np.asarray(rolled[rows[0] : rows[-1] + 1] if len(rows) else rolled, np.float32)


def _rolled(plane: Plane, first: int, last: int) -> Plane:
    """Columns from `first` to `last` around the ring, and some beyond."""
    columns = np.arange(first - PAD, last + PAD + 1)
    return plane[:, columns % TURN]


def _trimmed(plane: Plane) -> Plane | None:
    """The text of a strip without the empty ground around it; None where there is hardly any."""
    cleared = _cleared(plane)
    ink = cleared >= INKED
    columns, rows = np.flatnonzero(ink.sum(0) >= LEAST_COLUMN), np.flatnonzero(ink.sum(1) >= LEAST_COLUMN)
    if len(columns) < LEAST_TEXT or not len(rows):
        return None
    padded = np.pad(cleared[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], PAD)
    return np.asarray(cv2.resize(padded, None, fx=SQUEEZE, fy=SQUEEZE, interpolation=cv2.INTER_CUBIC), np.float32)


def read_square(ink: Plane, reader: Reader) -> Words:
    """Read a straightened name seal of four letters: two columns, the right one first."""
    side = len(ink)
    low, high, middle = round(0.09 * side), round(0.91 * side), side // 2
    halves = slice(low, middle), slice(middle, high)
    cells = [ink[row, column] for column in reversed(halves) for row in halves]
    height = min(len(cell) for cell in cells)
    said = reader.recognise([to_gray(np.hstack([cell[:height] for cell in cells]))])[0]
    text = NOT_NAME.sub("", said.text)
    if said.confidence < LEAST_CONFIDENCE or len(text) != LEAST_LETTERS:
        return Words()
    return Words(text, said.confidence)
