"""The ground under each text line, in cells: where part of a line stands on another white after JPEG."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Image, Patch, TextLine

CELL = 8  # px along the line, as wide as a JPEG block
NEAR = 12  # grey levels around the line's commonest one that count as ground, not ink; assumed
INK_REACH = 2  # px around ink that are left out: anti-aliasing and the worst of the ringing; assumed
MIN_GROUND = 24  # px of ground that a cell needs; assumed
THRESHOLDS = (0.75, 1.5, 3.0)  # grey levels; JPEG of quality 75 moves under 1 % of cells by 1 (measured)
MAX_LEVEL = 6.5  # rounds to 6
MIN_WIDTH = 1.2  # line heights; icons of a status bar are 1 wide
RARE = 0.01  # no deviation is taken to be rarer than this, however clean the page; assumed
EXACT = 0.85  # share of ground pixels of exactly one level: PNG screens from 0.80, after JPEG 95 up to 0.87 (measured)
UNEVEN = 0.05  # share of cells off by THRESHOLDS[1]; nine screens of ten have less than 0.04, photos 0.2 (measured)
MAX_TINT = 2.0  # levels between the channels' steps; highlighters and selections are coloured; assumed
MAX_NOISE = 1.0  # grey levels by which the ground inside may be rougher than outside; embedded pictures are; assumed
REPEATS = 3  # so many on one page are its design (labels on a faint ground); assumed
EPSILON = -3.0  # log10 of the false alarms allowed on a page

Levels = npt.NDArray[np.float64]
Plane = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Profile:
    """The ground along one line."""

    line: TextLine
    lefts: npt.NDArray[np.intp]
    """Left edge of each measured cell; cells full of ink are left out."""
    levels: Levels
    """Mean ground of each cell, minus the line's median."""
    exact: int
    """Pixels of exactly the commonest level."""
    ground: int
    """Pixels near it."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring cells that all deviate to one side."""

    profile: Profile
    start: int
    end: int
    log10_nfa: float

    @property
    def step(self) -> float:
        return float(np.median(self.profile.levels[self.start : self.end]))

    @property
    def box(self) -> Box:
        at, line = self.profile.lefts, self.profile.line.box
        return Box(int(at[self.start]), line.top, int(at[self.end - 1]) + CELL, line.bottom)


def stepped_lines(number: int, image: Image, lines: Iterable[TextLine]) -> tuple[Patch, ...]:
    """Parts of text lines on another, even ground, on pages that lost their exact pixels.

    Parameters
    ----------
    number : int
        The page's number.
    image : ndarray of shape (H, W, 3)
        RGB, uint8.
    lines : iterable of TextLine
        Upright lines.

    Returns
    -------
    tuple of Patch
        Left and right are known to 8 px; top and bottom are the line's.  Empty where the page is still exact
        (see `pixels.flat_patches`) and where its ground is uneven (photos, paper).

    Notes
    -----
    A contrario: each cell deviates by a threshold or more, to either side, independently and as often as all cells
    of the page (at least 1 %); tests: runs of cells x thresholds x signs.  Neighbouring cells are not quite
    independent, so the number is a gate, not a promise; what counts is how seldom genuine pages pass it.
    """
    gray = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    profiles = [each for each in (_profile(gray, line) for line in lines) if each is not None]
    if not profiles or sum(each.exact for each in profiles) >= EXACT * sum(each.ground for each in profiles):
        return ()
    every = np.abs(np.concatenate([each.levels for each in profiles]))
    tests = math.log10(len(THRESHOLDS) * sum(len(each.levels) ** 2 for each in profiles))
    runs = [_longest(each, every, tests) for each in profiles]
    found = [
        run
        for run in runs
        if run is not None and run.log10_nfa < EPSILON and _is_patch(run) and _is_plain(image, gray, run)
    ]
    inside = sum(run.end - run.start for run in found)
    uneven = (every >= THRESHOLDS[1]).sum() - inside > UNEVEN * len(every)
    if uneven or len(found) >= REPEATS:
        return ()
    return tuple(Patch(number, run.box, max(1, round(abs(run.step))), run.log10_nfa) for run in found)


