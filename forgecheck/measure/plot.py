"""Two small plots, as SVG for the page and as PNG for a report: no plotting library is needed for that."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import as_file, files
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from forgecheck.measure.evaluation import Group
from forgecheck.measure.statistics import Bin

INK, GREY, BLUE, LIGHT = "#1f2933", "#9aa5b1", "#1f5fa8", "#b9d0ea"
FONT_PX = 13
SCALE = 2
"""Pixels of the PNG for each of the plot's units."""


class Line(NamedTuple):
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str = INK
    width: float = 1.0


class Dot(NamedTuple):
    """A filled circle."""

    centre: tuple[float, float]
    radius: float
    colour: str = BLUE


class Text(NamedTuple):
    """Words; `anchor` is start, middle or end."""

    at: tuple[float, float]
    words: str
    anchor: str = "start"


class Plot(NamedTuple):
    """Marks on a white ground, in units of a CSS pixel, y downwards."""

    width: int
    height: int
    title: str
    marks: tuple[Line | Dot | Text, ...]


def reliability_plot(bins: Sequence[Bin]) -> Plot:
    """Score against the share of forged files; on the diagonal, 0.9 means nine in ten."""
    side, left, top = 300, 60, 34

    def at(x: float, y: float) -> tuple[float, float]:
        return left + side * x, top + side * (1 - y)

    def marks() -> Iterator[Line | Dot | Text]:
        for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
            yield Line(at(tick, 0), at(tick, 1), "#e4e7eb")
            yield Line(at(0, tick), at(1, tick), "#e4e7eb")
            yield Text((at(tick, 0)[0], top + side + 18), f"{tick:g}", "middle")
            yield Text((left - 8, at(0, tick)[1] + 4), f"{tick:g}", "end")
        yield Line(at(0, 0), at(1, 1), GREY)
        points = [at(each.score, each.forged) for each in bins]
        yield from (Line(a, b, BLUE, 1.5) for a, b in itertools.pairwise(points))
        for each, point in zip(bins, points, strict=True):
            yield Dot(point, 4)
            below = each.forged > 0.9
            yield Text((point[0], point[1] + (18 if below else -9)), str(each.files), "middle")
        yield Text((left + side / 2, top + side + 38), "给出的分数 / score", "middle")
        yield Text((left, top - 14), "实际伪造的比例 / share forged (n = files)")

    return Plot(left + side + 40, top + side + 52, "reliability", tuple(marks()))


def found_plot(groups: Sequence[Group]) -> Plot:
    """Share of forged files called suspicious or worse, by group, with 95 % intervals."""
    shown = [each for each in groups if each.called_suspicious.of]
    left, wide, row = 190, 320, 24

    def marks() -> Iterator[Line | Dot | Text]:
        foot = 20 + row * len(shown)
        for tick in (0.0, 0.5, 1.0):
            yield Line((left + wide * tick, 14), (left + wide * tick, foot), "#e4e7eb")
            yield Text((left + wide * tick, foot + 16), f"{tick:.0%}", "middle")
        for number, each in enumerate(shown):
            y, found = 26.0 + row * number, each.called_suspicious
            yield Text((left - 10, y + 4), each.name[:26], "end")
            yield Line((left + wide * found.low, y), (left + wide * found.high, y), LIGHT, 6)
            yield Dot((left + wide * found.hits / found.of, y), 4)
            yield Text((left + wide + 14, y + 4), f"{found.hits}/{found.of}")

    return Plot(left + wide + 90, 48 + row * len(shown), "found", tuple(marks()))


def as_svg(plot: Plot) -> str:
    """The plot as one SVG element, without outside references."""
    drawn = "".join(map(_svg, plot.marks))
    size = f'width="{plot.width}" height="{plot.height}" viewBox="0 0 {plot.width} {plot.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(plot.title)}" '
        f'font-family="sans-serif" font-size="{FONT_PX}" fill="{INK}">{drawn}</svg>'
    )


def _svg(mark: Line | Dot | Text) -> str:
    if isinstance(mark, Line):
        (x1, y1), (x2, y2) = mark.start, mark.end
        return (
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{mark.colour}" stroke-width="{mark.width:g}"/>'
        )
    if isinstance(mark, Dot):
        return f'<circle cx="{mark.centre[0]:.1f}" cy="{mark.centre[1]:.1f}" r="{mark.radius:g}" fill="{mark.colour}"/>'
    words = escape(mark.words)
    return f'<text x="{mark.at[0]:.1f}" y="{mark.at[1]:.1f}" text-anchor="{mark.anchor}">{words}</text>'


def as_png(plot: Plot) -> bytes:
    """The plot as a PNG of `SCALE` times its size."""
    image = Image.new("RGB", (plot.width * SCALE, plot.height * SCALE), "white")
    pen = ImageDraw.Draw(image)
    with as_file(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf") as font:
        face = ImageFont.truetype(str(font), FONT_PX * SCALE)
    for mark in plot.marks:
        if isinstance(mark, Line):
            (x1, y1), (x2, y2) = mark.start, mark.end
            ends = (x1 * SCALE, y1 * SCALE, x2 * SCALE, y2 * SCALE)
            pen.line(ends, fill=mark.colour, width=max(1, round(mark.width * SCALE)))
        elif isinstance(mark, Dot):
            (x, y), r = mark.centre, mark.radius
            box = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
            pen.ellipse(box, fill=mark.colour)
        else:
            anchor = {"start": "ls", "middle": "ms", "end": "rs"}[mark.anchor]
            pen.text((mark.at[0] * SCALE, mark.at[1] * SCALE), mark.words, font=face, fill=INK, anchor=anchor)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
