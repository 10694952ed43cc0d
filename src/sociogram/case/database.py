"""``store/case.db``: what the documents gave, and which state of the case is the last good one.

SQLite in WAL mode: a transaction is in the file whole or not at all, whatever ends the process, and readers
see the last one that ended. Readings and texts are kept under hashes of what they were made from, so that a
row that nothing names is never wrong, only of no use; ``Database.forget_unused`` deletes such rows.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from sociogram.case.manifest import Manifest
from sociogram.case.naming import database_path
from sociogram.errors import DamageError, QueryError, UsageError

SCHEMA = 1
"""The version of the tables; a database of another one is not read."""
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blobs (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE members (place INTEGER PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE files (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE texts (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE documents (id TEXT PRIMARY KEY, text TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE names (name TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (name, actor)) WITHOUT ROWID;
CREATE TABLE parts (graph TEXT NOT NULL, id TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (graph, id))
  WITHOUT ROWID;
"""
_LATER_TABLES = "CREATE TABLE IF NOT EXISTS told (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
"""What readers do not ask for, and cases of older versions lack."""
_MANY = 500
"""Keys in one query; before version 3.32 SQLite took 999 parameters at most."""
_LONGEST_MESSAGE = 120
"""Characters of what a parser says of a value of ours; it may quote the whole of it."""
_ATTEMPTS = 20
"""Copies that are tried while the file is being written; chosen by hand."""


