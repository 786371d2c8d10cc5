"""The secret: without it hashes can be neither made nor tried out."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from forgecheck.errors import SetupError
from forgecheck.link.secret import Secret, make_secret, read_secret


def test_equal_parts_give_equal_numbers_and_other_secrets_give_others():
    one, other = Secret(bytes(32)), Secret(bytes(31) + b"\1")
    assert one.number("mobile", "13800000000") == one.number("mobile", "13800000000")
    assert one.number("mobile", "13800000000") != other.number("mobile", "13800000000")
    assert one.number("a", "bc") != one.number("ab", "c")
    assert -(2**63) <= one.number("x") < 2**63


def test_a_new_secret_is_kept_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "new" / "links.key"
    made = make_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_secret(path).check == made.check == make_secret(path).check
    assert made.check not in path.read_text()


@pytest.mark.parametrize("content", [None, "", "zz", "00" * 31])
def test_a_missing_or_damaged_secret_is_told(tmp_path: Path, content: str | None):
    path = tmp_path / "links.key"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SetupError, match=r"links\.key"):
        read_secret(path)
