"""Landlock: what of the file system a process may see, no TCP, and no signals to others.

Documentation/userspace-api/landlock.rst of Linux; 5.13 brought files, 6.7 TCP, 6.12 signals.  It holds for the calling
thread and all that it starts, so it must come before any library makes threads.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from forgecheck.confine.linux import syscall

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on all processors
_ASK_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_READ: Final = _READ_FILE | _READ_FOLDER
_ALL_FILES: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1}
"""All rights to files that a version of Landlock knows: write, delete, make and so on; 3 and later."""
_EXECUTE: Final = 1 << 0
"""Left out: libraries ask `uname` and the like while they load.  Later the filter on calls refuses all programs."""
_TCP, _SCOPES = 0b11, 0b11  # bind and connect; abstract sockets and signals

_SYSTEM: Final = (
    *("/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/opt", "/nix", "/gnu", "/proc", "/sys"),
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/timezone", "/etc/mime.types"),
    *("/etc/ssl/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/alternatives", "/etc/fonts", "/etc/nsswitch.conf"),
    *("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"),
)
"""Where programs and libraries lie; home folders, mounted disks, /var, /srv, /run and the rest of /etc do not."""


def version() -> int:
    """The kernel's version of Landlock; raises OSError where it has none or it is switched off."""
    return syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))


def restrict(readable: Iterable[Path] | None, writable: Iterable[Path]) -> None:
    """Restrict this thread and all that it starts, for good; raises OSError where the kernel cannot.

    Parameters
    ----------
    readable : iterable of Path or None
        Files and folders that may be read besides those of the system; None: everything may.
    writable : iterable of Path
        Folders in which files may be made and removed.
    """
    known = version()
    handled = _ALL_FILES[min(known, 3)] & ~_EXECUTE
    attributes = struct.pack("=QQQ", handled, _TCP if known >= 4 else 0, _SCOPES if known >= 6 else 0)
    size = 8 if known < 4 else 16 if known < 6 else 24
    buffer = ctypes.create_string_buffer(attributes[:size], size)
    rules = syscall(_CREATE, buffer, ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for path in (Path("/"),) if readable is None else (*map(Path, _SYSTEM), *readable):
            _allow(rules, path, _READ)
        for path in writable:
            _allow(rules, path, handled)
        _allow(rules, Path("/dev/null"), handled)
        syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0))
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    """Allow rights beneath a path; what does not exist needs none."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not path.is_dir():
                rights &= _READ_FILE | _EXECUTE | 1 << 1 | 1 << 14  # of a file: read, execute, write, truncate
            rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, handle), 12)
            syscall(_ADD, ctypes.c_int(rules), ctypes.c_int(_PATH_BENEATH), rule, ctypes.c_uint32(0))
        finally:
            os.close(handle)


def program_folders(start: Iterable[str]) -> Iterator[Path]:
    """Where Python and its packages lie, by the entries of `sys.path` and the like, each with what it links to."""
    for entry in start:
        if entry:
            yield Path(entry)
            yield Path(entry).resolve()
