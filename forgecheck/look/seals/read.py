"""Read a seal: the name on its ring, the line below the centre, the number on the lower arc."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from forgecheck.look.reader import Reader, Reading
from forgecheck.look.seals.ink import Plane
from forgecheck.look.seals.lift import to_gray, upright
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.ring import unroll

STEP = 0.5  # degrees a column when looking for the gap
# Rows, as shares of the radius: a name's letters lie in both, a serial number only in the outer ones, the ends of a
# bottom line only in the inner ones.
INNER, OUTER = (0.66, 0.77), (0.79, 0.89)
REACH = 4.0  # degrees; a letter may be open on one side
NAME = 0.60  # the row, as a share of the radius, below which no name reaches
SERIAL = 0.76  # and no serial number
BOTTOM = (0.30, 0.74)  # where below the centre the bottom line stands, as shares of the radius
FRAME = (0.9, 0.97)  # rows among which the frame begins
STRIP_HEIGHT = 64  # px; the reader works at 48
STRETCH = 1.15  # letters on seals are narrow, the reader knows square ones
ARC_GAP = 20.0  # degrees between a name and a second text on the lower arc
MARGIN = 1.0  # degrees of paper left before and after a text
SURE = 0.95  # the reader's own; a name read like this is not read again (assumed)
LEAST_CONFIDENCE = 0.6  # the reader's own, 0..1; assumed
LEAST_LETTERS = 4  # of a name
COVERED = 0.75  # share of the name's strip over which letters must have been read (assumed)
NOT_NAME = re.compile(r"[^\u4e00-\u9fff〇A-Za-z0-9（）()·]")
SPECIAL = re.compile(r"专用.?(?=$|[(（])")  # the last sign of 专用章 is often blurred; nothing else follows 专用
SURE_LETTERS = 6
SERIAL_DIGITS = (13, 14)  # GA 241.1-2000 and local rules


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of the ring that holds ink; degrees clockwise from the x axis, `end` above `start`."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """Degrees from end to end."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """Degrees clockwise from the x axis; may be above 360."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Words:
    """What a seal says."""

    text: str | None = None
    confidence: float = 0.0
    serial: str | None = None
    down: float = 90.0
    """Degrees clockwise from the x axis to the foot of the seal; 90 where it stands upright."""


def read_ring(ink: Plane, dark: Plane, ellipse: Ellipse, reader: Reader) -> Words:
    """Read a round or oval seal.

    Parameters
    ----------
    ink, dark : ndarrays of shape (H, W)
        From `lift` and `darkened`.

    Notes
    -----
    The name runs clockwise, its letters' heads outwards; the widest gap on the ring is where it begins and ends, so
    the ring is cut there.  A second text on the lower arc has its heads inwards.  Worn letters open gaps and text
    under the seal closes them, so a doubtful name is read in other ways too and the best reading is kept.
    """
    arcs = _arcs(ink, ellipse)
    if not arcs:
        return Words()
    top = _frame(ink, ellipse)
    once = _arcs(ink, ellipse, once=True)[0]
    name, said = max(arcs, key=lambda arc: arc.span), Reading("", 0.0, ())
    ways = [(plane, arc) for plane in (ink, dark) for arc in dict.fromkeys((name, once))]
    for plane, arc in ways:
        if said.confidence >= SURE and _is_whole(said):
            break
        tried = _name(_read(reader, _strip(plane, ellipse, arc, (NAME, top))))
        if _worth(tried) > _worth(said):
            said, name = tried, arc
    down = (name.middle + 180) % 360
    lower = [_read(reader, _strip(ink, ellipse, arc, (NAME, top))[::-1, ::-1]) for arc in _others(arcs, name)]
    if not any(_is_line(each) for each in lower):
        lower = [_bottom_line(ink, dark, ellipse, name, down, reader)]
    serial = _serial(ink, ellipse, name, top, reader)
    kept = [said, *(each for each in lower if _is_line(each))]
    text = "".join(each.text for each in kept)
    confidence = min(each.confidence for each in kept)
    if confidence < LEAST_CONFIDENCE or len(text) < LEAST_LETTERS or not _is_whole(said):
        return Words(None, 0.0, serial, down)
    return Words(text, confidence, serial, down)


