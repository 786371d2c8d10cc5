"""Every hostile file ends in a page or in an InputError, within 20 s and 2 GB."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from forgecheck.errors import CODES, InputError

DATA = os.environ.get("FORGECHECK_DATA")
SECONDS, BYTES = 20, 2 << 30


def attempt(path: Path, answer: Connection) -> None:
    from forgecheck.load import load
    from forgecheck.load.limits import BATCH

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    try:
        answer.send(load(path.read_bytes(), path.name, BATCH).capture.kind)
    except InputError as error:
        answer.send(error.code)


def outcome(path: Path) -> str:
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=attempt, args=(path, there))
    process.start()
    there.close()
    process.join(SECONDS)
    if process.is_alive():
        process.kill()
        return "hangs"
    return here.recv() if process.exitcode == 0 else f"crashes with {process.exitcode}"


@pytest.mark.skipif(DATA is None, reason="FORGECHECK_DATA names no folder of files")
@pytest.mark.timeout(1200)
def test_no_hostile_file_crashes_or_hangs():
    import forgecheck.load.capture
    import forgecheck.load.pdf
    import forgecheck.load.raster  # noqa: F401 - so that the children need not

    found = {path: outcome(path) for path in sorted(Path(DATA or "", "hostile").rglob("*")) if path.is_file()}
    kinds = {"screenshot", "messenger", "scan", "photo", "screen_photo", "render", "unknown"}
    assert {path: said for path, said in found.items() if said not in {*CODES, *kinds}} == {}
    assert len(Counter(found.values())) > 3


@pytest.mark.skipif(DATA is None, reason="FORGECHECK_DATA names no folder of files")
def test_genuine_screenshots_are_told():
    files = sorted(Path(DATA or "", "genuine", "screens").iterdir())
    said = Counter(outcome(path) for path in files)
    assert said["screenshot"] + said["messenger"] == len(files) > 50
