"""Letters, notices, cancellations and court papers on A4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image

from . import graphics
from .fonts import Split
from .pen import Pen, body_face, latin_face, shades
from .scene import Colour, Kind, Pixels, Rng, Sheet, pick
from .texts import Text, document, filled

A4 = 297 / 210
RED: Colour = (200, 24, 30)


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is arranged."""

    name: str
    split: Split
    head: Literal["none", "rule", "red", "band", "side", "logo"]
    number: Literal["left", "centre", "right"] = "right"
    frame: bool = False
    table: bool = False
    sign: Literal["left", "right"] = "right"
    spaced_title: bool = False
    footer: bool = False


STYLES = (
    Style("plain", "train", "none"),
    Style("ruled", "train", "rule", spaced_title=True),
    Style("red_head", "train", "red", "centre", footer=True),
    Style("facts", "train", "rule", "left", table=True),
    Style("logo", "train", "logo", "right", footer=True),
    Style("spaced", "calibration", "none", "centre", spaced_title=True),
    Style("side", "calibration", "side", "left", table=True),
    Style("framed", "test", "none", "centre", frame=True),
    Style("banded", "test", "band", "right", footer=True),
    Style("red_facts", "test", "red", "right", table=True, sign="left"),
)


def lay(kind: Kind, rng: Rng, split: Split, ink_seal: bool) -> Sheet:
    """A page of one of the split's styles."""
    style = pick(rng, [each for each in STYLES if each.split == split])
    width = int(pick(rng, (1080, 1080, 1080, 1240, 960, 1170, 1000))) + int(rng.integers(0, 9))
    paper: Colour = pick(rng, ((255, 255, 255),) * 5 + ((250, 250, 248), (247, 247, 247), (255, 253, 246)))
    pen = Pen(rng, split, kind, width, round(width * A4), paper, shades(rng), body_face(rng, split))
    pen.latin = latin_face(rng, split, 0.4)
    if rng.random() < 0.35:
        pen.typed = body_face(rng, split)
    pen.spacing = float(rng.uniform(0, 0.8)) if rng.random() < 0.3 else 0.0
    end, where = _write(pen, style, document(kind, rng, split))
    if rng.random() < 0.4:  # a window of the viewer, or the paper ended
        pen.image = pen.image.crop((0, 0, width, min(pen.height, round(end + rng.uniform(30, 300)))))
    fresh = np.asarray(pen.image)
    if rng.random() < 0.7:
        _stamp(pen, where, ink_seal)
    while rng.random() < 0.2:  # on the title, over the edge of an annex, of a receiver
        _stamp(pen, (float(rng.uniform(0.1, 0.9)) * width, float(rng.uniform(0.1, 0.8)) * end), ink_seal)
    return pen.sheet(f"{kind}_{style.name}", fresh if pen.seals else None)


def _write(pen: Pen, style: Style, text: Text) -> tuple[float, tuple[float, float]]:
    """Head, body, signature; the y where it ends, and where the signature stands."""
    rng, width = pen.rng, pen.width
    size = width * float(rng.uniform(0.0195, 0.0275))
    left = width * float(rng.uniform(0.07, 0.13))
    right = width - left * float(rng.uniform(0.9, 1.1))
    pitch, big = float(rng.uniform(1.45, 1.95)), size * float(rng.uniform(1.4, 1.9))
    if style.head == "side":
        pen.draw.rectangle((0, 0, round(left * 0.45), pen.height), fill=(60, 90, 140))
    y = _head(pen, style, text, left, right, size) + big
    title = " ".join(text.title) if style.spaced_title else text.title
    y = pen.text(title, left, y, big, right=right, align="center", role="title", face=pen.body)
    y = pen.text(text.number, left, y, size, right=right, align={"centre": "center"}.get(style.number, style.number))
    y = pen.text(text.addressee, left, y + 0.3 * size, size, right=right, pitch=pitch)
    for at, paragraph in enumerate(text.paragraphs):
        if style.table and at == 1:
            y = _table(pen, left, right, y, size)
        y = pen.text(paragraph, left, y, size, right=right, pitch=pitch, indent=2 * size)
        if y > 0.8 * pen.height:
            break
    y += size * float(rng.uniform(0.5, 2.5))
    where = (right - 5 * size if style.sign == "right" else left + 6 * size, y)
    for line in (text.signature, text.date):
        y = pen.text(line, left, y, size, right=right, align=style.sign, pitch=pitch)
    if rng.random() < 0.25:
        mark = graphics.signature(rng, round(6 * size), round(2.4 * size))
        low = y - 3 * size if rng.random() < 0.7 else rng.uniform(0.2, 1) * y
        corner = (round(left + rng.uniform(0, 20) * size), round(min(low, pen.height - 4 * size)))
        _repaint(pen, graphics.blend(np.asarray(pen.image), mark, corner, (20, 20, 90)))
    if style.frame:
        inset = round(left * 0.55)
        pen.draw.rectangle((inset, inset, width - inset, pen.height - inset), outline=pen.ink, width=2)
    if style.footer:
        foot = pen.height - 2.2 * size
        pen.draw.line((left, foot - 1.4 * size, right, foot - 1.4 * size), fill=(150, 150, 150), width=1)
        pen.text(filled("地址：{place}中山路{days}号　电话：{phone}", rng), left, foot, 0.75 * size, role="label")
    return y, where


