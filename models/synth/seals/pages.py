"""Pages that seals stand on: letters, notices, contracts, tables, chats, SMS screens; filler text, invented sums.

Templates are dealt out to the splits, so that no layout of the test pages was seen in training.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from forgecheck_models.synth.seals.design import face, installed
from forgecheck_models.synth.seals.impress import Pixels
from forgecheck_models.synth.seals.ink import Colour
from forgecheck_models.synth.seals.names import Split
from PIL import Image, ImageDraw

TEXT = (
    "关于逾期款项的通知请于收到之日起七日内与我方联系办理清偿事宜根据借款合同的约定截至本函发出之日尚欠本金利息及"
    "费用合计人民币元逾期未履行的我方将依法向有管辖权的人民法院提起诉讼由此产生的诉讼费保全费律师费由贵方承担特此"
    "函告双方在平等自愿协商一致的基础上订立本合同以资共同遵守甲方应当按照约定的时间和方式支付价款乙方应当保证所交付"
    "的货物符合质量标准因不可抗力不能履行的部分或者全部免除责任但法律另有规定的除外本合同一式两份自签字盖章之日起生效"
)
HEADS = (
    "律师函",
    "催告函",
    "人民法院传票",
    "执行通知书",
    "借款合同",
    "情况说明",
    "关于解除合同的通知",
    "告知书",
    "收据",
)

COLOURED: tuple[Colour, ...] = ((250, 215, 220), (252, 238, 170), (200, 226, 245), (205, 235, 208), (228, 205, 170))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before any seal."""

    image: Pixels
    mm: float
    """Pixels a millimetre of paper would have."""
    foot: tuple[int, int]
    """Where the signature block stands."""
    dark: bool
    screen: bool


class Pen:
    """A page to write on."""

    def __init__(self, rng: np.random.Generator, split: Split, size: tuple[int, int], paper: Colour) -> None:
        self.rng, self.paper, self.size = rng, paper, size
        self.image = Image.new("RGB", size, paper)
        self.draw = ImageDraw.Draw(self.image)
        fonts = installed(split)
        self.font = fonts[int(rng.integers(len(fonts)))]
        bright = sum(paper) > 380
        level = int(rng.integers(0, 60)) if bright else int(rng.integers(190, 250))
        self.ink: Colour = (level, level, level)

    def write(self, at: tuple[float, float], text: str, px: int, ink: Colour | None = None) -> None:
        """One line of text, its top left corner here."""
        self.draw.text(at, text, font=face(self.font, px), fill=ink or self.ink)

    def words(self, count: int) -> str:
        """Filler with a number in it."""
        start = int(self.rng.integers(len(TEXT)))
        text = (TEXT * 2)[start : start + max(count, 1)]
        at = int(self.rng.integers(len(text)))
        return (text[:at] + str(int(self.rng.integers(10, 99999))) + text[at:])[: max(count, 1)]

    def block(self, box: tuple[float, float, float, float], px: int, pitch: float = 1.6) -> float:
        """Lines of text that fill the box; the y below the last."""
        left, top, right, bottom = box
        y = top
        while y + px < bottom:
            full = self.rng.random() < 0.8
            self.write((left, y), self.words(int((right - left) / px * (1 if full else self.rng.uniform(0.2, 1)))), px)
            y += pitch * px
        return y


def letter(pen: Pen) -> tuple[int, int]:
    """A title, paragraphs, a signature block."""
    w, h = pen.size
    px = round(w * pen.rng.uniform(0.019, 0.028))
    head = HEADS[int(pen.rng.integers(len(HEADS)))]
    pen.write(((w - len(head) * px * 1.8) / 2, 0.08 * h), head, round(1.8 * px))
    end = pen.block((0.12 * w, 0.16 * h, 0.88 * w, h * pen.rng.uniform(0.45, 0.75)), px)
    foot = (round(0.68 * w), round(end + 2.5 * px))
    pen.write((0.55 * w, end + 1.5 * px), pen.words(10), px)
    pen.write((0.58 * w, end + 3.2 * px), f"20{pen.rng.integers(18, 27)}年{pen.rng.integers(1, 13)}月3日", px)
    return foot


def red_head(pen: Pen) -> tuple[int, int]:
    """An official paper with a red head and a red rule, then as a letter."""
    w, h = pen.size
    px = round(w * pen.rng.uniform(0.06, 0.085))
    ink = (int(pen.rng.integers(190, 256)), int(pen.rng.integers(0, 50)), int(pen.rng.integers(0, 50)))
    foot = letter(pen)
    pen.draw.rectangle((0, 0, w, 0.15 * h), fill=pen.paper)
    name = pen.words(int(0.76 * w / px))
    pen.write(((w - px * len(name)) / 2, 0.04 * h), name, px, ink)
    pen.draw.line((0.1 * w, 0.13 * h, 0.9 * w, 0.13 * h), fill=ink, width=max(round(w * 0.004), 2))
    return foot


