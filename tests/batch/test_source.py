from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from forgecheck.batch.source import File, Refused, chunks, read, sha256_of
from forgecheck.errors import InputError


def test_a_file_is_read_and_hashed(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    (tmp_path / "a").write_bytes(data)
    source = File(str(tmp_path / "a"))
    assert read(source, len(data)) == data
    assert sha256_of(source, len(data)) == hashlib.sha256(data).hexdigest()


def test_no_more_than_the_limit_is_handed_out(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(50_000_000)
    found = chunks(File(str(tmp_path / "a")), 3_000_000)
    assert sum(len(next(found)) for _ in range(2)) <= 3_000_000
    with pytest.raises(InputError, match="file_too_large"):
        list(found)


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="unsupported_format"):
        read(File(str(tmp_path / "pipe")), 100)


def test_what_was_refused_is_not_opened() -> None:
    with pytest.raises(InputError, match="archive_unsafe: a link"):
        read(Refused("archive_unsafe", "a link"), 100)


def test_a_vanished_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(File(str(tmp_path / "gone")), 100)
