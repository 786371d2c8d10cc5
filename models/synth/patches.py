"""Pages with and without a planted patch of another white, for tests and for measuring `pixel.flat_patch`.

Every page is made up: filler sentences, invented sums.  The same seed gives the same page.  A page comes with
its text lines as the reader would give them, and with the box of the patch where there is one.
"""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from forgecheck.evidence import Box, TextLine
from forgecheck.evidence import Image as Pixels

Colour = tuple[int, int, int]
Way = Literal["retyped", "blank", "tail"]
WAYS: tuple[Way, ...] = ("retyped", "blank", "tail")

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    str(Path(__file__).parents[2] / "forgecheck" / "show" / "fonts" / "NotoSansSC-subset.otf"),
)
SENTENCE = "请您于收到通知后核对账单金额并在规定日期前联系客服处理本次逾期事项如有疑问可到营业网点查询详情谢谢"
SIZES = ((1080, 1920), (1080, 2400), (720, 1600), (1170, 2532))
PAPERS: tuple[Colour, ...] = ((255, 255, 255), (250, 250, 250), (247, 247, 247), (237, 237, 237), (245, 246, 248))


@dataclass(frozen=True, slots=True)
class Sample:
    """A page, its lines, and what was done to it."""

    image: Pixels
    lines: tuple[TextLine, ...]
    scene: str
    patch: Box | None = None
    level: int = 0


