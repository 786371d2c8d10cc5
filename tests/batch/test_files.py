from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath

import pytest

from forgecheck.batch.files import picture_path, replaced, safe_path, write_whole


@pytest.mark.parametrize("name", ["a.png", "C-1001/律师函 (2).png", "a.zip/b/c.jpg", "a.pdf#page=3"])
def test_a_harmless_name_stays_as_it_is(name: str) -> None:
    assert safe_path(name) == PurePosixPath(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "/",
            "..",
            "../a",
            "/etc/passwd",
            "a/../../b",
            "C:\\a",
            "a\nb",
            "a\u202eb",
            ".hidden",
            "a/.ssh/b",
            "con.png",
        ),
        *("NUL", "a.", "b ", "a\0b", "x" * 4096, "函" * 300, "a?b*c", "\udcff.png", "./a", "a//b"),
    ],
)
def test_an_evil_name_stays_inside_and_is_a_name_everywhere(name: str, tmp_path: Path) -> None:
    path = safe_path(name)
    assert not path.is_absolute()
    assert all(part not in ("..", ".", "") and not part.startswith(".") for part in path.parts)
    assert all(len(part.encode()) < 240 and part.isprintable() for part in path.parts)
    assert not set('\\:*?"<>|') & set(str(path))
    write_whole(tmp_path / path.with_name(path.name + ".html"), b"1")


def test_two_names_never_become_one() -> None:
    names = ["a", "/a", "./a", "../a", "a\x07", "A:a", "A?a", ".a", "_a", "a//b", "a/b"]
    assert len({str(safe_path(name)) for name in names}) == len(names)


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with suppress(KeyError), replaced(target) as new:
        new.write_text("half")
        raise KeyError
    assert target.read_text() == "old"
    with replaced(target) as new:
        new.write_text("new")
    assert target.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_pictures_of_pages_have_their_own_names() -> None:
    one, two = (picture_path(Path("t"), "ab" * 32, page, ".jpg") for page in (0, 7))
    assert one == Path("t/ab") / f"{'ab' * 32}.jpg"
    assert two == Path("t/ab") / f"{'ab' * 32}-7.jpg"
