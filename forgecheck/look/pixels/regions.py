"""The network's map made regions: words that it takes for edited, and in what they differ from their line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.evidence import Box, Heat, Page, TextLine
from forgecheck.look.pixels.statistics import CELL

THRESHOLD = 64  # of 255: where a region begins; set on the calibration split
LEAST = 2  # cells; less is no character
BRIDGE = 2  # cells between two parts of one region: the gap between two characters
TOP = 10  # hottest cells whose mean is the region's score; as the training scores a crop
MOST = 40  # regions told of on a page, the hottest first: bounds the time of all that follows


class Region(NamedTuple):
    """Neighbouring places that the network takes for edited."""

    box: Box
    """Snapped to whole characters where it lies in a line of text."""
    score: float
    """Mean log-odds of its hottest cells, -5.5 to 5.5; not calibrated."""
    area: int
    """In pixels."""


def regions(page: Page, heat: Heat) -> tuple[Region, ...]:
    """Hot regions of the map, the hottest first.

    Parameters
    ----------
    page : Page
        With `lines` where it was read; a region is snapped to the characters that it covers for the most part.
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
        found.append(Region(_snapped(box, page), score(inside), cells * CELL**2))
    return tuple(sorted(found, key=lambda each: (-each.score, each.box))[:MOST])


def score(cells: npt.NDArray[np.uint8]) -> float:
    """Mean log-odds of the hottest cells; missing ones count as cold, so that a speck is no region."""
    hottest = np.zeros(TOP, np.float64)
    best = np.sort(cells.ravel())[::-1][:TOP]
    hottest[: len(best)] = best
    chance = np.clip(hottest, 1, 254) / 255
    return float(np.log(chance / (1 - chance)).mean())


def _snapped(box: Box, page: Page) -> Box:
    """The box grown to the characters that it covers for more than half, cut to the page."""
    whole = Box(0, 0, page.width, page.height)
    parts = [part for line in page.lines or () if (part := _covered(box, line)) is not None]
    for part in parts:
        box = box.union(part)
    return box.intersection(whole)


def _covered(box: Box, line: TextLine) -> Box | None:
    if box.intersection(line.box).area == 0:
        return None
    spans = [line.span(at, at + 1) for at in range(len(line.text))]
    covered = [each for each in spans if 2 * each.intersection(box).area > each.area > 0]
    return _union(covered) if covered else None


def _union(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for each in boxes[1:]:
        whole = whole.union(each)
    return whole
