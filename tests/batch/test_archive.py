from __future__ import annotations

import stat
import struct
import zlib
from pathlib import Path
from random import Random

import pytest
from batch import zips

from forgecheck.batch.archive import is_zip, members
from forgecheck.batch.source import Member, Refused, read
from forgecheck.errors import InputError
from forgecheck.load.limits import MEMBERS_MAX

MOST = 1_000_000


def contents(path: Path) -> dict[str, bytes]:
    return {name: read(source, MOST) for name, source in members(path)}


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        members(path)
    return caught.value.code


@pytest.mark.parametrize("compression", [0, 8])
def test_members_are_read_in_order_whatever_their_packing(tmp_path: Path, compression: int) -> None:
    files = {"b/律师函.png": b"fine" * 100, "a.png": b"forged", "empty": b""}
    path = zips.zipped(tmp_path / "a.zip", files, compression)
    assert contents(path) == files
    assert list(contents(path)) == list(files)


def test_a_large_member_is_unpacked_piece_by_piece(tmp_path: Path) -> None:
    data = bytes(Random(1).choices(b"ab", k=3_000_000))
    path = zips.zipped(tmp_path / "a.zip", {"a": data})
    ((_, source),) = members(path)
    assert read(source, 4_000_000) == data
    with pytest.raises(InputError, match="file_too_large"):
        read(source, 1_000_000)


def test_an_archive_after_other_bytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"MZ" + bytes(500) + zips.in_memory({"a.png": b"fine"}))
    assert contents(path) == {"a.png": b"fine"}


def test_an_empty_archive_has_no_members(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "a.zip", {})
    assert is_zip(path)
    assert members(path) == ()


def test_names_of_windows_in_china_are_read(tmp_path: Path) -> None:
    path = zips.one(tmp_path / "a.zip", "催收/律师函.png".encode("gb18030"))
    assert list(contents(path)) == ["催收/律师函.png"]


def test_names_are_made_anew(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "a.zip", {"./a\\b\u202e\x07.png": b"fine"})
    assert list(contents(path)) == ["a/b.png"]


def test_no_two_names_are_alike(tmp_path: Path) -> None:
    twice = zips.local(b"a.png", b"one")
    second = zips.central(b"a.png", offset=len(twice), packed=3, unpacked=3, crc=zlib.crc32(b"two"))
    directory = zips.central(b"a.png", packed=3, unpacked=3, crc=zlib.crc32(b"one")) + second
    path = zips.raw(tmp_path / "a.zip", twice + zips.local(b"a.png", b"two"), directory, 2)
    assert contents(path) == {"a.png": b"one", "a.png~2": b"two"}


def test_folders_hidden_files_and_what_macos_adds_are_left_out(tmp_path: Path) -> None:
    names = ["a/", "__MACOSX/a/._b.png", "a/.DS_Store", ".git/x.png", "a/b.png"]
    assert list(contents(zips.zipped(tmp_path / "a.zip", dict.fromkeys(names, b"fine")))) == ["a/b.png"]


@pytest.mark.parametrize(
    "name", [b"../a.png", b"a/../../b.png", b"/etc/passwd", b"C:/a.png", b"..\\a.png", b"\\\\host\\a"]
)
def test_a_name_that_leads_elsewhere_is_refused_alone(tmp_path: Path, name: bytes) -> None:
    ((shown, source),) = members(zips.one(tmp_path / "a.zip", name))
    assert isinstance(source, Refused)
    assert source.code == "archive_unsafe"
    assert ".." not in shown.split("/")
    assert not shown.startswith("/")


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"mode": stat.S_IFLNK | 0o777}, "a link"),
        ({"flags": 1}, "encrypted"),
        ({"method": 12}, "method of compression 12"),
        ({"unpacked": 500}, "4 bytes that become 500"),
    ],
)
def test_members_that_are_no_plain_files_are_refused_alone(tmp_path: Path, claims: dict[str, int], why: str) -> None:
    ((_, source),) = members(zips.one(tmp_path / "a.zip", **claims))
    assert source == Refused("archive_unsafe", why)
    with pytest.raises(InputError, match="archive_unsafe"):
        read(source, MOST)


