"""ZIP files made for tests, good and bad."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path


def zipped(path: Path, files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """An ordinary ZIP."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def central(
    name: bytes,
    *,
    offset: int = 0,
    packed: int = 0,
    unpacked: int = 0,
    method: int = 0,
    flags: int = 0,
    crc: int = 0,
    mode: int = 0,
) -> bytes:
    """One entry of the directory, with whatever it claims."""
    return (
        struct.pack(
            "<4s2B4H2x3L3H4x2L",
            b"PK\1\2",
            20,
            3,
            20,
            flags,
            method,
            0,
            crc,
            packed,
            unpacked,
            len(name),
            0,
            0,
            mode << 16,
            offset,
        )
        + name
    )


def local(name: bytes, data: bytes, method: int = 0) -> bytes:
    """One member as it lies in the archive."""
    header = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 20, 0, method, 0, 0, zlib.crc32(data), len(data), len(data), len(name), 0
    )
    return header + name + data


def raw(path: Path, members: bytes, directory: bytes, count: int, *, said_offset: int | None = None) -> Path:
    """A ZIP put together by hand."""
    offset = len(members) if said_offset is None else said_offset
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    path.write_bytes(members + directory + end)
    return path


def one(path: Path, name: bytes = b"a.png", data: bytes = b"fine", **claims: int) -> Path:
    """A ZIP of one stored member whose directory may claim anything."""
    true = {"packed": len(data), "unpacked": len(data), "crc": zlib.crc32(data)}
    return raw(path, local(name, data), central(name, **(true | claims)), 1)


def deflated(data: bytes) -> bytes:
    """Raw deflate."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def in_memory(files: dict[str, bytes]) -> bytes:
    """The bytes of an ordinary ZIP."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
