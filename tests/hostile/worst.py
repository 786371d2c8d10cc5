"""Files made to keep a reader busy: each says one thing as often as its size allows."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping

from files import chunk, picture, saved


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def _jpeg(middle: bytes) -> bytes:
    whole = saved(picture(), "JPEG")
    return whole[:2] + middle + whole[2:]


def _png(middle: bytes) -> bytes:
    whole = saved(picture(), "PNG")
    return whole[:33] + middle + whole[33:]


def _gif(middle: bytes) -> bytes:
    whole = saved(picture(), "GIF")
    start = 13 + 3 * 2 ** ((whole[10] & 7) + 1)
    return whole[:start] + middle + whole[start:]


def _webp(middle: bytes) -> bytes:
    whole = saved(picture(), "WEBP")
    return b"RIFF" + struct.pack("<L", len(whole) - 8 + len(middle)) + b"WEBP" + middle + whole[12:]


def exif_of_long_fields(fields: int = 5400) -> bytes:
    """An EXIF block in which every field claims the whole block as its value."""
    entries = b"".join(struct.pack("<HHLL", tag, 2, 60_000, 8) for tag in range(fields))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", fields) + entries


_TABLES = _segment(0xDB, (b"\0" + b"\1" * 64) * 1000)
_LABELS = _segment(0xE3, b"AIGC:{ab" * 8000)
_BOMB = zlib.compress(bytes(1_000_000), 9)

WORST: Mapping[str, Callable[[int], bytes]] = {
    "jpeg of fill": lambda size: _jpeg(b"\xff" * size),
    "jpeg of tables": lambda size: _jpeg(_TABLES * (size // len(_TABLES))),
    "jpeg of scans": lambda size: _jpeg(b"\xff\xda\0\2ab" * (size // 6)),
    "jpeg of restarts": lambda size: _jpeg(b"\xff\xda\0\2" + b"\xff\xd0" * (size // 2)),
    "jpeg of labels": lambda size: _jpeg(_LABELS * (size // len(_LABELS))),
    "jpeg of empty segments": lambda size: _jpeg(b"\xff\xe5\0\2" * (size // 4)),
    "png of empty chunks": lambda size: _png(chunk(b"prIv", b"") * (size // 12)),
    "png of one text": lambda size: _png(chunk(b"tEXt", b"a\0" + b"\xe4" * size)),
    "png of bombs": lambda size: _png(chunk(b"zTXt", b"a\0\0" + _BOMB) * min(size // len(_BOMB), 2000)),
    "gif of comments": lambda size: _gif(b"\x21\xfe\0" * (size // 3)),
    "gif of tiny blocks": lambda size: _gif(b"\x21\xfe" + b"\1a" * (size // 2) + b"\0"),
    "webp of empty chunks": lambda size: _webp(b"abcd\0\0\0\0" * (size // 8)),
}
"""By name: the size in bytes to a file of about that size."""
