"""PNG and APNG: chunks, texts, EXIF.  W3C PNG (Third Edition), sections 5, 11 and 12."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from forgecheck.evidence import Container
from forgecheck.load.exif import read_exif
from forgecheck.load.facts import Facts, kept, xmp_text
from forgecheck.load.limits import PNG_PROFILE_MAX, SEGMENTS_MAX, TEXT_MAX, TEXTS_MAX

_SIGNATURE_BYTES = 8
_XMP_KEYWORD = b"XML:com.adobe.xmp"
_PICTURE: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"IDAT", b"IEND"})
"""Chunks that change how the still picture looks."""


class _Chunk(NamedTuple):
    name: bytes
    start: int
    """Where its length field begins."""
    body: bytes
    whole: bool
    """Whether all of it is there."""


def walk_png(data: bytes) -> Facts:
    """Read a PNG up to its end chunk; a damaged chunk ends the walk."""
    chunks = [each for each in _chunks(data) if each.whole]
    complete = bool(chunks) and chunks[-1].name == b"IEND"
    header = chunks[0].body if chunks and chunks[0].name == b"IHDR" else b""
    size = (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")) if len(header) >= 13 else None
    texts = list(_texts(chunks))
    exif, orientation = read_exif(next((each.body for each in chunks if each.name == b"eXIf"), b""))
    frames = next((int.from_bytes(each.body[:4], "big") for each in chunks if each.name == b"acTL"), 1)
    container = Container(
        "PNG",
        segments=tuple((each.name.decode("latin-1"), len(each.body)) for each in chunks),
        texts={**kept(_named(texts)), **exif},
        xmp=next((xmp_text(text) for keyword, text in texts if keyword == _XMP_KEYWORD), None),
        frames=max(frames, 1),
        trailing_bytes=len(data) - _end(chunks[-1]) if complete else 0,
    )
    return Facts(container, size, orientation, complete)


def still_picture(data: bytes) -> bytes:
    """The same PNG without texts, EXIF and animation, so that the decoder sees nothing but the picture.

    A compressed text that explodes would else make the whole picture unreadable.
    """
    parts = [data[:_SIGNATURE_BYTES]]
    for chunk in _chunks(data):
        if not chunk.whole:
            parts.append(data[chunk.start :])
        elif chunk.name == b"iCCP":
            parts += [data[chunk.start : _end(chunk)]] if _sane_profile(chunk.body) else []
        elif chunk.name in _PICTURE:
            parts.append(data[chunk.start : _end(chunk)])
    return b"".join(parts)


def _end(chunk: _Chunk) -> int:
    return chunk.start + 12 + len(chunk.body)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    at = _SIGNATURE_BYTES
    for _ in range(SEGMENTS_MAX):
        name = data[at + 4 : at + 8]
        if len(name) < 4 or not name.isalpha():
            return
        length = int.from_bytes(data[at : at + 4], "big")
        chunk = _Chunk(name, at, data[at + 8 : at + 8 + length], at + 12 + length <= len(data))
        yield chunk
        if not chunk.whole or name == b"IEND":
            return
        at = _end(chunk)


def _sane_profile(body: bytes) -> bool:
    return inflated(body.partition(b"\0")[2][1:], PNG_PROFILE_MAX) is not None


def inflated(packed: bytes, most: int) -> bytes | None:
    """Decompress; None where the data are damaged or would be longer than ``most`` bytes.

    >>> inflated(zlib.compress(b"a" * 100), 100) == b"a" * 100
    True
    >>> inflated(zlib.compress(b"a" * 101), 100) is None
    True
    """
    try:
        text = zlib.decompressobj().decompress(packed, most + 1)
    except zlib.error:
        return None
    return text if len(text) <= most else None


def _texts(chunks: list[_Chunk]) -> Iterator[tuple[bytes, bytes]]:
    """Keyword and UTF-8 text of the first text chunks."""
    named = (each for each in chunks if each.name in (b"tEXt", b"zTXt", b"iTXt"))
    for chunk in islice(named, TEXTS_MAX):
        keyword, _, rest = chunk.body.partition(b"\0")
        if chunk.name == b"tEXt":
            text = _as_utf8(rest)
        elif chunk.name == b"zTXt":
            text = _as_utf8(inflated(rest[1:], TEXT_MAX) or b"")
        else:  # iTXt: compressed or not, method, language, translated keyword, text
            body = rest[2:].split(b"\0", 2)[-1]
            text = (inflated(body, TEXT_MAX) or b"") if rest[:1] == b"\1" else body
        if text:
            yield keyword[:79], text


def _named(texts: list[tuple[bytes, bytes]]) -> Iterator[tuple[str, str]]:
    for keyword, text in texts:
        if keyword != _XMP_KEYWORD:
            yield f"png:{keyword.decode('latin-1')}", text.decode("utf-8", "replace").strip("\0 \r\n\t")


def _as_utf8(raw: bytes) -> bytes:
    """Latin-1 by the standard, UTF-8 by widespread habit."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1").encode("utf-8")
    return raw