def _others(arcs: list[Arc], name: Arc) -> list[Arc]:
    """Arcs that the name does not cover and that are long enough for a text."""
    return [
        each for each in arcs if each.span > 25 and abs((each.middle - name.middle + 180) % 360 - 180) > name.span / 2
    ]


def _worth(reading: Reading) -> float:
    """Many letters, surely read."""
    return (reading.confidence - 0.5) * len(reading.text)


def _name(reading: Reading) -> Reading:
    """Without what stands before the first and after the last Chinese sign: digits of a number seen upside down."""
    first = re.search(r"[\u4e00-\u9fff]", reading.text)
    last = len(re.sub(r"[^\u4e00-\u9fff）)]+$", "", reading.text))
    start = first.start() if first else 0
    return Reading(reading.text[start:last], reading.confidence, reading.centres)


def _bottom_line(ink: Plane, dark: Plane, ellipse: Ellipse, name: Arc, down: float, reader: Reader) -> Reading:
    """The better reading of the line below the centre."""
    best = Reading("", 0.0, ())
    for plane in (ink, dark):
        strip = _bottom(plane, ellipse, name, down)
        if strip is not None:
            tried = _read(reader, strip)
            best = max(best, tried, key=_worth)
        if not _is_line(best) or best.confidence >= SURE:  # what only the dark plane shows is the page's own text
            break
    return Reading(SPECIAL.sub("专用章", best.text), best.confidence, best.centres)


def read_square(ink: Plane, reader: Reader) -> Words:
    """Read a straightened name seal of four letters: two columns, the right one first."""
    side = len(ink)
    low, high, middle = round(0.09 * side), round(0.91 * side), side // 2
    halves = slice(low, middle), slice(middle, high)
    cells = [ink[row, column] for column in reversed(halves) for row in halves]
    height = min(len(cell) for cell in cells)
    said = _read(reader, np.hstack([cell[:height] for cell in cells]))
    if said.confidence < LEAST_CONFIDENCE or len(said.text) != LEAST_LETTERS:
        return Words()
    return Words(said.text, said.confidence)


def _read(reader: Reader, strip: Plane) -> Reading:
    read = reader.recognise([to_gray(strip)])[0]
    return Reading(NOT_NAME.sub("", read.text), read.confidence, read.centres)


def _is_whole(reading: Reading) -> bool:
    """Whether the letters lie over all of the strip; where half of a name was passed over, the rest is no name."""
    at = reading.centres
    if reading.confidence >= SURE and len(reading.text) >= SURE_LETTERS:
        return True  # what else the strip holds is a number or another seal
    return len(at) > 1 and at[-1] - at[0] + (at[-1] - at[0]) / (len(at) - 1) >= COVERED


def _is_line(reading: Reading) -> bool:
    return reading.confidence >= LEAST_CONFIDENCE and len(re.findall(r"[\u4e00-\u9fff]", reading.text)) >= 2


def _arcs(ink: Plane, ellipse: Ellipse, once: bool = False) -> list[Arc]:
    """Stretches of text on the ring; one that covers nearly all of it, or with `once`, begins at the widest gap."""
    full = _letters(ink, ellipse, INNER) & _letters(ink, ellipse, OUTER)
    if not full.any() or full.all():
        return []
    starts = np.flatnonzero(full & ~np.roll(full, 1)) * STEP
    ends = np.flatnonzero(full & ~np.roll(full, -1)) * STEP + STEP
    if ends[0] <= starts[0]:
        ends = np.append(ends[1:], ends[0] + 360)
    gaps = np.append(starts[1:], starts[0] + 360) - ends
    least = max(ARC_GAP, 2.2 * float(np.median(gaps)))
    cuts = np.flatnonzero(gaps >= least)
    if not len(cuts) or once:
        cuts = np.array([int(gaps.argmax())])
    arcs = []
    for at, cut in enumerate(cuts):
        first = (cut + 1) % len(starts)
        last = cuts[(at + 1) % len(cuts)]
        start, end = float(starts[first]), float(ends[last])
        while end <= start:
            end += 360
        arcs.append(Arc(start, end))
    return arcs


