"""A seccomp filter: the kernel refuses calls that reading a picture does not need, in every thread of the process.

A small program in classic BPF, as <linux/filter.h> and Documentation/userspace-api/seccomp_filter.rst describe it.
It refuses rather than kills, so that a library which asks for something odd gets an error and the file an answer.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import struct
from collections.abc import Mapping
from typing import Final

from forgecheck.confine.calls import NEWEST, calls
from forgecheck.confine.linux import machine, syscall

_SECCOMP: Final[Mapping[str, int]] = {"x86_64": 317, "aarch64": 277}
"""Number of the call seccomp(2)."""
_ARCHITECTURE: Final[Mapping[str, int]] = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # <linux/audit.h>
_SET_MODE_FILTER, _ALL_THREADS = 1, 1  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC

_LOAD, _IF_EQUAL, _IF_GREATER, _IF_ANY, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06  # <linux/bpf_common.h>
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16  # struct seccomp_data

Line = tuple[int, int, int, int]
"""Operation, lines to skip if true, lines to skip if false, operand."""
_ALLOW: Final[Line] = (_RETURN, 0, 0, 0x7FFF0000)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CLONE_THREAD: Final = 0x10000  # <linux/sched.h>
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C  # type into, and steer, the terminal that started us


def _refuse(number: int) -> Line:
    return (_RETURN, 0, 0, 0x00050000 | number)


_NO, _ABSENT = _refuse(errno.EPERM), _refuse(errno.ENOSYS)


def install(without: frozenset[str] = frozenset()) -> None:
    """Refuse from now on, in all threads, for good; raises OSError where the kernel or the processor cannot.

    Parameters
    ----------
    without : frozenset of str
        Groups of `calls` that stay allowed; `files` also stands for opening files to write.
    """
    here = machine()
    if here not in _SECCOMP:
        raise OSError(errno.ENOSYS, f"no table of calls for {here}")
    lines = program(here, os.getpid(), without)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    given = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
    odd_thread = syscall(_SECCOMP[here], ctypes.c_long(_SET_MODE_FILTER), ctypes.c_long(_ALL_THREADS), given)
    if odd_thread:
        raise OSError(errno.EBUSY, f"thread {odd_thread} could not be confined")


def program(here: str, pid: int, without: frozenset[str] = frozenset()) -> list[Line]:
    """The filter for a processor and a process."""
    special = _examined(pid, without)
    lines: list[Line] = [(_LOAD, 0, 0, _ARCHITECTURE_AT), (_IF_EQUAL, 1, 0, _ARCHITECTURE[here]), _NO]
    lines += [(_LOAD, 0, 0, _NUMBER_AT), (_IF_GREATER, 0, 1, NEWEST), _ABSENT]  # also x86's second numbering
    for each in calls():
        if each.group in without or here not in each.numbers:
            continue
        body = special[each.name] if each.group == "examined" else [_ABSENT if each.group == "absent" else _NO]
        lines += [(_IF_EQUAL, 0, len(body), each.numbers[here]), *body]
    return [*lines, _ALLOW]


def _examined(pid: int, without: frozenset[str]) -> Mapping[str, list[Line]]:
    """What is refused of the calls that a worker needs now and then."""
    write = [_ALLOW] if "files" in without else _if_any(1, _WRITING)
    write_at = [_ALLOW] if "files" in without else _if_any(2, _WRITING)
    return {
        "open": write,
        "openat": write_at,
        "clone": _unless_any(0, _CLONE_THREAD),  # threads, yes; processes, no
        "kill": _unless_equal(0, pid),  # a worker may end itself, as abort() does
        "tgkill": _unless_equal(0, pid),
        "prlimit64": _limits(),
        "ioctl": _if_equal(1, _TIOCSTI, _TIOCLINUX),
    }


def _argument(index: int, upper: bool = False) -> Line:
    return (_LOAD, 0, 0, _ARGUMENTS_AT + 8 * index + 4 * upper)


def _if_any(index: int, bits: int) -> list[Line]:
    return [_argument(index), (_IF_ANY, 0, 1, bits), _NO, _ALLOW]


def _unless_any(index: int, bits: int) -> list[Line]:
    return [_argument(index), (_IF_ANY, 1, 0, bits), _NO, _ALLOW]


def _unless_equal(index: int, value: int) -> list[Line]:
    return [_argument(index), (_IF_EQUAL, 1, 0, value), _NO, _ALLOW]


def _if_equal(index: int, *values: int) -> list[Line]:
    tests = [line for value in values for line in ((_IF_EQUAL, 0, 1, value), _NO)]
    return [_argument(index), *tests, _ALLOW]


def _limits() -> list[Line]:
    """Limits may be read, and the one on processor time, which starts anew with every job, may be set."""
    return [
        _argument(1),
        (_IF_EQUAL, 5, 0, resource.RLIMIT_CPU),
        _argument(2),
        (_IF_EQUAL, 0, 2, 0),
        _argument(2, upper=True),
        (_IF_EQUAL, 1, 0, 0),
        _NO,
        _ALLOW,
    ]
