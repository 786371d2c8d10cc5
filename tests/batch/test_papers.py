from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest
from batch import zips
from batch.stub import folder, open_stub
from files import paper

from forgecheck.cli import main

pytestmark = pytest.mark.usefixtures("inline")


def ran(*arguments: str | Path) -> int:
    return main([str(each) for each in arguments], open_stub)


@pytest.fixture
def out(tmp_path: Path, inline: None) -> Path:
    source = folder(tmp_path / "in", a=b"forged", b=b"fine", c=b"error truncated")
    (source / "d.pdf").write_bytes(paper(2))
    zips.zipped(source / "e.zip", {"x/律师函.png": b"forged#2"})
    assert ran("batch", source, "-o", tmp_path / "out", "--workers", "1") == 1
    return tmp_path / "out"


def reports(out: Path) -> set[str]:
    return {path.relative_to(out / "reports").as_posix() for path in (out / "reports").rglob("*.html")}


def test_chosen_rows_get_reports_that_the_tables_link(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("report", out, "--where", "label=forged", "--workers", "1") == 0
    assert reports(out) == {"a.png.html", "e.zip/x/律师函.png.html"}
    assert "有伪造迹象" in (out / "reports/a.png.html").read_text("utf-8")
    rows = {each["path"]: each for each in csv.DictReader((out / "results.csv").read_text("utf-8-sig").splitlines())}
    assert rows["e.zip/x/律师函.png"]["report"] == "reports/e.zip/x/律师函.png.html"
    assert rows["b.png"]["report"] == ""
    assert 'href="reports/a.png.html"' in (out / "index.html").read_text("utf-8")
    assert "做了 2 份报告" in capsys.readouterr().err


def test_pages_of_a_pdf_have_reports_of_their_own(out: Path) -> None:
    assert ran("report", out, "--where", "path~d.pdf", "--where", "page=2", "--workers", "1") == 0
    assert reports(out) == {"d.pdf-page-2.html"}


def test_a_pdf_and_an_evidence_pack_are_made_of_the_same_row(out: Path) -> None:
    assert ran("report", out, "--where", "label=forged", "--format", "pdf,pack", "--workers", "1") == 0
    assert (out / "reports/a.png.pdf").read_bytes().startswith(b"%PDF-")
    with zipfile.ZipFile(out / "reports/a.png.zip") as pack:
        assert pack.read("original.png") == b"forged"
    rows = {each["path"]: each for each in csv.DictReader((out / "results.csv").read_text("utf-8-sig").splitlines())}
    assert rows["a.png"]["report"] == "reports/a.png.pdf"


def test_conditions_must_all_hold_and_a_limit_counts(out: Path) -> None:
    assert ran("report", out, "--limit", "1", "--workers", "1") == 0
    assert reports(out) == {"a.png.html"}


@pytest.mark.parametrize("where", ["colour=red", "label"])
def test_a_condition_that_is_not_understood_is_wrong_usage(out: Path, where: str) -> None:
    assert ran("report", out, "--where", where) == 2


def test_a_file_that_changed_or_is_gone_has_no_report(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out.parent / "in/a.png").write_bytes(b"fine#other")
    (out.parent / "in/b.png").unlink()
    assert ran("report", out, "--where", "path=a.png,b.png", "--workers", "1", "--lang", "en") == 3
    told = capsys.readouterr().err
    assert "a.png: [internal]" in told
    assert "changed" in told
    assert "b.png: [internal]" in told
    assert "reports made: 0, not made: 2" in told


def test_files_that_were_moved_are_found_where_they_are_said_to_be(out: Path) -> None:
    (out.parent / "in").rename(out.parent / "moved")
    options = ["--where", "path=a.png", "--workers", "1"]
    assert ran("report", out, *options) == 3
    assert ran("report", out, *options, "--source", out.parent / "moved") == 0


def test_results_of_other_rules_are_not_reported_on(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = json.loads((out / "run.json").read_text("utf-8"))
    (out / "run.json").write_text(json.dumps(state | {"fingerprint": "0" * 16}))
    assert ran("report", out) == 4
    assert "other rules" in capsys.readouterr().err


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    assert ran("report", tmp_path) == 4
