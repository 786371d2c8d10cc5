from __future__ import annotations

import csv
import json
import os
import signal
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from batch.process import known, started, wait_for
from batch.stub import LOG, folder, inspect, open_stub, report

from forgecheck.batch.desk import Options
from forgecheck.batch.folder import MAPS, QUARANTINE, run_into
from forgecheck.batch.state import load_state, locked
from forgecheck.batch.tally import Tally
from forgecheck.batch.walk import walk
from forgecheck.errors import SetupError
from forgecheck.finding import Report

FILES = 200


def ran(source: Path, out: Path, opener=open_stub, formats=("jsonl", "csv"), resume=True, **options) -> Tally:
    wanted = Options(**({"workers": 1, "thumbnails": False} | options))
    return run_into(out, [source], walk([source], out), opener, wanted, formats, resume)[0]


def lines(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What was examined so far, sorted."""
    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    monkeypatch.setenv("FORGECHECK_CONFINE", "off")  # a worker that is locked in writes nothing
    return lambda: sorted((tmp_path / "log").read_bytes().splitlines())


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_run_killed_at_half_and_run_again_does_the_work_once_and_says_the_same(tmp_path: Path, examined) -> None:
    """Issue 8: total work within 2 % of one pass, results byte-identical."""
    source = folder(tmp_path / "in", **{f"{number:03}": b"nap#%d" % number for number in range(FILES)})
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    options = ["--workers", "2", "--no-thumbnails", "--format", "jsonl,csv"]
    process = started(source, killed, *options)
    wait_for(killed, FILES // 2, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    half = known(killed)
    assert FILES // 2 <= half < FILES
    assert not (killed / "results.jsonl").exists()
    assert started(source, killed, *options).wait(120) == 0
    assert len(examined()) <= 1.02 * FILES
    assert started(source, whole, *options).wait(120) == 0
    for name in ("results.jsonl", "results.csv"):
        assert (killed / name).read_bytes() == (whole / name).read_bytes()
    assert known(killed) == FILES
    assert len({each["input"]["path"] for each in lines(killed)}) == FILES


@pytest.mark.usefixtures("inline")
def test_other_rules_examine_everything_anew_and_the_old_ones_nothing(tmp_path, examined, monkeypatch) -> None:
    source, out = folder(tmp_path / "in", a=b"forged", b=b"fine"), tmp_path / "out"
    for mark in ("old", "old", "new", "old"):
        monkeypatch.setattr("forgecheck.batch.folder.fingerprint", lambda options, mark=mark: mark)
        ran(source, out)
    assert examined() == [b"fine"] * 2 + [b"forged"] * 2


@pytest.mark.usefixtures("inline")
def test_without_resume_everything_is_examined_anew(tmp_path: Path, examined) -> None:
    source, out = folder(tmp_path / "in", a=b"forged"), tmp_path / "out"
    for resume in (True, False):
        ran(source, out, resume=resume)
    assert examined() == [b"forged"] * 2


@pytest.mark.usefixtures("inline")
def test_a_run_that_knows_everything_starts_no_worker(tmp_path: Path) -> None:
    source, out = folder(tmp_path / "in", a=b"forged", b=b"error truncated"), tmp_path / "out"
    first = ran(source, out)
    before = (out / "results.jsonl").read_bytes()
    again = ran(source, out, opener=None)
    assert (first.examined, again.examined) == (2, 0)
    assert (again.labels, again.errors) == (first.labels, first.errors)
    assert (out / "results.jsonl").read_bytes() == before


@pytest.mark.usefixtures("inline")
def test_another_run_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="nothing is locked here")
    source, out = folder(tmp_path / "in", a=b"forged"), tmp_path / "out"
    with locked(out), pytest.raises(SetupError, match="another forgecheck"):
        ran(source, out)
    ran(source, out)


def test_files_that_kill_their_workers_are_listed_and_left_alone(tmp_path: Path, examined) -> None:
    source, out = folder(tmp_path / "in", a=b"abort", b=b"abort", c=b"fine"), tmp_path / "out"
    for _ in range(2):
        ran(source, out)
    assert examined() == [b"abort", b"abort", b"fine"]
    listed = [json.loads(line) for line in (out / QUARANTINE).read_text("utf-8").splitlines()]
    assert [(each["path"], each["detail"]) for each in listed] == [
        ("a.png", "worker ended by SIGABRT"),
        ("b.png", "worker ended by SIGABRT"),
    ]
    (source / "a.png").unlink()
    (source / "b.png").unlink()
    ran(source, out)
    assert not (out / QUARANTINE).exists()


@pytest.mark.usefixtures("inline")
def test_what_people_wrote_into_a_table_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    source, out = folder(tmp_path / "in", a=b"forged"), tmp_path / "out"
    ran(source, out)
    table = (out / "results.csv").read_text("utf-8")
    (out / "results.csv").write_text(table.replace('"forged",""', '"forged","对"'), "utf-8")
    ran(source, out)
    assert (out / "results.csv").read_text("utf-8") == table
    assert '"forged","对"' in (out / "results.edited-1.csv").read_text("utf-8")
    ran(source, out)
    assert not (out / "results.edited-2.csv").exists()


@pytest.mark.usefixtures("inline")
def test_the_state_tells_how_the_tables_were_made(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"forged")
    manifest = tmp_path / "m.csv"
    manifest.write_text("file,no\nin/a.png,C-1\n")
    ran(manifest, tmp_path / "out", pdf="whole")
    state = load_state(tmp_path / "out")
    assert (state.inputs, state.pdf, state.given, state.finished) == ((str(manifest),), "whole", ("no",), True)
    assert set(state.written) == {"results.jsonl", "results.csv"}
    assert source.exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "other"}'])
def test_a_damaged_state_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text)
    with pytest.raises(SetupError, match=r"run\.json is damaged"):
        load_state(tmp_path)


def mapped(data: bytes, name: str, **more: int) -> Report:
    """A stub whose pages have a map of tampering."""
    import numpy as np

    found = inspect(data, name, **more)
    document = found.evidence.document
    high, wide = document.pages[0].image.shape[:2]
    page = replace(document.pages[0], heat=np.full((-(-high // 8), -(-wide // 8)), 128, np.uint8))
    return replace(found, evidence=replace(found.evidence, document=replace(document, pages=(page,))))


def open_mapped(threads: int | None, limits: object):
    return mapped


@pytest.mark.usefixtures("inline")
def test_maps_get_the_names_of_their_rows_and_are_made_when_they_are_asked_for(tmp_path: Path, examined) -> None:
    from PIL import Image

    source, out = folder(tmp_path / "in", a=b"forged", b=b"forged"), tmp_path / "out"
    folder(source / "deeper", c=b"fine")
    ran(source, out, open_mapped)
    assert not (out / MAPS).exists()
    for _ in range(2):
        ran(source, out, open_mapped, maps=True)
    assert examined() == [b"fine"] * 2 + [b"forged"] * 2
    found = {path.relative_to(out / MAPS).as_posix() for path in (out / MAPS).rglob("*.png")}
    assert found == {"a.png.png", "b.png.png", "deeper/c.png.png"}
    assert Image.open(out / MAPS / "a.png.png").getextrema() == (128, 128)


@pytest.mark.usefixtures("inline")
def test_own_columns_reach_the_table(tmp_path: Path) -> None:
    folder(tmp_path / "in", a=b"forged", b=b"forged")
    manifest = tmp_path / "m.csv"
    manifest.write_text("投诉编号,file,label\nC-1,in/a.png,x\n=1+1,in/b.png,y\n", "utf-8")
    ran(manifest, tmp_path / "out")
    rows = list(csv.DictReader((tmp_path / "out/results.csv").read_text("utf-8-sig").splitlines()))
    assert [each["投诉编号"] for each in rows] == ["C-1", "'=1+1"]
    assert [each["given_label"] for each in rows] == ["x", "y"]
    assert [each["label"] for each in rows] == ["forged", "forged"]
    assert [each["same_as"] for each in rows] == ["", "in/a.png"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads memory in /proc")
@pytest.mark.usefixtures("inline")
def test_many_files_have_one_row_each_and_memory_stays_flat(tmp_path: Path, monkeypatch) -> None:
    """The figures of issue 8 (10,000 rows, 1 MB in 1,000) are those of tests/benchmarks/batches.py; these are loose."""
    many = 1500
    source = folder(tmp_path / "in", **{f"{number:05}": b"fine#%d" % number for number in range(many)})
    ready = report("forged", "")
    monkeypatch.setattr("batch.stub._said", lambda data, name: ready)
    seen: list[int] = []

    class Heard(list):
        def append(self, step: object) -> None:
            seen.append(int(Path("/proc/self/statm").read_text().split()[1]))

    monkeypatch.setattr("forgecheck.batch.folder.watched", lambda files: nullcontext(Heard().append))
    tally = ran(source, tmp_path / "out")
    assert [each["input"]["path"] for each in lines(tmp_path / "out")] == [f"{number:05}.png" for number in range(many)]
    assert (tally.files, tally.examined, known(tmp_path / "out")) == (many, many, many)
    growth_mb = (seen[-1] - seen[500]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    assert growth_mb < 10