def _letters(ink: Plane, ellipse: Ellipse, band: tuple[float, float]) -> npt.NDArray[np.bool_]:
    """For each angle: whether there is ink in the band, here or near."""
    angles = np.arange(0, 360, STEP, dtype=np.float32)
    rows = np.linspace(*band, 14, dtype=np.float32)
    full = (unroll(ink, ellipse, rows, angles) > 0.35).mean(0) > 0.12
    reach = int(REACH / STEP)
    return np.asarray(np.max([np.roll(full, k) for k in range(-reach, reach + 1)], axis=0), bool)


def _frame(ink: Plane, ellipse: Ellipse) -> float:
    """Where the frame's inner edge lies, as a share of the radius."""
    angles = np.arange(0, 360, 2, dtype=np.float32)
    rows = np.linspace(*FRAME, 20, dtype=np.float32)
    inked = (unroll(ink, ellipse, rows, angles) > 0.35).mean(1) > 0.6
    return float(rows[inked.argmax()]) - 0.01 if inked.any() else FRAME[1]


def _strip(ink: Plane, ellipse: Ellipse, arc: Arc, band: tuple[float, float]) -> Plane:
    """The arc as a line, heads outwards up."""
    low, high = band
    height = STRIP_HEIGHT
    length = np.radians(arc.span + 2 * MARGIN) * (low + high) / 2 / (high - low) * height * STRETCH
    angles = np.linspace(arc.start - MARGIN, arc.end + MARGIN, max(round(length), 8), dtype=np.float32)
    rows = np.linspace(high, low, height, dtype=np.float32)
    return unroll(ink, ellipse, rows, angles)


def _bottom(ink: Plane, ellipse: Ellipse, name: Arc, down: float) -> Plane | None:
    """The line below the centre, without the ends of the name that reach down beside it; None where there is no ink."""
    side = int(np.clip(2 * ellipse.radius, 320, 480))
    flat = upright(ink, ellipse, down, side)
    y, x = (np.mgrid[:side, :side] - (side - 1) / 2) / (side / 2)
    turn = np.degrees(np.arctan2(x, y))  # from the foot
    beside = (np.hypot(x, y) > 0.7) & (np.abs(turn) > 180 - name.span / 2 + REACH)
    flat = np.where(beside | (np.hypot(x, y) > 0.9), 0, flat)
    low, high = (round((1 + each) * side / 2) for each in BOTTOM)
    strip = np.asarray(flat[low:high, round(0.1 * side) : round(0.9 * side)], np.float32)
    inked = strip > 0.35
    full = np.flatnonzero(inked.mean(1) > 0.03)
    columns = np.flatnonzero(inked[full].sum(0) > 1) if len(full) else full
    if len(columns) < 8 or len(full) < 8:
        return None
    pad = round(0.02 * side)
    return strip[:, max(columns[0] - pad, 0) : columns[-1] + 1 + pad]


def _serial(ink: Plane, ellipse: Ellipse, name: Arc, top: float, reader: Reader) -> str | None:
    gap = Arc(name.end, name.start + 360)
    if gap.span < 30:
        return None
    read = reader.recognise([to_gray(_strip(ink, ellipse, gap, (SERIAL, top))[::-1, ::-1])])[0]
    digits = re.sub(r"\D", "", read.text)
    return digits if len(digits) in SERIAL_DIGITS and read.confidence >= LEAST_CONFIDENCE else None
