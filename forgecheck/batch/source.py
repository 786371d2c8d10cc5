"""Where the bytes of one input lie, and how they are read: never more than the limit, never by a name of an archive."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import IO, NamedTuple

from forgecheck.errors import Code, InputError

CHUNK = 1 << 20  # bytes read at once; assumed
STORED, DEFLATED = 0, 8  # methods of compression: APPNOTE.TXT 6.3.10, 4.4.5
_LOCAL = struct.Struct("<4s22xHH")  # local file header, 4.3.7: signature, lengths of name and extra field


class File(NamedTuple):
    """A file of its own."""

    path: str


class Member(NamedTuple):
    """One file inside a ZIP, by its place; its name is of no use for reading."""

    archive: str
    offset: int
    """Of its local header, in bytes from the start of the archive."""
    packed: int
    """Bytes in the archive."""
    unpacked: int
    """Bytes that the directory of the archive promises."""
    method: int
    crc: int


class Remote(NamedTuple):
    """A file of a shared store, such as ``s3://bucket/a.png``, which fsspec reads.

    A worker has no network: whoever asks it reads such a file and hands over `Held` bytes.
    """

    url: str


class Held(NamedTuple):
    """Bytes that somebody has read already."""

    data: bytes


class Refused(NamedTuple):
    """An input that is not opened at all."""

    code: Code
    detail: str


Source = File | Member | Remote | Held | Refused


def read(source: Source, most: int) -> bytes:
    """All bytes of an input.

    Raises
    ------
    InputError
        It has more than `most` bytes, is damaged, or was refused from the start.
    OSError
        It cannot be opened.
    """
    return b"".join(chunks(source, most))


def at_hand(source: Source, most: int) -> Source:
    """The same bytes where a worker can read them, who has no network; raises as `read` does."""
    return Held(read(source, most)) if isinstance(source, Remote) else source


def sha256_of(source: Source, most: int) -> str:
    """The hexadecimal SHA-256 of an input, which is not held in memory; raises as `read` does."""
    digest = hashlib.sha256()
    for chunk in chunks(source, most):
        digest.update(chunk)
    return digest.hexdigest()


def chunks(source: Source, most: int) -> Iterator[bytes]:
    """The bytes of an input, piece by piece; raises as `read` does, before it hands out more than `most`."""
    if isinstance(source, Refused):
        raise InputError(source.code, source.detail)
    left = most
    for chunk in _chunks(source):
        left -= len(chunk)
        if left < 0:
            raise InputError("file_too_large", f"more than {most} bytes")
        yield chunk


def _chunks(source: File | Member | Remote | Held) -> Iterator[bytes]:
    if isinstance(source, Member):
        yield from _member(source)
    elif isinstance(source, Held):
        yield source.data
    elif isinstance(source, Remote):
        import fsspec

        with fsspec.open(source.url, "rb") as file:
            yield from _all(file)
    else:
        path = Path(source.path)
        if not S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
            raise InputError("unsupported_format", "not a regular file")
        with path.open("rb") as file:
            yield from _all(file)


def _all(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk


def _member(source: Member) -> Iterator[bytes]:
    with Path(source.archive).open("rb") as file:
        file.seek(source.offset)
        header = file.read(_LOCAL.size)
        if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise InputError("decode_failed", "no local header")
        _, name, extra = _LOCAL.unpack(header)
        file.seek(name + extra, 1)
        crc = length = 0
        for chunk in _inflated(file, source) if source.method == DEFLATED else _packed(file, source):
            length += len(chunk)
            if length > source.unpacked:
                raise InputError("archive_unsafe", "more bytes than its directory says")
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if (length, crc) != (source.unpacked, source.crc):
            raise InputError("truncated" if length < source.unpacked else "decode_failed", "damaged in the archive")


def _packed(file: IO[bytes], source: Member) -> Iterator[bytes]:
    left = source.packed
    while left and (chunk := file.read(min(left, CHUNK))):
        left -= len(chunk)
        yield chunk


def _inflated(file: IO[bytes], source: Member) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for packed in _packed(file, source):
            yield inflate.decompress(packed, CHUNK)
            while inflate.unconsumed_tail and not inflate.eof:
                yield inflate.decompress(inflate.unconsumed_tail, CHUNK)
    except zlib.error:
        raise InputError("decode_failed", "damaged in the archive") from None
