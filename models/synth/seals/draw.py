"""The clean seal as a coverage mask."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from forgecheck_models.synth.seals.design import Design, face
from forgecheck_models.synth.seals.emblems import draw_emblem
from PIL import Image, ImageChops, ImageDraw

OVERSAMPLING = 3


def draw_seal(design: Design, diameter: int) -> Image.Image:
    """Draw a design.

    Returns
    -------
    Image
        Mode L, 255 where there is ink; `diameter` wide, and as high (0.75 of it for an oval one).
    """
    side = diameter * OVERSAMPLING
    canvas = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(canvas)
    radius = side / 2
    width = max(int(design.frame * radius), 1)
    if design.shape == "square":
        draw.rectangle((0, 0, side - 1, side - 1), outline=255, width=2 * width)
        _fill_square(canvas, design, side)
        if design.negative:
            canvas = ImageChops.invert(canvas)
            ImageDraw.Draw(canvas).rectangle((0, 0, side - 1, side - 1), outline=255, width=width)
        return canvas.resize((diameter, diameter), Image.Resampling.LANCZOS)
    draw.ellipse((0, 0, side - 1, side - 1), outline=255, width=width)
    if design.rim:
        inset = radius * (1 - design.rim)
        draw.ellipse((inset, inset, side - 1 - inset, side - 1 - inset), outline=255, width=max(width // 3, 1))
    for cell in (*_ring(design), *_serial(design)):
        _turned(canvas, design.font, cell, radius)
    draw_emblem(draw, design.emblem, radius)
    for cell in (*_line(design.middle, 1.1, 0.13, 0.0), *_bottom(design)):
        _turned(canvas, design.font, cell, radius)
    return canvas.resize((diameter, round(design.aspect * diameter)), Image.Resampling.LANCZOS)


@dataclass(frozen=True, slots=True)
class Cell:
    """A letter's field; lengths as shares of the radius, from the centre, before an oval seal is flattened."""

    letter: str
    x: float
    y: float
    width: float
    height: float
    turn: float
    """Degrees clockwise that the letter is turned."""


def draw_words(design: Design, diameter: int) -> tuple[Image.Image, Image.Image, Image.Image]:
    """Only the name, only the bottom line, and only the lower arc's letters or digits, as `draw_seal` sets them."""
    side = diameter * OVERSAMPLING
    drawn = []
    line, arc = ([], _bottom(design)) if design.arched else (_bottom(design), _serial(design))
    for cells in (_ring(design), line, arc):
        canvas = Image.new("L", (side, side), 0)
        for cell in cells:
            _turned(canvas, design.font, cell, side / 2)
        drawn.append(canvas.resize((diameter, round(design.aspect * diameter)), Image.Resampling.LANCZOS))
    return drawn[0], drawn[1], drawn[2]


def letter_fields(design: Design, diameter: int) -> npt.NDArray[np.float64]:
    """(L, 4, 2) corners, in px of the drawn seal, of the letters of `design.text`; none for a square seal."""
    cells = () if design.shape == "square" else (*_ring(design), *_bottom(design))
    quads = np.zeros((len(cells), 4, 2))
    for at, cell in enumerate(cells):
        c, s = math.cos(math.radians(cell.turn)), math.sin(math.radians(cell.turn))
        half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (cell.width / 2, cell.height / 2)
        quads[at] = half @ np.array([[c, s], [-s, c]]) + (cell.x, cell.y)
    return (quads + 1) * (diameter / 2, design.aspect * diameter / 2)


def _outer(design: Design) -> float:
    """Where the name's heads end, as a share of the radius."""
    return (design.rim or 1 - design.frame) - design.gap


def _ring(design: Design) -> list[Cell]:
    middle = _outer(design) - design.height / 2
    step = design.span / max(len(design.name) - 1, 1)
    size = (min(0.9 * math.radians(step) * middle, 0.95 * design.height), design.height)
    first = -90 - design.span / 2
    return [_on_ring(letter, first + at * step, middle, size, outwards=True) for at, letter in enumerate(design.name)]


