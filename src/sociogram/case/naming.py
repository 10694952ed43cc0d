"""What the files of a case are called, and that a state names none but these."""

from __future__ import annotations

import re
from pathlib import Path

from sociogram.case.manifest import Manifest
from sociogram.errors import QueryError
from sociogram.knowledge.case_files import DATABASE_FILE, STORE_FOLDER

STORE = "quads-"
"""Beginning of the names of the folders of quads, one for each state."""
BUILDING = ".building-"
"""Beginning of the names of the hidden folders in which a state's files are made."""
_PLAIN = re.compile(r"[\w-][\w.-]*")
"""A name of a file in the case, and in no folder below or above it."""
_STORES = re.compile(STORE + r"\d{6,}")
"""A name that ``CaseWriter.new_store`` gives."""
_STAGED = re.compile(r"(?:\.building-\w+)?")
"""A name that ``CaseWriter.staged`` gives, or none."""


def store_folder(folder: Path) -> Path:
    """The folder of the database, the quads and the locks of the case in ``folder``."""
    return folder / STORE_FOLDER


def database_path(folder: Path) -> Path:
    """The database of the case in ``folder``; where there is none, the folder holds exports alone, or nothing."""
    return folder / STORE_FOLDER / DATABASE_FILE


def check_names(manifest: Manifest, folder: Path) -> None:
    """See that what ``manifest`` names lies in ``folder``: a case may come from a stranger.

    Raises:
        QueryError: If it names anything else.
    """
    good = all(_PLAIN.fullmatch(name) for name in (*manifest.files, *manifest.gone))
    store = not manifest.store or _STORES.fullmatch(manifest.store)
    if not (good and store and _STAGED.fullmatch(manifest.staged)):
        raise QueryError(
            f"{folder}: {STORE_FOLDER}/{DATABASE_FILE} names files outside of the case; build the case again, elsewhere"
        )


def check_case_folder(folder: Path) -> None:
    """See that the store of the case in ``folder``, where there is one, lies in it: no links lead out.

    Raises:
        QueryError: If one does.
    """
    store = store_folder(folder)
    for path in (store, *(store / f"{DATABASE_FILE}{ending}" for ending in ("", "-wal", "-shm"))):
        if path.is_symlink():
            raise QueryError(
                f"{path}: is a link, and a case's store is never elsewhere; copy the case as a whole"
            )
