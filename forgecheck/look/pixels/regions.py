"""The network's map made regions: words that it takes for edited, and in what they differ from their line."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Heat, Page, TextLine
from forgecheck.look.pixels.statistics import CELL

THRESHOLD = 160  # of 255: where a region begins; text that the network cannot tell has 100 to 140 all over (measured)
LEAST = 2  # cells; less is no character
BRIDGE = 2  # cells between two parts of one region: the gap between two characters
TOP = 10  # hottest cells whose mean is the region's score; as the training scores a crop
MOST = 40  # regions told of on a page, the hottest first: bounds the time of all that follows
WORDS = 0.5  # of a region that must be lines of text to make it words; assumed
LARGEST = 0.1  # of the page; a larger region is a picture or another layer, not words that were changed; assumed
STATUS = (
    0.08  # of the page's width: the strip at the top with a phone's clock, signal and battery, read as words (measured)
)


class Region(NamedTuple):
    """Neighbouring places that the network takes for edited."""

    box: Box
    """Snapped to whole characters where it lies in a line of text."""
    score: float
    """Mean log-odds of its hottest cells, -5.5 to 5.5; not calibrated."""
    in_words: bool
    """Whether it is words: on lines of text, no larger than words are, not cut by the page's edge, and not in the strip
    where phones show their signs.  Pictures, icons and stamps, and what a crop leaves of them, look edited far more
    often than words do."""


def regions(page: Page, heat: Heat) -> tuple[Region, ...]:
    """Hot regions of the map, the hottest first.

    Parameters
    ----------
    page : Page
        With `lines` where it was read; a region is grown to whole characters.
    heat : array (ceil(H / 8), ceil(W / 8))
        As `TamperNet.heat` gives it.
    """
    hot = (heat >= THRESHOLD).astype(np.uint8)
    joined = cv2.morphologyEx(hot, cv2.MORPH_CLOSE, np.ones((1, 2 * BRIDGE + 1), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for label, (left, top, width, height, cells) in enumerate(stats[1:].tolist(), 1):
        if cells < LEAST:
            continue
        inside = heat[top : top + height, left : left + width][labels[top : top + height, left : left + width] == label]
        box = Box(left * CELL, top * CELL, (left + width) * CELL, (top + height) * CELL)
        found.append((-score(inside), box))
    hottest = [(-coldness, _snapped(box, page)) for coldness, box in sorted(found)[:MOST]]
    return tuple(Region(box, each, _in_words(box, page)) for each, box in hottest)


def score(cells: npt.NDArray[np.uint8]) -> float:
    """Mean log-odds of the hottest cells; missing ones count as cold, so that a speck is no region."""
    hottest = np.zeros(TOP, np.float64)
    best = np.sort(cells.ravel())[::-1][:TOP]
    hottest[: len(best)] = best
    chance = np.clip(hottest, 1, 254) / 255
    return float(np.log(chance / (1 - chance)).mean())


def _snapped(box: Box, page: Page) -> Box:
    """The box grown to the characters that it marks, cut to the page."""
    whole = Box(0, 0, page.width, page.height)
    for character in [each for line in page.lines or () for each in _marked(box, line)]:
        box = box.union(character)
    return box.intersection(whole)


def _marked(box: Box, line: TextLine) -> list[Box]:
    """The characters of a line of which the box holds more than half the width and a quarter of the height."""
    if box.intersection(line.box).area == 0:
        return []
    spans = [line.span(at, at + 1) for at in range(len(line.text))]
    shared = [(each, each.intersection(box)) for each in spans]
    return [each for each, part in shared if 2 * part.width > each.width and 4 * part.height > each.height]


def _in_words(box: Box, page: Page) -> bool:
    inside = Box(CELL, CELL, page.width - CELL, page.height - CELL)
    if box.intersection(inside) != box or box.area > LARGEST * page.width * page.height:
        return False
    if box.bottom <= STATUS * page.width:
        return False
    # Lines of text hardly overlap, so that their shares add up.
    return sum(box.intersection(line.box).area for line in page.lines or ()) >= WORDS * box.area
