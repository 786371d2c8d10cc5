"""The commands link, forget and check --links from outside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from batch.stub import folder, report
from build import evidence
from link.papers import batch, fingerprint, row, stamp, text

from forgecheck.cli import main

SEAL = stamp(fingerprint(1, flaws=5))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return batch(tmp_path / "out", [row(text(number=at), [SEAL], name=f"{at}.jpg") for at in range(5)])


def link(out: Path, *more: str) -> int:
    return main(["link", str(out), "--db", str(out.parent / "links.sqlite"), *more])


def test_link_writes_all_reports(out: Path, capsys: pytest.CaptureFixture[str]):
    assert link(out) == 0
    assert sorted(path.name for path in (out / "links").iterdir()) == [
        "links.csv",
        "links.graphml",
        "links.html",
        "links_pairs.csv",
    ]
    said = capsys.readouterr()
    assert said.out == ""
    assert "5 份分属 1 组" in said.err
    assert "5 in 1 groups" in said.err


def test_reports_go_where_they_are_wanted(out: Path):
    assert link(out, "--report", str(out.parent / "else")) == 0
    assert (out.parent / "else" / "links.html").is_file()
    assert not (out / "links").exists()


def test_a_folder_without_results_is_a_wrong_set_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["link", str(tmp_path), "--db", str(tmp_path / "links.sqlite")]) == 4
    assert "results.jsonl" in capsys.readouterr().err


def test_forget_removes_a_file(out: Path, capsys: pytest.CaptureFixture[str]):
    link(out)
    db = str(out.parent / "links.sqlite")
    digest = json.loads((out / "results.jsonl").read_text("utf-8").splitlines()[2])["input"]["sha256"]
    assert main(["forget", digest.upper(), "--db", db]) == 0
    assert "removed" in capsys.readouterr().err
    assert main(["forget", digest, "--db", db]) == 3
    assert "not in the store" in capsys.readouterr().err
    assert digest.encode() not in Path(db).read_bytes()


@pytest.mark.parametrize("wrong", ["abc", "g" * 64, "0" * 63])
def test_forget_wants_a_hash(out: Path, wrong: str, capsys: pytest.CaptureFixture[str]):
    link(out)
    assert main(["forget", wrong, "--db", str(out.parent / "links.sqlite")]) == 2
    assert "SHA-256" in capsys.readouterr().err


def test_forget_makes_no_store(tmp_path: Path):
    assert main(["forget", "0" * 64, "--db", str(tmp_path / "links.sqlite")]) == 4
    assert list(tmp_path.iterdir()) == []


def test_check_tells_what_the_store_knows(out: Path, capsys: pytest.CaptureFixture[str]):
    link(out)
    capsys.readouterr()
    seen = evidence(text(number=77), type="lawyer_letter", seals=[SEAL])
    seen = replace(seen, document=replace(seen.document, sha256="f" * 64))
    known = replace(report("no_forgery_found"), evidence=seen)
    file = folder(out.parent / "files", a=b"fine") / "a.png"
    arguments = ["check", str(file), "--json", "--links", str(out.parent / "links.sqlite")]
    assert main(arguments, lambda *_: lambda *_: known) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["input"]["sha256"] == "f" * 64


def test_check_makes_no_store(tmp_path: Path):
    file = folder(tmp_path / "files", a=b"fine") / "a.png"
    known = report("no_forgery_found")
    assert main(["check", str(file), "--links", str(tmp_path / "none")], lambda *_: lambda *_: known) == 4
    assert not (tmp_path / "none").exists()
