"""A worker is locked in before it sees a stranger's file, and goes on working."""

from __future__ import annotations

import errno
import json
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from confine.cells import limits, misbehaving
from files import picture, saved
from forgecheck_models.synth.sample import FORGED_LETTER, draw
from forgecheck_web.jobs import Examine, opened

from forgecheck import Models, confine, inspect
from forgecheck.batch.inspector import open_alone, open_inspector
from forgecheck.batch.worker import Worker
from forgecheck.confine import Lock, before_models, probe
from forgecheck.errors import InputError
from forgecheck.load.limits import BATCH, MEMORY_BYTES, Bounds
from forgecheck.show.json import as_json, dumps

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these locks and limits")


def tried(folders: tuple[Path, ...] | None, path: Path) -> tuple[dict[str, bool], tuple[Lock, ...]]:
    """What a worker was refused, and its locks."""
    worker = Worker(probe.start, 60.0, folders=folders)
    try:
        return json.loads(worker.ask(str(path))), worker.locks
    finally:
        worker.close()


def held(locks: tuple[Lock, ...], *names: str) -> None:
    """Skip where the kernel, or a container around us, does not have these locks."""
    missing = [each for each in locks if each.name in names and not each.holds]
    if missing:
        pytest.skip("; ".join(f"{each.name}: {each.says}" for each in missing))


@linux
def test_a_worker_is_refused_all_that_a_picture_does_not_need(tmp_path: Path):
    refused, locks = tried((), tmp_path)
    assert [each.name for each in locks] == ["landlock", "seccomp"]
    held(locks, "landlock", "seccomp")
    assert refused == dict.fromkeys(probe.TRIALS, True)


@linux
def test_a_worker_may_read_the_folders_of_its_inputs_and_write_none(tmp_path: Path):
    refused, locks = tried((tmp_path,), tmp_path)
    held(locks, "landlock", "seccomp")
    assert [name for name, kept in refused.items() if not kept] == ["reading"]


@linux
def test_the_switch_leaves_nothing_but_the_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(confine.SWITCH, "off")
    refused, locks = tried((), tmp_path)
    assert [each.holds for each in locks] == [False, False]
    assert {name for name, kept in refused.items() if kept} == {"memory", "shared memory"}


@linux
def test_the_limits_of_a_worker_are_those_of_the_one_place():
    worker = Worker(limits, 60.0)
    found = json.loads(worker.ask(""))
    worker.close()
    bounds = Bounds(60.0)
    assert (found["CORE"], found["FSIZE"], found["NOFILE"]) == (0, bounds.written_bytes, bounds.open_files)
    assert MEMORY_BYTES < found["DATA"] < MEMORY_BYTES + 2_000_000_000
    assert found["DATA"] < found["AS"]


@linux
@pytest.mark.parametrize(
    ("job", "code"),
    [
        ("spin", "timeout"),
        ("sleep", "timeout"),
        ("open many", "internal"),
        ("grow", "out_of_memory"),
        ("raise limits", "internal"),
        ("read elsewhere", "internal"),
    ],
)
def test_what_reaches_a_limit_ends_its_own_job_only(job: str, code: str):
    worker = Worker(misbehaving, 100.0, folders=())
    assert worker.ask("nothing") == "done"
    locks = {each.name: each for each in worker.locks}
    held((locks["seccomp"],) if job == "raise limits" else (locks["landlock"],), "seccomp", "landlock")
    with pytest.raises(InputError) as caught:
        worker.ask(job)
    assert caught.value.code == code
    assert worker.ask("nothing") == "done"
    worker.close()


@pytest.mark.reader
def test_a_locked_worker_reads_what_a_free_process_reads(models: Models):
    """Threads of the engine and of OpenCV, lazy imports, colour profiles: all go on working."""
    data = saved(draw(FORGED_LETTER).crop((0, 0, 1080, 700)), "JPEG", quality=85)
    worker = Worker(partial(opened, open_inspector, 1), 120.0, folders=())
    locked = json.loads(json.loads(worker.ask(Examine(data, "a.jpg")))["report"])
    odd = json.loads(worker.ask(Examine(saved(picture(400, 300), "PNG"), "b.png")))
    worker.close()
    free = json.loads(dumps(as_json(inspect(data, "a.jpg", models))))
    assert locked.pop("timing")
    assert free.pop("timing")
    assert locked == free
    assert odd["view"]["pages"]


def test_a_lock_that_the_system_lacks_is_told_and_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def lacking() -> int:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(confine, "is_linux", lambda: True)
    monkeypatch.setattr(confine, "allow_no_new_rights", lacking)
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("PADDLE_PDX_CACHE_HOME", "")
    assert before_models((), tmp_path) == Lock("landlock", False, "[Errno 38] Function not implemented")
    monkeypatch.setattr(confine, "is_linux", lambda: False)
    assert before_models((), tmp_path) == Lock("landlock", False, f"{sys.platform} has none")


ALONE = """
import socket, subprocess, sys
import forgecheck.batch.inspector as inspector
from forgecheck.load.limits import BATCH
inspector.open_inspector = lambda threads, limits: print("opened")
inspector.open_alone(inspector.open_inspector, 1, BATCH)
run, write = lambda: subprocess.run([sys.executable, "-c", ""]), lambda: open(sys.argv[1], "w").close()
for trial in (socket.socket, run, write):
    try:
        trial()
        print("allowed")
    except PermissionError:
        print("refused")
"""


@linux
def test_a_check_on_the_command_line_gives_up_network_and_programs(tmp_path: Path):
    worker = Worker(probe.start, 60.0)
    worker.open()
    worker.close()
    held(worker.locks, "seccomp")
    said = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path / "report.html")], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["opened", "refused", "refused", "allowed"]


def test_a_stand_in_keeps_its_rights():
    assert open_alone(lambda threads, limits: probe.start, 1, BATCH) is probe.start
    with socket.socket():
        pass
