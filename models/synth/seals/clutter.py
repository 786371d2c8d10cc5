"""Things that are red or round but no seals: logos, buttons, badges, faces, codes, goods, red text, rings, cups."""

from __future__ import annotations

import cv2
import numpy as np
from forgecheck_models.synth.seals.canvas import Canvas, Point, Thing
from forgecheck_models.synth.seals.emblems import star
from forgecheck_models.synth.seals.impress import Pixels
from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.pictures import PICTURES
from PIL import Image, ImageDraw

PICTURED = 0.4  # share of the things that are one of the harder ones


def _disc(on: Canvas, at: Point, size: int) -> None:
    x, y = at
    on.draw.ellipse((x, y, x + size, y + size), fill=on.reddish())
    shape = on.rng.random()
    if shape < 0.4:
        on.draw.text((x + 0.25 * size, y + 0.2 * size), on.words(1), font=on.font(0.5 * size), fill="white")
    elif shape < 0.6:
        on.draw.polygon(star((x + size / 2, y + size / 2), 0.3 * size), fill="white")
    elif shape < 0.8:
        on.draw.ellipse((x + 0.2 * size, y + 0.2 * size, x + 0.8 * size, y + 0.8 * size), fill=on.reddish())


def _ring(on: Canvas, at: Point, size: int) -> None:
    """A ring that someone drew around a word, a loading circle, a clock, a gauge."""
    x, y = at
    high = size * on.rng.uniform(0.5, 1.0)
    start = on.rng.uniform(0, 360)
    on.draw.arc(
        (x, y, x + size, y + high), start, start + on.rng.uniform(200, 360), on.reddish(), max(int(size * 0.04), 2)
    )
    if on.rng.random() < 0.4:
        on.draw.text(
            (x + 0.2 * size, y + 0.35 * high),
            f"{on.rng.integers(0, 100)}%",
            font=on.font(0.25 * size),
            fill=on.reddish(),
        )


