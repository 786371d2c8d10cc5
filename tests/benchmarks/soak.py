"""Many good and hostile images through one server and one batch: `tests/benchmarks/soak.py [--count N]`

Every third image is good: a letter drawn here, examined alone beforehand.  Measured on the way: memory and open files
of all processes that the command started.  Exits with 1 when memory grows by 1 MB or more per 100 images, when files,
processes or temporary folders are left behind, when an answer is missing, or when a good image is judged otherwise than
alone.  2,000 images (the default) take about an hour on two cores.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from files import saved
from forgecheck_models.synth.sample import FORGED_LETTER, draw
from hostile.corpora import CORPORA

EVERY = 100
WARM = 0.2  # share of the images after which memory counts: caches fill, the C library's heaps settle; assumed
GROWTH_MAX = 1.0  # MB per 100 images
PYTHON = sys.executable
LEFT_OUT = {"bombs"}  # some take seconds each, on purpose; tests/benchmarks/threats.py counts them
WAIT_S = 120.0

Data = dict[str, object]


class Usage(NamedTuple):
    """What a command and all that it started hold."""

    done: float
    """Images so far."""
    megabytes: float
    """Resident memory of all its processes, what they share counted once (PSS)."""
    files: int
    """Open ones."""


class Soaked(NamedTuple):
    """What a run came to."""

    what: str
    answers: dict[str, Data]
    seconds: float
    usages: list[Usage]
    left: list[str]
    """Processes and files that outlived it."""


def good() -> list[bytes]:
    """A few letters that are examined to the end, small ones, so that an hour is enough."""
    page = draw(FORGED_LETTER)
    cuts = [(0, 0, 1080, 420), (0, 300, 1080, 700), (0, 560, 1080, 960)]
    return [saved(page.crop(cut).resize((720, 280)), "JPEG", quality=80 + number) for number, cut in enumerate(cuts)]


def images(count: int) -> Iterator[tuple[str, bytes]]:
    """Names and images: every third is good."""
    letters = cycle(enumerate(good()))
    hostile = cycle([each for name, make in CORPORA.items() if name not in LEFT_OUT for _, each in make()])
    for number in range(count):
        if number % 3 == 0:
            kind, data = next(letters)
            yield f"{number:05d}-good-{kind}.jpg", data
        else:
            yield f"{number:05d}-hostile.bin", next(islice(hostile, 6, None))  # every seventh, so that all corpora come


def family(root: int) -> set[int]:
    """A process and its descendants."""
    parents = {}
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    found, more = {root}, {root}
    while more:
        more = {pid for pid, parent in parents.items() if parent in more} - found
        found |= more
    return found


def usage(root: int, done: float) -> Usage:
    """Of a process and its descendants, from /proc."""
    kilobytes = files = 0
    for pid in family(root):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            files += len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208
    return Usage(done, kilobytes / 1024, files)


def judged(data: Data) -> Data:
    """What a report or an error says of the picture itself."""
    return {name: data.get(name) for name in ("verdict", "document", "findings", "seals", "text", "error")}


def alone(folder: Path) -> dict[str, Data]:
    """What is said of each good image when nothing else is examined."""
    said = {}
    for number, data in enumerate(good()):
        path = folder / f"{number}.jpg"
        path.write_bytes(data)
        command = [PYTHON, "-m", "forgecheck", "check", str(path), "--json", "--fail-on", "never"]
        run = subprocess.run(command, capture_output=True, check=True)
        said[f"good-{number}"] = judged(json.loads(run.stdout))
    return said


def started(arguments: list[str], temporary: Path) -> subprocess.Popen[bytes]:
    """A command of ours, its temporary files in a folder of their own."""
    temporary.mkdir()
    environment = os.environ | {"TMPDIR": str(temporary)}
    return subprocess.Popen([PYTHON, "-m", "forgecheck", *arguments], env=environment, stderr=subprocess.DEVNULL)


def ended(process: subprocess.Popen[bytes], temporary: Path) -> list[str]:
    """What is left of a command that was asked to end."""
    members = family(process.pid) - {process.pid}
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    process.wait(WAIT_S)
    time.sleep(1)
    processes = [f"process {pid}" for pid in members if Path(f"/proc/{pid}").exists()]
    return processes + [str(each) for each in temporary.rglob("*")]


def serve(count: int, folder: Path) -> Soaked:
    """All images to one server, two at a time."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = started(["serve", "--port", str(port), *_unlimited()], folder / "serve")
    _until_open(port)
    begun, usages, answers = time.monotonic(), [], {}
    with ThreadPoolExecutor(2) as clients:
        for done, (name, answer) in enumerate(clients.map(lambda each: (each[0], post(port, *each)), images(count)), 1):
            answers[name] = judged(answer)
            if done % max(1, min(EVERY, count // 20)) == 0:
                usages.append(usage(process.pid, done))
    return Soaked("serve", answers, time.monotonic() - begun, usages, ended(process, folder / "serve"))


def _unlimited() -> list[str]:
    """The page lets one address send few pictures; here one address sends all."""
    told = subprocess.run([PYTHON, "-m", "forgecheck", "serve", "--help"], capture_output=True, text=True, check=True)
    return ["--uploads", "1000000 per minute", "--at-once", "50"] if "--uploads" in told.stdout else []


def _until_open(port: int) -> None:
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    raise TimeoutError("the server does not listen")


def post(port: int, name: str, data: bytes) -> Data:
    """The answer to an upload, however long it takes."""
    line = secrets.token_hex(8)
    head = f'--{line}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + data + f"\r\n--{line}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={line}"}
    status, place, answer = _asked(port, "POST", "/v1/checks", body, kind)
    until = time.monotonic() + WAIT_S
    while status in (202, 503) and time.monotonic() < until:
        time.sleep(0.5)
        again = ("GET", place, None, {}) if status == 202 else ("POST", "/v1/checks", body, kind)
        status, place, answer = _asked(port, *again)
    if "code" in answer:
        return {"error": {"code": answer["code"]}}
    if status == 200:
        _asked(port, "DELETE", place, None, {})
    return answer


def _asked(port: int, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, str, Data]:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_S)
    try:
        client.request(method, path or "/", body, headers)
        answer = client.getresponse()
        text = answer.read()
        return answer.status, answer.headers.get("Location", path), json.loads(text) if text[:1] == b"{" else {}
    finally:
        client.close()


def batch(count: int, folder: Path) -> Soaked:
    """All images in one folder, one run."""
    source, out = folder / "in", folder / "out"
    source.mkdir()
    for name, data in images(count):
        (source / name).write_bytes(data)
    begun = time.monotonic()
    process = started(["batch", str(source), "-o", str(out), "--fail-on", "never"], folder / "batch")
    seen: list[tuple[float, Usage]] = []
    while process.poll() is None:
        seen.append((time.monotonic() - begun, usage(process.pid, 0)))
        time.sleep(2)
    seconds = time.monotonic() - begun
    usages = [each._replace(done=count * at / seconds) for at, each in seen]  # images take about the same time
    rows = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    answers = {Path(str(row["input"]["path"])).name: judged(row) for row in rows}
    return Soaked("batch", answers, seconds, usages, ended(process, folder / "batch"))


def faults(soaked: Soaked, expected: dict[str, Data], count: int) -> Iterator[str]:
    """What must not be; nothing where all is well."""
    late = [each for each in soaked.usages if each.done > WARM * count]
    slope = linear_regression([each.done for each in late], [each.megabytes for each in late]).slope * 100
    first, last = late[0], late[-1]
    sys.stdout.write(
        f"{soaked.what}: {len(soaked.answers)} of {count} answered in {soaked.seconds:.0f} s; "
        f"{first.megabytes:.0f} to {last.megabytes:.0f} MB, {slope:+.2f} MB per 100 images; "
        f"{first.files} to {last.files} open files; {len(soaked.left)} things left behind\n"
    )
    if slope >= GROWTH_MAX:
        yield f"memory grows by {slope:.2f} MB per 100 images"
    if last.files > first.files + 10:
        yield f"{last.files - first.files} more open files"
    yield from (f"left behind: {each}" for each in soaked.left)
    if len(soaked.answers) != count:
        yield f"{count - len(soaked.answers)} images without an answer"
    for name, said in soaked.answers.items():
        wanted = next((each for kind, each in expected.items() if kind in name), None)
        if wanted is not None and said != wanted:
            changed = [part for part in wanted if said[part] != wanted[part]]
            yield f"{name} is judged otherwise than alone: {', '.join(changed)} {said.get('error') or ''}"


def main() -> int:
    """Serve, then batch."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only", choices=["serve", "batch"])
    given = parser.parse_args()
    bad = []
    with tempfile.TemporaryDirectory() as name:
        expected = alone(Path(name))
        for soak in (serve, batch):
            if given.only in (None, soak.__name__):
                found = soak(given.count, Path(name))
                bad += [f"{found.what}: {each}" for each in faults(found, expected, given.count)]
    sys.stdout.writelines(f"FAULT {each}\n" for each in bad[:50])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
