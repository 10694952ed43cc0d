"""One writer at a time in a case folder; readers need no lock to read, only to keep what they read."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sociogram.case.naming import store_folder
from sociogram.errors import UsageError

if sys.platform != "win32":
    import fcntl

LOCK_FILE = "lock"
"""The lock of a case's one writer."""
JUDGEMENTS_LOCK_FILE = "ledger-lock"
"""The lock on ``judgements.csv``, held for a moment."""
LEASE_FILE = "lease"
"""What readers of a folder of quads hold a shared lock on."""
_PAUSE = 0.05
"""Seconds between two tries to get a lock: no person notices it."""
# A case may come from a stranger: neither a link nor a pipe in the place of a lock is followed or waited for.
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def judgements_lock(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock on ``judgements.csv`` for as long as it takes to write a line.

    A build reads the file and holds the other lock, so a judgement is kept at once even while a long build goes on.

    Raises:
        UsageError: If another program is writing there.
    """
    with case_lock(folder, wait=wait, name=JUDGEMENTS_LOCK_FILE):
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
    path = store_folder(folder) / name
    limit = time.monotonic() + wait
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = _open_regular(path, os.O_RDWR | os.O_CREAT)
            taken = _take(file, shared=False)
        except OSError as error:
            raise UsageError(
                f"{folder}: cannot be written ({error.strerror or error}); choose another folder"
            ) from error
        if taken and _is_there(file, path):
            break
        holder = _holder(file)
        file.close()
        if time.monotonic() >= limit and not taken:
            raise UsageError(
                f"{folder}: another program is writing this case{holder}; wait until it has ended"
            )
        time.sleep(_PAUSE)
    import platform

    with file:
        file.truncate(0)
        file.seek(0)
        file.write(f"process {os.getpid()} on {platform.node()}\n".encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def lease(path: Path) -> BinaryIO | None:
    """A shared lock on the folder ``path`` that keeps it from being deleted until it is closed.

    Nothing where the folder is gone; on a file system without locks, the lease is without effect.
    """
    place = path / LEASE_FILE
    try:
        file = _open_regular(place, os.O_RDONLY)
    except OSError:
        return None
    try:
        taken = _take(file, shared=True)
    except OSError:
        taken = True
    if taken and _is_there(file, place):
        return file
    # Someone is deleting it right now.
    file.close()
    return None


def is_leased(path: Path) -> bool:
    """Whether a reader holds a lease on the folder ``path``."""
    try:
        with _open_regular(path / LEASE_FILE, os.O_RDONLY) as file:
            return not _take(file, shared=False)
    except OSError:
        return False


def _open_regular(path: Path, flags: int) -> BinaryIO:
    descriptor = os.open(path, flags | _FLAGS, 0o644)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path} is no regular file")
    return os.fdopen(descriptor, "r+b" if flags & os.O_RDWR else "rb")


def _is_there(file: BinaryIO, path: Path) -> bool:
    """Whether ``file`` is still the one at ``path``: a lock on a deleted file holds nobody off."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except OSError:
        return False


def _holder(file: BinaryIO) -> str:
    words = file.read(80).decode("utf-8", "replace").strip()
    return f" ({words})" if words else ""


def _take(file: BinaryIO, *, shared: bool) -> bool:
    """Whether the lock could be had.

    Raises:
        OSError: If the file system has no locks.
    """
    if sys.platform == "win32":
        # Files that are open cannot be deleted there; two writers are held apart by SQLite alone.
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
