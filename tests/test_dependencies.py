"""What we build on: every floor has its reason, what is pinned keeps to it, and only the loader decodes."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
DEPENDENCIES = [Requirement(each) for each in tomllib.loads(PROJECT)["project"]["dependencies"]]
DECODERS = re.compile(r"\bimread\b|\bimdecode\b|VideoCapture|\bPictures\.open\b|\bImage\.open\b|PdfDocument\(")
DANGEROUS = re.compile(
    r"\bpickle\b|\bmarshal\b|yaml\.(?:unsafe_)?load\(|\beval\(|\bexec\(|shell=True|os\.system|np\.load\("
)


def code(*folders: str) -> dict[str, str]:
    """Our files by their path in the repository, without docstrings and comments that only speak of things."""
    found = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = re.sub(r'"""(?:.|\n)*?"""|#[^\n]*', "", path.read_text("utf-8"))
            found[path.relative_to(ROOT).as_posix()] = text
    return found


def test_every_floor_has_its_reason():
    block = re.search(r"^dependencies = \[\n(.*?)^\]", PROJECT, re.MULTILINE | re.DOTALL)[1]
    reason = ""
    for line in block.splitlines():
        if line.strip().startswith("#"):
            reason = line
        elif "opencv-" not in line or not reason:
            assert len(reason) > 20, line
            reason = reason if "opencv-" in line else ""


@pytest.mark.parametrize("needed", DEPENDENCIES, ids=lambda each: each.name)
def test_what_is_pinned_and_installed_is_no_older_than_the_floor(needed: Requirement):
    pins = re.findall(rf"^{re.escape(needed.name)}==([\w.]+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert pins
    assert all(needed.specifier.contains(each) for each in [*pins, version(needed.name)])


def test_only_the_loader_decodes():
    """OpenCV's and Pillow's decoders are never given a stranger's bytes but behind the loader's limits."""
    decoding = {path for path, text in code("forgecheck", "web").items() if DECODERS.search(text)}
    own = {
        "forgecheck/measure/pixels.py",  # masks that the person who measures drew
        "forgecheck/batch/export/xlsx.py",  # thumbnails that a worker drew: their headers alone
        "forgecheck/link/report/page.py",  # the same, of so many pixels at most, encoded anew
    }
    assert {each for each in decoding if not each.startswith("forgecheck/load/")} <= own


def test_nothing_runs_what_it_reads():
    trusted = {
        "forgecheck/batch/cluster.py": "pickle",  # between the machines of one cluster, as Ray itself does
        "web/notes.py": "pickle",  # from a worker to a worker, about the same file
    }
    assert {
        path: found[0] for path, text in code("forgecheck", "web").items() if (found := DANGEROUS.search(text))
    } == trusted