def _head(pen: Pen, style: Style, text: Text, left: float, right: float, size: float) -> float:
    """The letterhead; the y below it."""
    y = pen.width * float(pen.rng.uniform(0.06, 0.11))
    if style.head in {"none", "side"}:
        return y
    if style.head == "band":
        pen.draw.rectangle((0, 0, pen.width, round(y + 1.2 * size)), fill=(40, 60, 110))
        return pen.text(text.head, left, y, 1.3 * size, colour=(245, 245, 245), role="title", face=pen.body) + size
    if style.head == "logo":
        side = round(3 * size)
        picture, shape = graphics.logo(pen.rng, side)
        pen.image.paste(
            Image.fromarray(picture), (round(left), round(y - size)), Image.fromarray((shape * 255).astype(np.uint8))
        )
        pen.text(text.head, left + 1.3 * side, y + 0.6 * size, 1.2 * size, role="title", face=pen.body)
        return y + 2.5 * size
    red = style.head == "red"
    big = (1.9 if red else 1.3) * size
    big = min(big, (right - left) / len(text.head) * 0.95)
    colour = RED if red else pen.ink
    y = pen.text(text.head, left, y + big, big, right=right, align="center", colour=colour, role="title", face=pen.body)
    rule = round(y - 0.6 * big)
    pen.draw.line((left, rule, right, rule), fill=colour, width=max(2, round(size / 9)))
    if pen.rng.random() < 0.5:
        pen.draw.line((left, rule + 7, right, rule + 7), fill=colour, width=1)
    return rule + 1.2 * size


def _table(pen: Pen, left: float, right: float, y: float, size: float) -> float:
    """A table of facts; the baseline below it."""
    rows = [
        ("借款本金", "{amount}"),
        ("利息", "{small}"),
        ("借款日期", "{date}"),
        ("合同编号", "{account}"),
        ("姓名", "{name}"),
    ]
    high, middle = 1.9 * size, left + (right - left) * float(pen.rng.uniform(0.25, 0.4))
    top = y - size
    for at in range(int(pen.rng.integers(3, len(rows) + 1))):
        label, pattern = rows[at]
        pen.draw.rectangle((left, top, right, top + high), outline=pen.ink, width=1)
        pen.draw.line((middle, top, middle, top + high), fill=pen.ink, width=1)
        pen.text(label, left + 0.5 * size, top + 1.3 * size, size, role="label")
        pen.text(filled(pattern, pen.rng), middle + 0.5 * size, top + 1.3 * size, size)
        top += high
    return top + 1.8 * size


def _stamp(pen: Pen, where: tuple[float, float], ink: bool) -> None:
    diameter = round(pen.width * graphics.SEAL_SHARE * float(pen.rng.uniform(0.85, 1.15)))
    x = round(where[0] + pen.rng.normal(0, 0.04) * pen.width)
    y = round(where[1] + pen.rng.normal(0, 0.02) * pen.width)
    half = diameter // 2 + 2
    if half < x < pen.image.width - half and half < y < pen.image.height - half:
        pen.image, box = graphics.stamp(pen.image, pen.rng, (x, y), diameter, ink)
        pen.seals.append(box)


def _repaint(pen: Pen, pixels: Pixels) -> None:
    pen.image.paste(Image.fromarray(pixels))
