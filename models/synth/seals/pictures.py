"""More that is no seal, and harder: photographs, drawings, figures, emblems of schools, medals, dials, fingerprints."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt
from forgecheck_models.synth.seals.canvas import Canvas, Point, Thing
from forgecheck_models.synth.seals.emblems import star
from forgecheck_models.synth.seals.impress import Pixels
from PIL import Image, ImageDraw

LATIN = "ABCDEFGHIJKLMNOPRSTUVWY CO EDU TECH "
LARGEST = 420  # px to which a picture is painted before it is brought to size; bounds the time


def _painted(on: Canvas, at: Point, size: int, picture: Pixels) -> None:
    """Bring a picture to this width and put it down, sometimes with round corners or as a disc."""
    high = round(size * picture.shape[0] / picture.shape[1])
    done = Image.fromarray(picture).resize((size, max(high, 1)), Image.Resampling.BILINEAR)
    mask = Image.new("L", done.size, 0)
    shape = on.rng.random()
    box = (0, 0, done.width - 1, done.height - 1)
    if shape < 0.15:
        ImageDraw.Draw(mask).ellipse(box, fill=255)
    else:
        ImageDraw.Draw(mask).rounded_rectangle(box, size // 12 if shape < 0.5 else 0, fill=255)
    on.image.paste(done, (int(at[0]), int(at[1])), mask)


def _leaves(rng: np.random.Generator, width: int, high: int, flat: bool) -> Pixels:
    """Shapes that hide each other, small ones more often ("dead leaves", the statistics of photographs)."""
    base = rng.integers(20, 230) + rng.normal(0, 45, 3)
    image = np.empty((high, width, 3), np.uint8)
    image[:] = np.clip(base, 0, 255)
    for _ in range(int(rng.integers(40, 160))):
        radius = float(np.clip(4 / rng.random() ** 0.9, 3, width / 2))
        spread = rng.normal(0, 60 if flat else 20, 3) + rng.normal(0, 55)  # photographs vary in light, not hue
        colour = tuple(int(each) for each in np.clip(base + spread, 0, 255))
        middle = (int(rng.integers(0, width)), int(rng.integers(0, high)))
        axes = (round(radius), max(round(radius * rng.uniform(0.3, 1)), 1))
        turn, kind = float(rng.uniform(0, 180)), rng.random()
        if kind < 0.5:
            cv2.ellipse(image, middle, axes, turn, 0, 360, colour, -1, cv2.LINE_AA)
        elif kind < 0.8:
            corners = cv2.boxPoints((middle, (2.0 * axes[0], 2.0 * axes[1]), turn)).astype(np.int32)
            cv2.fillPoly(image, [corners], colour, cv2.LINE_AA)
        else:
            cv2.line(
                image, middle, (middle[0] + axes[0], middle[1] + axes[1]), colour, max(axes[1] // 6, 1), cv2.LINE_AA
            )
        if flat and rng.random() < 0.7:
            cv2.ellipse(image, middle, axes, turn, 0, 360, (30, 25, 30), 2, cv2.LINE_AA)
    return image


def _photograph(on: Canvas, at: Point, size: int) -> None:
    """Leaves, walls, crowds: shapes with texture, light and blur."""
    rng = on.rng
    width = min(int(1.6 * size), LARGEST)
    image = _leaves(rng, width, max(round(width * rng.uniform(0.5, 1.3)), 8), False).astype(np.float32)
    for cells in (6, 24, 90):
        coarse = rng.normal(0, 1, (cells, cells)).astype(np.float32)
        image += (rng.uniform(2, 18) * cv2.resize(coarse, image.shape[1::-1], interpolation=cv2.INTER_CUBIC))[..., None]
    image = cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.5, 2.0)))
    _painted(on, at, int(1.6 * size), np.clip(image, 0, 255).astype(np.uint8))


def _cartoon(on: Canvas, at: Point, size: int) -> None:
    """Flat shapes with dark outlines."""
    width = min(int(1.4 * size), LARGEST)
    high = max(round(width * on.rng.uniform(0.6, 1.4)), 8)
    _painted(on, at, int(1.4 * size), _leaves(on.rng, width, high, True))


def _figure(on: Canvas, at: Point, size: int) -> None:
    """A drawing in a textbook: thin circles, cones, axes, letters."""
    ink = (20, 20, 20) if on.rng.random() < 0.8 else on.tone()
    wide = max(size // 60, 1)
    for _ in range(int(on.rng.integers(2, 7))):
        x, y = at[0] + on.rng.uniform(0, size), at[1] + on.rng.uniform(0, size)
        far = size * on.rng.uniform(0.1, 0.5)
        kind = on.rng.random()
        if kind < 0.45:
            on.draw.ellipse((x - far, y - far * on.rng.uniform(0.2, 1), x + far, y + far), outline=ink, width=wide)
        elif kind < 0.75:
            on.draw.polygon([(x, y - far), (x - far, y + far), (x + far, y + far)], outline=ink, width=wide)
        else:
            on.draw.line((x - far, y, x + far, y + on.rng.uniform(-far, far)), fill=ink, width=wide)
        letter = LATIN[int(on.rng.integers(24))]
        on.draw.text((x + on.rng.uniform(-far, far), y), letter, font=on.font(max(0.1 * size, 9)), fill=ink)


def _around(on: Canvas, middle: Point, radius: float, words: str, px: float, colour: tuple[int, int, int]) -> None:
    """Words on a circle, their heads outwards."""
    start = -90 - 8.0 * len(words)
    for index, letter in enumerate(words):
        angle = start + 16.0 * index
        glyph = Image.new("L", (int(1.6 * px) + 2,) * 2, 0)
        ImageDraw.Draw(glyph).text((0.3 * px, 0), letter, font=on.font(px), fill=255)
        glyph = glyph.rotate(-angle - 90, Image.Resampling.BICUBIC)
        x = middle[0] + radius * math.cos(math.radians(angle)) - glyph.width / 2
        y = middle[1] + radius * math.sin(math.radians(angle)) - glyph.height / 2
        on.image.paste(colour, (round(x), round(y)), glyph)


def _badge(on: Canvas, at: Point, size: int) -> None:
    """A school's or a firm's emblem: a filled ring with light words in it, a sign in the middle."""
    x, y = at
    fill, light = on.reddish(), (255, 255, 255) if on.rng.random() < 0.8 else (235, 200, 90)
    middle, radius = (x + size / 2, y + size / 2), size / 2
    on.draw.ellipse((x, y, x + size, y + size), fill=fill)
    for inset in (0.05, 0.3):
        box = (x + inset * size / 2, y + inset * size / 2, x + size * (1 - inset / 2), y + size * (1 - inset / 2))
        on.draw.ellipse(box, outline=light, width=max(size // 60, 1))
    first = int(on.rng.integers(0, 10))
    words = (LATIN * 2)[first : first + int(on.rng.integers(8, 20))] if on.rng.random() < 0.8 else on.words(8)
    _around(on, middle, 0.83 * radius, words, 0.2 * radius, light)
    if on.rng.random() < 0.5:
        on.draw.polygon(star(middle, 0.4 * radius), fill=light)
    else:
        on.draw.text((x + 0.35 * size, y + 0.3 * size), on.words(1), font=on.font(0.3 * size), fill=light)


def _medal(on: Canvas, at: Point, size: int) -> None:
    """A toothed golden disc, with or without ribbons."""
    gold = (int(on.rng.integers(190, 235)), int(on.rng.integers(140, 180)), int(on.rng.integers(40, 90)))
    middle, radius, teeth = (at[0] + size / 2, at[1] + size / 2), size / 2, int(on.rng.integers(20, 48))
    if on.rng.random() < 0.5:
        for side in (-1, 1):
            foot = (middle[0] + side * 0.5 * size, middle[1] + 0.9 * size)
            on.draw.line((*middle, *foot), fill=on.reddish(), width=max(size // 5, 2))
    rim = [
        (middle[0] + far * math.cos(math.pi * k / teeth), middle[1] + far * math.sin(math.pi * k / teeth))
        for k in range(2 * teeth)
        for far in (radius * (1 if k % 2 else 0.92),)
    ]
    on.draw.polygon(rim, fill=gold)
    for share, fill in ((0.78, (255, 250, 240)), (0.7, gold)):
        on.draw.ellipse([each + sign * share * radius for sign in (-1, 1) for each in middle], fill=fill)
    on.draw.polygon(star(middle, 0.4 * radius), fill=(255, 250, 240))


def _dial(on: Canvas, at: Point, size: int) -> None:
    """A clock, a gauge or a score: ticks along a ring, a number or hands."""
    colour = on.reddish() if on.rng.random() < 0.6 else (60, 60, 60)
    middle, radius, ticks = (at[0] + size / 2, at[1] + size / 2), size / 2, int(on.rng.choice((12, 24, 60)))
    if on.rng.random() < 0.6:
        on.draw.ellipse((*at, at[0] + size, at[1] + size), outline=colour, width=max(size // 30, 1))
    for k in range(ticks):
        c, s = math.cos(2 * math.pi * k / ticks), math.sin(2 * math.pi * k / ticks)
        ends = [m + far * radius * way for far in (0.78, 0.9) for m, way in zip(middle, (c, s), strict=True)]
        on.draw.line(ends, fill=colour, width=max(size // 60, 1))
    words = f"{on.rng.integers(0, 1000)}"
    on.draw.text((at[0] + 0.3 * size, at[1] + 0.35 * size), words, font=on.font(0.22 * size), fill=colour)


def _fingerprint(on: Canvas, at: Point, size: int) -> None:
    """A thumb's print in seal paste: an oval of red ridges."""
    wide = int(np.clip(size, 24, 160))
    high = round(1.3 * wide)
    y, x = np.mgrid[:high, :wide].astype(np.float32)
    u, v = (x - wide / 2) / (wide / 2), (y - high * 0.6) / (high / 2)
    field = np.hypot(u, 0.8 * v) + 0.15 * np.sin(3 * u + float(on.rng.uniform(0, 6))) * v
    ridges = np.sin(field * on.rng.uniform(28, 44)) > float(on.rng.uniform(-0.5, 0.3))
    inside = u * u + ((y - high / 2) / (high / 2)) ** 2 < 1
    blot = cv2.resize(on.rng.random((9, 9), np.float32), (wide, high)) > 0.25
    mask = (255 * (ridges & inside & blot)).astype(np.uint8)
    red = (int(on.rng.integers(180, 225)), int(on.rng.integers(30, 70)), int(on.rng.integers(40, 80)))
    on.image.paste(red, (int(at[0]), int(at[1])), Image.fromarray(cv2.GaussianBlur(mask, (0, 0), 0.7)))


