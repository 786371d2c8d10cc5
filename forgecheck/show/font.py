"""Chinese text on pictures and pages: the shipped font, and lines broken to a width."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from io import BytesIO

from fontTools.ttLib import TTFont
from PIL import ImageFont

FILE = "fonts/NotoSansSC-subset.otf"
"""The shipped font, inside `forgecheck.show`."""
_NEVER_LAST = "（《「『“‘【〔(["
_NEVER_FIRST = "，。、；：！？）》」』”’…—】〕·,.;:!?)]"
_UNITS = re.compile(rf"\s+|[{re.escape(_NEVER_LAST)}]*(?:[A-Za-z0-9.,:/%+\-]+|\S)[{re.escape(_NEVER_FIRST)}]*")


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The shipped font at this size in pixels."""
    return ImageFont.truetype(BytesIO(_bytes()), size)


@cache
def characters() -> frozenset[str]:
    """Every character that the shipped font can show."""
    return frozenset(map(chr, TTFont(BytesIO(_bytes()), lazy=True).getBestCmap()))


@cache
def _bytes() -> bytes:
    return files("forgecheck.show").joinpath(FILE).read_bytes()


def wrap(text: str, width: float, size: int, most: int) -> list[str]:
    """Break text into at most `most` lines of `width` pixels; the last one ends in … where something is left out.

    No line begins with a closing mark or ends in an opening one; Latin words and numbers are kept whole where they fit.
    """
    lines, line = [], ""
    for unit in _units(text, width, size):
        if line and _wide((line + unit).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = unit.lstrip()
        else:
            line += unit
    lines = [each for each in (*lines, line.rstrip()) if each]
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and _wide(last + "…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _units(text: str, width: float, size: int) -> list[str]:
    units = _UNITS.findall(text)
    return [part for unit in units for part in (unit if _wide(unit, size) > width else [unit])]


def _wide(text: str, size: int) -> float:
    return font(size).getlength(text)
