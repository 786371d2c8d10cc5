from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch.stub import folder, open_broken, open_dying, open_stub

from forgecheck.batch.run import Tally, run
from forgecheck.batch.walk import walk
from forgecheck.errors import SetupError


def ran(
    source: Path, out: Path, workers: int = 2, timeout_s: float = 60.0
) -> tuple[Tally, dict[str, dict[str, object]]]:
    tally = run(walk([source], out), out, open_stub, workers, timeout_s, lambda entry, answer: None)
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    rows = {each["input"]["path"]: each for each in lines}
    assert len(rows) == len(lines), "a file has two rows"
    return tally, rows


def test_every_file_has_one_row_whatever_it_does_to_its_worker(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", abort=b"abort", killed=b"killed", bug=b"bug", torn=b"error truncated", f=b"forged")
    folder(source / "deeper", **{f"fine{number}": b"fine" for number in range(8)})
    tally, rows = ran(source, tmp_path / "out")
    errors = {path: each["error"]["code"] for path, each in rows.items() if "error" in each}
    assert errors == {"abort.png": "internal", "killed.png": "internal", "bug.png": "internal", "torn.png": "truncated"}
    assert len(rows) == 13
    assert sum(path.startswith("deeper/fine") for path in rows) == 8
    assert (tally.labels["no_forgery_found"], tally.labels["forged"], tally.errors.total()) == (8, 1, 4)
    assert not tally.interrupted


def test_a_file_that_takes_too_long_is_stopped_and_the_run_goes_on(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"hang", b=b"fine", c=b"fine")
    begun = time.monotonic()
    _, rows = ran(source, tmp_path / "out", workers=1, timeout_s=1.0)
    assert time.monotonic() - begun < 60
    assert rows["a.png"]["error"]["code"] == "timeout"
    assert "verdict" in rows["b.png"]
    assert "verdict" in rows["c.png"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_a_file_that_eats_memory_is_stopped_and_the_run_goes_on(tmp_path: Path) -> None:
    _, rows = ran(folder(tmp_path / "in", a=b"hungry", b=b"fine"), tmp_path / "out", workers=1)
    assert rows["a.png"]["error"]["code"] == "out_of_memory"
    assert "verdict" in rows["b.png"]


@pytest.mark.parametrize("broken", [open_broken, open_dying])
def test_a_broken_setup_ends_the_run_instead_of_failing_every_file(tmp_path: Path, broken: object) -> None:
    source = folder(tmp_path / "in", a=b"fine", b=b"fine")
    with pytest.raises(SetupError):
        run(walk([source], tmp_path / "out"), tmp_path / "out", broken, 1, 60.0, lambda entry, answer: None)


def test_an_error_row_says_what_to_do_and_never_quotes_the_document(tmp_path: Path) -> None:
    _, rows = ran(folder(tmp_path / "in", a=b"bug"), tmp_path / "out", workers=1)
    assert rows["a.png"]["error"]["message"]["zh"] == "程序出错，这个文件没有检查完。"
    assert "付款" not in json.dumps(rows, ensure_ascii=False)


def test_the_table_has_the_same_files_and_opens_in_excel(tmp_path: Path) -> None:
    ran(folder(tmp_path / "in", a=b"forged", b=b"error truncated"), tmp_path / "out", workers=1)
    data = (tmp_path / "out/results.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = {each["path"]: each for each in csv.DictReader(data.decode("utf-8-sig").splitlines())}
    assert rows["a.png"]["label"] == "forged"
    assert rows["a.png"]["findings"] == "[law.repealed_statute] 引用的法条已经废止。"
    assert rows["b.png"]["error"] == "truncated"


def test_a_vanished_file_gets_its_error_row(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"fine", b=b"fine")
    entries = walk([source], tmp_path / "out")
    (source / "a.png").unlink()
    run(entries, tmp_path / "out", open_stub, 1, 60.0, lambda entry, answer: None)
    lines = (tmp_path / "out/results.jsonl").read_text("utf-8").splitlines()
    assert [("error" in json.loads(line)) for line in lines] == [True, False]


SCRIPT = """
import sys
from batch.stub import open_stub
from forgecheck.cli import main
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], open_stub))
"""


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_finishes_the_files_in_flight_and_exits_with_130(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", **{f"slow{number:02}": b"slow" for number in range(60)})
    out, script = tmp_path / "out", tmp_path / "go.py"
    script.write_text(SCRIPT)
    paths = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, str(script), "batch", str(source), "-o", str(out), "--workers", "2", "--lang", "en"]
    process = subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": paths}, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    results = out / "results.jsonl"
    while not (results.exists() and results.stat().st_size) and process.poll() is None:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    lines = results.read_text("utf-8").splitlines()
    assert process.returncode == 130
    assert "Interrupted" in told
    assert "Traceback" not in told
    assert 2 <= len(lines) < 60
    assert all("verdict" in json.loads(line) for line in lines)
