from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from forgecheck.batch.store import OPEN, SEALED, Key, Record, Store, as_line, write_part


def key(name: str, page: int = 0) -> Key:
    return Key(hashlib.sha256(name.encode()).hexdigest(), page)


def record(name: str, page: int = 0, label: str = "forged", **more: object) -> Record:
    body = json.dumps({"input": {"path": ""}, "name": name, "zh": "律师函"}, ensure_ascii=False)
    return Record(key(name, page), "report", label, False, 0, body)._replace(**more)


def failed(name: str, code: str = "timeout", deaths: int = 0) -> Record:
    return Record(key(name), "error", code, False, deaths, '{"detail": ""}')


def parts(folder: Path, suffix: str = SEALED) -> list[Path]:
    return sorted(folder.glob(f"*{suffix}"))


def test_what_was_appended_is_there_at_once_and_after_a_restart(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append(record("a"))
    store.append(record("b", page=3, label="suspicious"))
    for number in range(2):
        each = Store(tmp_path) if number else store
        known = each.get(key("b", 3))
        assert (known.what, known.value) == ("report", "suspicious")
        assert json.loads(each.body(known))["name"] == "b"
        assert json.loads(each.body(each.get(key("a"))))["zh"] == "律师函"
        assert each.get(key("b")) is None


def test_nothing_is_written_for_a_store_that_learns_nothing(tmp_path: Path) -> None:
    Store(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_a_part_gets_its_last_name_when_it_is_full_or_the_store_is_closed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("forgecheck.batch.store.PART_LINES", 2)
    store = Store(tmp_path)
    for name in "abcde":
        store.append(record(name))
    assert (len(parts(tmp_path)), len(parts(tmp_path, OPEN))) == (2, 1)
    store.close()
    assert (len(parts(tmp_path)), len(parts(tmp_path, OPEN))) == (3, 0)
    assert [json.loads(store.body(store.get(key(name))))["name"] for name in "abcde"] == list("abcde")


def test_a_torn_last_line_costs_only_itself(tmp_path: Path) -> None:
    whole = as_line(record("a")) + as_line(record("b"))
    torn = as_line(record("c"))
    for length in (*range(0, len(torn) - 1, 17), len(torn) - 1):
        folder = tmp_path / str(length)
        folder.mkdir()
        (folder / f"x{OPEN}").write_bytes(whole + torn[:length])
        store = Store(folder)
        assert len(store) == 2
        assert json.loads(store.body(store.get(key("b"))))["name"] == "b"
        assert parts(folder, OPEN) == []


@pytest.mark.parametrize(
    "junk", [b"\0" * 500 + b"\n", b"{}\n", b"[1, 2]\n", b"\xff\xfe\n", as_line(record("x")).replace(b'"zh"', b'"zh')]
)
def test_a_damaged_line_never_costs_the_others(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / f"x{OPEN}").write_bytes(as_line(record("a")) + junk + as_line(record("b")))
    (tmp_path / f"y{SEALED}").write_bytes(as_line(record("c")) + junk[:20] + b"\n" + as_line(record("d")))
    store = Store(tmp_path)
    assert all(store.get(key(name)) is not None for name in "abcd")


def test_a_report_beats_an_error_in_whatever_order_they_are_read(tmp_path: Path) -> None:
    for number, order in enumerate(([failed("a"), record("a")], [record("a"), failed("a")])):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, each in zip("xy", order, strict=True):
            (folder / f"{name}{SEALED}").write_bytes(as_line(each))
        assert Store(folder).get(key("a")).what == "report"


def test_deaths_are_never_forgotten(tmp_path: Path) -> None:
    (tmp_path / f"x{SEALED}").write_bytes(as_line(failed("a", "internal", 2)) + as_line(failed("a", "timeout", 1)))
    assert Store(tmp_path).get(key("a")).deaths == 2


def test_several_writers_share_a_folder(tmp_path: Path) -> None:
    write_part(tmp_path, [as_line(record("a"))])
    write_part(tmp_path, [as_line(record("b"))])
    assert len(parts(tmp_path)) == 2
    assert len(Store(tmp_path)) == 2


def test_an_error_keeps_its_code_and_a_pdf_its_pages(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append(failed("a", "too_small"))
    store.append(Record(key("b"), "pages", "12", False, 0, "null"))
    assert store.get(key("a")).value == "too_small"
    assert store.get(key("b")).value == "12"


KILLED = """
import os, sys
from pathlib import Path
from batch.test_store import record
from forgecheck.batch.store import Store
store = Store(Path(sys.argv[1]))
for number in range(1000):
    store.append(record(str(number)))
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself with a signal")
def test_a_killed_process_loses_nothing_that_was_appended(tmp_path: Path) -> None:
    tests = str(Path(__file__).parents[1])
    code = f"import sys; sys.path.insert(0, {tests!r}){KILLED}"
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)]).returncode == -9
    assert len(parts(tmp_path, OPEN)) == 1
    assert len(Store(tmp_path)) == 1000
