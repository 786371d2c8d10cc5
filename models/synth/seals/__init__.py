"""Draws seals and puts their impressions on pages; every name is invented.

Proportions follow what public rules and makers print (a 42 mm seal: frame 1.2 mm, name about 5 mm high on the
upper arc, star 14 mm, number on the lower arc); each is varied, since real seals vary.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops, ImageDraw, ImageFont

Ink = Literal["flat", "ink"]
Shape = Literal["round", "oval", "square"]
Emblem = Literal["star", "national_emblem", "none"]

RED = (208, 32, 38)
BLUE = (36, 62, 160)
SHIPPED = str(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf")
"""The font that is on every machine with forgecheck; a wheel is always installed unpacked."""
# Looked up by file name in the system's font folders (Debian: fonts-noto-cjk, fonts-arphic-uming, fonts-wqy-zenhei).
FONTS = ("NotoSerifCJK-Bold.ttc", "NotoSerifCJK-Regular.ttc", "uming.ttc", "wqy-zenhei.ttc", "NotoSansCJK-Regular.ttc")
SIMPLIFIED = 2  # index of the mainland face in the Noto collections; the others have it at 0
OVERSAMPLING = 3
PLACES = ("云州", "安澜", "清河口", "临溪", "望江岭", "南屏", "青禾", "石桥", "白鹭", "松岭")
WORDS = ("明衡", "正序", "嘉诺", "启澄", "恒简", "瑞砚", "致衡", "博砚", "安序", "泽林", "鸿砺", "信筑")
TAILS = (
    "律师事务所",
    "科技有限公司",
    "信息咨询有限公司",
    "小额贷款有限公司",
    "资产管理有限公司",
    "区人民法院",
    "市人民法院",
    "市公安局",
    "人民调解委员会",
    "商务服务有限责任公司",
)
BOTTOMS = ("合同专用章", "财务专用章", "发票专用章", "业务专用章", "执行局", "法务部")


@dataclass(frozen=True, slots=True)
class Design:
    """What is cut into the seal."""

    name: str
    shape: Shape = "round"
    emblem: Emblem = "star"
    bottom: str = ""
    serial: str = ""
    font: str = SHIPPED
    height: float = 0.25
    """Height of the name's characters, as a share of the radius."""
    frame: float = 0.05
    """Width of the frame, as a share of the radius."""
    span: float = 250.0
    """Degrees that the name covers on the ring."""


def invent(rng: np.random.Generator, shape: Shape = "round") -> Design:
    """A design with an invented name; the same generator state gives the same design."""

    def pick(given: tuple[str, ...]) -> str:
        return given[int(rng.integers(len(given)))]

    if shape == "square":
        return Design(pick(("王", "李", "周", "陈")) + pick(WORDS) + "印", "square", "none", font=pick(FONTS))
    tail = pick(TAILS)
    name = pick(PLACES) + ("" if tail.endswith(("法院", "公安局", "委员会")) else pick(WORDS)) + tail
    court = tail.endswith(("法院", "公安局"))
    emblem: Emblem = "national_emblem" if court else "star" if rng.random() < 0.75 else "none"
    bottom = "" if court or rng.random() < 0.55 else pick(BOTTOMS)
    serial = "" if court or rng.random() < 0.5 else "".join(str(each) for each in rng.integers(0, 10, 13))
    if shape == "oval":
        emblem, bottom, serial = "none", "发票专用章", ""
    span = min(285.0, 21.0 * len(name) + float(rng.uniform(30, 60)))
    if serial or bottom:
        span = min(span, 200.0 if shape == "oval" else 235.0)  # the lower part stays free
    return Design(
        name,
        shape,
        emblem,
        bottom,
        serial,
        pick(FONTS),
        float(rng.uniform(0.21, 0.28)),
        float(rng.uniform(0.035, 0.065)),
        span,
    )