def _on_ring(letter: str, angle: float, radius: float, size: tuple[float, float], *, outwards: bool) -> Cell:
    """`angle` in degrees clockwise from three o'clock."""
    x, y = radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))
    return Cell(letter, x, y, *size, angle + 90 if outwards else angle - 90)


def _serial(design: Design) -> list[Cell]:
    first = 90 + (len(design.serial) - 1) * 2.6
    radius = _outer(design) - 0.05
    return [
        _on_ring(digit, first - at * 5.2, radius, (0.075, 0.1), outwards=False)
        for at, digit in enumerate(design.serial)
    ]


def _bottom(design: Design) -> list[Cell]:
    if not design.arched:
        return _line(design.bottom, 1.0, 0.22, 0.5)
    step, radius = 84 / len(design.bottom), _outer(design) - 0.11
    size = (min(0.9 * math.radians(step) * radius, 0.2), 0.2)
    first = 90 + step * (len(design.bottom) - 1) / 2
    return [
        _on_ring(letter, first - at * step, radius, size, outwards=False) for at, letter in enumerate(design.bottom)
    ]


def _line(text: str, width: float, height: float, y: float) -> list[Cell]:
    """A horizontal line of letters around the middle, not wider than `width`."""
    wide = min(width / max(len(text), 1), 1.05 * height)
    start = -wide * (len(text) - 1) / 2
    return [
        Cell(letter, start + at * wide, y, 0.92 * wide * (0.5 if letter in "()1" else 1.0), height, 0.0)
        for at, letter in enumerate(text)
    ]


@lru_cache(4096)
def _raw(font: str, letter: str) -> Image.Image:
    chosen = face(font, 96)
    left, top, right, bottom = chosen.getbbox(letter)
    glyph = Image.new("L", (max(int(right - left), 1), max(int(bottom - top), 1)), 0)
    ImageDraw.Draw(glyph).text((-left, -top), letter, fill=255, font=chosen)
    return glyph


def _glyph(font: str, letter: str, width: int, height: int) -> Image.Image:
    """The letter's own box, stretched to this size; flat signs such as 一 keep their proportions."""
    glyph = _raw(font, letter)
    width, height = max(width, 1), max(height, 1)
    if glyph.height < 0.35 * glyph.width:
        height = max(round(width * glyph.height / glyph.width), 1)
    elif glyph.width < 0.35 * glyph.height:
        width = max(round(height * glyph.width / glyph.height), 1)
    return glyph.resize((width, height), Image.Resampling.LANCZOS)


def _turned(canvas: Image.Image, font: str, cell: Cell, radius: float) -> None:
    """Set one letter in its field."""
    glyph = _glyph(font, cell.letter, round(cell.width * radius), round(cell.height * radius))
    if cell.turn:
        glyph = glyph.rotate(-cell.turn, Image.Resampling.BICUBIC, expand=True)
    middle = canvas.width / 2
    _paste(canvas, glyph, (middle + cell.x * radius, middle + cell.y * radius))


def _paste(canvas: Image.Image, glyph: Image.Image, centre: tuple[float, float]) -> None:
    canvas.paste(255, (round(centre[0] - glyph.width / 2), round(centre[1] - glyph.height / 2)), glyph)


def _fill_square(canvas: Image.Image, design: Design, side: int) -> None:
    """Two columns, read from the right, as name seals are; one column of two for two letters."""
    inner = side * (1 - 4 * design.frame)
    columns = 1 if len(design.name) < 3 else 2
    rows = math.ceil(len(design.name) / columns)
    at = (side - inner) / 2
    for index, letter in enumerate(design.name):
        column, row = columns - 1 - index // rows, index % rows
        count = rows if column == columns - 1 or len(design.name) % columns == 0 else rows - 1
        cell = (inner / columns, inner / count)
        glyph = _glyph(design.font, letter, round(0.86 * cell[0]), round(0.86 * cell[1]))
        _paste(canvas, glyph, (at + (column + 0.5) * cell[0], at + (row + 0.5) * cell[1]))
