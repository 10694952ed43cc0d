"""Making the next state of a case: written beside, kept in one transaction, then moved into place.

What a kill can leave behind, and what becomes of it:

- before the transaction: a hidden folder and perhaps a store that nothing names; the next writer deletes them.
  Readings that were kept meanwhile are used by the next build;
- after it: files that are not yet in their places. The state names the hidden folder, so readers look there first,
  and the next writer ends the moving.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import msgspec

from sociogram.case.database import Database
from sociogram.case.generations import delete_others
from sociogram.case.lock import case_lock
from sociogram.case.manifest import Manifest
from sociogram.case.naming import BUILDING, STORE, check_case_folder, check_names, database_path, store_folder
from sociogram.case.soundness import forget_database, quads_damage, stamp_quads
from sociogram.errors import UsageError
from sociogram.knowledge.case_files import USER_FILES
from sociogram.write.files.atomic import clear_parts


class CaseWriter:
    """The one writer of a case, for as long as ``writing`` holds the lock."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.manifest = database.manifest()

    @property
    def store(self) -> Path:
        """The folder of the database and the quads."""
        return store_folder(self.folder)

    def new_store(self) -> Path:
        """Where the quads of the next state go; there is nothing there yet."""
        number = self.manifest.number + 1
        path = self.store / f"{STORE}{number:06}"
        # Left by a writer that was killed: no state has ever named it.
        shutil.rmtree(path, ignore_errors=True)
        return path

    @contextmanager
    def staged(self) -> Iterator[Path]:
        """A hidden folder for the files of the next state; it is deleted unless ``commit`` took them."""
        try:
            beside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=self.folder))
        except OSError as error:
            raise UsageError(
                f"{self.folder}: cannot be written ({error.strerror}); choose another folder"
            ) from error
        try:
            yield beside
        finally:
            # Once a state names it, ``settle`` deletes it behind its files, now or at the next change.
            if self.database.manifest().staged != beside.name:
                shutil.rmtree(beside, ignore_errors=True)

    def commit(self, beside: Path, store: Path, made: Manifest, keep: Callable[[Database], None]) -> None:
        """Make the files ``beside`` and the quads in ``store`` the last good state.

        ``made`` says what it is made of; how it is kept follows.

        ``keep`` writes to the database, in the same transaction.

        Raises:
            UsageError: If a file cannot take its place.
        """
        names = sorted(path.name for path in beside.iterdir())
        for name in names:
            if (self.folder / name).is_dir():
                raise UsageError(f"{self.folder / name}: is a folder where a file is to be; remove it")
        _sync(beside)
        _sync(store)
        _sync_folder(self.store)
        _sync_folder(self.folder)
        gone = sorted(set(self.manifest.files) - set(names) - USER_FILES)
        manifest = msgspec.structs.replace(
            made,
            number=self.manifest.number + 1,
            store=store.name,
            staged=beside.name,
            files={name: _stamp(beside / name) for name in names if name not in USER_FILES},
            gone=tuple(gone),
            quads=stamp_quads(store, self.manifest.quads),
        )
        with self.database.transaction():
            keep(self.database)
            self.database.set_manifest(manifest)
        self.manifest = self.database.manifest()
        settle(self.folder, self.database)
        self.manifest = self.database.manifest()
        delete_others(self.store, store.name)

    def is_whole(self) -> bool:
        """Whether the files of the state are in their places, as they were written."""
        manifest = self.manifest
        if not manifest.files or not manifest.store or self.damage:
            return False
        return all(self.has_file(name) for name in manifest.files)

    @cached_property
    def damage(self) -> str:
        """What of the quads of the state that was found is not as it was written; nothing where all is, or no state."""
        manifest = self.manifest
        if not manifest.store:
            return ""
        return quads_damage(self.store / manifest.store, manifest.quads)

    def has_file(self, name: str) -> bool:
        """Whether one of the files of the state is in its place, as it was written."""
        stamp = self.manifest.files.get(name)
        return stamp is not None and _stamp(self.folder / name) == stamp


@contextmanager
def writing(folder: Path, *, wait: float = 0.0, anew: bool = False) -> Iterator[CaseWriter]:
    """The writer of the case in ``folder``, which is made if it is not there; ``anew`` without its old database.

    Raises:
        UsageError: If another writer has the lock, or the folder cannot be written to.
    """
    check_case_folder(folder)
    new, bare = not folder.exists(), not database_path(folder).exists()
    done = False
    try:
        with case_lock(folder, wait=wait):
            try:
                if anew:
                    forget_database(folder)
                with Database(folder, write=True) as database:
                    settle(folder, database)
                    _clear(folder, database)
                    yield CaseWriter(folder, database)
                    done = True
            finally:
                # Only who has the lock may clear away what is of no use to anyone.
                if bare and not done and not _has_state(folder):
                    shutil.rmtree(store_folder(folder), ignore_errors=True)
    finally:
        if new and not done:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _clear(folder: Path, database: Database) -> None:
    """Delete what writers that were killed have left, which no state names."""
    for left in folder.glob(BUILDING + "*"):
        shutil.rmtree(left, ignore_errors=True)
    for place in (folder, store_folder(folder)):
        clear_parts(place)
    delete_others(store_folder(folder), database.manifest().store)


def settle(folder: Path, database: Database) -> None:
    """Move what the last state left beside into its place, if anything; only its writer may."""
    manifest = database.manifest()
    check_names(manifest, folder)
    if not manifest.staged:
        return
    beside = folder / manifest.staged
    try:
        if beside.is_dir() and not beside.is_symlink():
            for path in sorted(beside.iterdir()):
                place = folder / path.name
                if path.name in USER_FILES and place.exists():
                    continue
                path.replace(place)
        for gone in manifest.gone:
            (folder / gone).unlink(missing_ok=True)
        _sync_folder(folder)
    except OSError as error:
        raise UsageError(
            f"{folder}: cannot be written ({error.strerror}); make room and build again"
        ) from error
    with database.transaction():
        database.set_manifest(msgspec.structs.replace(manifest, staged="", gone=()))
    shutil.rmtree(beside, ignore_errors=True)


def _has_state(folder: Path) -> bool:
    path = database_path(folder)
    if not path.is_file():
        return False
    try:
        with Database(folder) as database:
            return bool(database.manifest().store) or bool(database.count("readings"))
    except Exception:
        return False


def _stamp(path: Path) -> tuple[int, ...]:
    """Size and time of change, by which a file that somebody changed is told from ours."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