def draw_seal(design: Design, diameter: int) -> Image.Image:
    """The clean seal as a coverage mask.

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
        return canvas.resize((diameter, diameter), Image.Resampling.LANCZOS)
    draw.ellipse((0, 0, side - 1, side - 1), outline=255, width=width)
    middle = radius * (1 - design.frame - 0.04 - design.height / 2)
    step = design.span / max(len(design.name) - 1, 1)
    for index, letter in enumerate(design.name):
        angle = -90 - design.span / 2 + index * step
        wide = min(0.9 * math.radians(step) * middle, design.height * radius)
        _letter(canvas, design.font, letter, angle, middle, (wide, design.height * radius), outwards=True)
    for index, digit in enumerate(design.serial):
        angle = 90 + (len(design.serial) - 1) * 2.6 - index * 5.2
        size = (0.075 * radius, 0.1 * radius)
        _letter(canvas, design.font, digit, angle, radius * (1 - design.frame - 0.09), size, outwards=False)
    _emblem(draw, design.emblem, radius)
    if design.bottom:
        wide = min(1.0 * radius / len(design.bottom), 0.22 * radius)
        start = radius - wide * (len(design.bottom) - 1) / 2
        for index, letter in enumerate(design.bottom):
            glyph = _glyph(design.font, letter, (0.92 * wide, 0.22 * radius))
            _paste(canvas, glyph, (start + index * wide, radius * 1.5))
    high = round(0.75 * diameter) if design.shape == "oval" else diameter
    return canvas.resize((diameter, high), Image.Resampling.LANCZOS)


def impress(
    page: Image.Image,
    seal: Image.Image,
    centre: tuple[int, int],
    rng: np.random.Generator,
    *,
    colour: tuple[int, int, int] = RED,
    ink: Ink = "ink",
    turn: float = 0.0,
) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """Put an impression on a copy of the page.

    Parameters
    ----------
    ink
        "ink": uneven, multiplied with what lies below; "flat": even colour, multiplied too (an electronic seal).
    turn
        Degrees counter-clockwise.

    Returns
    -------
    Image, tuple
        The page, and the box (left, top, right, bottom) that the impression covers, cut at the page's edges.
    """
    turned = seal.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    cover = np.asarray(turned, np.float32) / 255
    if ink == "ink":
        cover = cover * _unevenness(cover.shape, rng)
    sheet = np.zeros((page.height, page.width), np.float32)
    left, top = centre[0] - turned.width // 2, centre[1] - turned.height // 2
    first_x, first_y = max(left, 0), max(top, 0)
    last_x, last_y = min(left + turned.width, page.width), min(top + turned.height, page.height)
    sheet[first_y:last_y, first_x:last_x] = cover[first_y - top : last_y - top, first_x - left : last_x - left]
    rgb = np.array(colour, np.float32)
    layer = 255 - sheet[..., None] * (255 - rgb)
    inked = ImageChops.multiply(page.convert("RGB"), Image.fromarray(layer.astype(np.uint8)))
    rows, columns = np.nonzero(sheet > 0.2)
    if not len(rows):
        return inked, (first_x, first_y, first_x, first_y)
    return inked, (int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)


def _unevenness(shape: tuple[int, ...], rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """Pressure that varies over the seal, and paper grain that takes no ink."""
    coarse = Image.fromarray(rng.uniform(90, 255, (5, 5)).astype(np.uint8)).resize(
        (shape[1], shape[0]), Image.Resampling.BICUBIC
    )
    grain = rng.normal(1.0, 0.16, shape)
    pressure = np.clip(np.asarray(coarse, np.float32) / 255 + 0.25, 0.35, 1.0)
    return np.clip(pressure * grain, 0, 1).astype(np.float32)


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(name, size, index=SIMPLIFIED if name.startswith("Noto") else 0)


def _glyph(font: str, letter: str, size: tuple[float, float]) -> Image.Image:
    """The letter's own box, stretched to this size."""
    face = _font(font, 96)
    left, top, right, bottom = face.getbbox(letter)
    glyph = Image.new("L", (max(int(right - left), 1), max(int(bottom - top), 1)), 0)
    ImageDraw.Draw(glyph).text((-left, -top), letter, fill=255, font=face)
    return glyph.resize((max(round(size[0]), 1), max(round(size[1]), 1)), Image.Resampling.LANCZOS)


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
    glyph = _glyph(font, letter, size).rotate(turn, Image.Resampling.BICUBIC, expand=True)
    middle = canvas.width / 2
    place = (middle + radius * math.cos(math.radians(angle)), middle + radius * math.sin(math.radians(angle)))
    _paste(canvas, glyph, place)


def _paste(canvas: Image.Image, glyph: Image.Image, centre: tuple[float, float]) -> None:
    canvas.paste(255, (round(centre[0] - glyph.width / 2), round(centre[1] - glyph.height / 2)), glyph)


def _star(middle: tuple[float, float], radius: float, turn: float = -90) -> list[tuple[float, float]]:
    points = []
    for index in range(10):
        far = radius if index % 2 == 0 else 0.382 * radius  # 0.382: the regular pentagram
        angle = math.radians(turn + 36 * index)
        points.append((middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)))
    return points


def _emblem(draw: ImageDraw.ImageDraw, emblem: Emblem, radius: float) -> None:
    middle = (radius, radius)
    if emblem == "star":
        draw.polygon(_star(middle, 0.33 * radius), fill=255)
    elif emblem == "national_emblem":  # a stand-in: a disc with rim, stars, gate and wheel, not the real drawing
        for far, width in ((0.36, 0.05), (0.27, 0.02)):
            box = tuple(radius + sign * far * radius for sign in (-1, -1, 1, 1))
            draw.ellipse(box, outline=255, width=max(int(width * radius), 1))
        draw.polygon(_star((radius, 0.86 * radius), 0.08 * radius), fill=255)
        for index in range(4):
            angle = math.radians(20 + index * 47 + 180)
            at = (radius + 0.19 * radius * math.cos(angle), radius + 0.15 * radius * math.sin(angle))
            draw.polygon(_star(at, 0.04 * radius), fill=255)
        draw.rectangle((0.84 * radius, 1.02 * radius, 1.16 * radius, 1.14 * radius), fill=255)
        draw.rectangle((0.9 * radius, 1.16 * radius, 1.1 * radius, 1.22 * radius), outline=255, width=2)


def _fill_square(canvas: Image.Image, design: Design, side: int) -> None:
    """Two columns, read from the right, as name seals are; one column of two for two letters."""
    inner = side * (1 - 4 * design.frame)
    columns = 1 if len(design.name) < 3 else 2
    rows = math.ceil(len(design.name) / columns)
    cell = (inner / columns, inner / rows)
    for index, letter in enumerate(design.name):
        column, row = columns - 1 - index // rows, index % rows
        glyph = _glyph(design.font, letter, (0.86 * cell[0], 0.86 * cell[1]))
        at = (side - inner) / 2
        _paste(canvas, glyph, (at + (column + 0.5) * cell[0], at + (row + 0.5) * cell[1]))
