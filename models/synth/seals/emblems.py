"""What stands in the centre of a seal."""

from __future__ import annotations

import math

from forgecheck_models.synth.seals.names import Emblem
from PIL import ImageDraw

STAR = 0.33  # tip, as a share of the radius: 14 mm of 42


def draw_emblem(draw: ImageDraw.ImageDraw, emblem: Emblem, radius: float) -> None:
    """Draw into the middle of a square canvas of side 2 `radius`."""
    if emblem == "star":
        draw.polygon(star((radius, radius), STAR * radius), fill=255)
    elif emblem == "national_emblem":
        _national(draw, radius)


def star(middle: tuple[float, float], radius: float, turn: float = -90) -> list[tuple[float, float]]:
    """The ten corners of a regular five-pointed star."""
    points = []
    for index in range(10):
        far = radius if index % 2 == 0 else 0.382 * radius  # 0.382: the regular pentagram
        angle = math.radians(turn + 36 * index)
        points.append((middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)))
    return points


def _national(draw: ImageDraw.ImageDraw, radius: float) -> None:
    """A stand-in for the emblem: wreath of ears, five stars, gate, wheel and ribbon; not the real drawing."""

    def at(x: float, y: float) -> tuple[float, float]:
        return radius * (1 + x), radius * (1 + y)

    def disc(x: float, y: float, r: float, fill: int) -> None:
        draw.ellipse((*at(x - r, y - r), *at(x + r, y + r)), fill=fill)

    disc(0, 0, 0.4, 255)
    disc(0, -0.02, 0.31, 0)
    for index in range(-58, 239, 13):  # ears: notches along both sides of the wreath
        angle = math.radians(index)
        for far, size in ((0.4, 0.022), (0.315, 0.018)):
            disc(far * math.cos(angle), -far * math.sin(angle), size, 0)
        inner, outer = (
            at(0.325 * math.cos(angle), -0.325 * math.sin(angle)),
            at(0.385 * math.cos(angle + 0.1), -0.385 * math.sin(angle + 0.1)),
        )
        draw.line((*inner, *outer), fill=0, width=max(round(0.012 * radius), 1))
    draw.polygon(star(at(0, -0.15), 0.09 * radius), fill=255)
    for turn in (205, 235, 305, 335):
        angle = math.radians(turn)
        draw.polygon(star(at(0.19 * math.cos(angle), 0.02 + 0.19 * math.sin(angle)), 0.038 * radius), fill=255)
    for half, top, high in ((0.13, 0.02, 0.025), (0.18, 0.06, 0.03)):  # the gate's two roofs and its wall
        draw.polygon([at(-half, top + high), at(half, top + high), at(0.8 * half, top), at(-0.8 * half, top)], fill=255)
    draw.rectangle((*at(-0.16, 0.105), *at(0.16, 0.17)), fill=255)
    for x in (-0.1, -0.05, 0, 0.05, 0.1):
        draw.rectangle((*at(x - 0.012, 0.13), *at(x + 0.012, 0.17)), fill=0)
    for index in range(12):  # the wheel at the foot
        angle = math.radians(30 * index)
        disc(0.09 * math.cos(angle), 0.31 + 0.09 * math.sin(angle), 0.022, 255)
    disc(0, 0.31, 0.085, 255)
    disc(0, 0.31, 0.045, 0)
    draw.polygon([at(-0.3, 0.3), at(-0.12, 0.36), at(-0.14, 0.42), at(-0.33, 0.36)], fill=255)
    draw.polygon([at(0.3, 0.3), at(0.12, 0.36), at(0.14, 0.42), at(0.33, 0.36)], fill=255)
