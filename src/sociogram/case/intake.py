"""How the bytes of a source become documents with keys, the same wherever it is done, and who else may do it.

An *engine* does the reading of a case in other processes, perhaps on other machines; what it gives is kept under the
same keys, so that nobody can tell later who read what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sociogram.case import cache
from sociogram.case.cache import FileItem, FileReading
from sociogram.model import Document, Skipped
from sociogram.pipeline import BuildOptions, read_items
from sociogram.read.files.guard import unread

if TYPE_CHECKING:
    from sociogram.processes.crew import Crew
    from sociogram.read.files.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of reading: the options, and versions of the model and of the rules with the user's lists.

    ``lists`` has names and contents of the lists that ``options`` has as files, for machines without these.
    """

    options: BuildOptions
    lists: tuple[tuple[str, str], ...]
    model: str
    rules: str

    @property
    def version(self) -> str:
        """A hash of the model and the rules."""
        return cache.reading_version(self.model, self.rules)

    def file_key(self, source: Source, content: bytes) -> str:
        """The key of what reading ``content``, the bytes of ``source``, gives in this way."""
        read = self.options.read
        shown = sorted((field.name, repr(getattr(read, field.name))) for field in fields(read))
        # A file that was found in a folder is passed over where one that was named is read as text.
        return cache.file_key(source.name, content, f"{(self.model, shown)!r} {source.listed}", self.rules)

    def with_lists(self, paths: tuple[Path, ...]) -> Way:
        """The same way with its lists at ``paths``."""
        return replace(self, options=replace(self.options, actor_lists=paths))


def find_way(options: BuildOptions, lists: tuple[tuple[str, str], ...], model: str) -> Way:
    """The way of reading with ``options``, in which the lists are files with the contents of ``lists``."""
    return Way(
        options=options,
        lists=lists,
        model=cache.model_version(model),
        rules=cache.rules_version(content.encode() for _, content in lists),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenFile:
    """What reading one file gave; ``found`` are its documents, each with its key."""

    reading: FileReading
    found: tuple[tuple[str, Document], ...]

    def texts(self) -> dict[str, bytes]:
        """The documents' own words, packed, by their keys."""
        pairs = zip(self.reading.documents, self.found, strict=True)
        return {item.text: cache.encode_text(document) for item, (_, document) in pairs}


def take_file(source: Source, content: bytes, way: Way, crew: Crew | None) -> TakenFile:
    """The documents in ``content``, the bytes of ``source``, with their keys, and what cannot be read."""
    items: list[FileItem] = []
    notes: list[Skipped] = []
    found: list[tuple[str, Document]] = []
    for item in read_items(source, content, way.options, crew):
        if isinstance(item, Skipped):
            notes.append(item)
            continue
        try:
            key, text = cache.document_key(item, way.model, way.rules), cache.text_key(item)
        except Exception as error:
            # A reader of a plug-in may give what is no document: a number for a text.
            notes.append(unread(source.name, error))
            continue
        suffix = item.id.removeprefix(source.id)
        items.append(FileItem(suffix=suffix, source=item.source, key=key, text=text))
        found.append((key, item))
    return TakenFile(reading=FileReading(documents=tuple(items), skipped=tuple(notes)), found=tuple(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a first look at a source shows: the key of its reading and its size in bytes, or a ``problem``."""

    content: str = ""
    key: str = ""
    size: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """What one document gave, as the database keeps it, and what there is to tell of it."""

    key: str
    value: bytes
    document: str
    words: int
    failure: Skipped | None = None


class Keeper(Protocol):
    """Keeps what an engine read, in the case's database."""

    def keep_texts(self, texts: dict[str, bytes]) -> None:
        """Keep the packed texts of documents by their keys; before the file that they are of."""

    def keep_file(self, source: str, look: Look, reading: FileReading | None) -> None:
        """Keep what the file ``source`` gave, nothing where it has a problem now."""

    def unread(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys of documents that the case has no reading of."""

    def keep_readings(self, readings: Sequence[KeptReading]) -> None:
        """Keep what documents gave."""


class Engine(Protocol):
    """Reads the sources of a case elsewhere."""

    def list_sources(self, paths: Sequence[str], *, without: Path) -> list[Source]:
        """The files that ``paths`` stand for, as ``read.files.sources.list_sources`` gives them."""

    def look(self, sources: Sequence[Source], way: Way) -> Iterator[tuple[str, Look]]:
        """A look at each source, with its name, in any order."""

    def read(self, sources: Sequence[Source], way: Way, keeper: Keeper) -> None:
        """Read ``sources``, and give what they hold to ``keeper``."""
