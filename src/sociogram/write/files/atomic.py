"""Files that are either whole or as they were: written beside, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from sociogram.errors import UsageError

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
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
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


def write_text(path: Path, chunks: Iterator[str]) -> None:
    """Write ``chunks`` as UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes a question mark."""
    with open_atomic(path) as file:
        for chunk in chunks:
            file.write(chunk.encode("utf-8", "replace"))