def contract(pen: Pen) -> tuple[int, int]:
    """Two parties side by side under dense text, lines to sign on."""
    w, h = pen.size
    px = round(w * pen.rng.uniform(0.017, 0.024))
    end = pen.block((0.1 * w, 0.06 * h, 0.9 * w, h * pen.rng.uniform(0.4, 0.68)), px, 1.45)
    for row, label in enumerate(("甲方（章）：", "法定代表人：", "地址：", "电话：", "日期：")):
        for x in (0.12, 0.55):
            y = end + (1 + 2.2 * row) * px
            pen.write((x * w, y), label + pen.words(int(pen.rng.integers(2, 8))), px)
            if pen.rng.random() < 0.3:
                pen.draw.line((x * w + 5 * px, y + 1.3 * px, (x + 0.33) * w, y + 1.3 * px), fill=pen.ink)
    return round(float(pen.rng.choice((0.25, 0.7))) * w), round(end + 4 * px)


def table(pen: Pen) -> tuple[int, int]:
    """A form with ruled cells."""
    w, h = pen.size
    px = round(w * pen.rng.uniform(0.016, 0.024))
    rows, columns = int(pen.rng.integers(6, 16)), int(pen.rng.integers(2, 6))
    left, top, right, bottom = 0.07 * w, 0.12 * h, 0.93 * w, h * pen.rng.uniform(0.5, 0.85)
    ink = pen.ink if pen.rng.random() < 0.8 else (170, 60, 60)
    for row in range(rows + 1):
        y = top + (bottom - top) * row / rows
        pen.draw.line((left, y, right, y), fill=ink, width=1 + int(w > 900))
    for column in range(columns + 1):
        x = left + (right - left) * column / columns
        pen.draw.line((x, top, x, bottom), fill=ink, width=1 + int(w > 900))
    for row in range(rows):
        for column in range(columns):
            if pen.rng.random() < 0.8:
                at = (left + (right - left) * column / columns + 6, top + (bottom - top) * (row + 0.3) / rows)
                pen.write(at, pen.words(int(pen.rng.integers(1, max(int((right - left) / columns / px) - 1, 2)))), px)
    return round(0.7 * w), round(bottom - 0.02 * h)


def blank(pen: Pen) -> tuple[int, int]:
    """The back of a sheet, or only a few words."""
    w, h = pen.size
    pen.block((0.15 * w, 0.1 * h, 0.85 * w, h * pen.rng.uniform(0.1, 0.25)), round(0.03 * w))
    return w // 2, h // 2


def chat(pen: Pen) -> tuple[int, int]:
    """Bubbles, with faces beside them."""
    w, h = pen.size
    px, y = round(0.036 * w), 0.08 * h
    dark = sum(pen.paper) < 380
    bubble = (44, 44, 46) if dark else (255, 255, 255)
    while y < 0.85 * h:
        own, rows = pen.rng.random() < 0.4, int(pen.rng.integers(1, 5))
        left, right = (0.2 * w, 0.86 * w) if own else (0.15 * w, 0.8 * w)
        fill = ((40, 110, 60) if dark else (149, 236, 105)) if own else bubble
        high = rows * 1.5 * px + 1.2 * px
        pen.draw.rounded_rectangle((left, y, right, y + high), 12, fill)
        pen.block((left + 0.6 * px, y + 0.6 * px, right - 0.6 * px, y + high), px, 1.5)
        face_at = 0.89 * w if own else 0.03 * w
        tone = tuple(int(each) for each in pen.rng.integers(40, 240, 3))
        pen.draw.rounded_rectangle((face_at, y, face_at + 0.09 * w, y + 0.09 * w), 8, tone)
        y += high + px * pen.rng.uniform(0.8, 2)
    return w // 2, round(0.5 * h)


def sms(pen: Pen) -> tuple[int, int]:
    """A notice on a phone: head bar, one long text, a button."""
    w, h = pen.size
    px = round(0.04 * w)
    pen.write((0.3 * w, 0.035 * h), pen.words(8), px)
    end = pen.block((0.06 * w, 0.1 * h, 0.94 * w, h * pen.rng.uniform(0.5, 0.75)), px)
    tone = tuple(int(each) for each in pen.rng.choice(((230, 50, 50), (250, 90, 40), (20, 120, 240), (7, 193, 96))))
    pen.draw.rounded_rectangle((0.1 * w, 0.9 * h, 0.9 * w, 0.9 * h + 2.6 * px), 40, tone)
    pen.write((0.4 * w, 0.9 * h + 0.7 * px), "立即查看", px, (255, 255, 255))
    return round(0.65 * w), round(end)