_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Database:
    """The database of one case; open it to read, or, under the case's lock, to write."""

    def __init__(self, case: Path, *, write: bool = False) -> None:
        path = database_path(case)
        self.path = path
        try:
            self._connection = _connect(path, write=write)
            (schema,) = self._connection.execute("PRAGMA user_version").fetchone()
            if write and schema == SCHEMA:
                self._connection.execute(_LATER_TABLES)
        except sqlite3.Error as error:
            if is_damage(error):
                raise DamageError(f"{path}: is damaged ({error}); build the case again") from error
            if write:
                raise UsageError(
                    f"{path}: cannot be used ({error}); see that the folder and its files can be written"
                ) from error
            raise QueryError(f"{path}: cannot be read ({error}); build the case again") from error
        if not schema and not write:
            self._connection.close()
            raise QueryError(
                f"{path}: no build has ended there; build it: sociogram build DOCUMENTS -o {case}"
            )
        if schema != SCHEMA:
            self._connection.close()
            raise UsageError(
                f"{path}: was made by another version of sociogram; delete {path.parent} and build the case again"
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or not at all if anything is raised."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._rollback()
            if is_damage(error):
                raise
            raise UsageError(
                f"{self.path}: cannot be written ({error}); make room on the disk, and build again"
            ) from error
        except BaseException:
            self._rollback()
            raise

    def _rollback(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def begin(self) -> None:
        """All that is read from now on is of one state, until the file is closed."""
        self._connection.execute("BEGIN")
        self._connection.execute("SELECT count(*) FROM meta").fetchone()

    def count(self, table: str) -> int:
        """The rows of ``files``, ``readings``, ``texts`` or ``told``."""
        (number,) = self._connection.execute(f"SELECT count(*) FROM {_table(table)}").fetchone()  # noqa: S608
        return int(number)

    def manifest(self) -> Manifest:
        """The manifest of the last good state.

        Raises:
            DamageError: If they are none of ours.
        """
        rows = self._connection.execute("SELECT name, value FROM meta")
        try:
            found: Manifest = msgspec.convert({name: json.loads(value) for name, value in rows}, Manifest)
        except (ValueError, TypeError, RecursionError) as error:
            words = " ".join(str(error).split())[:_LONGEST_MESSAGE]
            raise DamageError(
                f"{self.path}: holds what is no state of ours ({words}); build the case again"
            ) from error
        return found

    def set_manifest(self, manifest: Manifest) -> None:
        """Keep the manifest of the state."""
        values = msgspec.to_builtins(manifest)
        rows = [(name, json.dumps(value, sort_keys=True)) for name, value in values.items()]
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)

    def faults(self) -> list[str]:
        """What SQLite itself finds wrong in the whole file; everything is read."""
        found = [str(line) for (line,) in self._connection.execute("PRAGMA integrity_check(1)")]
        return [] if found == ["ok"] else found

    def rows(self, table: str) -> Iterator[tuple[str, bytes]]:
        """Keys and values of all of ``files``, ``readings``, ``texts`` or ``told``."""
        return self._connection.execute(f"SELECT key, value FROM {_table(table)} ORDER BY key")  # noqa: S608

    def blob(self, name: str) -> bytes | None:
        """A larger thing about the state."""
        row = self._connection.execute("SELECT value FROM blobs WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def set_blob(self, name: str, value: bytes) -> None:
        """Keep a larger thing about the state."""
        self._connection.execute("INSERT OR REPLACE INTO blobs VALUES (?, ?)", (name, value))

    def members(self) -> list[bytes]:
        """The case's sources, encoded, in their order."""
        return [value for (value,) in self._connection.execute("SELECT value FROM members ORDER BY place")]

    def set_members(self, values: Iterable[bytes]) -> None:
        """Replace the case's sources."""
        self._connection.execute("DELETE FROM members")
        self._connection.executemany("INSERT INTO members VALUES (?, ?)", enumerate(values))

    def get(self, table: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The values under ``keys`` in ``files``, ``readings``, ``texts`` or ``told``; the others are left out."""
        return dict(self._select(table, "key, value", keys))

    def get_keys(self, table: str, keys: Iterable[str]) -> set[str]:
        """Those of ``keys`` under which there is a value in ``files``, ``readings``, ``texts`` or ``told``."""
        return {key for (key,) in self._select(table, "key", keys)}

    def _select(self, table: str, columns: str, keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = list(keys)
        for begin in range(0, len(wanted), _MANY):
            some = wanted[begin : begin + _MANY]
            marks = ",".join("?" * len(some))
            yield from self._connection.execute(
                f"SELECT {columns} FROM {_table(table)} WHERE key IN ({marks})",  # noqa: S608 - checked names
                some,
            )

    def put(self, table: str, values: Mapping[str, bytes]) -> None:
        """Keep ``values`` by their keys in ``files``, ``readings``, ``texts`` or ``told``."""
        self._connection.executemany(
            f"INSERT OR IGNORE INTO {_table(table)} VALUES (?, ?)",  # noqa: S608
            values.items(),
        )

    def forget(self, table: str, keys: Iterable[str]) -> None:
        """Delete the rows of a table under ``keys``."""
        self._connection.executemany(
            f"DELETE FROM {_table(table)} WHERE key = ?",  # noqa: S608
            [(key,) for key in sorted(keys)],
        )

    def forget_unused(self, table: str, used: Iterable[str]) -> None:
        """Delete all rows of a table but those under ``used``."""
        known = {key for (key,) in self._connection.execute(f"SELECT key FROM {_table(table)}")}  # noqa: S608
        self.forget(table, known - set(used))

    def documents(self) -> list[tuple[str, str, bytes]]:
        """Id, key of the text and encoded record of each document, sorted by id."""
        return self._connection.execute("SELECT id, text, record FROM documents ORDER BY id").fetchall()

    def text_of(self, document: str) -> bytes | None:
        """The kept text of a document."""
        row = self._connection.execute(
            "SELECT value FROM documents JOIN texts ON texts.key = documents.text WHERE documents.id = ?",
            (document,),
        ).fetchone()
        return None if row is None else bytes(row[0])

    def set_documents(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        """Replace the documents by those of ``rows`` (id, key of the text, encoded record)."""
        self._replace("documents", "id, text, record", rows)

    def names_like(self, name: str) -> Iterator[tuple[str, str]]:
        """Names and ids of actors: those called ``name``."""
        return self._connection.execute("SELECT name, actor FROM names WHERE name = ?", (name,))

    def names(self) -> Iterator[tuple[str, str]]:
        """All names and ids of actors."""
        return self._connection.execute("SELECT name, actor FROM names")

    def set_names(self, rows: Iterable[tuple[str, str]]) -> None:
        """Replace the names of actors."""
        self._replace("names", "name, actor", rows)

    def parts(self, graph: str) -> dict[str, bytes]:
        """For each part of one of the store's graphs, the hash of what it holds."""
        return dict(self._connection.execute("SELECT id, hash FROM parts WHERE graph = ?", (graph,)))

    def change_parts(self, graph: str, put: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Keep the hashes ``put`` and forget those of the parts ``gone``."""
        self._connection.executemany(
            "DELETE FROM parts WHERE graph = ? AND id = ?", ((graph, each) for each in gone)
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO parts VALUES (?, ?, ?)",
            ((graph, each, value) for each, value in put.items()),
        )

    def _replace(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Make the rows of ``table`` those of ``rows``, touching only what differs."""
        new = set(rows)
        old = set(self._connection.execute(f"SELECT {columns} FROM {table}"))  # noqa: S608
        first, second, *_ = columns.split(", ")
        self._connection.executemany(
            f"DELETE FROM {table} WHERE {first} = ? AND {second} = ?",  # noqa: S608
            [row[:2] for row in old - new],
        )
        marks = ", ".join("?" * len(columns.split(", ")))
        self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", new - old)  # noqa: S608


def is_damage(error: sqlite3.Error) -> bool:
    """Whether ``error`` says that the file is no sound database, and not that it cannot be used just now."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own decoding of a text.
        return "UTF-8" in str(error)
    return code & 0xFF in _DAMAGED or "no such table" in str(error)


class KeptNames:
    """The names in a case's database, which has an index of them; see ``sociogram.rdf.names.Names``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def called(self, name: str) -> set[str]:
        """The ids of the actors called ``name``."""
        return {actor for _, actor in self._database.names_like(name)}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All names, each with the id of one of its actors."""
        return self._database.names()


def _table(name: str) -> str:
    if name not in {"files", "readings", "texts", "told"}:
        raise ValueError(name)
    return name


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # What a document said that was removed is overwritten, not only forgotten.
        connection.execute("PRAGMA secure_delete = ON")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
        return connection
    try:
        return _open_reading(path)
    except sqlite3.OperationalError:
        if os.access(path.parent, os.W_OK):
            raise
        # Whoever may not write there may find no index of the log, and can read a copy.
        return _open_copy(path)


def _open_reading(path: Path) -> sqlite3.Connection:
    # Readers may be handed from thread to thread; SQLite itself lets them in one by one.
    uri = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=30, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _open_copy(path: Path) -> sqlite3.Connection:
    """The database with its log as they were at one moment, in a folder of the system's for what is temporary."""
    log = path.with_name(path.name + "-wal")
    for _ in range(_ATTEMPTS):
        folder = Path(tempfile.mkdtemp(prefix="sociogram-"))
        try:
            before = _stamps(path, log)
            for source in (path, log):
                if source.exists():
                    shutil.copyfile(source, folder / source.name)
            if before == _stamps(path, log):
                # In memory, so that nothing is left behind however the process ends.
                with contextlib.closing(sqlite3.connect(folder / path.name)) as copy:
                    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
                    copy.backup(connection)
                return connection
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    raise sqlite3.OperationalError("it is being written all the time")


def _stamps(*paths: Path) -> list[tuple[int, int]]:
    found = []
    for path in paths:
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        found.append((status.st_size, status.st_mtime_ns))
    return found
