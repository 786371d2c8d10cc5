from __future__ import annotations

from pathlib import Path

import pytest
from batch import zips
from batch.stub import folder

from forgecheck.batch.manifest import ManifestError
from forgecheck.batch.source import Refused, read
from forgecheck.batch.walk import as_input, walk
from forgecheck.errors import SetupError


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


def test_a_zip_gives_its_members_with_names_of_their_own(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "complaints.zip", {"c1/a.png": b"fine", "b.png": b"forged"})
    entries = walk([path], tmp_path / "out")
    assert [(each.name, read(each.source, 100)) for each in entries] == [("c1/a.png", b"fine"), ("b.png", b"forged")]


def test_zips_in_a_folder_are_opened_and_their_members_named_after_them(tmp_path: Path) -> None:
    folder(tmp_path / "in", a=b"fine")
    zips.zipped(tmp_path / "in/b.ZIP", {"x.png": b"fine"})
    assert names([tmp_path / "in"], tmp_path / "out") == ["a.png", "b.ZIP/x.png"]


def test_a_picture_called_zip_and_a_zip_called_docx_are_files(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.zip").write_bytes(b"\xff\xd8\xff picture")
    (source / "b.docx").write_bytes(zips.in_memory({"x.png": b"fine"}))
    assert names([source], tmp_path / "out") == ["a.zip", "b.docx"]


def test_a_broken_zip_becomes_one_entry_with_its_error(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zips.in_memory({"x.png": b"fine"})[:-30])
    (only,) = walk([path], tmp_path / "out")
    assert isinstance(only.source, Refused)
    assert only.name == path.as_posix()


def test_a_manifest_names_files_beside_it_and_carries_its_columns(tmp_path: Path) -> None:
    folder(tmp_path / "pictures", a=b"fine", b=b"forged")
    manifest = tmp_path / "m.csv"
    manifest.write_text("file,no\npictures/b.png,C-2\npictures\\a.png,C-1\npictures/gone.png,C-3\n")
    entries = walk([manifest], tmp_path / "out")
    assert [(each.name, dict(each.columns)) for each in entries] == [
        ("pictures/b.png", {"no": "C-2"}),
        ("pictures\\a.png", {"no": "C-1"}),
        ("pictures/gone.png", {"no": "C-3"}),
    ]
    assert [read(each.source, 100) for each in entries[:2]] == [b"forged", b"fine"]


def test_a_manifest_beside_other_inputs_gives_whole_names(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", a=b"fine")
    (tmp_path / "m.csv").write_text("file\none/a.png\n")
    found = names([one, tmp_path / "m.csv"], tmp_path / "out")
    assert found == [(one / "a.png").as_posix()] * 2


def test_a_manifest_inside_a_folder_is_a_file_like_others(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("file\na.png\n")
    assert names([tmp_path], tmp_path / "out") == ["m.csv"]


def test_a_manifest_that_names_no_files_ends_the_run_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("picture\na.png\n")
    with pytest.raises(ManifestError):
        walk([tmp_path / "m.csv"], tmp_path / "out")


def test_a_shared_store_is_listed_by_its_address(tmp_path: Path) -> None:
    folder(tmp_path / "in", b=b"fine", a=b"forged")
    folder(tmp_path / "in/.hidden", c=b"")
    folder(tmp_path / "in/deeper", d=b"blurred")
    given = as_input(f"file://{tmp_path}/in/")
    entries = walk([given], tmp_path / "out")
    assert [(each.name, read(each.source, 100)) for each in entries] == [
        ("a.png", b"forged"),
        ("b.png", b"fine"),
        ("deeper/d.png", b"blurred"),
    ]
    (only,) = walk([as_input(f"file://{tmp_path}/in/b.png")], tmp_path / "out")
    assert (only.name, read(only.source, 100)) == ("b.png", b"fine")
    assert names([given, tmp_path / "in"], tmp_path / "out")[0].startswith("file://")


@pytest.mark.parametrize("address", ["nosuchstore://bucket/a", "s3://nosuchbucket"])
def test_a_store_that_cannot_be_reached_ends_the_run_before_it_begins(
    tmp_path: Path, address: str, monkeypatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "s3fs", None)
    with pytest.raises(SetupError, match="cannot be listed"):
        walk([as_input(address)], tmp_path / "out")
