"""The filter, run by a small interpreter: no kernel is needed to know what it answers."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from forgecheck.confine.calls import MACHINES, NEWEST, calls
from forgecheck.confine.seccomp import Line, program

ALLOWED, KILLED = 0x7FFF0000, 0
PID = 4321
ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
NUMBERS = {each.name: each.numbers for each in calls()}
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
NEEDED = {
    "x86_64": {"read": 0, "write": 1, "close": 3, "mmap": 9, "mprotect": 10, "brk": 12, "futex": 202, "exit": 231},
    "aarch64": {"read": 63, "write": 64, "close": 57, "mmap": 222, "mprotect": 226, "brk": 214, "futex": 98},
}
WRITING = [os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_WRONLY | os.O_TRUNC, os.O_RDWR | 0o20000000]  # the last: O_TMPFILE


def answer(lines: list[Line], number: int, *arguments: int, architecture: int) -> int:
    """What the kernel would do: classic BPF over struct seccomp_data, little-endian."""
    words = {0: number, 4: architecture}
    for index in range(6):
        value = arguments[index] if index < len(arguments) else 0
        words[16 + 8 * index], words[20 + 8 * index] = value & 0xFFFFFFFF, value >> 32
    loaded = at = 0
    while True:
        operation, if_true, if_false, operand = lines[at]
        at += 1
        if operation == 0x06:
            return operand
        if operation == 0x20:
            loaded = words[operand]
        else:
            true = {0x15: loaded == operand, 0x25: loaded > operand, 0x45: bool(loaded & operand)}[operation]
            at += if_true if true else if_false


@pytest.fixture(params=MACHINES)
def ask(request: pytest.FixtureRequest):
    """The filter's answer on a processor, as an error number or 0."""

    def asked(call: str | int, *arguments: int, without: frozenset[str] = frozenset()) -> int:
        number = call if isinstance(call, int) else NUMBERS[call][request.param]
        said = answer(
            program(request.param, PID, without), number, *arguments, architecture=ARCHITECTURE[request.param]
        )
        return 0 if said == ALLOWED else said & 0xFFFF

    asked.machine = request.param
    return asked


def test_what_a_picture_needs_is_allowed(ask):
    for number in NEEDED[ask.machine].values():
        assert ask(number) == 0


def test_what_a_picture_does_not_need_is_refused(ask):
    refused = [each for each in calls() if each.group not in ("examined", "absent") and ask.machine in each.numbers]
    assert {each.name: ask(each.name) for each in refused} == {each.name: errno.EPERM for each in refused}
    assert {"socket", "execve", "ptrace", "unlinkat", "mount", "bpf", "setuid"} <= {each.name for each in refused}


@pytest.mark.parametrize("flags", WRITING)
def test_files_are_opened_for_reading_only(ask, flags: int):
    assert ask("openat", 0, 0, os.O_RDONLY | os.O_CLOEXEC) == 0
    assert ask("openat", 0, 0, flags) == errno.EPERM
    assert ask("openat", 0, 0, flags, without=frozenset({"files"})) == 0
    if ask.machine == "x86_64":  # the other has no older call
        assert ask("open", 0, flags) == errno.EPERM


def test_threads_may_be_made_and_processes_may_not(ask):
    assert ask("clone", 0x3D0F00) == 0  # what the C library asks for a thread
    assert ask("clone", 17) == errno.EPERM  # SIGCHLD: a fork
    assert ask("clone3") == errno.ENOSYS


@pytest.mark.parametrize("call", ["kill", "tgkill"])
def test_a_worker_may_end_itself_and_nobody_else(ask, call: str):
    assert ask(call, PID) == 0
    assert {ask(call, other) for other in (1, PID + 1, 0, 0xFFFFFFFF)} == {errno.EPERM}


def test_limits_may_be_read_but_not_raised(ask):
    address = 0x7F00_0000_1000
    assert ask("prlimit64", 0, 7, 0, address) == 0  # RLIMIT_NOFILE
    assert ask("prlimit64", 0, 7, address) == errno.EPERM
    assert ask("prlimit64", 0, 7, 0x7F00_0000_0000) == errno.EPERM  # nothing in the lower half
    assert ask("prlimit64", 0, 0, address) == 0  # RLIMIT_CPU


def test_nobody_types_into_the_terminal(ask):
    assert ask("ioctl", 0, 0x5401) == 0  # TCGETS: is this a terminal?
    assert ask("ioctl", 0, 0x5412) == errno.EPERM
    assert ask("ioctl", 0, 0x541C) == errno.EPERM


def test_unknown_calls_and_other_numberings_are_refused(ask):
    assert ask(NEWEST + 1) == errno.ENOSYS
    assert ask(0x40000000) == errno.ENOSYS  # x86's second numbering
    for machine in MACHINES:
        assert answer(program(machine, PID), 1, architecture=0x40000003) & 0xFFFF == errno.EPERM  # 32 bit


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_are_those_of_the_kernels_headers(machine: str):
    if not HEADERS[machine].exists():
        pytest.skip("the kernel's headers are not installed (linux-libc-dev)")
    header = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)$", HEADERS[machine].read_text(), re.MULTILINE))
    known = {name: numbers[machine] for name, numbers in NUMBERS.items() if machine in numbers and name in header}
    assert known == {name: int(header[name]) for name in known}
    assert len(known) > 100
