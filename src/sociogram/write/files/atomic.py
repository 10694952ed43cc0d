"""Files that are either whole or as they were: written beside, then renamed.

A program that is killed leaves the file beside. The next one that writes there deletes it: the lock on it, which the
system lets go of when a process ends, tells it from one that is being written.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from sociogram.errors import UsageError

if sys.platform != "win32":
    import fcntl

_PART = ".part"
"""The end of the name of a file that is being written; it begins with a full stop and the name it is to have."""
_MODE = 0o644
"""Others may read what was written, as with any new file; a temporary file is its owner's alone."""


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` at the end, or never, if anything is raised.

    Raises:
        UsageError: If the folder cannot be made or written to, or ``path`` is a folder or a device.
    """
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path}: is no regular file and is left as it is; give the name of a file")
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_parts(path.parent, path.name)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_PART, dir=path.parent)
        _lock(descriptor)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another folder") from error
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_MODE)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); make room or choose another folder"
        ) from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def clear_parts(folder: Path, name: str | None = None) -> None:
    """Delete what killed writers of ``name``, or of any file, have left in ``folder``."""
    if sys.platform == "win32":
        # A file that is open cannot be deleted there, so that nothing tells the two apart.
        return
    pattern = f".{glob.escape(name)}.*{_PART}" if name is not None else f".*{_PART}"
    for left in folder.glob(pattern):
        with contextlib.suppress(OSError):
            descriptor = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                if _lock(descriptor):
                    left.unlink()
            finally:
                os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Whether the file could be locked for as long as it is open."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def write_text(path: Path, chunks: Iterable[str | bytes]) -> None:
    """Write ``chunks``: bytes as they are, text as UTF-8, where a lone surrogate, which it cannot hold, is a "?"."""
    with open_atomic(path) as file:
        for chunk in chunks:
            file.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "replace"))
