"""Pixels: rectangles of another white behind the words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Image, Page, Patch, TextLine
from forgecheck.look.pixels.ground import stepped_lines

MAX_LEVEL = 6  # grey levels; above, people see the rectangle themselves and mean it (highlights, fields)
MAX_TINT = 2  # levels between the channels' steps; highlighters and selections are coloured; assumed
MIN_RUN = 12  # px of unbroken edge; longer than a JPEG block and than anti-aliased strokes; assumed
MAX_GAP = 40  # px of edge that a cut character may hide; about one character of a phone screen; assumed
MIN_CLEAN = 0.6  # share of each side that must show the step; assumed
PIECE = 8  # px of edge counted as one independent trial: the side of a JPEG block
EPSILON = -3.0  # log10 of the false alarms allowed on a page
HUG = 0.6  # line heights between the patch's edge and the line's; interface elements stand further off; assumed
REPEATS = 3  # equally large rectangles of one colour are a layout; assumed

Plane = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Run:
    """An unbroken horizontal edge between two exactly flat colours; `row` is the first row below it."""

    row: int
    left: int
    right: int
    above: int
    below: int


def flat_patches(page: Page) -> tuple[Patch, ...]:
    """Rectangles that hold part of a text line on another, exactly flat white (or grey, or black).

    Parameters
    ----------
    page : Page
        With `lines` read; without them nothing is known to lie over words, and the answer is empty.

    Returns
    -------
    tuple of Patch
        `level` is the largest step of a channel, 1..6.  `log10_nfa` bounds how many rectangles with so clean
        an outline chance would give on this page; the smaller, the surer that it *is* a rectangle.

    Notes
    -----
    A contrario (Desolneux, Moisan, Morel).  Background model: each 8 px of outline shows a clean step of this many
    levels or more independently, with the page's own share of such steps as probability; tests: all rectangles,
    (W H)^2 / 4.  The model says nothing about interface elements, which are rectangles too.  Those are told by
    geometry: a patch is within 0.6 line heights of its line, cuts it, has four hard corners and no twins.

    JPEG ends exact outlines; there `ground.stepped_lines` looks at the mean ground along each line instead, which
    sees neither corners nor steps of 1 at low quality.

    References
    ----------
    Desolneux, Moisan, Morel: Meaningful Alignments. IJCV 40, 7-23 (2000). doi:10.1023/A:1026593302236
    """
    image = page.image
    if not page.lines or min(image.shape[:2]) < 4 * MIN_RUN:
        return ()
    across, down = _steps(image)
    tails = _tails(across, down)
    found = list(_rectangles(image, _runs(image, across, down)))
    exact = [
        Patch(page.number, box, level, nfa)
        for box, inner, outer in found
        if _twins(box, found) < REPEATS
        and _lies_in_text(box, page.lines)
        and (level := _level(inner, outer))
        and (nfa := _log10_nfa(image, box, inner, outer, tails[level])) < EPSILON
    ]
    stepped = stepped_lines(page.number, image, page.lines)
    others = (each for each in stepped if not any(each.box.intersection(known.box).area for known in exact))
    return tuple(sorted((*exact, *others), key=lambda each: each.box))


def _steps(image: Image) -> tuple[Plane, Plane]:
    """Largest absolute difference of a channel to the right (H, W - 1) and downward (H - 1, W)."""
    channels = [np.ascontiguousarray(each) for each in cv2.split(image)]
    across = [cv2.absdiff(each[:, 1:], each[:, :-1]) for each in channels]
    down = [cv2.absdiff(each[1:], each[:-1]) for each in channels]
    return cv2.max(cv2.max(*across[:2]), across[2]), cv2.max(cv2.max(*down[:2]), down[2])


def _tails(across: Plane, down: Plane) -> list[float]:
    """Share of neighbouring pixels that differ by n or more (up to MAX_LEVEL), for n = 0..MAX_LEVEL.

    One count is added to each level, so that a level never seen is not impossible.
    """
    counts = sum(cv2.calcHist([each], [0], None, [256], [0, 256]).ravel() for each in (across, down))
    faint = counts[: MAX_LEVEL + 1] + 1.0
    return [float(each) for each in faint[::-1].cumsum()[::-1] / (counts.sum() + MAX_LEVEL + 1)]


def _runs(image: Image, across: Plane, down: Plane) -> list[_Run]:
    """Horizontal edges of 1..MAX_LEVEL levels, straight, hard and flat on both sides; short gaps are closed."""
    faint = cv2.inRange(down, 1, MAX_LEVEL)
    same_x, same_y = cv2.compare(across, 0, cv2.CMP_EQ), cv2.compare(down, 0, cv2.CMP_EQ)
    goes_on = np.zeros_like(down)
    goes_on[1:-1, 1:] = (
        (faint[1:-1, 1:] & faint[1:-1, :-1])  # the step is there, here and one pixel to the left
        & (same_x[1:-2] & same_x[2:-1])  # neither side changes along it
        & (same_y[:-2, 1:] & same_y[2:, 1:])  # nor across: a step, not a ramp
    )
    flat = goes_on.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    starts, ends = changes[::2], changes[1::2]
    long = ends - starts >= MIN_RUN
    rows, lefts = np.divmod(starts[long] - 1, down.shape[1])
    lengths = ends[long] - starts[long] + 1
    above, below = _packed(image[rows, lefts]), _packed(image[rows + 1, lefts])
    return _joined(
        image,
        (
            _Run(row + 1, left, left + length, outer, inner)
            for row, left, length, outer, inner in zip(
                *(each.tolist() for each in (rows, lefts, lengths, above, below)), strict=True
            )
        ),
    )


def _packed(colours: Image) -> npt.NDArray[np.int32]:
    """RGB colours (N, 3) as one number each."""
    packed: npt.NDArray[np.int32] = colours.astype(np.int32) @ np.array((1 << 16, 1 << 8, 1), np.int32)
    return packed


def _unpacked(colour: int) -> npt.NDArray[np.int16]:
    return np.array((colour >> 16, colour >> 8 & 255, colour & 255), np.int16)


def _joined(image: Image, runs: Iterable[_Run]) -> list[_Run]:
    """Pieces of one edge, parted by a character that stands on it, made one."""
    joined: dict[tuple[int, int, int], list[_Run]] = defaultdict(list)
    for run in runs:
        pieces = joined[run.row, run.above, run.below]
        if pieces and _is_covered(image[run.row - 1 : run.row + 1, pieces[-1].right : run.left], run):
            run = _Run(run.row, pieces.pop().left, run.right, run.above, run.below)
        pieces.append(run)
    return [run for pieces in joined.values() for run in pieces]


def _is_covered(gap: Image, run: _Run) -> bool:
    """Whether a gap (2, N, 3) in an edge is ink; where both rows show the ground, two rectangles end."""
    upper, lower = _packed(gap[0]), _packed(gap[1])
    ends = (upper == lower) & ((upper == run.above) | (upper == run.below))
    return len(upper) <= MAX_GAP and not ends.any()


Found = tuple[Box, int, int]
"""A rectangle, the colour inside and the colour around it (packed)."""


def _rectangles(image: Image, runs: list[_Run]) -> Iterator[Found]:
    """Upper edges with the nearest lower edge of the same ends and colours, where the sides are clean, too."""
    uppers: dict[tuple[int, int, int, int], list[int]] = defaultdict(list)
    for run in runs:
        uppers[run.left, run.right, run.above, run.below].append(run.row)
    for run in runs:
        inner, outer = run.above, run.below
        top = max((row for row in uppers[run.left, run.right, outer, inner] if row < run.row), default=None)
        if top is None or abs(_unpacked(inner) - _unpacked(outer)).max() > MAX_LEVEL:
            continue
        box = Box(run.left, top, run.right, run.row)
        if box.left > 0 and box.right < image.shape[1] and _is_bounded(image, box, inner, outer):
            yield box, inner, outer


def _clean(image: Image, box: Box, inner: int, outer: int) -> list[npt.NDArray[np.bool_]]:
    """For each side (top, bottom, left, right), where exactly the inner colour meets the outer."""
    left, top, right, bottom = box
    sides = (
        (image[top, left:right], image[top - 1, left:right]),
        (image[bottom - 1, left:right], image[bottom, left:right]),
        (image[top:bottom, left], image[top:bottom, left - 1]),
        (image[top:bottom, right - 1], image[top:bottom, right]),
    )
    return [(_packed(inside) == inner) & (_packed(outside) == outer) for inside, outside in sides]


def _is_bounded(image: Image, box: Box, inner: int, outer: int) -> bool:
    """Whether all sides show the step; round corners shorten the upper edge and so put the sides beside it."""
    return all(side.mean() >= MIN_CLEAN for side in _clean(image, box, inner, outer))


def _twins(box: Box, found: Iterable[Found]) -> int:
    """Rectangles of this size, the box itself included, in its row or column: cells, tags, stripes."""
    return sum(
        (box.width, box.height) == (other.width, other.height) and (box.left == other.left or box.top == other.top)
        for other, _, _ in found
    )


def _lies_in_text(box: Box, lines: Iterable[TextLine]) -> bool:
    """Whether one line runs over a side of the box, or two lines of one row end at its two sides."""
    row = [line for line in lines if _hugs(box, line)]
    reach = {id(line): HUG * line.box.height for line in row}
    if any(
        line.box.left < side - reach[id(line)] and line.box.right > side + reach[id(line)]
        for line in row
        for side in (box.left, box.right)
    ):
        return True
    before = any(abs(line.box.right - box.left) <= reach[id(line)] for line in row)
    after = any(abs(line.box.left - box.right) <= reach[id(line)] for line in row)
    inside = any(line.box.intersection(box).width > reach[id(line)] for line in row)
    return before and after and not inside


def _hugs(box: Box, line: TextLine) -> bool:
    far = HUG * line.box.height
    return abs(box.top - line.box.top) <= far and abs(box.bottom - line.box.bottom) <= far


def _level(inner: int, outer: int) -> int:
    """Grey levels from outer to inner; 0 where the step is not grey."""
    step = _unpacked(inner) - _unpacked(outer)
    return int(abs(step).max()) if step.max() - step.min() <= MAX_TINT else 0


def _log10_nfa(image: Image, box: Box, inner: int, outer: int, tail: float) -> float:
    """log10 of (rectangles on the page) x (binomial tail of the clean pieces of outline), as a union bound."""
    trials = 2 * (box.width + box.height) // PIECE
    hits = sum(int(side.sum()) for side in _clean(image, box, inner, outer)) // PIECE
    choices = math.lgamma(trials + 1) - math.lgamma(hits + 1) - math.lgamma(trials - hits + 1)
    tests = 2 * math.log10(image.shape[0] * image.shape[1] / 2)
    return tests + choices / math.log(10) + hits * math.log10(tail)
