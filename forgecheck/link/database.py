"""Two databases behind one door: a file of SQLite, or a PostgreSQL server by its URL.

Statements keep to what both understand, with parameters as ``:name``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from forgecheck.errors import SetupError

Row = Sequence[Any]
Values = Mapping[str, object]
WAIT_S = 60.0  # for another run that writes to the same file
LOCK = 0x6C696E6B  # of a PostgreSQL server's advisory locks, ours is "link"


class Database(Protocol):
    """What a store needs of one."""

    blob: str
    """How the type of bytes is called."""

    def rows(self, statement: str, values: Values | None = None) -> Sequence[Row]:
        """What a query gives."""

    def run(self, statement: str, values: Values | None = None) -> None:
        """Carry out one statement."""

    def many(self, statement: str, values: Sequence[Values]) -> None:
        """Carry out one statement for each of the values."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: others that write wait, and an error undoes it."""

    def close(self) -> None:
        """End the connection."""


class Sqlite:
    """A file; readers and one writer do not wait for each other (WAL)."""

    blob = "BLOB"

    def __init__(self, path: Path) -> None:
        with self._complaints():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute("PRAGMA secure_delete=ON")  # what is forgotten is overwritten
            self._connection.execute("PRAGMA cache_size=-131072")  # KiB

    def rows(self, statement: str, values: Values | None = None) -> Sequence[Row]:
        """What a query gives."""
        with self._complaints():
            return self._connection.execute(statement, dict(values or {})).fetchall()

    def run(self, statement: str, values: Values | None = None) -> None:
        """Carry out one statement."""
        with self._complaints():
            self._connection.execute(statement, dict(values or {}))

    def many(self, statement: str, values: Sequence[Values]) -> None:
        """Carry out one statement for each of the values."""
        with self._complaints():
            self._connection.executemany(statement, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; others that write wait."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.run("ROLLBACK")
            raise
        self.run("COMMIT")

    def close(self) -> None:
        """End the connection, with all that was written in the one file."""
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    @contextmanager
    def _complaints(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise SetupError(f"the store of links cannot be used ({error})") from error


class Server:
    """A PostgreSQL server, through SQLAlchemy."""

    blob = "BYTEA"

    def __init__(self, url: str) -> None:
        try:
            from sqlalchemy import create_engine, make_url
        except ImportError as error:
            raise SetupError("a store on a server needs forgecheck[postgres] (SQLAlchemy and psycopg)") from error
        self._writing = False
        with self._complaints():
            place = make_url(url)
            if place.drivername == "postgresql":
                place = place.set(drivername="postgresql+psycopg")
            if not place.drivername.startswith("postgresql+"):
                raise SetupError(f"a store is a file or a postgresql:// URL, not {place.drivername}://")
            self._connection = create_engine(place).connect()

    def rows(self, statement: str, values: Values | None = None) -> Sequence[Row]:
        """What a query gives."""
        with self._complaints():
            found = [tuple(row) for row in self._connection.execute(_text(statement), dict(values or {}))]
            if not self._writing:
                self._connection.rollback()  # ends the transaction that reading began
            return found

    def run(self, statement: str, values: Values | None = None) -> None:
        """Carry out one statement."""
        with self._complaints():
            self._connection.execute(_text(statement), dict(values or {}))

    def many(self, statement: str, values: Sequence[Values]) -> None:
        """Carry out one statement for each of the values."""
        if values:
            with self._complaints():
                self._connection.execute(_text(statement), [dict(each) for each in values])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; others that write wait."""
        self._writing = True
        try:
            self.run("SELECT pg_advisory_xact_lock(:lock)", {"lock": LOCK})
            yield
            with self._complaints():
                self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._writing = False

    def close(self) -> None:
        """End the connection."""
        self._connection.close()
        self._connection.engine.dispose()

    @contextmanager
    def _complaints(self) -> Iterator[None]:
        from sqlalchemy.exc import SQLAlchemyError

        try:
            yield
        except (SQLAlchemyError, ImportError) as error:
            raise SetupError(f"the store of links cannot be used ({str(error).splitlines()[0]})") from error


def _text(statement: str) -> Any:
    from sqlalchemy import text

    return text(statement)


def connect(place: str) -> Database:
    """The database at a path or a URL; raises SetupError where it cannot be opened."""
    return Server(place) if "://" in place else Sqlite(Path(place))


def listed(numbers: Sequence[int]) -> str:
    """Whole numbers for ``IN (...)``, of which both databases take any count this way."""
    return f"({','.join(str(int(each)) for each in numbers)})"
