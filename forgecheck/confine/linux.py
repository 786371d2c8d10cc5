"""The few kernel calls that the standard library does not offer, through ctypes."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache

_PR_SET_NO_NEW_PRIVS = 38  # <linux/prctl.h>


def is_linux() -> bool:
    """Whether these calls exist here."""
    return sys.platform == "linux"


def machine() -> str:
    """The processor as the kernel calls it: x86_64, aarch64, ..."""
    return os.uname().machine


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def syscall(number: int, *arguments: object) -> int:
    """Call the kernel; raises OSError where it refuses."""
    return _checked(_libc().syscall(ctypes.c_long(number), *arguments))


def allow_no_new_rights() -> None:
    """Neither this process nor what it starts may gain rights (setuid programs); the two other locks ask for it."""
    nothing = ctypes.c_ulong(0)
    _checked(_libc().prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), nothing, nothing, nothing))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
