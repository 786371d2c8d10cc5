"""What becomes of hostile files: `.venv/bin/python tests/benchmarks/threats.py [--whole] [CORPUS...]`

One row a corpus: files, how many were read, coded errors by code, crashes, the slowest file, and the peak memory of the
worker that read them.  A worker as the page has it, locked in and with its limits, loads every file; with --whole it
examines each to the end, models and all.  Public collections are counted too where FORGECHECK_DATA names them.  Exits
with 1 when a file ended its worker in any other way than by a limit.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from forgecheck_web.jobs import Examine, opened
from hostile.bombs import traps
from hostile.corpora import CORPORA, public
from hostile.loader import opener

from forgecheck.batch.inspector import open_inspector
from forgecheck.batch.worker import Worker
from forgecheck.errors import InputError
from forgecheck.load.limits import WEB


def corpora() -> Iterator[tuple[str, Callable[[], Iterator[tuple[str, bytes]]]]]:
    """Every corpus by name; files are made or read one by one."""
    yield from CORPORA.items()
    yield "traps", traps
    for name, paths in public().items():
        yield name, partial(_files, paths)


def _files(paths: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    return ((path.name, path.read_bytes()) for path in paths)


def tried(name: str, files: Iterator[tuple[str, bytes]], whole: bool) -> tuple[str, list[str]]:
    """The row of a corpus, and the files that crashed."""
    worker: Worker[object] = Worker(partial(opened, open_inspector, 1) if whole else opener, WEB.seconds, folders=())
    said: Counter[str] = Counter()
    crashed: list[str] = []
    slowest, at, peak = 0.0, "", 0
    for label, data in files:
        worker.open()
        begun = time.monotonic()
        try:
            worker.ask(Examine(data, label) if whole else data)
            said["read"] += 1
        except InputError as error:
            said[error.code] += 1
            if error.code == "internal":
                crashed.append(f"{label}: {error.detail}")
        taken = time.monotonic() - begun
        if taken > slowest:
            slowest, at = taken, label
        peak = max(peak, _peak_bytes(worker))
    worker.close()
    read = said.pop("read", 0)
    codes = ", ".join(f"{code} {count}" for code, count in sorted(said.items())) or "-"
    total = read + said.total()
    cells = (name, total, read, codes, len(crashed), f"{slowest:.1f} s ({at[:40]})", f"{peak // 1_000_000} MB")
    return f"| {' | '.join(map(str, cells))} |", crashed


def _peak_bytes(worker: Worker[object]) -> int:
    process = worker._process
    status = Path(f"/proc/{process.pid}/status") if process is not None else Path()
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def main() -> int:
    """All corpora, or those named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--whole", action="store_true", help="examine every file to the end")
    given = parser.parse_args()
    crashed: list[str] = []
    sys.stdout.write(
        "| corpus | files | read | coded errors | crashes | slowest | peak memory |\n|---|---|---|---|---|---|---|\n"
    )
    for name, files in corpora():
        if not given.corpora or name in given.corpora:
            row, bad = tried(name, files(), given.whole)
            sys.stdout.write(row + "\n")
            sys.stdout.flush()
            crashed += [f"{name}: {each}" for each in bad]
    sys.stdout.writelines(f"crash: {each}\n" for each in crashed)
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
