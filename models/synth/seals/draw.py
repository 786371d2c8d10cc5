"""The clean seal as a coverage mask."""

from __future__ import annotations

import math
from functools import lru_cache

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
    outer = (design.rim or 1 - design.frame) - design.gap
    middle = radius * (outer - design.height / 2)
    step = design.span / max(len(design.name) - 1, 1)
    for index, letter in enumerate(design.name):
        angle = -90 - design.span / 2 + index * step
        wide = min(0.9 * math.radians(step) * middle, 0.95 * design.height * radius)
        _letter(canvas, design.font, letter, angle, middle, (wide, design.height * radius), outwards=True)
    for index, digit in enumerate(design.serial):
        angle = 90 + (len(design.serial) - 1) * 2.6 - index * 5.2
        size = (0.075 * radius, 0.1 * radius)
        _letter(canvas, design.font, digit, angle, radius * (outer - 0.05), size, outwards=False)
    draw_emblem(draw, design.emblem, radius)
    if design.middle:
        _line(canvas, design, design.middle, 1.1 * radius, 0.13 * radius, 1.0 * radius)
    if design.bottom:
        _line(canvas, design, design.bottom, 1.0 * radius, 0.22 * radius, 1.5 * radius)
    return canvas.resize((diameter, round(design.aspect * diameter)), Image.Resampling.LANCZOS)


def _line(canvas: Image.Image, design: Design, text: str, width: float, height: float, y: float) -> None:
    """A horizontal line of letters, not wider than `width`, around the middle of the canvas."""
    wide = min(width / len(text), 1.05 * height)
    start = canvas.width / 2 - wide * (len(text) - 1) / 2
    for index, letter in enumerate(text):
        narrow = 0.5 if letter in "()1" else 1.0
        glyph = _glyph(design.font, letter, round(0.92 * wide * narrow), round(height))
        _paste(canvas, glyph, (start + index * wide, y))


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


def _letter(
    canvas: Image.Image,
    font: str,
    letter: str,
    angle: float,
    radius: float,
    size: tuple[float, float],
    *,
    outwards: bool,
) -> None:
    """Set one letter on the ring; `angle` in degrees clockwise from three o'clock."""
    turn = -angle - 90 if outwards else 90 - angle
    glyph = _glyph(font, letter, round(size[0]), round(size[1])).rotate(turn, Image.Resampling.BICUBIC, expand=True)
    middle = canvas.width / 2
    place = (middle + radius * math.cos(math.radians(angle)), middle + radius * math.sin(math.radians(angle)))
    _paste(canvas, glyph, place)


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