def test_more_bytes_than_the_directory_says_are_not_unpacked(tmp_path: Path) -> None:
    packed = zips.deflated(bytes(1_000_000))
    claims = zips.central(b"a", packed=len(packed), unpacked=50_000, method=8)
    ((_, source),) = members(zips.raw(tmp_path / "a.zip", zips.local(b"a", packed, 8), claims, 1))
    with pytest.raises(InputError, match="archive_unsafe"):
        read(source, MOST)


@pytest.mark.parametrize(
    ("claims", "code"),
    [({"crc": 1}, "decode_failed"), ({"unpacked": 5}, "truncated"), ({"method": 8}, "decode_failed")],
)
def test_a_damaged_member_is_told_as_such(tmp_path: Path, claims: dict[str, int], code: str) -> None:
    ((_, source),) = members(zips.one(tmp_path / "a.zip", **claims))
    with pytest.raises(InputError) as caught:
        read(source, MOST)
    assert caught.value.code == code


def test_a_member_without_its_header_is_told_as_such(tmp_path: Path) -> None:
    path = zips.one(tmp_path / "a.zip")
    path.write_bytes(b"XX" + path.read_bytes()[2:])
    ((_, source),) = members(path)
    with pytest.raises(InputError, match="decode_failed"):
        read(source, MOST)


def test_members_that_overlap_are_a_bomb(tmp_path: Path) -> None:
    kernel = zips.local(b"a", bytes(1000))
    both = zips.central(b"a", packed=1000, unpacked=1000) + zips.central(b"b", packed=1000, unpacked=1000, offset=8)
    assert refusal(zips.raw(tmp_path / "a.zip", kernel + bytes(100), both, 2)) == "archive_unsafe"


def test_two_gigabytes_are_a_bomb(tmp_path: Path) -> None:
    member = zips.local(b"a", bytes(100))
    many = b"".join(zips.central(b"a", packed=0, unpacked=1_000_000_000, offset=31 * n) for n in range(3))
    assert refusal(zips.raw(tmp_path / "a.zip", member, many, 3)) == "archive_unsafe"


def test_too_many_members_are_not_even_listed(tmp_path: Path) -> None:
    path = zips.raw(tmp_path / "a.zip", b"", zips.central(b"a"), MEMBERS_MAX + 1)
    assert refusal(path) == "archive_unsafe"


def test_a_directory_that_is_too_long_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, 5_000_000, 0, 0)
    with path.open("wb") as file:
        file.truncate(5_000_000)
        file.seek(5_000_000)
        file.write(end)
    assert refusal(path) == "archive_unsafe"


@pytest.mark.parametrize("claims", [{"offset": 500}, {"packed": 5000}, {"packed": 0xFFFFFFFF}])
def test_a_member_outside_the_archive_is_refused(tmp_path: Path, claims: dict[str, int]) -> None:
    assert refusal(zips.one(tmp_path / "a.zip", **claims)) == "archive_unsafe"


def test_a_directory_that_is_elsewhere_is_refused(tmp_path: Path) -> None:
    path = zips.raw(tmp_path / "a.zip", b"", zips.central(b"a"), 1, said_offset=10_000)
    assert refusal(path) == "archive_unsafe"


def test_every_cut_of_an_archive_ends_in_a_coded_error(tmp_path: Path) -> None:
    whole = zips.in_memory({"a.png": b"fine" * 10, "b.png": b"forged" * 10})
    path = tmp_path / "a.zip"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError) as caught:
            members(path)
        assert caught.value.code in ("truncated", "decode_failed", "archive_unsafe")


def test_every_flipped_byte_ends_in_bytes_or_in_a_coded_error(tmp_path: Path) -> None:
    whole = zips.in_memory({"a.png": b"fine" * 3, "b.png": b"forged" * 3})
    path = tmp_path / "a.zip"
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            found = members(path)
        except InputError:
            continue
        for _, source in found:
            try:
                assert len(read(source, MOST)) <= len(whole)
            except InputError:
                continue


def test_a_zip_inside_a_zip_stays_closed(tmp_path: Path) -> None:
    path = zips.zipped(tmp_path / "a.zip", {"inner.zip": zips.in_memory({"a.png": b"fine"})})
    ((name, source),) = members(path)
    assert name == "inner.zip"
    assert isinstance(source, Member)
    assert read(source, MOST).startswith(b"PK")
