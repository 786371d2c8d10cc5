"""WebP: the chunks of its RIFF file.  RFC 9649, sections 2.3 to 2.7."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Container
from forgecheck.load.exif import read_exif
from forgecheck.load.facts import Facts, xmp_text
from forgecheck.load.limits import SEGMENTS_MAX


def walk_webp(data: bytes) -> Facts:
    """Read a WebP up to the end its header names; a damaged chunk ends the walk."""
    end = 8 + int.from_bytes(data[4:8], "little")
    chunks = list(_chunks(data[:end]))
    bodies = dict(reversed(chunks))  # the first of each name
    exif, orientation = read_exif(bodies.get("EXIF", b""))
    packet = bodies.get("XMP ")
    container = Container(
        "WEBP",
        segments=tuple((name, len(body)) for name, body in chunks),
        texts=exif,
        xmp=None if packet is None else xmp_text(packet),
        frames=max(1, sum(name == "ANMF" for name, _ in chunks)),
        trailing_bytes=max(len(data) - end - end % 2, 0),
    )
    size = next((found for found in (_size(name, body) for name, body in chunks) if found is not None), None)
    return Facts(container, size, orientation, end <= len(data))


def _chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 12
    for _ in range(SEGMENTS_MAX):
        if at + 8 > len(data):
            return
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4].decode("latin-1"), data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _size(name: str, body: bytes) -> tuple[int, int] | None:
    """Width and height by the canvas (VP8X), the lossless (VP8L) or the lossy (VP8) header."""
    if name == "VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == "VP8L" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == "VP8 " and len(body) >= 10:
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return None