def _sticker(on: Canvas, at: Point, size: int) -> None:
    """Large letters with an outline, a heart or a burst behind them."""
    x, y = at
    if on.rng.random() < 0.5:
        on.draw.polygon(
            star((x + size / 2, y + size / 2), 0.55 * size, float(on.rng.uniform(0, 72))), fill=on.reddish()
        )
    else:
        for shift in (0.0, 0.45):
            on.draw.ellipse((x + shift * size, y, x + (shift + 0.55) * size, y + 0.55 * size), fill=(235, 50, 80))
        foot = [(x + 0.04 * size, y + 0.4 * size), (x + 0.96 * size, y + 0.4 * size), (x + 0.5 * size, y + size)]
        on.draw.polygon(foot, fill=(235, 50, 80))
    words = on.words(int(on.rng.integers(1, 4)))
    wide = max(size // 30, 1)
    on.draw.text(
        (x + 0.1 * size, y + 0.3 * size), words, font=on.font(0.8 * size / len(words)), fill=on.reddish(),
        stroke_width=wide, stroke_fill=(255, 255, 255),
    )  # fmt: skip


def _chart(on: Canvas, at: Point, size: int) -> None:
    """A pie, or a ring of parts."""
    box = (*at, at[0] + size, at[1] + size)
    ends: npt.NDArray[np.float64] = np.sort(on.rng.uniform(0, 360, int(on.rng.integers(2, 6))))
    for start, end in zip(ends, np.append(ends[1:], ends[0] + 360), strict=True):
        on.draw.pieslice(box, float(start), float(end), fill=on.tone())
    if on.rng.random() < 0.6:
        inner = [each + sign * 0.3 * size for sign in (-1, 1) for each in (at[0] + size / 2, at[1] + size / 2)]
        on.draw.ellipse(inner, fill=(255, 255, 255))
        middle = (at[0] + 0.36 * size, at[1] + 0.42 * size)
        on.draw.text(middle, f"{on.rng.integers(0, 100)}%", font=on.font(0.16 * size), fill=(40, 40, 40))


PICTURES: tuple[Thing, ...] = (
    _photograph, _photograph, _cartoon, _figure, _badge, _badge, _medal, _dial, _fingerprint, _sticker, _chart,
)  # fmt: skip
