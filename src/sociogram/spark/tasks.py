"""What Spark's workers do: functions over the rows of a partition, with one reading process for each of them.

What they give is rows of plain values; their columns are named in ``TAKEN`` and ``READ``. A document that
cannot be read is a row like others, with its reason. What is no document's fault, a model that a worker lacks, ends the
job, and ``FAULT`` stands before its own words.
"""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from sociogram.case import cache as keys
from sociogram.case.intake import Look, Way, find_way, take_file
from sociogram.errors import InputError, ModelError, SociogramError, UsageError
from sociogram.model import Document
from sociogram.pipeline import BuildOptions, iter_readings, open_crew
from sociogram.processes.crew import Crew
from sociogram.read.documents import load_content
from sociogram.read.files.guard import skipped
from sociogram.read.files.sources import Source

TAKEN = (
    "source binary, look binary, reading binary, key string, text_key string, text binary, document binary, "
    "words int"
)
"""Of a file: its name (in bytes, for it may be no text), its ``Look`` and its ``FileReading``; of a document: its keys,
its words packed, and itself."""
READ = "key string, value binary, document string, words int, failure binary"
"""Of a document: its key, its ``Reading``, its id, its words, and the failure if there was one."""
FAULT = "sociogram on "
"""Before the name of the machine and what is wrong there."""
_REMEDY = "install there what is where the case is built: the same sociogram[spark], in the same Python"
Row = tuple[Any, ...]
Content = tuple[Source, bytes | None]
"""A source and its bytes; ``None`` where the task has to load them."""


def look_at(contents: Iterable[Content], way: Way) -> Iterator[Row]:
    """The name of each source, and the ``Look`` at it, packed."""
    for source, given in contents:
        look, _ = _load(source, given, way)
        yield source.name, msgspec.msgpack.encode(look)


def take(contents: Iterable[Content], way: Way) -> Iterator[Row]:
    """Rows of ``TAKEN``: for each source one of each of its documents, and one of its own."""
    way, crew = _equip(way)
    for source, given in contents:
        look, content = _load(source, given, way)
        name = source.name.encode("utf-8", "surrogatepass")
        if content is None:
            yield name, msgspec.msgpack.encode(look), None, None, None, None, None, 0
            continue
        try:
            taken = take_file(source, content, way, crew)
        except SociogramError as error:
            raise _fault(error) from error
        texts = taken.texts()
        for item, (key, document) in zip(taken.reading.documents, taken.found, strict=True):
            words = len(document.text[document.start : document.end].split())
            packed = keys.encode(document)
            yield name, None, None, key, item.text, texts[item.text], packed, words
        yield name, msgspec.msgpack.encode(look), keys.encode(taken.reading), None, None, None, None, 0


def read(rows: Iterable[Any], way: Way) -> Iterator[Row]:
    """Rows of ``READ`` for those of ``TAKEN`` that are documents."""
    way, crew = _equip(way)
    waiting: list[Any] = []

    def documents() -> Iterator[Document]:
        for row in rows:
            waiting.append(row)
            yield keys.decode_document(bytes(row.document))

    try:
        for number, reading in enumerate(iter_readings(documents(), way.options, crew=crew)):
            row = waiting[number]
            waiting[number] = None
            failure = None if reading.failure is None else msgspec.msgpack.encode(reading.failure)
            yield row.key, keys.encode(reading), reading.document.id, row.words, failure
    except SociogramError as error:
        raise _fault(error) from error


def _load(source: Source, given: bytes | None, way: Way) -> tuple[Look, bytes | None]:
    try:
        content = given if given is not None else load_content(source, way.options.read)
        way.options.read.check_bytes(len(content), source.name)
    except InputError as error:
        return Look(problem=skipped(error).reason), None
    key = way.file_key(source, content)
    return Look(content=keys.content_key(content), key=key, size=len(content)), content


def _equip(way: Way) -> tuple[Way, Crew | None]:
    """``way`` with its lists as files of this machine, and the process that reads here.

    Raises:
        RuntimeError: If this machine reads in another way: its readings would be kept as if they were of that one.
    """
    model, rules = _versions(way.options.model, way.lists)
    if model != way.model:
        raise _fault(ModelError(f"the model {way.options.model} is missing or another version; {_REMEDY}"))
    if rules != way.rules:
        raise _fault(UsageError(f"sociogram or what it reads with is another version; {_REMEDY}"))
    placed = way.with_lists(_placed(way.lists))
    return placed, _crew(placed.options)


@cache
def _versions(model: str, lists: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    way = find_way(BuildOptions(), lists, model)
    return way.model, way.rules


@cache
def _placed(lists: tuple[tuple[str, str], ...]) -> tuple[Path, ...]:
    folder = Path(tempfile.mkdtemp(prefix="sociogram-lists-"))
    paths = []
    for number, (name, text) in enumerate(lists):
        path = folder / f"{number}-{Path(name).name}"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return tuple(paths)


_crews: dict[str, Crew | None] = {}
"""The process with the model that this worker has, by its options, kept from task to task."""


def _crew(options: BuildOptions) -> Crew | None:
    name = repr(options)
    if name not in _crews:
        _crews[name] = open_crew(options)
    return _crews[name]


def _fault(error: SociogramError) -> RuntimeError:
    """``error`` as one that Spark carries to the driver in words."""
    return RuntimeError(f"{FAULT}{socket.gethostname()}: {error}")
