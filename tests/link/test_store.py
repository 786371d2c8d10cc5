"""The store: what goes in comes out, nothing readable is kept, and what is forgotten is gone."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from link.papers import LETTER, OTHER, fingerprint, read, stamp, text
from link.stores import DAY, add, clusters, edges, store

from forgecheck.errors import SetupError
from forgecheck.link.opening import KEY, open_store
from forgecheck.link.trail import Tracer

SEAL = stamp(fingerprint(1, flaws=5))
PRIVATE = ("张建国", "正信", "江州", "13812345678", "6222021234567890123", "law-pay", "云律函字", "complaint-7")


def private_rows() -> list[tuple]:
    more = "\n收款账号：6222021234567890123\n还款链接 https://a.law-pay.top/x\n（2025）云律函字第12号"
    return [(text(number=at, phone="13812345678", name="张建国") + more, [SEAL]) for at in range(3)]


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix != ".key")


def test_a_trail_comes_out_as_it_went_in(tmp_path: Path):
    kept = store(tmp_path)
    given = Tracer(kept.secret).trail(read(text(), [SEAL]))
    (ident,) = add(kept, (text(), [SEAL]))
    found = kept.trails([ident])[ident].trail
    np.testing.assert_array_equal(found.wording, given.wording)
    np.testing.assert_array_equal(found.style, given.style)
    for name in ("sha256", "page", "kind", "label", "issuer", "grams", "stamps", "particulars", "seal_keys"):
        assert getattr(found, name) == getattr(given, name), name
    assert set(found.anchors) == set(given.anchors)


def test_papers_that_are_known_are_not_taken_in_again(tmp_path: Path):
    kept = store(tmp_path)
    first = add(kept, (text(),), (text(OTHER),))
    before = everything(tmp_path)
    assert add(kept, (text(),), (text(OTHER),)) == first
    assert kept.size() == 2
    assert kept.database.rows("SELECT max(papers) FROM named")[0][0] <= 2
    assert len(everything(tmp_path)) >= len(before)


def test_no_text_no_number_and_no_name_is_kept(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *private_rows(), name="complaint-7.jpg")
    kept.close()
    content = everything(tmp_path)
    assert len(content) > 10_000
    for secret in PRIVATE:
        for encoding in ("utf-8", "utf-16-le", "utf-32-le", "gbk"):
            assert secret.encode(encoding) not in content, (secret, encoding)


def test_another_installation_has_other_hashes(tmp_path: Path):
    found = []
    for name in ("one", "other"):
        kept = store(tmp_path / name)
        add(kept, *private_rows())
        found.append({row[0] for row in kept.database.rows("SELECT hash FROM anchor")})
    assert found[0]
    assert not found[0] & found[1]


def test_what_is_forgotten_is_gone(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *private_rows())
    digest = kept.trails(ids)[ids[1]].trail.sha256
    assert clusters(kept) == [ids]
    with kept.writing():
        assert kept.forget(digest) == 1
    for table, column in (("paper", "id"), ("seal", "paper"), ("anchor", "paper"), ("found", "paper")):
        assert not kept.database.rows(f"SELECT 1 FROM {table} WHERE {column} = {ids[1]}"), table
    assert all(ids[1] not in pair for pair in edges(kept))
    kept.close()
    assert digest.encode() not in everything(tmp_path)


def test_what_is_forgotten_leaves_no_trace_in_counts(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, (text(OTHER),))
    before = kept.database.rows("SELECT hash, papers FROM named ORDER BY hash")
    (ident,) = add(kept, (text(LETTER), [SEAL]))
    with kept.writing():
        kept.forget(kept.trails([ident])[ident].trail.sha256)
    assert kept.database.rows("SELECT hash, papers FROM named ORDER BY hash") == before


def test_forgetting_one_does_not_part_the_others(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *((text(number=at),) for at in range(30)))
    digest = kept.trails(ids)[ids[0]].trail.sha256
    with kept.writing():
        kept.forget(digest)
    assert kept.unlinked()
    add(kept)
    assert clusters(kept) == [ids[1:]]


def test_forgetting_a_stranger_changes_nothing(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *private_rows())
    with kept.writing():
        assert kept.forget("0" * 64) == 0
    assert kept.size() == 3


def test_a_run_that_fails_leaves_nothing_half_done(tmp_path: Path):
    kept = store(tmp_path)
    trail = Tracer(kept.secret).trail(read(text()))

    def fails() -> None:
        with kept.writing():
            kept.add([trail], DAY, False)
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert kept.size() == 0


def test_a_store_opens_with_its_own_secret_only(tmp_path: Path):
    store(tmp_path).close()
    store(tmp_path / "other").close()
    with pytest.raises(SetupError, match="not the secret of this store"):
        open_store(str(tmp_path / "links.sqlite"), tmp_path / "other" / "links.key")
    (tmp_path / "links.key").unlink()
    with pytest.raises(SetupError, match="is missing"):
        store(tmp_path)


def test_the_secret_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    store(tmp_path).close()
    shutil.move(tmp_path / "links.key", tmp_path / "safe")
    monkeypatch.setenv(KEY, str(tmp_path / "safe"))
    open_store(str(tmp_path / "links.sqlite")).close()


def test_a_store_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(SetupError, match="is no store"):
        open_store(str(tmp_path / "none.sqlite"))
    assert not list(tmp_path.iterdir())


def test_a_foreign_file_is_told(tmp_path: Path):
    (tmp_path / "a.sqlite").write_text("这不是数据库，" * 100)
    with pytest.raises(SetupError, match="cannot be used"):
        open_store(str(tmp_path / "a.sqlite"))
    sqlite3.connect(tmp_path / "b.sqlite").execute("CREATE TABLE about (name, value)").connection.close()
    with pytest.raises(SetupError):
        open_store(str(tmp_path / "b.sqlite"))


def test_a_store_of_another_version_is_told(tmp_path: Path):
    kept = store(tmp_path)
    with kept.writing():
        kept.database.run("UPDATE about SET value = 'forgecheck.links/0' WHERE name = 'schema'")
    kept.close()
    with pytest.raises(SetupError, match="another version"):
        store(tmp_path)
