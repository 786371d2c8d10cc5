"""Names of files that we write: inside the folder of results, whatever a sender called his picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from forgecheck.show.safe import clean

PART_MAX = 200  # bytes of one part of a name; file systems take 255, and a suffix follows
_UNSAFE = re.compile(r'[\\:*?"<>|]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)|.*[ .]$")
"""Names and endings that Windows refuses."""


def safe_path(name: str) -> PurePosixPath:
    """A relative path for what belongs to a row's path: the same where that is harmless, else changed and marked.

    >>> str(safe_path("C-1001/律师函.png")), safe_path("../../etc/passwd").parts[:-1], safe_path("/a").is_absolute()
    ('C-1001/律师函.png', ('_', '_', 'etc'), False)
    """
    parts = [_safe(part) for part in name.split("/") if part not in ("", ".")] or ["_"]
    path = PurePosixPath(*parts)
    if str(path) != name:  # two names must not become one
        path = path.with_name(f"{path.name}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}")
    return path


def _safe(part: str) -> str:
    part = _UNSAFE.sub("_", clean(part))
    if part in ("", "..") or part.startswith(".") or _RESERVED.match(part):
        part = f"_{part.strip('. ')}"
    while len(part.encode()) > PART_MAX:
        part = part[: len(part) * PART_MAX // len(part.encode())] if len(part) > 1 else "_"
    return part


def picture_path(folder: Path, sha256: str, page: int, suffix: str) -> Path:
    """Where a picture of some content lies; folders of 256, for file systems slow down with many files in one."""
    return folder / sha256[:2] / f"{sha256}{f'-{page}' if page else ''}{suffix}"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as new:
        new.write_bytes(data)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path to write to; it takes the place of `path` when the context ends well, and is removed otherwise."""
    new = path.with_name(f".{path.name}.new")
    try:
        yield new
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
