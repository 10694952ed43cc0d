"""Are the files of a case's store as they were written? A cheap look for readers, a whole one for ``check``.

A state knows each file of its quads by size, time of change and check sum. Of a file whose size and time are those
that are known, the contents are taken for granted where all files are more than ``LITTLE``: reading them would take
seconds of a large case. Only ``find_damage`` does.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.case.lock import LEASE_FILE
from sociogram.case.naming import STORE, database_path, store_folder
from sociogram.errors import SociogramError
from sociogram.knowledge.case_files import DATABASE_FILE, STORE_FOLDER

if TYPE_CHECKING:
    from sociogram.case.database import Database

_PIECE = 1 << 20
"""Bytes that are read at a time."""
LITTLE = 24 << 20
"""Bytes of all files of quads up to which their check sums are made whenever a case is opened: some 25 ms; measured."""
_LONGEST_MESSAGE = 120
"""Characters that are shown of the engine's own words."""
FileStamp = tuple[int, int, int]
"""Size, time of change (ns) and CRC-32 of a file: against accidents, not against a forger."""
_ALTERABLE = frozenset({"LOCK", LEASE_FILE})
"""Files beside the quads that hold nothing of them."""


def stamp_quads(folder: Path, known: Mapping[str, FileStamp] | None = None) -> dict[str, FileStamp]:
    """The stamps of the files of quads in ``folder``; those that are as they are ``known`` are not read."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name in _ALTERABLE or path.name.startswith("LOG") or not path.is_file():
            continue
        status = path.stat()
        before = (known or {}).get(path.name)
        if before is not None and before[:2] == (status.st_size, status.st_mtime_ns):
            found[path.name] = before
        else:
            found[path.name] = (status.st_size, status.st_mtime_ns, _check_sum(path))
    return found


def quads_damage(folder: Path, stamps: Mapping[str, FileStamp], *, whole: bool = False) -> str:
    """The first file of the quads in ``folder`` that is not as its stamp says, and how; nothing if all are.

    A file that only has another time, as a copy does, is read; with ``whole``, or where all are little, each is.
    """
    whole = whole or sum(size for size, _, _ in stamps.values()) <= LITTLE
    if not folder.is_dir():
        return f"{STORE_FOLDER}/{folder.name} is missing"
    if not (folder / LEASE_FILE).is_file():
        return f"{STORE_FOLDER}/{folder.name}/{LEASE_FILE} is missing"
    for name, (size, changed, checked) in sorted(stamps.items()):
        path = folder / name
        where = f"{STORE_FOLDER}/{folder.name}/{name}"
        try:
            status = path.lstat()
            if status.st_size != size:
                return f"{where} has {status.st_size} bytes in place of {size}"
            if (whole or status.st_mtime_ns != changed) and _check_sum(path) != checked:
                return f"{where} has other bytes than were written"
        except FileNotFoundError:
            return f"{where} is missing"
        except OSError as error:
            return f"{where} cannot be read ({error.strerror})"
    return ""


def find_damage(folder: Path) -> Iterator[str]:
    """All that is wrong with the store of the case in ``folder``, each in one line; everything is read."""
    if not database_path(folder).is_file():
        if any(store_folder(folder).glob(STORE + "*")):
            yield f"{STORE_FOLDER}/{DATABASE_FILE} is missing"
        return
    from sociogram.case.database import Database

    try:
        with Database(folder) as database:
            manifest = database.manifest()
            place = store_folder(folder) / manifest.store
            found = (
                quads_damage(place, manifest.quads, whole=True) if manifest.quads else _engine_damage(place)
            )
            if found:
                yield found
            yield from _database_damage(database)
    except (SociogramError, sqlite3.Error) as error:
        yield f"{STORE_FOLDER}/{DATABASE_FILE}: {error}"


def _engine_damage(place: Path) -> str:
    """What Oxigraph finds wrong with the quads of a state that knows no check sums, as those of before had none."""
    import pyoxigraph as ox

    try:
        len(ox.Store.read_only(str(place)))
    except (OSError, ValueError, RuntimeError) as error:
        return (
            f"{STORE_FOLDER}/{place.name} cannot be read ({' '.join(str(error).split())[:_LONGEST_MESSAGE]})"
        )
    return ""


def _database_damage(database: Database) -> Iterator[str]:
    from sociogram.case import cache

    where = f"{STORE_FOLDER}/{DATABASE_FILE}"
    for line in database.faults():
        yield f"{where}: {line}"
        return
    for value in database.members():
        cache.decode_member(value)
    for table, decode in (
        ("files", cache.decode_file),
        ("readings", lambda value: cache.decode_readings([value])),
        ("texts", cache.decode_text),
    ):
        for key, value in database.rows(table):
            try:
                decode(value)
            except SociogramError:
                yield f"{where}: what is kept of {table} under {key[:12]} is no value of ours"
                return
    held = database.documents()
    texts = database.get_keys("texts", {key for _, key, _ in held if key})
    for document, key, _ in held:
        if key and key not in texts:
            yield f"{where}: the text of {document} is missing"
            return


def _check_sum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found


def forget_database(folder: Path) -> None:
    """Delete the database of the case in ``folder``, whose one writer the caller is; nothing of a person is in it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path = database_path(folder)
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
