from __future__ import annotations

from pathlib import Path

from batch.stub import folder

from forgecheck.batch.walk import walk


def names(inputs: list[Path], leave: Path) -> list[str]:
    return [each.name for each in walk(inputs, leave)]


def test_names_are_relative_to_the_one_folder_and_sorted(tmp_path: Path) -> None:
    folder(tmp_path, b=b"", a=b"")
    folder(tmp_path / "deeper", c=b"")
    assert names([tmp_path], tmp_path / "out") == ["a.png", "b.png", "deeper/c.png"]


def test_nothing_is_chosen_by_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "mmexport1700000000000").write_bytes(b"")
    assert names([tmp_path], tmp_path / "out") == ["mmexport1700000000000"]


def test_hidden_files_links_and_earlier_results_are_left_out(tmp_path: Path) -> None:
    folder(tmp_path, a=b"")
    folder(tmp_path / "out", results=b"")
    folder(tmp_path / ".thumbnails", t=b"")
    (tmp_path / ".DS_Store").write_bytes(b"")
    (tmp_path / "link.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "round").symlink_to(tmp_path)
    assert names([tmp_path], tmp_path / "out") == ["a.png"]


def test_files_and_several_folders_keep_the_names_they_were_given(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", a=b""), folder(tmp_path / "two", a=b"")
    assert names([one, two], tmp_path / "out") == [(one / "a.png").as_posix(), (two / "a.png").as_posix()]
    assert names([one / "a.png"], tmp_path / "out") == [(one / "a.png").as_posix()]
