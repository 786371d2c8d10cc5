"""What a locked-in worker can still do, found out by trying: for `forgecheck doctor` and the tests."""

from __future__ import annotations

import json
import mmap
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from forgecheck.load.limits import MEMORY_BYTES


def start() -> Callable[[str], str]:
    """For a worker: its answer to any path is what it was refused, that path's folder included."""
    return lambda path: json.dumps({name: _is_refused(trial, Path(path)) for name, trial in TRIALS.items()})


def _is_refused(trial: Callable[[Path], object], path: Path) -> bool:
    try:
        trial(path)
    except (PermissionError, MemoryError, BlockingIOError):
        return True
    except OSError as error:  # mmap says ENOMEM, a missing file or a refused connection mean that one may ask
        return error.errno == 12
    return False


def _reach_network(_: Path) -> None:
    with socket.socket() as client:
        client.settimeout(1.0)
        client.connect(("127.0.0.1", 9))


def _run_program(_: Path) -> None:
    subprocess.run([sys.executable, "-c", ""], check=False, timeout=20)


def _signal_others(_: Path) -> None:
    os.kill(os.getppid(), 0)


def _write(path: Path) -> None:
    written = path / f"forgecheck-probe-{os.getpid()}"
    written.write_bytes(b"")
    written.unlink()


def _read(path: Path) -> None:
    os.listdir(path)  # noqa: PTH208 - it must fail here, not at the first item


def _fill_memory(_: Path) -> None:
    bytearray(2 * MEMORY_BYTES)


def _fill_shared_memory(_: Path) -> None:
    with mmap.mmap(-1, 4 * MEMORY_BYTES):
        pass


TRIALS: Final[Mapping[str, Callable[[Path], object]]] = {
    "network": _reach_network,
    "programs": _run_program,
    "signals": _signal_others,
    "writing": _write,
    "reading": _read,
    "memory": _fill_memory,
    "shared memory": _fill_shared_memory,
}
"""Each raises where it is refused; the tests need the names."""
