"""A store on a real PostgreSQL server: the same answers as from a file."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from link.papers import OTHER, batch, fingerprint, misread, row, stamp, text
from link.stores import DAY, add, clusters, store

from forgecheck.cli import main
from forgecheck.errors import SetupError
from forgecheck.link.opening import open_store
from forgecheck.link.run import link

SEAL = stamp(fingerprint(1, flaws=5))
START_S = 60  # a loaded machine takes a while


def programs() -> Path | None:
    """Where the server's programs are; the newest where there are several."""
    found = [each.parent for each in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))]
    which = shutil.which("initdb")
    return found[-1] if found else Path(which).parent if which else None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of a server of our own on loopback, in a folder that goes away."""
    pytest.importorskip("sqlalchemy", reason="forgecheck[postgres] is not installed")
    pytest.importorskip("psycopg", reason="forgecheck[postgres] is not installed")
    place = programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed")
    user = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root
    with tempfile.TemporaryDirectory(prefix="links") as root:
        if user:
            shutil.chown(root, user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        common = {"user": user, "cwd": root, "check": True, "capture_output": True, "timeout": START_S * 2}
        data = f"{root}/data"
        subprocess.run(
            [place / "initdb", "-D", data, "-U", "links", "-A", "trust", "-E", "UTF8", "--no-sync"], **common
        )
        control = [place / "pg_ctl", "-D", data, "-w", "-t", str(START_S)]
        settings = f"-h 127.0.0.1 -p {port} -k {root} -F"
        subprocess.run([*control, "-o", settings, "-l", f"{root}/log", "start"], **common)
        try:
            yield f"postgresql://links@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **{**common, "check": False})


@pytest.fixture
def place(server: str) -> Iterator[str]:
    """The server, empty."""
    from sqlalchemy import create_engine
    from sqlalchemy import text as sql

    yield server
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(sql("DROP SCHEMA public CASCADE"))
        connection.execute(sql("CREATE SCHEMA public"))
    engine.dispose()


def papers() -> list[tuple]:
    return [
        (misread(text(OTHER if at % 3 else text(), at), 0.02, at), [SEAL] if at % 2 else [stamp(fingerprint(at, at))])
        for at in range(24)
    ]


def test_a_server_finds_what_a_file_finds(place: str, tmp_path: Path):
    one, other = store(tmp_path, place), store(tmp_path)
    for some in (papers()[:10], papers()[10:]):
        add(one, *some)
        add(other, *some)
    assert clusters(one) == clusters(other) != []
    for table in ("edge", "named", "found"):
        count = f"SELECT count(*) FROM {table}"
        assert one.database.rows(count) == [tuple(each) for each in other.database.rows(count)], table
    one.close()


def test_a_server_forgets(place: str, tmp_path: Path):
    kept = store(tmp_path, place)
    ids = add(kept, *papers())
    digest = kept.trails(ids)[ids[3]].trail.sha256
    with kept.writing():
        assert kept.forget(digest) == 1
    add(kept)
    assert all(ids[3] not in each for each in clusters(kept))
    for table, column in (("paper", "id"), ("seal", "paper"), ("anchor", "paper"), ("found", "paper")):
        assert not kept.database.rows(f"SELECT 1 FROM {table} WHERE {column} = {ids[3]}"), table
    kept.close()


def test_what_fails_is_undone(place: str, tmp_path: Path):
    kept = store(tmp_path, place)

    def fails() -> None:
        with kept.writing():
            kept.database.run("INSERT INTO named (hash, papers) VALUES (1, 1)")
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert kept.named([1]) == {}
    kept.close()


def test_two_that_write_wait_for_each_other(place: str, tmp_path: Path):
    one, other = store(tmp_path, place), store(tmp_path, place)
    other.database.run("SET lock_timeout = '200ms'")
    with one.writing(), pytest.raises(SetupError, match="cannot be used"), other.writing():
        pass
    with other.writing():
        pass
    one.close()
    other.close()


def test_the_commands_take_a_url(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = batch(tmp_path / "out", [row(text(number=at), [SEAL], name=f"{at}.jpg") for at in range(4)])
    key = ["--key", str(tmp_path / "team.key")]
    assert main(["link", str(out), "--db", place]) == 4
    assert "--key" in capsys.readouterr().err
    assert main(["link", str(out), "--db", place, *key]) == 0
    assert "4 in 1 groups" in capsys.readouterr().err
    kept = open_store(place, tmp_path / "team.key")
    assert link(kept, [out], DAY, own=False).new == 0
    kept.close()


def test_a_server_that_is_not_there_is_told(tmp_path: Path):
    pytest.importorskip("psycopg", reason="forgecheck[postgres] is not installed")
    with pytest.raises(SetupError, match="cannot be used"):
        open_store("postgresql://links@127.0.0.1:1/none", tmp_path / "key", make=True)
    with pytest.raises(SetupError, match="not mysql"):
        open_store("mysql://localhost/none", tmp_path / "key", make=True)
