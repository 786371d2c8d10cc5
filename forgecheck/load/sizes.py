"""Sizes that give a picture away: phone screens and sheets of paper."""

from __future__ import annotations

from typing import Final

_SCREEN_WIDTHS: Final = frozenset({
    720, 750, 828, 1080, 1125, 1170, 1179, 1200, 1206, 1212, 1216, 1220, 1224, 1240, 1242, 1256, 1260, 1264, 1272,
    1280, 1284, 1290, 1312, 1320, 1344, 1368, 1440,
})  # fmt: skip
"""Short sides in pixels of phones sold in China since 2014 (makers' data sheets), and 1280, to which messengers bring
larger ones; collected by us, 2026-11."""
_SCREEN_ASPECT_FROM = 1.7  # 16:9 is 1.78; longer ones are stitched

_SHEETS_MM: Final = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "信纸": (215.9, 279.4)}
"""ISO 216, ANSI Y14.1."""
_SCAN_DPI: Final = (100, 150, 200, 240, 300, 400, 600)
_TOLERANCE = 0.007  # of a side; assumed


def screen_width(width: int, height: int) -> int | None:
    """The short side where this is the size of a phone's screen, upright or turned, or a stitched one.

    >>> screen_width(1080, 2340), screen_width(2340, 1080), screen_width(1080, 9000), screen_width(1240, 1754)
    (1080, 1080, 1080, None)
    """
    short, long = sorted((width, height))
    return short if short in _SCREEN_WIDTHS and long >= _SCREEN_ASPECT_FROM * short else None


def is_paper_aspect(width: int, height: int) -> bool:
    """Whether the sides relate as those of A4 (1.414) or letter paper (1.294), within 0.7 %."""
    short, long = sorted((width, height))
    return any(abs(long / short / (tall / wide) - 1) <= _TOLERANCE for wide, tall in _SHEETS_MM.values())


def paper_at_dpi(width: int, height: int) -> str | None:
    """The sheet and resolution that give this size in pixels.

    >>> paper_at_dpi(2480, 3508)
    'A4 300 dpi'
    >>> paper_at_dpi(1080, 2340) is None
    True
    """
    short, long = sorted((width, height))
    for name, sides in _SHEETS_MM.items():
        for dpi in _SCAN_DPI:
            wide, tall = (side / 25.4 * dpi for side in sides)
            if abs(short / wide - 1) <= _TOLERANCE and abs(long / tall - 1) <= _TOLERANCE:
                return f"{name} {dpi} dpi"
    return None
