"""From the paths, globs and ``-`` that a user gives to a sorted list of files, each with its id."""

from __future__ import annotations

import difflib
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path, PurePosixPath

from sociogram.errors import InputError
from sociogram.ids import content_hash, slug
from sociogram.knowledge.case_files import CLAIMS_FILE, GRAPH_FILE

_MAGIC = frozenset("*?[")
_OWN_FILES = frozenset({GRAPH_FILE, CLAIMS_FILE})
"""What tells a folder that a build wrote; below a folder of documents it is no document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read; ``name`` is its path as given, ``id`` the base of its documents' ids.

    ``path`` is ``None`` for the standard input. ``error`` says why there is nothing to read.
    ``listed`` tells a file that the user named from one found in a folder.
    """

    name: str
    id: str
    path: Path | None = None
    listed: bool = True
    error: InputError | None = None


def find_sources(paths: Iterable[str | os.PathLike[str]]) -> list[Source]:
    """The files that ``paths`` stand for, sorted by name, each once, with unique ids.

    The order of ``paths`` does not matter. An id is made of the path below the folder that was
    given, so that it is the same on every machine.
    """
    return with_unique_ids(list_sources(paths))


def list_sources(paths: Iterable[str | os.PathLike[str]], *, without: Path | None = None) -> list[Source]:
    """The files that ``paths`` stand for, sorted by name, each once; ids are those that each would have alone.

    What lies in the folder ``without`` is passed over, unless it was named itself.
    """
    found = [source for path in paths for source in _expand(os.fspath(path))]
    found.sort(key=lambda source: (source.name, source.id))
    hidden = os.path.realpath(without) + os.sep if without is not None else None
    unique: dict[str, Source] = {}
    for source in found:
        place = place_of(source)
        if hidden is not None and not source.listed and place.startswith(hidden):
            continue
        first = unique.setdefault(place, source)
        if source.listed and not first.listed:
            unique[place] = replace(first, listed=True)
    return list(unique.values())


def place_of(source: Source) -> str:
    """What two sources have in common that are the same file, whatever their names."""
    if source.path is None or source.error is not None or "://" in source.name:
        return source.name
    return os.path.realpath(source.path)


def with_unique_ids(sources: list[Source]) -> list[Source]:
    """``sources``, sorted by name, with ids of which each is there once."""
    used: set[str] = set()
    named: list[Source] = []
    for source in sources:
        candidates = chain(
            (
                source.id,
                slug(f"{source.id} {PurePosixPath(source.name).suffix}"),
                f"{source.id}-{content_hash(source.name)}",
            ),
            (f"{source.id}-{number}" for number in count(2)),
        )
        chosen = next(candidate for candidate in candidates if candidate not in used)
        used.add(chosen)
        named.append(replace(source, id=chosen))
    return named


def _expand(given: str) -> Iterator[Source]:
    if given == "-":
        yield Source(name="-", id="stdin")
        return
    if not given:
        yield _failed(given, "is no path: it is empty", "check the variable that it came from")
        return
    if "://" in given:
        yield _failed(
            given, "is an address on the web, and nothing is fetched", "save the page and give the file"
        )
        return
    if "\0" in given:
        yield _failed(given.replace("\0", "�"), "is no path: it holds a NUL", "check the path")
        return
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield from _expand_missing(given, path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path)
    else:
        yield Source(name=path.as_posix(), id=slug(path.stem), path=path)


def _expand_missing(given: str, path: Path, error: OSError) -> Iterator[Source]:
    if _MAGIC & set(given) and isinstance(error, FileNotFoundError):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            yield _failed(
                given, "matches no file", "check the pattern, and quote it so that the shell leaves it alone"
            )
        base = _fixed_folder(given)
        for match in matches:
            if Path(match).is_dir():
                # "**" gives every folder as well as its files; a folder alone is asked for by its name.
                if "**" not in given:
                    yield from _walk(Path(match))
            else:
                yield Source(name=Path(match).as_posix(), id=_id_below(Path(match), base), path=Path(match))
        return
    if isinstance(error, FileNotFoundError) and not path.is_symlink():
        yield _failed(path.as_posix(), "does not exist", f"check the path{_near(path)}")
    else:
        yield _failed(path.as_posix(), *why_not(error, path))


def why_not(error: OSError, path: Path) -> tuple[str, str]:
    """Reason and remedy for a file or folder that the system will not open."""
    if isinstance(error, PermissionError):
        return "may not be read", f"give yourself permission: chmod u+r '{path.name}'"
    if path.is_symlink():
        return "is a link that leads nowhere or back to itself", "remove the link or mend its target"
    return f"cannot be opened ({error.strerror or type(error).__name__})", "check the path and the disk"


def _walk(folder: Path) -> Iterator[Source]:
    """The files below ``folder``; hidden ones and built graphs are passed over, a link back upwards is reported."""
    pending: list[tuple[Path, frozenset[str]]] = [(folder, frozenset({os.path.realpath(folder)}))]
    empty = True
    while pending:
        here, above = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            empty = False
            yield _failed(here.as_posix(), *why_not(error, here))
            continue
        if here != folder and {entry.name for entry in entries} >= _OWN_FILES:
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            empty = False
            path = here / entry.name
            if _is_folder(entry):
                real = os.path.realpath(path)
                if real in above:
                    yield _failed(path.as_posix(), "is a link back to a folder above it", "remove the link")
                else:
                    pending.append((path, above | {real}))
            else:
                yield Source(name=path.as_posix(), id=_id_below(path, folder), path=path, listed=False)
    if empty:
        yield _failed(
            folder.as_posix(), "is a folder without documents", "give a folder or file that has some"
        )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link to itself; reading it will say why.
        return False


def _id_below(path: Path, base: Path) -> str:
    try:
        below = path.relative_to(base)
    except ValueError:
        below = Path(path.name)
    return slug(below.with_suffix("").as_posix())


def _fixed_folder(pattern: str) -> Path:
    """The folders of ``pattern`` before its first wildcard."""
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if _MAGIC & set(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _near(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in os.scandir(path.parent))
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean '{(path.parent / close[0]).as_posix()}'?" if close else ""


def _failed(name: str, reason: str, remedy: str) -> Source:
    return Source(name=name, id=slug(name), error=InputError(name, reason, remedy))
