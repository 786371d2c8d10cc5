"""What kind of file this is, by its first bytes; its name says nothing."""

from __future__ import annotations

from typing import Final

from forgecheck.errors import InputError
from forgecheck.evidence import Format

_READ: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
)
_REFUSED: Final = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!",
    b"7z\xbc\xaf",
    b"II*\0",
    b"MM\0*",
    b"II+\0",
    b"MM\0+",
    b"8BPS",
    b"\0\0\x01\0",
    b"\0\0\0\x0cJXL ",
    b"\0\0\0\x0cjP  ",
    b"\xff\x0a",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"<",
    b"\xef\xbb\xbf<",
)
"""Starts of kinds that are refused even where a PDF header follows: archives, TIFF, PSD, ICO, JPEG XL, JPEG 2000,
old Office files, RTF, markup."""

_BMP_HEADERS: Final = (12, 40, 52, 56, 64, 108, 124)
"""Lengths of the known bitmap headers, in bytes."""
_PDF_HEADER_WITHIN = 1024  # bytes; what PDF viewers accept: PDF Reference 1.7, appendix H, note 13


def sniff(data: bytes) -> Format:
    """Tell the format from the content.

    Raises
    ------
    InputError
        ``truncated`` for an empty file or one that ends inside its signature, ``unsupported_format`` for the rest.

    >>> sniff(b"GIF89a" + bytes(10))
    'GIF'
    >>> sniff(b"<svg/>")
    Traceback (most recent call last):
    forgecheck.errors.InputError: unsupported_format
    """
    for magic, kind in _READ:
        if data.startswith(magic):
            return kind
        if magic.startswith(data):
            raise InputError("truncated", f"{len(data)} bytes")
    if data.startswith(b"RIFF") and b"WEBP".startswith(data[8:12]):
        if len(data) < 12:
            raise InputError("truncated", f"{len(data)} bytes")
        return "WEBP"
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return "BMP"
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN] and not data.startswith(_REFUSED):
        return "PDF"
    raise InputError("unsupported_format")
