"""A ZIP to its members, by reading its directory: nothing is extracted, and no name in it is ever opened.

The whole archive is refused where its directory promises too much or cannot be true: too many members, too many bytes,
members that lie over one another (a bomb of 42 KB can promise 5 GB in this way), more than one volume, ZIP64.  Single
members are refused, and the others read, where they are encrypted, links, packed more than a hundred times, or named
as if they wanted to lie elsewhere.  A ZIP inside a ZIP is not opened: no picture, as its first bytes tell.

Sources
-------
* PKWARE APPNOTE.TXT 6.3.10: 4.3.12 central directory, 4.3.16 its end, 4.4.4 flags.
* D. Fifield, "A better zip bomb", WOOT 2019: overlapping members.
* OWASP ASVS 5.0, 5.2.3, 5.2.5 and 5.3.3.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK
from typing import IO, Final, NamedTuple

from forgecheck.batch.source import DEFLATED, STORED, Member, Refused, Source
from forgecheck.errors import InputError
from forgecheck.load.limits import DIRECTORY_MAX, MEMBERS_MAX, RATIO_MAX, UNPACKED_MAX
from forgecheck.show.safe import clean

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
"""First bytes of a ZIP with members, and of an empty one."""

_END: Final = struct.Struct("<4s4H2LH")
_ENTRY: Final = struct.Struct("<4s2B4H2x3L3H4x2L")
_LOCAL_MIN = 30  # bytes of a local header without name and extra field
_COMMENT_MAX = 65_535
_UNIX = 3  # "made by"
_ENCRYPTED, _UTF8 = 0x1, 0x800  # general purpose flags


class _Entry(NamedTuple):
    """What the directory says of one member."""

    name: bytes
    flags: int
    mode: int
    """Unix mode; 0 where the archive was made elsewhere."""
    member: Member


def is_zip(path: Path) -> bool:
    """Whether a file begins as ZIP files do."""
    with path.open("rb") as file:
        return file.read(4) in MAGIC


def members(path: Path) -> tuple[tuple[str, Source], ...]:
    """Name and source of every member, in the order of the directory; raises InputError and OSError.

    Names are made anew: forward slashes, no control characters, and no two alike.  Folders, hidden files and what macOS
    adds are left out.
    """
    with path.open("rb") as file:
        entries = tuple(_directory(file, path))
    _refuse_bombs(entries)
    used: Counter[str] = Counter()
    found = []
    for entry in entries:
        given = _decoded(entry).replace("\\", "/")
        *folders, last = [clean(part) for part in given.split("/") if part != "."]
        if given.endswith("/") or _hidden([*folders, last]):
            continue
        name = "/".join([*(each for each in folders if each not in ("", "..")), last or "_"])
        used[name] += 1
        source = _refused(entry, [*folders, last]) or entry.member
        found.append((name if used[name] == 1 else f"{name}~{used[name]}", source))
    return tuple(found)


def _hidden(parts: list[str]) -> bool:
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def _directory(file: IO[bytes], path: Path) -> Iterator[_Entry]:
    size = file.seek(0, 2)
    tail_at = max(size - _END.size - _COMMENT_MAX, 0)
    file.seek(tail_at)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise InputError("truncated", "a ZIP without its directory")
    _, disk, first_disk, here, count, length, offset, _ = _END.unpack_from(tail, at)
    if disk or first_disk or here != count:
        raise InputError("archive_unsafe", "more than one volume")
    if count > MEMBERS_MAX or length > DIRECTORY_MAX:
        raise InputError("archive_unsafe", f"{count} members, a directory of {length} bytes")
    start = tail_at + at - length
    before = start - offset  # bytes that stand before the archive, as in a self-extracting one
    if before < 0:
        raise InputError("archive_unsafe", "its directory is not where it should be")
    file.seek(start)
    data = file.read(length)
    at = 0
    for _ in range(count):
        if len(data) - at < _ENTRY.size or data[at : at + 4] != b"PK\x01\x02":
            raise InputError("decode_failed", "the directory of the ZIP is damaged")
        _, _, system, _, flags, method, _, crc, packed, unpacked, name, extra, comment, outer, local = (
            _ENTRY.unpack_from(data, at)
        )
        at += _ENTRY.size
        mode = outer >> 16 if system == _UNIX else 0
        member = Member(str(path), before + local, packed, unpacked, method, crc)
        if member.offset + _LOCAL_MIN + name + packed > start:
            raise InputError("archive_unsafe", "a member lies outside")
        yield _Entry(data[at : at + name], flags, mode, member)
        at += name + extra + comment


def _refuse_bombs(entries: tuple[_Entry, ...]) -> None:
    unpacked = sum(each.member.unpacked for each in entries)
    if unpacked > UNPACKED_MAX:
        raise InputError("archive_unsafe", f"{unpacked} bytes unpacked")
    ends = 0
    for each in sorted(entries, key=lambda entry: entry.member.offset):
        if each.member.offset < ends:
            raise InputError("archive_unsafe", "members that overlap")
        ends = each.member.offset + _LOCAL_MIN + len(each.name) + each.member.packed


def _refused(entry: _Entry, parts: list[str]) -> Refused | None:
    member = entry.member
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        return Refused("archive_unsafe", "a name that leads out of the archive")
    if S_ISLNK(entry.mode):
        return Refused("archive_unsafe", "a link")
    if entry.flags & _ENCRYPTED:
        return Refused("archive_unsafe", "encrypted")
    if member.method not in (STORED, DEFLATED):
        return Refused("archive_unsafe", f"method of compression {member.method}")
    if member.unpacked > RATIO_MAX * max(member.packed, 1):
        return Refused("archive_unsafe", f"{member.packed} bytes that become {member.unpacked}")
    return None


def _decoded(entry: _Entry) -> str:
    """A member's name: UTF-8 where it says so or looks so, else as Windows in China writes it."""
    if entry.flags & _UTF8:
        return entry.name.decode("utf-8", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.name.decode("cp437")