class Canvas:
    """A page on which every written line is remembered."""

    def __init__(self, rng: random.Random, paper: Colour | None = None) -> None:
        self.rng = rng
        self.width, self.height = rng.choice(SIZES)
        self.paper = paper or rng.choice(PAPERS)
        self.ink: Colour = (rng.randrange(60),) * 3 if sum(self.paper) > 380 else (225, 225, 225)
        self.image = Image.new("RGB", (self.width, self.height), self.paper)
        self.draw = ImageDraw.Draw(self.image)
        self.em = round(self.width * rng.uniform(0.032, 0.042))
        self.font = font(rng, self.em)
        self.lines: list[TextLine] = []
        self.origins: list[tuple[int, int]] = []

    def words(self, count: int) -> str:
        """Filler with a sum of money in it."""
        start = self.rng.randrange(20)
        text = (SENTENCE * 3)[start : start + count]
        at = self.rng.randrange(max(1, count - 8))
        return (text[:at] + f"{self.rng.randrange(1000, 99999)}.{self.rng.randrange(100):02d}元" + text[at:])[:count]

    def write(self, at: tuple[int, int], text: str, colour: Colour | None = None) -> Box:
        """Write one line with its top left corner here; the box of its em square."""
        self.draw.text(at, text, font=self.font, fill=colour or self.ink)
        left, top, right, bottom = self.draw.textbbox(at, text, font=self.font)
        box = Box(int(left) - 2, int(top) - 3, int(right) + 3, int(bottom) + 4)
        ends = [self.font.getlength(text[:i]) for i in range(len(text) + 1)]
        centres = tuple((a + b) / 2 / (ends[-1] or 1) for a, b in itertools.pairwise(ends))
        self.lines.append(TextLine(text, corners(box), 0.98, centres))
        self.origins.append(at)
        return box

    def paragraph(self, left: int, top: int, right: int, count: int, pitch: float = 1.5) -> int:
        """Write lines of text; the y below the last."""
        for row in range(count):
            room = (right - left) // self.em
            length = room if row < count - 1 else self.rng.randrange(max(2, room // 3), room + 1)
            self.write((left, top + round(row * pitch * self.em)), self.words(length))
        return top + round(count * pitch * self.em)


def corners(box: Box) -> tuple[tuple[float, float], ...]:
    """The box as a polygon."""
    return ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def font(rng: random.Random, size: int) -> ImageFont.FreeTypeFont:
    """One of the fonts that this machine has."""
    return _font(rng.choice([each for each in FONTS if Path(each).is_file()]), size)


def shifted(colour: Colour, level: int) -> Colour:
    """A neutral step of this many grey levels, downward where there is no room above."""
    step = level if max(colour) + level <= 255 else -level
    red, green, blue = colour
    return red + step, green + step, blue + step


def letter(page: Canvas) -> None:
    """Paragraphs on one paper."""
    side, y = round(0.08 * page.width), round(0.08 * page.height)
    while y < 0.8 * page.height:
        y = page.paragraph(side, y, page.width - side, page.rng.randrange(2, 6)) + page.em


def chat(page: Canvas) -> None:
    """Messages in round-cornered bubbles, some hardly brighter than the page."""
    y = round(0.06 * page.height)
    while y < 0.8 * page.height:
        rows, pad = page.rng.randrange(1, 5), round(0.6 * page.em)
        left, right = round(0.14 * page.width), round(0.84 * page.width)
        bubble = shifted(page.paper, page.rng.randrange(1, 9))
        bottom = y + round(rows * 1.5 * page.em) + 2 * pad
        page.draw.rounded_rectangle((left, y, right, bottom), page.rng.randrange(6, 30), bubble)
        page.paragraph(left + pad, y + pad, right - pad, rows)
        y = bottom + 2 * page.em


def cards(page: Canvas) -> None:
    """Sections and square cards of another white, as wide as the page or not."""
    y = round(0.05 * page.height)
    side = page.rng.choice((0, round(0.04 * page.width)))
    colour = shifted(page.paper, page.rng.randrange(1, 7))
    while y < 0.8 * page.height:
        rows, pad = page.rng.randrange(1, 4), round(page.rng.uniform(0.5, 1.2) * page.em)
        bottom = y + round(rows * 1.5 * page.em) + 2 * pad
        page.draw.rectangle((side, y, page.width - side - 1, bottom), colour)
        page.paragraph(side + 2 * pad, y + pad, page.width - side - 2 * pad, rows)
        y = bottom + page.rng.randrange(0, 2 * page.em)


def table(page: Canvas) -> None:
    """Striped rows or cells; texts in columns."""
    columns, pad = page.rng.randrange(2, 5), round(page.rng.uniform(0.25, 0.7) * page.em)
    side = page.rng.choice((0, 40))
    width, height = (page.width - 2 * side) // columns, round(1.2 * page.em) + 2 * pad
    colour, cellwise = shifted(page.paper, page.rng.randrange(1, 7)), page.rng.random() < 0.4
    for row in range(page.rng.randrange(6, 16)):
        y = 120 + row * height
        for column in range(columns):
            x = side + column * width
            if (row + (column if cellwise else 0)) % 2:
                page.draw.rectangle((x, y, x + width - 1, y + height - 1), colour)
            page.write((x + pad, y + pad), page.words(page.rng.randrange(2, max(3, (width - pad) // page.em))))


def form(page: Canvas) -> None:
    """Labels with filled fields beside them."""
    colour, y = shifted(page.paper, page.rng.randrange(1, 7)), round(0.08 * page.height)
    pad, radius = round(page.rng.uniform(0.4, 0.8) * page.em), page.rng.choice((0, 0, 4, 12))
    while y < 0.8 * page.height:
        label = page.write((40, y), "账单金额："[: page.rng.randrange(2, 6)])
        left = max(label.right + pad, page.width // 4)
        field = (left, y - pad, page.rng.choice((page.width - 41, page.width * 2 // 3)), y + page.em + 2 * pad)
        page.draw.rounded_rectangle(field, radius, colour, page.rng.choice((None, (200, 200, 200))))
        page.write((left + pad, y), page.words(page.rng.randrange(2, 9)))
        y += round(page.rng.uniform(2.5, 4) * page.em)


def tags(page: Canvas) -> None:
    """Labels with a faint, round-cornered ground inside and between running text."""
    letter(page)
    colour = shifted(page.paper, page.rng.randrange(1, 7))
    for line, origin in page.rng.sample(list(zip(page.lines, page.origins, strict=True)), 5):
        first = page.rng.randrange(0, max(1, len(line.text) - 4))
        box = line.span(first, first + page.rng.randrange(2, 5))
        page.draw.rounded_rectangle(
            (box.left, box.top - 2, box.right, box.bottom + 2), page.rng.randrange(2, 9), colour
        )
        page.draw.text(origin, line.text, font=page.font, fill=page.ink)


def marks(page: Canvas) -> None:
    """Highlighter, selection and black bars that the user put on parts of lines."""
    letter(page)
    inks: tuple[Colour, ...] = ((0, 0, 40), (0, 0, 5), (0, 0, 6), (6, 3, 0), (40, 20, 0), (255, 255, 255))
    for line in page.rng.sample(page.lines, min(len(page.lines), 5)):
        first, ink = page.rng.randrange(0, max(1, len(line.text) - 4)), page.rng.choice(inks)
        box = line.span(first, first + page.rng.randrange(2, 9))
        pixels = np.asarray(page.image.crop(box)).astype(int) - ink
        page.image.paste(Image.fromarray(pixels.clip(0, 255).astype(np.uint8)), box[:2])


def gradient(page: Canvas) -> None:
    """A ground that darkens downward or sideways in steps of one level."""
    ramp = np.linspace(0, page.rng.randrange(4, 30), page.height if page.rng.random() < 0.7 else page.width)
    plane = ramp[:, None] if len(ramp) == page.height else ramp[None, :]
    ground = np.clip(np.asarray(page.paper) - np.broadcast_to(plane, (page.height, page.width))[..., None], 0, 255)
    page.image.paste(Image.fromarray(ground.astype(np.uint8)))
    letter(page)


def pictures(page: Canvas) -> None:
    """Embedded noisy pictures between paragraphs, one of them pale, and a faint watermark over all."""
    letter(page)
    random_ = np.random.default_rng(page.rng.randrange(1 << 30))
    for _ in range(3):
        high, wide = page.rng.randrange(60, 300), page.rng.randrange(100, 500)
        at = (page.rng.randrange(page.width - wide), page.rng.randrange(page.height - high))
        noise = random_.normal(page.rng.choice((128, 250)), page.rng.choice((2, 30)), (high, wide, 3))
        page.image.paste(Image.fromarray(noise.clip(0, 255).astype(np.uint8)), at)
    layer = Image.new("L", page.image.size, 0)
    pen = ImageDraw.Draw(layer)
    for y in range(0, page.height, 260):
        pen.text((page.rng.randrange(300), y), "内部资料 " * 5, font=page.font, fill=page.rng.randrange(4, 20))
    page.image.paste(shifted(page.paper, -20) if page.paper[0] > 100 else (90, 90, 90), (0, 0), layer.rotate(20))


SCENES: dict[str, Callable[[Canvas], None]] = {
    each.__name__: each for each in (letter, chat, cards, table, form, tags, marks, gradient, pictures)
}
BASES = ("letter", "chat", "cards", "table", "form")
"""Scenes that a patch is planted on: the line's ground must be exactly flat."""


def genuine(seed: int, scene: str | None = None) -> Sample:
    """A page nobody changed; the scene goes by the seed where none is given."""
    rng = random.Random(seed)
    name = scene or tuple(SCENES)[seed % len(SCENES)]
    page = Canvas(rng, (24, 24, 26) if seed % 7 == 6 else None)
    SCENES[name](page)
    return Sample(np.asarray(page.image), tuple(page.lines), name)


def forged(
    seed: int, level: int, way: Way | None = None, scene: str | None = None, before: int | None = None
) -> Sample:
    """A page on which 2 to 8 characters of one line were covered by a patch this many levels off.

    Parameters
    ----------
    seed : int
        Equal seeds give equal pages; pages of different levels differ in the patch only.
    level : int
        1 to 6 grey levels; 0 plants a patch of the ground's own colour, which leaves no trace.
    way : str, optional
        retyped: covered and written again; blank: covered only; tail: the end of the line, covered and written again.
    before : int, optional
        JPEG quality at which the page was saved before the forger opened it; never saved when omitted.
    """
    rng = random.Random(seed)
    name = scene or BASES[seed % len(BASES)]
    page = Canvas(rng, (24, 24, 26) if seed % 7 == 6 else None)
    SCENES[name](page)
    way = way or WAYS[seed // len(BASES) % len(WAYS)]
    written = list(zip(page.lines, page.origins, strict=True))
    long = [each for each in written if len(each[0].text) >= 6]
    if not long:
        return forged(seed, level, way, "letter", before)
    line, (_, y) = rng.choice(long)
    count = rng.randrange(2, min(9, len(line.text) - 2))
    first = len(line.text) - count if way == "tail" else rng.randrange(0, len(line.text) - count + 1)
    box = line.span(first, first + count)
    pad = rng.randrange(0, max(1, page.em // 6))
    box = Box(box.left, box.top - pad, box.right, box.bottom + pad)
    ground = cast(Colour, page.image.getpixel((box.left, box.top)))
    if before is not None:
        page.image.paste(Image.fromarray(resaved(np.asarray(page.image), before)))
    page.draw.rectangle((box.left, box.top, box.right - 1, box.bottom - 1), shifted(ground, level))
    if way != "blank":
        text = "".join(rng.choice("0123456789") for _ in range(16))
        while page.font.getlength(text) > box.width - 4:
            text = text[1:]
        page.draw.text((box.left + 2, y), text, font=page.font, fill=page.ink)
    else:
        at = page.lines.index(line)
        page.lines[at : at + 1] = _rest(line, first, first + count)
    return Sample(np.asarray(page.image), tuple(page.lines), name, box, level)


def _rest(line: TextLine, first: int, end: int) -> list[TextLine]:
    """What the reader makes of a line with a hole: the parts before and after it."""
    parts = ((0, first), (end, len(line.text)))
    return [TextLine(line.text[a:b], corners(line.span(a, b)), line.confidence) for a, b in parts if a < b]


def resaved(image: Pixels, quality: int) -> Pixels:
    """The page after one pass as JPEG (4:2:0, standard tables)."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))
