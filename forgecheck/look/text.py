"""Page image to text lines in reading order, however the page is turned and however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean, median

import cv2
import numpy as np

from forgecheck.evidence import Image, Page, Point, Polygon, TextLine
from forgecheck.look.order import reading_order
from forgecheck.look.reader import Reader, Reading

# A first look at this size; a phone screenshot is then seen at about half its size, in one piece.
LONG_SIDE = 1280
STRIP = 2000  # px, height of a strip of a long picture
MARGIN = 200  # px that a strip sees beyond its share, so that no line is cut: higher than any line of text
SMALL = 14.0  # px, as the detector sees it; below this lines go missing, so the strip is looked at once more ...
CLEAR = 24.0  # px, ... at a size at which its lines are this high
MIN_SIDE = 5  # px; smaller boxes hold nothing readable
MIN_CONFIDENCE = 0.5  # readings below are pictures, textures and stamps; PaddleOCR's own pipelines keep all; assumed
UPRIGHT = 0.85  # median confidence from which a page's lines are taken to be the right way up; assumed
PROBES = 6  # lines read to find out which way is up


def read_page(page: Page, reader: Reader) -> Page:
    """The page with its text lines, and by how much it must be turned to be read."""
    boxes = find_lines(page.image, reader)
    rotation, read = _rotation(page.image, boxes, reader)
    upright = _turned(page.image, rotation)
    if rotation:
        boxes, read = find_lines(upright, reader), {}
    unread = [box for box in boxes if box not in read]
    read |= zip(unread, reader.recognise([strip(upright, box) for box in unread]), strict=True)
    readings = [read[box] for box in boxes]
    lines = [
        TextLine(reading.text.strip(), box, reading.confidence, _stripped_centres(reading))
        for box, reading in zip(boxes, readings, strict=True)
        if reading.text.strip() and reading.confidence >= MIN_CONFIDENCE
    ]
    ordered = reading_order(lines)
    size = (page.width, page.height)
    return replace(
        page,
        rotation=rotation,
        lines=tuple(replace(line, polygon=_turned_back(line.polygon, rotation, size)) for line in ordered),
    )


def find_lines(image: Image, reader: Reader) -> list[Polygon]:
    """Where lines of text are; long pictures are looked at strip by strip, each line once."""
    height = image.shape[0]
    shares = _shares(height)
    found: list[Polygon] = []
    for top, bottom in shares:
        above = list(found)
        start, end = max(top - MARGIN, 0), min(bottom + MARGIN, height)
        for corners in _detect(image[start:end], reader):
            moved = _lowered(corners, start)
            middle = mean(y for _, y in moved)
            if (top <= middle < bottom) and min(_sides(moved)) >= MIN_SIDE and not _double(moved, above):
                found.append(moved)
    return found


def strip(image: Image, corners: Polygon) -> Image:
    """The quadrilateral as an upright strip; a line of vertical type is turned by 90 degrees."""
    width, height = _sides(corners)
    w, h = max(round(width), 1), max(round(height), 1)
    source = np.array(corners, np.float32)
    target = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    cut = cv2.warpPerspective(image, matrix, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.rot90(cut).copy() if h >= 1.5 * w else cut


def _shares(height: int) -> list[tuple[int, int]]:
    count = max(1, -(-(height - 2 * MARGIN) // STRIP))
    edges = [round(height * i / count) for i in range(count + 1)]
    return list(pairwise(edges))


def _detect(image: Image, reader: Reader) -> list[Polygon]:
    corners = reader.detect(image, LONG_SIDE)
    scale = LONG_SIDE / max(image.shape[:2])
    seen = median(min(_sides(each)) for each in corners) * scale if corners else SMALL
    if scale >= 1 or seen >= SMALL:
        return corners
    return reader.detect(image, min(round(LONG_SIDE * CLEAR / seen), max(image.shape[:2])))


def _lowered(corners: Polygon, by: int) -> Polygon:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    return (x0, y0 + by), (x1, y1 + by), (x2, y2 + by), (x3, y3 + by)


def _sides(corners: Polygon) -> tuple[float, float]:
    """Width and height of a quadrilateral along its own axes."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    width = max(np.hypot(x1 - x0, y1 - y0), np.hypot(x2 - x3, y2 - y3))
    height = max(np.hypot(x3 - x0, y3 - y0), np.hypot(x2 - x1, y2 - y1))
    return float(width), float(height)


def _double(corners: Polygon, above: Sequence[Polygon]) -> bool:
    """Whether the strip above found the same line: each sees the seam from its own side."""
    ours = np.array(corners, np.float32)
    area = cv2.contourArea(ours)
    for each in above:
        theirs = np.array(each, np.float32)
        shared, _ = cv2.intersectConvexConvex(ours, theirs)
        if shared > 0.5 * min(area, cv2.contourArea(theirs)):
            return True
    return False


def _rotation(image: Image, boxes: Sequence[Polygon], reader: Reader) -> tuple[int, dict[Polygon, Reading]]:
    """Degrees counter-clockwise that make the text upright, and what was read on the way with the page as it is.

    0 unless the page is clearly turned.
    """
    lines = sorted((each for each in boxes if max(_sides(each)) >= 2 * min(_sides(each))), key=_length, reverse=True)
    if not lines:
        return 0, {}
    lying = [each for each in lines if _sides(each)[0] >= _sides(each)[1]]
    upright = 2 * len(lying) >= len(lines)
    sample = (lying if upright else [each for each in lines if each not in lying])[:PROBES]
    strips = [strip(image, each) for each in sample]
    first = reader.recognise(strips)  # strip() turns standing lines counter-clockwise: 90 reads as it is
    known = dict(zip(sample, first, strict=True)) if upright else {}
    as_it_is, turned = (0, 180) if upright else (90, 270)
    if _sure(first) >= UPRIGHT:
        return as_it_is, known
    second = reader.recognise([np.rot90(each, 2).copy() for each in strips])
    if _sure(second) > max(_sure(first), UPRIGHT - 0.1):
        return turned, {}
    return (as_it_is if _sure(first) > 0.6 else 0), known


def _sure(readings: Sequence[Reading]) -> float:
    """Median confidence; strips read as nothing or as a single character say nothing."""
    return median([each.confidence if len(each.text) > 1 else 0.0 for each in readings])


def _length(corners: Polygon) -> float:
    return max(_sides(corners))


def _turned(image: Image, degrees: int) -> Image:
    return image if degrees == 0 else np.ascontiguousarray(np.rot90(image, degrees // 90))


def _turned_back(corners: Polygon, degrees: int, size: tuple[int, int]) -> Polygon:
    """Corners in the turned picture to corners in the picture of this (width, height)."""
    width, height = size

    def back(x: float, y: float) -> Point:
        if degrees == 90:
            return width - y, x
        if degrees == 180:
            return width - x, height - y
        return (y, height - x) if degrees == 270 else (x, y)

    a, b, c, d = corners
    return back(*a), back(*b), back(*c), back(*d)


def _stripped_centres(reading: Reading) -> tuple[float, ...]:
    lead = len(reading.text) - len(reading.text.lstrip())
    return reading.centres[lead : lead + len(reading.text.strip())]
