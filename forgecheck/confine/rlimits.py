"""Limits of the operating system on one process: memory, processor time, files.  setrlimit(2); nothing on Windows."""

from __future__ import annotations

import os
from pathlib import Path

from forgecheck.load.limits import Bounds

_RESERVED_BYTES = 1_000_000_000
"""Assumed. The C library reserves 64 MB of address space for each thread without using them; sixteen threads."""
_MEMORY = Path("/proc/self/status")


def bound(bounds: Bounds) -> None:
    """Set every limit that lasts on a worker; a hard limit that is already lower stays."""
    bound_memory(bounds)
    if os.name == "posix":
        import resource

        lower(resource.RLIMIT_FSIZE, bounds.written_bytes)
        lower(resource.RLIMIT_NOFILE, bounds.open_files)


def bound_memory(bounds: Bounds) -> None:
    """Limit how much this process may grow, and let it leave no memory image on the disk.

    Growth is counted on private writable memory (RLIMIT_DATA), because shared libraries, mapped model files and what
    the C library reserves for each thread count as address space (RLIMIT_AS) without being used.  Address space is
    bounded as well, for memory that can be had in other ways; both only where the kernel tells how much there is now.
    """
    if os.name != "posix":
        return
    import resource

    lower(resource.RLIMIT_CORE, 0)
    if _MEMORY.exists():
        now = dict(line.split(":", 1) for line in _MEMORY.read_text().splitlines())
        lower(resource.RLIMIT_DATA, _bytes(now["VmData"]) + bounds.memory_bytes)
        lower(resource.RLIMIT_AS, _bytes(now["VmSize"]) + bounds.memory_bytes + _RESERVED_BYTES)


def lower(limit: int, value: int) -> None:
    """Set a limit for good, unless it is lower already."""
    import resource

    _, hard = resource.getrlimit(limit)
    if hard == resource.RLIM_INFINITY or value < hard:
        resource.setrlimit(limit, (value, value))


def allow_time(bounds: Bounds) -> None:
    """Start the clocks of a job: when one runs out, the kernel ends this process, whatever it is doing.

    The wall clock is for a worker whose parent is gone: the parent would have killed it before.
    """
    if os.name != "posix":
        return
    import resource
    import signal

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    until = int(used.ru_utime + used.ru_stime) + 1 + bounds.cpu_seconds
    if hard == resource.RLIM_INFINITY or until < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))
    signal.setitimer(signal.ITIMER_REAL, 2 * bounds.seconds)


def stop_time() -> None:
    """The job is done: a worker may wait for the next one as long as it likes."""
    if os.name == "posix":
        import signal

        signal.setitimer(signal.ITIMER_REAL, 0.0)


def _bytes(field: str) -> int:
    """The size in "  123456 kB"."""
    return int(field.split()[0]) * 1024
