from __future__ import annotations

from pathlib import Path

import pytest

from forgecheck.batch import fingerprint as module
from forgecheck.batch.fingerprint import LENGTH, fingerprint
from forgecheck.rates import TEAM


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small forgecheck and its models, to be changed."""
    for name in ("judge/law", "batch", "show", "models"):
        (tmp_path / name).mkdir(parents=True)
    for name in (
        "judge/law/rule.py",
        "judge/law/table.csv",
        "batch/run.py",
        "cli.py",
        "show/page.html",
        "models/net.onnx",
    ):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "files", lambda package: tmp_path / ("models" if "models" in package else ""))
    return tmp_path


def test_the_same_code_and_options_have_the_same_fingerprint() -> None:
    assert fingerprint({"pdf": "pages", "x": 1}) == fingerprint({"x": 1, "pdf": "pages"})
    assert len(fingerprint({})) == LENGTH


@pytest.mark.parametrize("name", ["judge/law/rule.py", "judge/law/table.csv", "show/page.html", "models/net.onnx"])
def test_one_changed_byte_of_code_rules_or_models_is_another(code: Path, name: str) -> None:
    before = fingerprint({})
    (code / name).write_text((code / name).read_text() + " ")
    assert fingerprint({}) != before


def test_a_new_rule_or_a_rule_by_another_name_is_another(code: Path) -> None:
    before = fingerprint({})
    (code / "judge/law/rule.py").rename(code / "judge/law/rules.py")
    assert fingerprint({}) != before


@pytest.mark.parametrize("name", ["batch/run.py", "cli.py"])
def test_what_only_arranges_results_changes_nothing(code: Path, name: str) -> None:
    before = fingerprint({})
    (code / name).write_text("changed")
    assert fingerprint({}) == before


def test_options_are_part_of_it() -> None:
    assert fingerprint({"pdf": "pages"}) != fingerprint({"pdf": "whole"})


def test_a_teams_thresholds_are_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint({})
    monkeypatch.setenv(TEAM, str(tmp_path / "own.json"))
    (tmp_path / "own.json").write_text("1")
    one = fingerprint({})
    (tmp_path / "own.json").write_text("2")
    assert len({before, one, fingerprint({})}) == 3


def test_versions_of_libraries_are_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint({})
    monkeypatch.setattr(module, "version", lambda package: "99")
    assert fingerprint({}) != before
