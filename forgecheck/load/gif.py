"""GIF: its blocks, counted without decoding.  GIF89a specification (CompuServe, 1990), sections 17 to 27."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from forgecheck.evidence import Container
from forgecheck.load.exif import decoded
from forgecheck.load.facts import Facts
from forgecheck.load.limits import SEGMENTS_MAX

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _COMMENT = 0xF9, 0xFE


class _Block(NamedTuple):
    kind: int
    """An image, or the label of an extension."""
    start: int
    end: int


def walk_gif(data: bytes) -> Facts:
    """Read a GIF up to its trailer; a damaged block ends the walk."""
    if len(data) < 13:
        return Facts(Container("GIF"), None, complete=False)
    size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    blocks = list(_blocks(data))
    end = blocks[-1].end if blocks else _first(data)
    complete = data[end : end + 1] == bytes([_TRAILER])
    comment = next((each for each in blocks if each.kind == _COMMENT), None)
    container = Container(
        "GIF",
        texts={"gif:comment": _comment(data, comment)} if comment else {},
        frames=max(1, sum(each.kind == _IMAGE for each in blocks)),
        trailing_bytes=len(data) - end - 1 if complete else 0,
    )
    return Facts(container, size, 1, complete)


def still_picture(data: bytes) -> bytes:
    """The same GIF with its first frame alone, so that the decoder sees nothing but the picture."""
    control = b""
    for block in _blocks(data):
        part = data[block.start : block.end]
        if block.kind == _CONTROL:
            control = part
        elif block.kind == _IMAGE:
            whole = block.end < len(data)
            return data[: _first(data)] + control + part + (bytes([_TRAILER]) if whole else b"")
    return data[: _first(data)]


def _first(data: bytes) -> int:
    """Where the first block begins."""
    return 13 + _palette_bytes(data[10])


def _blocks(data: bytes) -> Iterator[_Block]:
    at = _first(data)
    for _ in range(SEGMENTS_MAX):
        block = data[at] if at < len(data) else _TRAILER
        if block == _EXTENSION and at + 1 < len(data):
            kind, end = data[at + 1], _after_sub_blocks(data, at + 2)
        elif block == _IMAGE and at + 10 < len(data):
            kind, end = _IMAGE, _after_sub_blocks(data, at + 11 + _palette_bytes(data[at + 9]))
        else:
            return
        yield _Block(kind, at, end)
        at = end


def _comment(data: bytes, block: _Block) -> str:
    """The first 255 bytes of a comment."""
    return decoded(data[block.start + 3 : min(block.end - 1, block.start + 258)]).strip()


def _palette_bytes(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_sub_blocks(data: bytes, at: int) -> int:
    """Where the chain of sub-blocks that begins here ends; the file's end where it is broken."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return min(at + 1, len(data))
