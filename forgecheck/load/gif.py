"""GIF: its blocks, counted without decoding.  GIF89a specification (CompuServe, 1990), sections 17 to 27."""

from __future__ import annotations

from forgecheck.evidence import Container
from forgecheck.load.exif import decoded
from forgecheck.load.facts import Facts
from forgecheck.load.limits import SEGMENTS_MAX

_EXTENSION, _IMAGE, _TRAILER, _COMMENT = 0x21, 0x2C, 0x3B, 0xFE


def walk_gif(data: bytes) -> Facts:
    """Read a GIF up to its trailer; a damaged block ends the walk."""
    if len(data) < 13:
        return Facts(Container("GIF"), None, complete=False)
    size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    at, frames, texts = 13 + _palette_bytes(data[10]), 0, {}
    while at < len(data) and frames < SEGMENTS_MAX:
        block = data[at]
        if block == _EXTENSION:
            end = _after_sub_blocks(data, at + 2)
            if data[at + 1 : at + 2] == bytes([_COMMENT]) and "gif:comment" not in texts:
                texts["gif:comment"] = decoded(data[at + 3 : min(end - 1, at + 258)]).strip()
            at = end
        elif block == _IMAGE and at + 10 < len(data):
            frames += 1
            at = _after_sub_blocks(data, at + 11 + _palette_bytes(data[at + 9]))
        else:
            break
    complete = data[at : at + 1] == bytes([_TRAILER])
    trailing = len(data) - at - 1 if complete else 0
    return Facts(Container("GIF", texts=texts, frames=max(frames, 1), trailing_bytes=trailing), size, 1, complete)


def _palette_bytes(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, at: int) -> int:
    """Where the chain of sub-blocks that begins here ends; the file's end where it is broken."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return min(at + 1, len(data))
