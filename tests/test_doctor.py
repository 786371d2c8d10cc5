"""The doctor tells what is missing, what was changed, and what a worker is refused."""

from __future__ import annotations

from importlib.metadata import FileHash, PackagePath
from pathlib import Path

import pytest

from forgecheck import doctor
from forgecheck.cli import main
from forgecheck.confine import SWITCH
from forgecheck.doctor import Fact


def test_all_is_well_here(capsys: pytest.CaptureFixture[str]):
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "FAIL" not in told
    for words in ("text detector", "seal finder", "files of rapidocr", "worker: network", "worker: memory"):
        assert words in told


def test_what_would_be_better_is_no_failure(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(SWITCH, "off")
    facts = {each.name: each for each in doctor._locks()}
    assert facts["worker: network"].state == "off"
    assert f"{SWITCH}=off" in facts["worker: network"].says
    assert Fact("x", False, "").state == "FAIL"


def test_what_makes_it_slow_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr("cv2.checkHardwareSupport", lambda _: False)
    facts = {each.name: each for each in (doctor._cores(), *doctor._cv2())}
    assert "twice as long" in facts["cores"].says
    assert "slower" in facts["vector instructions"].says
    assert {facts[each].state for each in ("cores", "vector instructions")} == {"off"}
    assert facts["cv2"].ok


def test_a_file_that_was_changed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    class Installed:
        files: tuple[PackagePath, ...]

    def recorded(name: str, spec: str) -> PackagePath:
        path = PackagePath(name)
        path.hash = FileHash(spec)
        path.dist = type("Dist", (), {"locate_file": staticmethod(lambda each: tmp_path / each)})
        return path

    (tmp_path / "articles.csv").write_bytes(b"a")
    empty = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    a = "sha256=ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs"
    Installed.files = (recorded("articles.csv", a), recorded("gone.csv", a))
    monkeypatch.setattr(doctor, "distribution", lambda name: Installed)
    assert doctor._installed("forgecheck") == Fact(
        "files of forgecheck", False, "1 changed since the installation: gone.csv"
    )
    Installed.files = (recorded("articles.csv", empty),)
    assert "articles.csv" in doctor._installed("forgecheck").says
    Installed.files = ()
    assert doctor._installed("forgecheck").ok
