"""EXIF: the few fields that tell how a picture was made, and its orientation.

Field numbers and types: CIPA DC-008 (Exif 2.32), sections 4.6.2 to 4.6.5.  The GPS directory is never opened.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from forgecheck.load.limits import EXIF_MAX

_ORIENTATION = 0x0112
_EXIF_DIRECTORY = 0x8769
_USER_COMMENT = 0x9286
_NAMES: Final[Mapping[int, str]] = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x0132: "DateTime",
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x8298: "Copyright",
    0x829A: "ExposureTime",
    0x829D: "FNumber",
    0x9003: "DateTimeOriginal",
    0x9004: "DateTimeDigitized",
    _USER_COMMENT: "UserComment",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
}
_WANTED: Final = {_ORIENTATION, _EXIF_DIRECTORY, *_NAMES}
"""The rest is left where it is: five thousand fields may each claim the whole block as their value."""
_TYPE_BYTES: Final[Mapping[int, int]] = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_BYTE, _SHORT, _RATIONAL = 1, 3, 5


class _Entry(NamedTuple):
    tag: int
    type: int
    value: bytes


def read_exif(block: bytes) -> tuple[Mapping[str, str], int]:
    """Read an EXIF block.

    Parameters
    ----------
    block : bytes
        A TIFF structure, with or without the prefix ``Exif\\0\\0``.

    Returns
    -------
    texts, orientation
        Fields as ``exif:Software`` (the first of each name), and 1 to 8; nothing and 1 where the block is damaged.
    """
    data = block.removeprefix(b"Exif\0\0")[:EXIF_MAX]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None or len(data) < 8:
        return {}, 1
    entries = list(_directory(data, order, _number(data[4:8], order)))
    pointer = next((each for each in entries if each.tag == _EXIF_DIRECTORY), None)
    if pointer is not None:
        entries += _directory(data, order, _number(pointer.value, order))
    first = {each.tag: each for each in reversed(entries)}
    texts = {f"exif:{name}": _text(first[tag], order) for tag, name in _NAMES.items() if tag in first}
    turn = _number(first[_ORIENTATION].value, order) if _ORIENTATION in first else 1
    return {name: text for name, text in texts.items() if text}, turn if 1 <= turn <= 8 else 1


def _directory(data: bytes, order: str, offset: int) -> Iterator[_Entry]:
    """The entries of one directory; a damaged one ends it."""
    seen: set[int] = set()  # a value is copied once a tag, so that repeated tags cost nothing
    for at in range(offset + 2, offset + 2 + 12 * _number(data[offset : offset + 2], order), 12):
        entry = data[at : at + 12]
        if len(entry) < 12:
            return
        tag, kind, count = struct.unpack(f"{order}HHL", entry[:8])
        size = _TYPE_BYTES.get(kind, 0) * count
        if tag not in _WANTED or tag in seen or not size:
            continue
        seen.add(tag)
        start = _number(entry[8:], order)
        yield _Entry(tag, kind, entry[8 : 8 + size] if size <= 4 else data[start : start + size])


def _number(raw: bytes, order: str) -> int:
    """An unsigned number of up to four bytes."""
    return int.from_bytes(raw[:4], "little" if order == "<" else "big")


def _text(entry: _Entry, order: str) -> str:
    if entry.type == _RATIONAL:
        above, below = _number(entry.value[:4], order), _number(entry.value[4:8], order)
        return f"{above}/{below}"
    if entry.type == _SHORT:
        return str(_number(entry.value[:2], order))
    if entry.tag == _USER_COMMENT:
        return _comment(entry.value, order)
    if entry.type == _BYTE:  # the XP fields
        return _clean(entry.value.decode("utf-16-le", "replace"))
    return _clean(decoded(entry.value))


def _comment(value: bytes, order: str) -> str:
    """A user comment: eight bytes name its character code, then comes the text."""
    if value.startswith(b"UNICODE\0"):
        return _clean(value[8:].decode("utf-16-le" if order == "<" else "utf-16-be", "replace"))
    known = value.startswith((b"ASCII\0\0\0", b"\0\0\0\0\0\0\0\0", b"JIS\0\0\0\0\0"))
    return _clean(decoded(value[8:] if known else value))


def decoded(raw: bytes) -> str:
    """Text of unstated encoding: UTF-8 where it is valid, else GB 18030, else Latin-1.

    >>> decoded("美图秀秀".encode("gb18030"))
    '美图秀秀'
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.rstrip(b"\0").decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _clean(text: str) -> str:
    return text.replace("\0", "").strip()
