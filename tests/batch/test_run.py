from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from batch import zips
from batch.process import known, started, wait_for
from batch.stub import LOG, folder, open_broken, open_dying, open_stub
from files import paper

from forgecheck.batch.desk import Options
from forgecheck.batch.results import lines
from forgecheck.batch.run import Gathered, Told, gather
from forgecheck.batch.store import Store
from forgecheck.batch.walk import as_input, walk
from forgecheck.errors import SetupError

Rows = dict[str, dict]


def ran(
    source: Path, out: Path, opener: Callable = open_stub, told: list[Told] | None = None, **options: object
) -> tuple[Gathered, Rows]:
    entries = walk([source], out)
    store = Store(out / "parts")
    wanted = Options(**({"workers": 1, "thumbnails": False} | options))
    heard = [] if told is None else told
    gathered = gather(entries, store, out / "thumbnails", opener, wanted, heard.append)
    found = [json.loads(line.text) for line in lines(entries, gathered.read, gathered.unread, store)]
    rows = {each["input"]["path"]: each for each in found}
    assert len(rows) == len(found), "a file has two rows"
    return gathered, rows


def label(row: dict) -> str:
    return row["error"]["code"] if "error" in row else row["verdict"]["label"]


def test_every_file_has_one_row_whatever_it_does_to_its_worker(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", abort=b"abort", killed=b"killed", bug=b"bug", torn=b"error truncated", f=b"forged")
    folder(source / "deeper", **{f"fine{number}": b"fine#%d" % number for number in range(8)})
    gathered, rows = ran(source, tmp_path / "out", workers=2)
    errors = {path: label(each) for path, each in rows.items() if "error" in each}
    assert errors == {"abort.png": "internal", "killed.png": "internal", "bug.png": "internal", "torn.png": "truncated"}
    assert len(rows) == 13
    assert list(rows) == sorted(rows), "rows stand in the order of the inputs"
    assert sum(label(each) == "no_forgery_found" for each in rows.values()) == 8
    assert (gathered.examined, gathered.interrupted) == (13, False)


def test_a_file_that_takes_too_long_is_stopped_and_the_run_goes_on(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"hang", b=b"fine", c=b"fine#")
    begun = time.monotonic()
    _, rows = ran(source, tmp_path / "out", workers=1, timeout_s=1.0)
    assert time.monotonic() - begun < 60
    assert [label(rows[f"{name}.png"]) for name in "abc"] == ["timeout", "no_forgery_found", "no_forgery_found"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_a_file_that_eats_memory_is_stopped_and_the_run_goes_on(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"hungry", b=b"fine")
    _, rows = ran(source, tmp_path / "out", workers=1, memory_bytes=500_000_000)
    assert [label(each) for each in rows.values()] == ["out_of_memory", "no_forgery_found"]


@pytest.mark.parametrize("broken", [open_broken, open_dying])
def test_a_broken_setup_ends_the_run_instead_of_failing_every_file(tmp_path: Path, broken: Callable) -> None:
    source = folder(tmp_path / "in", a=b"fine", b=b"fine#")
    with pytest.raises(SetupError):
        ran(source, tmp_path / "out", broken, workers=1)


@pytest.mark.usefixtures("inline")
def test_an_error_row_says_what_to_do_and_never_quotes_the_document(tmp_path: Path) -> None:
    _, rows = ran(folder(tmp_path / "in", a=b"bug"), tmp_path / "out", workers=1)
    assert rows["a.png"]["error"]["message"]["zh"] == "程序出错，这个文件没有检查完。"
    assert "付款" not in json.dumps(rows, ensure_ascii=False)


@pytest.mark.usefixtures("inline")
def test_a_vanished_file_gets_its_error_row_and_its_next_chance(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", b=b"fine")
    manifest = tmp_path / "in/m.csv"
    manifest.write_text("file,no\na.png,C-1\nb.png,C-2\n")
    _, rows = ran(manifest, tmp_path / "out", workers=1)
    assert label(rows["a.png"]) == "internal"
    assert rows["a.png"]["input"]["columns"] == {"no": "C-1"}
    folder(source, a=b"forged")
    _, rows = ran(manifest, tmp_path / "out", workers=1)
    assert label(rows["a.png"]) == "forged"


@pytest.fixture
def examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[bytes]]:
    """What was examined so far, sorted."""
    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    monkeypatch.setenv("FORGECHECK_CONFINE", "off")  # a worker that is locked in writes nothing
    return lambda: sorted((tmp_path / "log").read_bytes().splitlines())


@pytest.mark.usefixtures("inline")
def test_files_with_the_same_bytes_are_examined_once_and_all_have_rows(
    tmp_path: Path, examined: Callable[[], list[bytes]]
) -> None:
    source = folder(tmp_path / "in", a=b"forged", b=b"forged", c=b"fine", d=b"forged")
    _, rows = ran(source, tmp_path / "out", workers=2)
    assert examined() == [b"fine", b"forged"]
    assert [label(each) for each in rows.values()] == ["forged", "forged", "no_forgery_found", "forged"]
    assert len({json.dumps(each) for each in rows.values()}) == 4, "each row has its own path"


@pytest.mark.usefixtures("inline")
def test_a_second_run_examines_only_what_is_new_or_changed(tmp_path: Path, examined: Callable[[], list[bytes]]) -> None:
    source = folder(tmp_path / "in", a=b"forged", b=b"fine")
    _, first = ran(source, tmp_path / "out")
    assert ran(source, tmp_path / "out")[1] == first
    assert examined() == [b"fine", b"forged"]
    folder(source, b=b"suspicious", c=b"blurred")
    (source / "a.png").rename(source / "z.png")
    _, rows = ran(source, tmp_path / "out")
    assert {path: label(each) for path, each in rows.items()} == {
        "b.png": "suspicious",
        "c.png": "inconclusive",
        "z.png": "forged",
    }
    assert examined() == [b"blurred", b"fine", b"forged", b"suspicious"]


def test_a_second_run_tries_again_what_may_end_otherwise_and_nothing_else(
    tmp_path: Path, examined: Callable[[], list[bytes]]
) -> None:
    source = folder(tmp_path / "in", bug=b"bug", small=b"error too_small", kills=b"abort")
    for _ in range(2):
        ran(source, tmp_path / "out")
    assert examined() == [b"abort"] * 2 + [b"bug"] * 2 + [b"error too_small"]
    ran(source, tmp_path / "out", retry_failed=True)
    assert examined() == [b"abort"] * 4 + [b"bug"] * 3 + [b"error too_small"] * 2


@pytest.mark.usefixtures("inline")
def test_each_page_of_a_pdf_is_a_row_and_a_job(tmp_path: Path, examined: Callable[[], list[bytes]]) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.pdf").write_bytes(paper(3))
    (source / "b.pdf").write_bytes(paper(1))
    (source / "c.pdf").write_bytes(paper(3))
    gathered, rows = ran(source, tmp_path / "out")
    pages = [f"{name}.pdf#page={page}" for name in "ac" for page in (1, 2, 3)]
    assert list(rows) == [*pages[:3], "b.pdf", *pages[3:]]
    assert rows["c.pdf#page=2"]["input"]["page"] == 2
    assert rows["a.pdf#page=3"]["text"][0]["page"] == 3
    assert "page" not in rows["b.pdf"]["input"]
    assert len(examined()) == 4
    assert not gathered.interrupted
    assert ran(source, tmp_path / "out")[1] == rows
    assert len(examined()) == 4


@pytest.mark.usefixtures("inline")
def test_a_pdf_as_a_whole_is_one_row(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.pdf").write_bytes(paper(3))
    assert list(ran(source, tmp_path / "out", pdf="whole")[1]) == ["a.pdf"]


@pytest.mark.usefixtures("inline")
def test_members_of_a_zip_are_rows_and_bad_ones_are_errors(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "a.zip", {"a.png": b"forged", "../b.png": b"fine", "c.pdf": paper(2)})
    _, rows = ran(path, tmp_path / "out")
    assert {path: label(each) for path, each in rows.items()} == {
        "a.png": "forged",
        "b.png": "archive_unsafe",
        "c.pdf#page=1": "no_forgery_found",
        "c.pdf#page=2": "no_forgery_found",
    }


@pytest.mark.usefixtures("inline")
def test_columns_of_a_manifest_stand_in_every_row_of_their_file(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"forged", b=b"error truncated")
    (source / "c.pdf").write_bytes(paper(2))
    (source / "m.csv").write_text("file,no\na.png,C-1\na.png,C-2\nb.png,C-3\nc.pdf,C-4\n")
    entries = walk([source / "m.csv"], tmp_path / "out")
    store = Store(tmp_path / "out/parts")
    gathered = gather(entries, store, tmp_path, open_stub, Options(1, thumbnails=False), lambda told: None)
    found = [json.loads(line.text)["input"] for line in lines(entries, gathered.read, gathered.unread, store)]
    assert [each["columns"]["no"] for each in found] == ["C-1", "C-2", "C-3", "C-4", "C-4"]


@pytest.mark.usefixtures("inline")
def test_files_of_a_shared_store_are_read_for_the_worker(tmp_path: Path) -> None:
    import fsspec

    store = fsspec.filesystem("memory")  # of this process: a worker cannot see it
    for name, data in {"a.png": b"forged", "b/c.pdf": paper(2), "d.png": b"forged"}.items():
        store.pipe(f"/complaints/{name}", data)
    entries = walk([as_input("memory://complaints")], tmp_path / "out")
    store.rm("/complaints/d.png")
    known = Store(tmp_path / "out/parts")
    gathered = gather(entries, known, tmp_path, open_stub, Options(1, thumbnails=False), lambda told: None)
    rows = [json.loads(line.text) for line in lines(entries, gathered.read, gathered.unread, known)]
    assert {row["input"]["path"]: label(row) for row in rows} == {
        "a.png": "forged",
        "b/c.pdf#page=1": "no_forgery_found",
        "b/c.pdf#page=2": "no_forgery_found",
        "d.png": "internal",
    }
    store.rm("/complaints", recursive=True)


@pytest.mark.usefixtures("inline")
def test_what_is_told_counts_every_task(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"forged", b=b"forged", c=b"error truncated")
    (source / "d.pdf").write_bytes(paper(2))
    told: list[Told] = []
    ran(source, tmp_path / "out", told=told)
    assert len(told) == 4 + 2
    assert sum(each.more for each in told) == 2
    assert [(each.path, each.error.code) for each in told if each.error] == [("c.png", "truncated")]


@pytest.mark.usefixtures("inline")
def test_thumbnails_are_kept_for_each_content(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"forged", b=b"forged", c=b"fine")
    ran(source, tmp_path / "out", thumbnails=True)
    assert len(list((tmp_path / "out/thumbnails").rglob("*.jpg"))) == 2


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_finishes_what_is_in_flight_and_tells_how_to_go_on(tmp_path: Path, number: int) -> None:
    source = folder(tmp_path / "in", **{f"slow{number:02}": b"slow#%d" % number for number in range(60)})
    out = tmp_path / "out"
    process = started(source, out, "--workers", "2", "--no-thumbnails")
    wait_for(out, 1, process)
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, told = process.communicate(timeout=60)
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    assert process.returncode == 130
    assert f"Go on with: forgecheck batch {source} -o {out} --workers 2 --no-thumbnails --lang en" in told
    assert "Interrupted" in told
    assert "Traceback" not in told
    assert 2 <= len(lines) < 60
    assert all("verdict" in json.loads(line) for line in lines)


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
def test_the_second_signal_ends_at_once_and_keeps_what_is_known(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"fine", b=b"hang", c=b"hang#")
    out = tmp_path / "out"
    process = started(source, out, "--workers", "2")
    wait_for(out, 1, process)
    process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert time.monotonic() - begun < 30
    assert process.returncode == 130
    assert "Go on with: " in told
    assert "Traceback" not in told
    assert known(out) == 1
