"""Digests change where what decides changes, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from forgecheck import __version__
from forgecheck.models import RECOGNISER
from forgecheck.versions import _digest, _walk, versions


def digest(folder: Path) -> str:
    return _digest(_walk(folder, ""))


def test_every_part_that_decides_is_named():
    told = versions()
    assert told["forgecheck"] == __version__
    assert told["text recogniser"] == RECOGNISER.sha256[:12]
    assert {"code", "rules", "rates", "seal finder", "libraries"} <= set(told)


def test_a_rule_a_table_or_a_name_changes_the_digest(tmp_path: Path):
    folder = tmp_path / "law"
    folder.mkdir()
    (folder / "rule.py").write_bytes(b"LIMIT = 4\n")
    (folder / "table.csv").write_bytes(b"a,b\n")
    seen = {digest(tmp_path)}
    (folder / "rule.py").write_bytes(b"LIMIT = 5\n")
    seen.add(digest(tmp_path))
    (folder / "table.csv").write_bytes(b"a,c\n")
    seen.add(digest(tmp_path))
    (folder / "table.csv").rename(folder / "other.csv")
    seen.add(digest(tmp_path))
    assert len(seen) == 4


def test_line_ends_and_compiled_files_do_not(tmp_path: Path):
    (tmp_path / "rule.py").write_bytes(b"LIMIT = 4\n")
    before = digest(tmp_path)
    (tmp_path / "rule.py").write_bytes(b"LIMIT = 4\r\n")
    (tmp_path / "rule.pyc").write_bytes(b"\0")
    assert digest(tmp_path) == before
