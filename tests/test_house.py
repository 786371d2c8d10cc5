"""The rules of the house, kept by machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from forgecheck.judge import all_checks
from forgecheck.judge.manual import manual

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "forgecheck"
# Each may import from those to its left, and from itself.
ORDER = [
    *("tables", "numerals", "stages", "place", "container", "sighting", "evidence", "finding", "errors", "wording"),
    *("models", "load", "look", "judge", "rates", "weigh", "versions", "show", "confine", "batch", "link", "measure"),
    *("sbom", "doctor", "cli"),
]
# An inspection passes through all; models opens the reader of look on first use.
EXCEPT = {("models", "look"), ("errors", "finding")}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Names after `forgecheck.` that a file imports, types included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("forgecheck."):
            found.add(node.module.split(".")[1])
    return found


@pytest.mark.parametrize("path", [p for p in modules() if p.parent != PACKAGE or p.stem in ORDER], ids=str)
def test_imports_point_one_way(path: Path):
    word = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert word in ORDER
    wrong = {name for name in imports(path) if ORDER.index(name) > ORDER.index(word) and (word, name) not in EXCEPT}
    assert not wrong


@pytest.mark.parametrize("path", sorted((PACKAGE / "judge").rglob("*.py")), ids=lambda path: path.stem)
def test_checks_know_nothing_of_pictures_and_files(path: Path):
    text = path.read_text("utf-8")
    assert not re.search(r"^\s*(import|from) (cv2|PIL|skimage|onnxruntime|paddleocr|flask)", text, re.MULTILINE)


@pytest.mark.parametrize("path", sorted((PACKAGE / "judge").rglob("*.py")), ids=lambda path: path.stem)
def test_families_share_only_what_stands_above_them(path: Path):
    """A helper ``_name`` belongs to its folder, and a check imports no other check."""
    own = path.parent.name
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        parts = (node.module or "").split(".") if isinstance(node, ast.ImportFrom) else []
        if parts[:2] == ["forgecheck", "judge"] and len(parts) == 4:
            assert parts[2] == own, f"{node.module} belongs to another family"
            assert parts[3].startswith("_"), f"{node.module} is a check"


@pytest.mark.parametrize("name", all_checks())
def test_a_check_has_a_manual_and_a_test(name: str):
    page = manual(all_checks()[name])
    assert set(page.sections) == {"Innocent causes", "Limits", "Sources"}
    assert all(page.sections.values())
    assert page.sources
    assert len(page.title) <= 120
    family, short = name.split(".")
    test = ROOT / "tests" / "judge" / family / f"test_{short}.py"
    assert test.is_file()
    assert "silent" in test.read_text("utf-8")


@pytest.mark.parametrize("path", [*modules(), *sorted((ROOT / "web").rglob("*.py"))], ids=str)
def test_files_are_small(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_import_is_light():
    heavy = "cv2 numpy paddleocr onnxruntime skimage flask PIL"
    code = f"import forgecheck, sys; print(*set('{heavy}'.split()) & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_there_is_one_opencv():
    from importlib.metadata import version

    import cv2

    versions = {version(f"opencv-{name}") for name in ("python", "contrib-python", "python-headless")}
    assert len(versions) == 1
    assert versions.pop().startswith(cv2.__version__)
