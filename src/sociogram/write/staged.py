"""A case folder that is written whole: beside, then all its files renamed at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sociogram.errors import UsageError

KEPT = frozenset({"judgements.csv"})
"""Files of the user, which a build makes once and never replaces."""


@contextmanager
def staged_case(folder: Path) -> Iterator[Path]:
    """A hidden folder in ``folder`` to write to; its files take their places at the end, or never.

    A build that is stopped, by whatever is raised, leaves ``folder`` as it was; one that is killed
    leaves the hidden folder, too, which may be deleted.

    Raises:
        UsageError: If ``folder`` cannot be made or written to.
    """
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    done = False
    try:
        yield beside
        _move(beside, folder)
        done = True
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if new and not done and not any(folder.iterdir()):
            folder.rmdir()


def _move(beside: Path, folder: Path) -> None:
    files = sorted(path for path in beside.rglob("*") if path.is_file())
    places = [folder / path.relative_to(beside) for path in files]
    try:
        for place in places:
            if place.is_dir():
                raise UsageError(f"{place}: is a folder where a file is to be; remove it")
            place.parent.mkdir(parents=True, exist_ok=True)
        for path, place in zip(files, places, strict=True):
            if not (place.name in KEPT and place.exists()):
                path.replace(place)
    except OSError as error:
        raise UsageError(
            f"{folder}: cannot be written ({error.strerror}); make room or choose another folder"
        ) from error
