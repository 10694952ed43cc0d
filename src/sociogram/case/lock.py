"""One writer at a time in a case folder; readers need no lock to read, only to keep what they read."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sociogram.errors import UsageError

if sys.platform != "win32":
    import fcntl

LOCK_FILE = "lock"
LEDGER_LOCK_FILE = "ledger-lock"
_PAUSE = 0.05


@contextmanager
def ledger_lock(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock on ``judgements.csv`` for as long as it takes to write a line.

    A build reads the file and holds the other lock, so a judgement is kept at once even while a long build goes on.

    Raises:
        UsageError: If another program is writing there.
    """
    with case_lock(folder, wait=wait, name=LEDGER_LOCK_FILE):
        yield


@contextmanager
def case_lock(folder: Path, *, wait: float = 0.0, name: str = LOCK_FILE) -> Iterator[None]:
    """Hold the writer's lock of the case in ``folder``, which is made if it is not there.

    The system lets go of the lock when the process ends, however it ends.

    Args:
        folder: The case.
        wait: Seconds to wait for another writer.
        name: The file that is locked.

    Raises:
        UsageError: If another writer has it, or the folder cannot be written to.
    """
    path = folder / "store" / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    with file:
        limit = time.monotonic() + wait
        while not _take(file, shared=False):
            if time.monotonic() >= limit:
                holder = _holder(path)
                raise UsageError(
                    f"{folder}: another program is writing this case{holder}; wait until it has ended"
                )
            time.sleep(_PAUSE)
        import platform

        file.seek(0)
        file.truncate()
        file.write(f"process {os.getpid()} on {platform.node()}\n".encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _holder(path: Path) -> str:
    try:
        words = path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        words = ""
    return f" ({words[:80]})" if words else ""


def lease(path: Path) -> BinaryIO | None:
    """A shared lock on the folder ``path`` that keeps it from being deleted until it is closed.

    Nothing where the folder is gone; on a medium that cannot be written to, the lease is without effect.
    """
    try:
        file = (path / "lease").open("rb")
    except FileNotFoundError:
        return None
    if not _take(file, shared=True):
        # Someone is deleting it right now.
        file.close()
        return None
    if not (path / "lease").exists():
        file.close()
        return None
    return file


def is_leased(path: Path) -> bool:
    """Whether a reader holds a lease on the folder ``path``."""
    try:
        with (path / "lease").open("rb") as file:
            return not _take(file, shared=False)
    except OSError:
        return False


def _take(file: BinaryIO, *, shared: bool) -> bool:
    if sys.platform == "win32":
        # Files that are open cannot be deleted there; two writers are held apart by SQLite alone.
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
