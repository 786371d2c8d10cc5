"""What workers do in the tests of their locks; a spawned worker imports it."""

from __future__ import annotations

import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

from forgecheck.confine.rlimits import allow_time
from forgecheck.load.limits import Bounds


def limits() -> Callable[[str], str]:
    """Answers with the soft limits of its process."""
    names = ("CORE", "FSIZE", "NOFILE", "DATA", "AS")
    return lambda _: json.dumps({name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0] for name in names})


def misbehaving() -> Callable[[str], str]:
    """Does what its job names."""
    return lambda job: _DEEDS[job]()


def _spin() -> str:
    allow_time(Bounds(60.0, cores=0))  # a second of processor time, a minute of waiting
    while True:
        pass


def _sleep() -> str:
    allow_time(Bounds(0.2))
    time.sleep(60)
    return "woke"


def _open_many() -> str:
    kept = [os.open("/dev/null", os.O_RDONLY) for _ in range(10_000)]
    return str(len(kept))


def _grow() -> str:
    heap = [bytearray(50_000_000) for _ in range(1000)]
    return str(len(heap))


def _raise_limits() -> str:
    resource.setrlimit(resource.RLIMIT_NOFILE, (10_000, 10_000))
    return "raised"


def _read_elsewhere() -> str:
    return Path("/etc/passwd").read_text("utf-8")


_DEEDS = {
    "spin": _spin,
    "sleep": _sleep,
    "open many": _open_many,
    "grow": _grow,
    "raise limits": _raise_limits,
    "read elsewhere": _read_elsewhere,
    "nothing": lambda: "done",
}
