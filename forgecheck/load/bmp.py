"""BMP: size and end by its headers (Microsoft, BITMAPFILEHEADER and BITMAPINFOHEADER)."""

from __future__ import annotations

from forgecheck.evidence import Container
from forgecheck.load.facts import Facts


def walk_bmp(data: bytes) -> Facts:
    """Read the headers of a BMP."""
    stated = int.from_bytes(data[2:6], "little")
    wide = 2 if int.from_bytes(data[14:18], "little") == 12 else 4
    sides = data[18 : 18 + 2 * wide]
    width = int.from_bytes(sides[:wide], "little", signed=wide == 4)
    height = int.from_bytes(sides[wide:], "little", signed=wide == 4)  # negative: rows run from the top
    trailing = len(data) - stated if stated > 26 else 0  # some makers write 0
    return Facts(
        Container("BMP", trailing_bytes=max(trailing, 0)),
        (abs(width), abs(height)) if len(sides) == 2 * wide else None,
        complete=trailing >= 0,
    )