def _button(on: Canvas, at: Point, size: int) -> None:
    x, y = at
    on.draw.rounded_rectangle((x, y, x + 3 * size, y + size), size // 2 if on.rng.random() < 0.6 else 6, on.reddish())
    on.draw.text((x + 0.6 * size, y + 0.25 * size), on.words(4), font=on.font(0.45 * size), fill="white")


def _icon(on: Canvas, at: Point, size: int) -> None:
    """An app's icon: a rounded square with one or two letters."""
    x, y = at
    filled = on.rng.random() < 0.7
    tone = on.reddish()
    box = (x, y, x + size, y + size)
    on.draw.rounded_rectangle(box, size // 5, fill=tone if filled else None, outline=tone, width=max(size // 20, 2))
    count = 1 if on.rng.random() < 0.7 else 2
    ink = "white" if filled else tone
    on.draw.text((x + 0.2 * size, y + 0.2 * size), on.words(count), font=on.font(0.6 * size / count), fill=ink)


def _face(on: Canvas, at: Point, size: int) -> None:
    x, y = at
    on.draw.ellipse((x, y, x + size, y + size), fill=(255, 205, 60), outline=(235, 120, 40), width=max(size // 25, 1))
    for shift in (0.25, 0.6):
        on.draw.ellipse(
            (x + shift * size, y + 0.3 * size, x + (shift + 0.13) * size, y + 0.45 * size), fill=(90, 50, 20)
        )
    on.draw.arc(
        (x + 0.25 * size, y + 0.35 * size, x + 0.75 * size, y + 0.8 * size), 20, 160, (200, 30, 40), max(size // 16, 1)
    )


def _code(on: Canvas, at: Point, size: int) -> None:
    cells = int(on.rng.choice((21, 25, 29, 33)))
    bits = on.rng.integers(0, 2, (cells, cells)).astype(np.uint8) * 255
    for top, left in ((0, 0), (0, cells - 7), (cells - 7, 0)):
        bits[top : top + 7, left : left + 7] = 0
        bits[top + 1 : top + 6, left + 1 : left + 6] = 255
        bits[top + 2 : top + 5, left + 2 : left + 5] = 0
    tone = (0, 0, 0) if on.rng.random() < 0.7 else on.reddish()
    on.image.paste(
        tone, (int(at[0]), int(at[1])), Image.fromarray(255 - bits).resize((size, size), Image.Resampling.NEAREST)
    )


def _goods(on: Canvas, at: Point, size: int) -> None:
    """A photograph: smooth patches of colour with noise, round things among them."""
    coarse = on.rng.integers(0, 256, (int(on.rng.integers(3, 9)), int(on.rng.integers(3, 9)), 3)).astype(np.uint8)
    photo = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    for _ in range(int(on.rng.integers(0, 4))):
        middle = tuple(int(each) for each in on.rng.integers(0, size, 2))
        cv2.circle(
            photo,
            middle,
            int(on.rng.integers(3, size // 2 + 4)),
            on.tone(),
            int(on.rng.choice((-1, 2, 5))),
            cv2.LINE_AA,
        )
    noise = on.rng.normal(0, 8, photo.shape)
    on.image.paste(Image.fromarray(np.clip(photo + noise, 0, 255).astype(np.uint8)), (int(at[0]), int(at[1])))


def _red_text(on: Canvas, at: Point, size: int) -> None:
    for row in range(int(on.rng.integers(1, 5))):
        words = on.words(int(on.rng.integers(2, 14)))
        on.draw.text((at[0], at[1] + row * 0.35 * size), words, font=on.font(0.25 * size), fill=on.reddish())


def _block(on: Canvas, at: Point, size: int) -> None:
    """Letters in a grid without a frame, or a frame around too many letters: a table cell, a label."""
    if on.rng.random() < 0.5:
        on.draw.rectangle((*at, at[0] + size, at[1] + size * on.rng.uniform(0.4, 1.2)), outline=on.reddish(), width=2)
    for row in range(int(on.rng.integers(1, 4))):
        on.draw.text((at[0] + 4, at[1] + row * 0.3 * size), on.words(3), font=on.font(0.28 * size), fill=on.reddish())


def _logo(on: Canvas, at: Point, size: int) -> None:
    """Rings, bars and a letter, in one or two colours."""
    x, y = at
    tone = on.reddish()
    on.draw.ellipse((x, y, x + size, y + size), outline=tone, width=max(int(size * on.rng.uniform(0.04, 0.16)), 2))
    which = on.rng.random()
    if which < 0.3:
        on.draw.rectangle((x + 0.4 * size, y + 0.2 * size, x + 0.6 * size, y + 0.8 * size), fill=tone)
        on.draw.rectangle((x + 0.2 * size, y + 0.42 * size, x + 0.8 * size, y + 0.58 * size), fill=tone)
    elif which < 0.6:
        on.draw.text((x + 0.22 * size, y + 0.18 * size), on.words(1), font=on.font(0.55 * size), fill=tone)
    elif which < 0.8:
        on.draw.pieslice(
            (x + 0.15 * size, y + 0.15 * size, x + 0.85 * size, y + 0.85 * size), 0, on.rng.uniform(60, 300), fill=tone
        )


def _lines(on: Canvas, at: Point, size: int) -> None:
    """Red rules, underlines, ticks and crosses."""
    tone = on.reddish()
    for _ in range(int(on.rng.integers(1, 4))):
        end = (at[0] + size * on.rng.uniform(0.5, 3), at[1] + size * on.rng.uniform(-0.1, 0.1))
        on.draw.line((*at, *end), fill=tone, width=max(size // 30, 2))
        at = (at[0], at[1] + size // 4)


THINGS: tuple[Thing, ...] = (_disc, _ring, _button, _icon, _face, _code, _goods, _red_text, _block, _logo, _lines)


def clutter(page: Pixels, rng: np.random.Generator, split: Split, count: int) -> Pixels:
    """A copy of the page with some of these things on it."""
    image = Image.fromarray(page)
    on = Canvas(image, ImageDraw.Draw(image), rng, split)
    width, height = image.size
    for _ in range(count):
        size = int(np.exp(rng.uniform(np.log(0.04), np.log(0.3))) * width)
        at = (int(rng.integers(-size // 4, max(width - size // 2, 1))), int(rng.integers(0, max(height - size, 1))))
        things = PICTURES if rng.random() < PICTURED else THINGS
        things[int(rng.integers(len(things)))](on, at, max(size, 16))
    return np.asarray(image)