def summons(pen: Pen) -> tuple[int, int]:
    """A court form: title, ruled box of four rows, notes, signature."""
    w, h = pen.size
    px = round(0.024 * w)
    pen.write((0.3 * w, 0.06 * h), "云州市人民法院", round(1.7 * px))
    pen.write((0.42 * w, 0.105 * h), "传  票", round(2.2 * px))
    top = 0.17 * h
    for row in range(6):
        pen.draw.rectangle((0.12 * w, top, 0.88 * w, top + 0.06 * h), outline=pen.ink, width=2)
        pen.draw.line((0.32 * w, top, 0.32 * w, top + 0.06 * h), fill=pen.ink, width=2)
        pen.write((0.15 * w, top + 0.02 * h), "案号案由被传唤人工作单位传唤事由应到时间"[row * 3 : row * 3 + 3], px)
        pen.write((0.35 * w, top + 0.02 * h), pen.words(int(pen.rng.integers(4, 14))), px)
        top += 0.06 * h
    end = pen.block((0.12 * w, top + 0.02 * h, 0.88 * w, top + 0.22 * h), px)
    pen.write((0.6 * w, end + px), "书记员  " + pen.words(3), px)
    return round(0.7 * w), round(end + 3 * px)


def certificate(pen: Pen) -> tuple[int, int]:
    """A framed paper with a coloured border and large letters."""
    w, h = pen.size
    tone = tuple(int(each) for each in pen.rng.choice(((190, 150, 60), (180, 30, 40), (40, 110, 70), (50, 70, 150))))
    for inset in (0.03, 0.045):
        pen.draw.rectangle((inset * w, inset * w, (1 - inset) * w, h - inset * w), outline=tone, width=round(0.008 * w))
    pen.write((0.36 * w, 0.12 * h), pen.words(4), round(0.07 * w), tone)
    end = pen.block((0.14 * w, 0.26 * h, 0.86 * w, h * pen.rng.uniform(0.45, 0.6)), round(0.032 * w), 1.9)
    return round(0.66 * w), round(end + 0.05 * h)


def two_columns(pen: Pen) -> tuple[int, int]:
    """Newspaper columns with grey boxes in them."""
    w, h = pen.size
    px = round(w * pen.rng.uniform(0.015, 0.02))
    for left in (0.06, 0.53):
        pen.block((left * w, 0.05 * h, (left + 0.41) * w, 0.93 * h), px, 1.5)
        if pen.rng.random() < 0.5:
            y, tone = h * pen.rng.uniform(0.1, 0.7), int(pen.rng.integers(120, 235))
            pen.draw.rectangle((left * w, y, (left + 0.41) * w, y + 0.12 * h), fill=(tone, tone, tone))
    return round(0.7 * w), round(0.6 * h)


Template = Callable[[Pen], tuple[int, int]]
PAPER: dict[Split, tuple[Template, ...]] = {
    "train": (letter, letter, red_head, contract, table, blank),
    "validate": (letter, contract, red_head),
    "test": (summons, certificate, two_columns, letter),
}
SCREEN: dict[Split, tuple[Template, ...]] = {"train": (chat, letter), "validate": (chat,), "test": (sms, summons)}


def sheet(rng: np.random.Generator, split: Split) -> Sheet:
    """A page of one of the split's templates: two thirds paper, one third screens, of those a third dark."""
    screen = rng.random() < 0.33
    dark = screen and rng.random() < 0.33
    if screen:
        width = int(rng.choice((540, 720, 828, 1080)))
        size = (width, round(width * rng.uniform(1.6, 2.2)))
        paper: Colour = (
            (int(rng.integers(10, 40)),) * 3 if dark else ((237, 237, 237), (255, 255, 255))[int(rng.integers(2))]
        )
    else:
        width = int(rng.integers(640, 1400))
        size = (width, round(width * (1.414 if rng.random() < 0.8 else rng.uniform(0.6, 1.3))))
        tint = int(rng.integers(235, 256))
        chance = rng.random()
        paper = (tint, tint, tint) if chance < 0.7 else (tint, tint - 6, tint - int(rng.integers(10, 45)))
        if chance > 0.92:
            paper = COLOURED[int(rng.integers(len(COLOURED)))]
    pen = Pen(rng, split, size, paper)
    choice = (SCREEN if screen else PAPER)[split]
    foot = choice[int(rng.integers(len(choice)))](pen)
    return Sheet(np.asarray(pen.image), size[0] / (210 if not screen else rng.uniform(150, 260)), foot, dark, screen)