def _profile(gray: Plane, line: TextLine) -> Profile | None:
    """None for lines too small to measure."""
    left, top, right, bottom = line.box.intersection(Box(0, 0, gray.shape[1], gray.shape[0]))
    left = -(-left // CELL) * CELL
    count = (right - left) // CELL
    if count < 2 * len(THRESHOLDS) or bottom - top < CELL:
        return None
    band = np.ascontiguousarray(gray[top:bottom, left : left + count * CELL])
    commonest = int(cv2.calcHist([band], [0], None, [256], [0, 256]).argmax())
    near = cv2.inRange(band, max(commonest - NEAR, 0), commonest + NEAR)
    clear = cv2.erode(near, np.ones((2 * INK_REACH + 1, 2 * INK_REACH + 1), np.uint8))
    pixels = _cell_sums(clear) // 255
    sums = _cell_sums(band & clear)
    measured = np.flatnonzero(pixels >= MIN_GROUND)
    if len(measured) < 2 * len(THRESHOLDS):
        return None
    means = sums[measured] / pixels[measured]
    exact = int((band == commonest).sum())
    return Profile(line, left + measured * CELL, means - np.median(means), exact, int((near > 0).sum()))


def _cell_sums(band: Plane) -> npt.NDArray[np.int64]:
    """Sums over the cells of a band (height, N * CELL)."""
    columns = cv2.reduce(band, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S).reshape(-1, CELL)
    sums: npt.NDArray[np.int64] = columns.sum(1, dtype=np.int64)
    return sums


def _longest(profile: Profile, every: Levels, tests: float) -> _Run | None:
    """The run of the smallest NFA in this line."""
    runs = []
    for threshold in THRESHOLDS:
        for levels in (profile.levels, -profile.levels):
            beyond = np.concatenate(([0], levels >= threshold, [0])).astype(np.int8)
            starts, ends = (np.flatnonzero(np.diff(beyond) == sign) for sign in (1, -1))
            if not len(starts):
                continue
            longest = int((ends - starts).argmax())
            start, end = int(starts[longest]), int(ends[longest])
            others = (every >= threshold).sum() - (end - start)
            share = max(RARE, (others + 1) / (len(every) + 1))
            runs.append(_Run(profile, start, end, tests + (end - start) * math.log10(share)))
    return min(runs, key=lambda run: run.log10_nfa, default=None)


def _is_patch(run: _Run) -> bool:
    """Whether the run is one even step of a part of the line, and the rest of the line is even, too."""
    levels, height, box, line = run.profile.levels, run.profile.line.box.height, run.box, run.profile.line.box
    inside = levels[run.start : run.end]
    rest = np.concatenate((levels[: max(run.start - 1, 0)], levels[run.end + 1 :]))  # without the cells that are cut
    third, step = max(1, len(inside) // 3), abs(run.step)
    return bool(
        THRESHOLDS[0] <= step < MAX_LEVEL
        and box.width >= MIN_WIDTH * height
        and max(box.left - line.left, line.right - box.right) > height / 2
        and len(rest) >= len(THRESHOLDS)
        and (np.abs(rest) > step / 2).mean() <= UNEVEN
        and inside.std() <= 0.3 * step  # one ground, not a picture
        and abs(inside[:third].mean() - inside[-third:].mean()) <= step / 3  # nor a slope
    )


def _is_plain(image: Image, gray: Plane, run: _Run) -> bool:
    """Whether the ground inside is a grey step away from the ground outside, and no rougher."""
    left, top, right, bottom = run.profile.line.box.intersection(Box(0, 0, image.shape[1], image.shape[0]))
    within = np.zeros((bottom - top, right - left), np.bool_)
    within[:, run.box.left - left : run.box.right - left] = True
    band = gray[top:bottom, left:right].astype(np.int16)
    grounds = []
    for part in (within, ~within):
        near = part & (abs(band - np.median(band[part])) <= NEAR)
        grounds.append((image[top:bottom, left:right][near].mean(0), band[near].std()))
    (colour, noise), (colour_outside, noise_outside) = grounds
    step = colour - colour_outside
    return bool(np.ptp(step) <= MAX_TINT and noise <= noise_outside + MAX_NOISE)
