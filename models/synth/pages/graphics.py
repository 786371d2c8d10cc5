"""Things on a page that are no text: seals, QR codes, photos, signatures, logos."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import cast

import cv2
import numpy as np
from PIL import Image

from ..seals import BLUE, RED, SHIPPED, draw_seal, impress, invent
from .fonts import installed
from .scene import Box, Colour, Floats, Pixels, Rng, pick

SEAL_SHARE = 0.2
"""A 42 mm seal on a page 210 mm wide."""


def seal_cover(rng: Rng, diameter: int) -> Floats:
    """An invented round seal: (H, W) coverage, 0..1."""
    design = invent(rng, "round")
    if design.font != SHIPPED and design.font not in installed():
        design = replace(design, font=SHIPPED)
    clean = np.asarray(draw_seal(design, diameter), np.float32) / 255
    turn = float(rng.normal(0, 12))
    matrix = cv2.getRotationMatrix2D((diameter / 2, diameter / 2), turn, 1.0)
    return cast(Floats, cv2.warpAffine(clean, matrix, (diameter, diameter), flags=cv2.INTER_LINEAR))


def seal_colour(rng: Rng) -> Colour:
    """Mostly red."""
    base = RED if rng.random() < 0.94 else BLUE
    return cast(Colour, tuple(int(np.clip(each + rng.integers(-22, 23), 0, 255)) for each in base))


def stamp(image: Image.Image, rng: Rng, centre: tuple[int, int], diameter: int, ink: bool) -> tuple[Image.Image, Box]:
    """A genuine impression on the page: electronic, or inked before the page is scanned."""
    cover = Image.fromarray((seal_cover(rng, diameter) * 255).astype(np.uint8))
    stamped, box = impress(image, cover, centre, rng, colour=seal_colour(rng), ink="ink" if ink else "flat")
    return stamped, Box(*box)


def qr(rng: Rng, side: int, dark: Colour = (0, 0, 0)) -> Pixels:
    """A QR code of a made-up address."""
    text = "https://example.com/" + "".join(
        chr(97 + int(each)) for each in rng.integers(0, 26, int(rng.integers(8, 60)))
    )
    modules = cv2.QRCodeEncoder.create().encode(text)
    big = cv2.resize(modules, (side, side), interpolation=cv2.INTER_NEAREST)
    return cast(Pixels, np.where(big[..., None] > 127, 255, np.array(dark)).astype(np.uint8))


def photo(rng: Rng, width: int, height: int) -> Pixels:
    """A picture with smooth areas, edges and grain, saved as JPEG once or twice: a foreign grid on the page."""
    coarse = rng.uniform(0, 255, (int(rng.integers(2, 6)), int(rng.integers(2, 6)), 3)).astype(np.float32)
    plane = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(int(rng.integers(3, 12))):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        axes = (int(rng.integers(5, width // 3 + 6)), int(rng.integers(5, height // 3 + 6)))
        colour = tuple(float(each) for each in rng.uniform(0, 255, 3))
        cv2.ellipse(plane, centre, axes, float(rng.uniform(0, 180)), 0, 360, colour, -1, cv2.LINE_AA)
    plane += rng.standard_normal(plane.shape, np.float32) * rng.uniform(1, 9)
    picture = np.clip(plane, 0, 255).astype(np.uint8)
    for _ in range(int(rng.integers(1, 3))):
        buffer = io.BytesIO()
        Image.fromarray(picture).save(buffer, "JPEG", quality=int(rng.integers(50, 93)))
        picture = np.asarray(Image.open(buffer))
    return picture


def signature(rng: Rng, width: int, height: int) -> Floats:
    """Handwriting-like strokes: (H, W) coverage, 0..1."""
    canvas = np.zeros((height, width), np.float32)
    x = 0.06 * width
    while x < 0.85 * width:
        span = rng.uniform(0.12, 0.3) * width
        points = np.column_stack((x + rng.uniform(0, 1, 5) * span, rng.uniform(0.1, 0.9, 5) * height))
        steps = np.linspace(0, 1, 40)[:, None]
        curve = sum(
            binomial * steps**power * (1 - steps) ** (4 - power) * points[power]
            for power, binomial in enumerate((1, 4, 6, 4, 1))
        )
        thick = max(1, round(height * rng.uniform(0.02, 0.05)))
        cv2.polylines(canvas, [np.asarray(curve * 16, np.int32)], False, 1.0, thick, cv2.LINE_AA, 4)
        x += span * rng.uniform(0.3, 0.9)
    return cast(Floats, np.clip(cv2.GaussianBlur(canvas, (0, 0), 0.6), 0, 1))


def blend(image: Pixels, cover: Floats, corner: tuple[int, int], colour: Colour, multiply: bool = True) -> Pixels:
    """A copy with a coverage laid on it in one colour: as ink over what is there, or hiding it."""
    out = image.copy()
    left, top = corner
    high, wide = min(cover.shape[0], out.shape[0] - top), min(cover.shape[1], out.shape[1] - left)
    rows, columns = np.nonzero(cover[:high, :wide] > 0.002)
    share, tint = cover[rows, columns, None], np.array(colour, np.float32)
    rows, columns = rows + top, columns + left
    part = out[rows, columns].astype(np.float32)
    inked = part * (1 - share * (1 - tint / 255)) if multiply else part * (1 - share) + tint * share
    out[rows, columns] = np.clip(np.rint(inked), 0, 255).astype(np.uint8)
    return out


def logo(rng: Rng, side: int) -> tuple[Pixels, Floats]:
    """A small flat emblem: its colours (H, W, 3) and its shape (H, W)."""
    colour = tuple(int(each) for each in rng.integers(20, 230, 3))
    other = tuple(int(each) for each in rng.integers(120, 256, 3))
    picture = np.zeros((side, side, 3), np.uint8)
    picture[:] = colour
    shape, middle = np.zeros((side, side), np.float32), (side // 2, side // 2)
    if rng.random() < 0.5:
        cv2.circle(shape, middle, side // 2 - 1, 1.0, -1, cv2.LINE_AA)
    else:
        shape[:] = 1
    for _ in range(int(rng.integers(1, 4))):
        corners = rng.integers(side // 5, side - side // 5, (int(rng.integers(3, 6)), 2)).astype(np.int32)
        cv2.fillPoly(picture, [corners], pick(rng, (other, (255, 255, 255))), cv2.LINE_AA)
    return picture, shape
