"""Opens a store of links, or makes one: its tables, and the secret that belongs to it."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from forgecheck.errors import SetupError
from forgecheck.link.database import Database, Sqlite, connect
from forgecheck.link.secret import SUFFIX, Secret, make_secret, read_secret
from forgecheck.link.store import Store

KEY = "FORGECHECK_LINKS_KEY"
"""Environment variable that names the file with the secret."""
SCHEMA = "forgecheck.links/1"
"""Changes whenever trails of old and new cannot be compared."""


def open_store(place: str, key: Path | None = None, make: bool = False) -> Store:
    """Open a store.

    Parameters
    ----------
    place : str
        Path of an SQLite file, or ``postgresql://`` URL.
    key : Path, optional
        File with the secret; when omitted that which the environment variable `FORGECHECK_LINKS_KEY` names, else the
        one beside the SQLite file.  A server's must be named.
    make : bool
        Whether to make a store, and its secret, where there is none.

    Raises
    ------
    SetupError
        There is no store, it is of another version, or the secret is missing or not its own.
    """
    remote = "://" in place
    named = key or (Path(os.environ[KEY]) if os.environ.get(KEY) else None)
    if named is None and remote:
        raise SetupError(f"a store on a server needs --key FILE or {KEY}: its secret, the same for all who use it")
    key = named or Path(place + SUFFIX)
    if not remote and not make and not Path(place).is_file():
        raise SetupError(f"{place} is no store of links; `forgecheck link` makes one")
    database = connect(place)
    try:
        return Store(database, _checked(database, key, make))
    except BaseException:
        database.close()
        raise


def _checked(database: Database, key: Path, make: bool) -> Secret:
    if make:
        with database.writing():
            for statement in _statements(database):
                database.run(statement)
    about = {row[0]: row[1] for row in database.rows("SELECT name, value FROM about")}
    if about.get("schema", SCHEMA) != SCHEMA:
        raise SetupError(f"the store was made by another version of forgecheck ({about['schema']}, not {SCHEMA})")
    secret = make_secret(key) if make and not about else read_secret(key)
    if about.get("secret", secret.check) != secret.check:
        raise SetupError(f"{key} is not the secret of this store")
    if not about:
        with database.writing():
            database.many(
                "INSERT INTO about (name, value) VALUES (:name, :value)",
                [{"name": "schema", "value": SCHEMA}, {"name": "secret", "value": secret.check}],
            )
    return secret


def _statements(database: Database) -> list[str]:
    lines = (files("forgecheck.link") / "tables.sql").read_text("utf-8").splitlines()
    text = "\n".join(line.split("--", 1)[0] for line in lines)
    rowless = " WITHOUT ROWID" if isinstance(database, Sqlite) else ""
    filled = text.replace("{blob}", database.blob).replace("{rowless}", rowless)
    return [each.strip() for each in filled.split(";") if each.strip()]
