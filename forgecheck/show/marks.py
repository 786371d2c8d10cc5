"""Numbered boxes on a page: colour, line and number all tell them apart, and no label hides its own box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image as Pictures
from PIL.Image import Image as Picture
from PIL.Image import Resampling
from PIL.ImageDraw import Draw, ImageDraw

from forgecheck.evidence import Box, Page
from forgecheck.finding import Report, Severity
from forgecheck.show.font import font
from forgecheck.show.order import lettered, numbered
from forgecheck.show.turn import turned_box, turned_image, turned_size

COLOURS: Mapping[Severity, str] = {"decisive": "#b3151f", "strong": "#c24e00", "weak": "#80690a", "info": "#5a5f69"}
SEAL_COLOUR = "#1d5fb4"
MARGIN_COLOUR = "#e8eaee"
DASHES: Mapping[Severity, tuple[int, int] | None] = {"decisive": None, "strong": None, "weak": (6, 3), "info": (2, 2)}
"""Drawn and skipped length in stroke widths; None for a whole line."""
SEAL_DASH = (4, 4)

LABEL_PARTS = 24  # a label is 1/24 of the page's width high: 16 px where the page fills a phone of 390 px
STROKE_PARTS = 300
TRIES_A_SIDE = 24  # places tried for a label along each side of its box


@dataclass(frozen=True, slots=True)
class Mark:
    """One box to draw."""

    label: str
    page: int
    box: Box
    """Pixels of the page image."""
    colour: str
    dash: tuple[int, int] | None


class Drawn(NamedTuple):
    """Where a mark lies on the drawn page, in its pixels, margin included."""

    mark: Mark
    outline: Box
    tab: Box
    """Its label."""


def marks(report: Report) -> tuple[Mark, ...]:
    """What there is to draw: placed findings by number, seals by letter; the gravest last, so that it lies on top."""
    seals = [Mark(letter, seal.page, seal.box, SEAL_COLOUR, SEAL_DASH) for letter, seal in lettered(report)]
    found = [
        Mark(str(each.number), place.page, place.box, COLOURS[severity], DASHES[severity])
        for each in reversed(numbered(report))
        if (place := each.finding.place) is not None
        for severity in (each.finding.severity,)
    ]
    return (*seals, *found)


def margin(width: int) -> int:
    """Pixels around a page of this width: room for a label beside any box."""
    return _label_size(width) + 5 * _stroke(width)


def laid_out(page: Page, chosen: Sequence[Mark], width: int) -> list[Drawn]:
    """Where the marks of a page lie once it is drawn, the topmost last."""
    scale, edge, stroke = width / turned_size(page)[0], margin(width), _stroke(width)
    size = (width + 2 * edge, drawn_height(page, width) + 2 * edge)

    def placed(box: Box) -> Box:
        turned = turned_box(box, page)
        left, top, right, bottom = (round(each * scale) + edge for each in turned)
        return Box(left - 2 * stroke, top - 2 * stroke, right + 2 * stroke, bottom + 2 * stroke)

    own = [(each, placed(each.box)) for each in chosen if each.page == page.number]
    text = [placed(line.box) for line in page.lines or ()]
    tabs = _tabs(own, text, size, width, stroke)
    return [Drawn(mark, outline, tab) for (mark, outline), tab in zip(own, tabs, strict=True)]


def draw_page(page: Page, chosen: Sequence[Mark], width: int) -> Picture:
    """The page, turned upright and `width` pixels wide, in a margin, with its marks drawn on it."""
    image, edge = draw_bare(page, width), margin(width)
    canvas = Pictures.new("RGB", (image.width + 2 * edge, image.height + 2 * edge), MARGIN_COLOUR)
    canvas.paste(image, (edge, edge))
    pen = Draw(canvas)
    drawn = laid_out(page, chosen, width)
    for each in drawn:
        _outline(pen, each.outline, each.mark, _stroke(width))
    for each in reversed(drawn):
        draw_label(pen, each.tab, each.mark.label, each.mark.colour)
    return canvas


def draw_bare(page: Page, width: int) -> Picture:
    """The page, turned upright and `width` pixels wide, as it is."""
    return Pictures.fromarray(turned_image(page)).resize((width, drawn_height(page, width)), Resampling.LANCZOS)


def drawn_height(page: Page, width: int) -> int:
    """Pixels of a page drawn at this width, without its margin."""
    wide, high = turned_size(page)
    return max(round(high * (width / wide)), 1)


def draw_label(pen: ImageDraw, box: Box, label: str, colour: str) -> None:
    """A filled tab with white figures, ringed in white."""
    ring = max(box.height // 14, 2)
    pen.rounded_rectangle(box, box.height // 4, colour, "white", ring)
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    pen.text(middle, label, fill="white", font=font(round(box.height * 0.66)), anchor="mm")


def label_size(label: str, height: int) -> tuple[int, int]:
    """Width and height of a tab in pixels."""
    return max(height, round(font(round(height * 0.66)).getlength(label) + height * 0.5)), height


def _label_size(width: int) -> int:
    return max(round(width / LABEL_PARTS), 18)


def _stroke(width: int) -> int:
    return max(round(width / STROKE_PARTS), 2)


def _tabs(
    own: Sequence[tuple[Mark, Box]], text: Sequence[Box], room: tuple[int, int], width: int, stroke: int
) -> list[Box]:
    """A place for each label: beside its box, inside the picture, off other labels, and off text where it can be.

    The topmost chooses first.
    """
    lines = np.array(text, dtype=np.float64).reshape(-1, 4)
    boxes = np.array([box for _, box in own], dtype=np.float64).reshape(-1, 4)
    taken: list[Box] = []
    for mark, box in reversed(own):
        size = label_size(mark.label, _label_size(width))
        tries = list(_beside(box, size, room, stroke))
        others = np.array(taken, dtype=np.float64).reshape(-1, 4)
        costs = [
            1000 * _overlap(each, others) + 2 * _overlap(each, lines) + _overlap(each, boxes) + 0.01 * rank
            for rank, each in enumerate(tries)
        ]
        taken.append(tries[int(np.argmin(costs))])
    return taken[::-1]


def _beside(box: Box, size: tuple[int, int], room: tuple[int, int], stroke: int) -> Iterator[Box]:
    """Places along the four sides of a box, above it first, all inside the picture."""
    (wide, high), (width, height), gap = size, room, 2 * stroke
    along = [min(box.left + step * wide, max(box.right - wide, box.left)) for step in range(TRIES_A_SIDE)]
    down = [min(box.top + step * high, max(box.bottom - high, box.top)) for step in range(TRIES_A_SIDE)]
    corners = dict.fromkeys(
        [
            *((x, box.top - gap - high) for x in along),
            *((box.left - gap - wide, y) for y in down),
            *((box.right + gap, y) for y in down),
            *((x, box.bottom + gap) for x in along),
        ]
    )
    for x, y in corners:
        left = min(max(x, 0), width - wide) if y in (box.top - gap - high, box.bottom + gap) else x
        top = min(max(y, 0), height - high) if x in (box.left - gap - wide, box.right + gap) else y
        place = Box(left, top, left + wide, top + high)
        if 0 <= left <= width - wide and 0 <= top <= height - high and place.intersection(box).area == 0:
            yield place


def _overlap(box: Box, others: npt.NDArray[np.float64]) -> float:
    """The share of a box that others cover, summed."""
    across = np.minimum(box.right, others[:, 2]) - np.maximum(box.left, others[:, 0])
    down = np.minimum(box.bottom, others[:, 3]) - np.maximum(box.top, others[:, 1])
    return float(np.sum(np.clip(across, 0, None) * np.clip(down, 0, None))) / box.area


def _outline(pen: ImageDraw, box: Box, mark: Mark, stroke: int) -> None:
    """A white halo and the coloured line on it."""
    halo = max(stroke // 2, 1)
    grown = (box.left - halo, box.top - halo, box.right + halo, box.bottom + halo)
    pen.rectangle(grown, outline="white", width=stroke + 2 * halo)
    if mark.dash is None:
        pen.rectangle(box, outline=mark.colour, width=stroke)
        return
    drawn, skipped = (part * stroke for part in mark.dash)
    for x in range(box.left, box.right, drawn + skipped):
        for y in (box.top, box.bottom - stroke):
            pen.rectangle((x, y, min(x + drawn, box.right), y + stroke - 1), mark.colour)
    for y in range(box.top, box.bottom, drawn + skipped):
        for x in (box.left, box.right - stroke):
            pen.rectangle((x, y, x + stroke - 1, min(y + drawn, box.bottom)), mark.colour)
