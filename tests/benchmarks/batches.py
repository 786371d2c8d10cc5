"""What a batch costs besides the inspection, and how well two workers share the work.

    .venv/bin/python tests/benchmarks/batches.py stub --count 10000
    .venv/bin/python tests/benchmarks/batches.py real DIR --count 500 --workers 1 2
    .venv/bin/python tests/benchmarks/batches.py cluster DIR --count 200

`stub` writes COUNT small files, examines them with an inspector that only hands out a ready report of a usual size, and
prints wall and processor time an image, and how memory grows.  Every table is written.  `real` runs the true inspector
over pictures of DIR (`python -m forgecheck_models.synth.pages` makes some) with each number of workers, into a fresh
folder each time, and prints the ratio.  `cluster` runs it here and on Ray, and compares every row (timings aside).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from batch.stub import report

from forgecheck.batch.desk import Options
from forgecheck.batch.export import DEFAULT
from forgecheck.batch.folder import run_into
from forgecheck.batch.inspector import Open, open_inspector
from forgecheck.batch.walk import walk
from forgecheck.finding import Report

LINES = 30  # of text in the ready report: about 10 kB of JSON, as a letter has


@cache
def ready() -> Report:
    """A forged letter, made once."""
    return report(
        "forged", "", "\n".join(f"第{number}条 您的账单已逾期，请于三日内还款五千元整" for number in range(LINES))
    )


def inspect(data: bytes, name: str, *, page: int | None = None) -> Report:
    """The ready report, as if of these bytes."""
    known = ready()
    document = replace(known.evidence.document, name=name, sha256=sha256(data).hexdigest())
    return replace(known, evidence=replace(known.evidence, document=document))


def open_ready(threads: int | None, limits: object) -> Open:
    """Stands in for the real inspector."""
    return inspect


def megabytes() -> float:
    """Memory of this process now, without that of the workers."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor_s() -> float:
    """Processor time of this process and of the workers that have ended."""
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime


def stub(count: int, workers: int, thumbnails: bool) -> None:
    """Overhead and memory."""
    from forgecheck.batch import folder as module
    from forgecheck.batch.progress import watched

    with tempfile.TemporaryDirectory() as place:
        source, out = Path(place, "in"), Path(place, "out")
        for number in range(count):
            path = source / f"{number // 1000:03}/{number:06}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(number.to_bytes(8, "big") * 100)
        entries = walk([source], out)
        seen: list[tuple[int, float]] = []

        class Watched:
            def __init__(self, files: int) -> None:
                self.inner, self.done = watched(files), 0

            def __enter__(self):
                told = self.inner.__enter__()

                def heard(step):
                    self.done += 1
                    if self.done % 500 == 0:
                        seen.append((self.done, megabytes()))
                    told(step)

                return heard

            def __exit__(self, *error: object):
                return self.inner.__exit__(*error)

        module.watched = Watched
        wall, busy = time.perf_counter(), processor_s()
        options = Options(workers, thumbnails=thumbnails)
        tally, _ = run_into(out, [source], entries, open_ready, options, DEFAULT, True)
        wall, busy = time.perf_counter() - wall, processor_s() - busy
        rows = (out / "results.jsonl").read_bytes().count(b"\n")
        size = sum(path.stat().st_size for path in (out / "parts").rglob("*.jsonl")) / count
        steps = tuple(seen)
        again = time.perf_counter()
        run_into(out, [source], entries, open_ready, options, DEFAULT, True)
        again = time.perf_counter() - again
    first, last = next(each for each in steps if each[0] >= min(1000, count // 2)), steps[-1]
    growth = (last[1] - first[1]) / max(last[0] - first[0], 1) * 1000
    say(f"{count} files, {rows} rows, {tally.examined} examined, {workers} workers, {size / 1000:.1f} kB a row")
    say(f"wall {wall / count * 1000:.2f} ms an image, processor {busy / count * 1000:.2f} ms an image")
    say(f"memory {first[1]:.0f} MB at {first[0]}, {last[1]:.0f} MB at {last[0]}: {growth:.3f} MB in 1,000 images")
    say("memory by images: " + ", ".join(f"{done} {size:.0f}" for done, size in steps[:: max(len(steps) // 10, 1)]))
    say(f"again, all known: {again / count * 1000:.2f} ms an image")


def real(pictures: Path, count: int, numbers: list[int]) -> None:
    """Wall time with each number of workers."""
    entries = walk([pictures], pictures / "out")[:count]
    times = {}
    for workers in numbers:
        out = Path(tempfile.mkdtemp())
        begun, busy = time.perf_counter(), processor_s()
        tally, _ = run_into(out, [pictures], entries, open_inspector, Options(workers), DEFAULT, True)
        times[workers], busy = time.perf_counter() - begun, processor_s() - busy
        shutil.rmtree(out)
        wall, core = times[workers] / max(tally.examined, 1), busy / max(tally.examined, 1)
        say(f"{workers} workers: {tally.examined} examined, {wall:.2f} s of time and {core:.2f} s of processor each")
    first = numbers[0]
    for workers in numbers[1:]:
        say(f"{workers} workers are {times[first] / times[workers]:.2f} times as fast as {first}")


def cluster(pictures: Path, count: int, workers: int) -> None:
    """The same rows from Ray as from this machine."""
    entries = walk([pictures], pictures / "out")[:count]
    rows = {}
    for engine in ("local", "ray"):
        out, begun = Path(tempfile.mkdtemp()), time.perf_counter()
        run_into(out, [pictures], entries, open_inspector, Options(workers), ["jsonl"], True, engine)
        rows[engine] = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
        for row in rows[engine]:
            row.pop("timing", None)
        shutil.rmtree(out)
        say(f"{engine}: {len(rows[engine])} rows in {time.perf_counter() - begun:.1f} s")
    same = sum(one == other for one, other in zip(rows["local"], rows["ray"], strict=True))
    say(f"{same} of {len(rows['local'])} rows are equal")


def say(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    stubbed = commands.add_parser("stub")
    stubbed.add_argument("--count", type=int, default=10_000)
    stubbed.add_argument("--workers", type=int, default=2)
    stubbed.add_argument("--thumbnails", action="store_true")
    truly = commands.add_parser("real")
    truly.add_argument("pictures", type=Path)
    truly.add_argument("--count", type=int, default=500)
    truly.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    clustered = commands.add_parser("cluster")
    clustered.add_argument("pictures", type=Path)
    clustered.add_argument("--count", type=int, default=200)
    clustered.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.command == "stub":
        stub(given.count, given.workers, given.thumbnails)
    elif given.command == "cluster":
        cluster(given.pictures, given.count, given.workers)
    else:
        real(given.pictures, given.count, given.workers)


if __name__ == "__main__":
    main()
