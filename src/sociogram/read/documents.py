"""Reads the files that paths stand for, each by the reader of its format."""

from __future__ import annotations

import dataclasses
import functools
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.ports import Reader, load_plugins
from sociogram.read.files.decode import sniff
from sociogram.read.files.file_names import with_file_name
from sociogram.read.files.guard import guarded, guarded_all, skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.sources import Source, find_sources, why_not
from sociogram.read.files.zipped import is_archive, unpack
from sociogram.read.formats import (
    collection,
    docx,
    html,
    mail,
    markdown,
    mbox,
    opendocument,
    outlook,
    pdf,
    rtf,
    slides,
    spreadsheet,
    subtitles,
    table,
    text,
)

READERS: tuple[Reader, ...] = (
    collection.READER, docx.READER, html.READER, mail.READER, markdown.READER, mbox.READER, opendocument.READER,
    outlook.READER, pdf.READER, rtf.READER, slides.READER, spreadsheet.READER,
    subtitles.READER, table.READER, text.READER,
)  # fmt: skip
"""Our own readers; no two have a suffix in common."""
_BINARY_FORMATS = {
    ".pdf": "PDF", ".docx": "Word document", ".xlsx": "spreadsheet of Excel", ".xlsm": "spreadsheet of Excel",
    ".pptx": "presentation of PowerPoint", ".odt": "text of OpenDocument", ".rtf": "RTF document",
    ".msg": "message of Outlook", ".zip": "archive",
}  # fmt: skip
"""Formats that their first bytes show, and what each is called."""


def read_paths(
    paths: Iterable[str | os.PathLike[str]], *, options: ReadOptions | None = None
) -> Iterator[Document | Skipped]:
    """The documents of files, folders, globs and ``-``, ordered by source; what can't be read is ``Skipped``.

    One file is held in memory at a time. Nothing is fetched from a network.
    """
    chosen = options or ReadOptions()
    for source in find_sources(paths):
        try:
            content = load_content(source, chosen)
        except InputError as error:
            yield skipped(error)
            continue
        yield from read_content(source, content, chosen)


def load_content(source: Source, options: ReadOptions) -> bytes:
    """The bytes of ``source``.

    Raises:
        InputError: If there is nothing to read, or too much.
    """
    if source.error is not None:
        raise source.error
    return _content(source, options)


def read_content(source: Source, content: bytes, options: ReadOptions) -> Iterator[Document | Skipped]:
    """The documents in ``content``, the bytes of ``source``, and what of it can't be read.

    Of an archive they are those of its files, by their names.
    """
    yield from guarded_all(_read_content(source, content, options), source.name)


def _read_content(source: Source, content: bytes, options: ReadOptions) -> Iterator[Document | Skipped]:
    if is_archive(content) and ".zip" not in _readers():
        yield from _read_archive(source, content, options)
    else:
        yield from _read_file(source, content, options)


def _read_archive(source: Source, content: bytes, options: ReadOptions) -> Iterator[Document | Skipped]:
    try:
        for number, (name, file) in enumerate(unpack(content, source.name, options.max_bytes), start=1):
            place = f"{source.name}#{name}"
            if isinstance(file, InputError):
                yield skipped(file)
            elif is_archive(file):
                yield skipped(
                    InputError(place, "is an archive within an archive", "unpack it and give the folder")
                )
            else:
                inner = dataclasses.replace(
                    source,
                    name=place,
                    id=f"{source.id}.{number}",
                    path=source.path or Path(name),
                    listed=False,
                )
                yield from _read_file(inner, file, options)
    except InputError as error:
        yield skipped(error)


def _read_file(source: Source, content: bytes, options: ReadOptions) -> Iterator[Document | Skipped]:
    try:
        reader = _find_reader(source, content, options)
    except InputError as error:
        yield skipped(error)
        return
    base = slug(source.name)
    found = guarded(reader, content, source.name)
    for item in with_file_name(found, source.name) if source.path is not None else found:
        if isinstance(item, Document):
            yield dataclasses.replace(item, id=source.id + item.id.removeprefix(base))
        else:
            yield item


def _find_reader(source: Source, content: bytes, options: ReadOptions) -> Reader:
    if not content.strip(b"\0 \t\r\n\f"):
        raise InputError(source.name, "is empty", "give a file with text")
    suffix = PurePosixPath(source.name).suffix.lower() if source.path is not None else options.stdin_suffix
    shown = sniff(content)
    if shown in (".office", ".ole"):
        raise _container(source.name, shown, content)
    readers = _readers()
    if suffix in _BINARY_FORMATS and shown != suffix and shown not in _BINARY_FORMATS:
        reason = f"is no {_BINARY_FORMATS[suffix]}, whatever its name says"
        raise InputError(source.name, reason, "give it the suffix of its format")
    if suffix not in readers and shown is None:
        if not source.listed:
            known = ", ".join(sorted(readers))
            raise InputError(
                source.name, f"has no known format ('{suffix or source.name}')", f"known are {known}"
            )
        suffix = ".txt"
    # First bytes are believed over the name, except that a page may be saved inside any text format.
    if shown is not None and (
        shown in _BINARY_FORMATS or suffix in (".txt", ".text") or suffix not in readers
    ):
        suffix = shown
    return _configured(readers[suffix], options)


def _configured(reader: Any, options: ReadOptions) -> Reader:
    """``reader`` with ``options``, if it takes any."""
    found: Reader = dataclasses.replace(reader, options=options) if hasattr(reader, "options") else reader
    return found


def _content(source: Source, options: ReadOptions) -> bytes:
    if source.path is None:
        content = sys.stdin.buffer.read(options.max_bytes + 1)
        options.check_bytes(len(content), source.name)
        return content
    try:
        status = source.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError(source.name, "is no regular file", "give a file or a folder")
        options.check_bytes(status.st_size, source.name)
        return source.path.read_bytes()
    except OSError as error:
        raise InputError(source.name, *why_not(error, source.path)) from error


def _container(name: str, shown: str, content: bytes) -> InputError:
    if shown == ".office":
        reason = "is a document of an office program in a format that is not read"
        return InputError(name, reason, "save it as .docx, .xlsx, .pptx, .odt or .pdf")
    if "EncryptedPackage".encode("utf-16-le") in content:
        return InputError(name, "is encrypted", "save it without a password")
    return InputError(name, "is a document of an old Office format", "save it as .docx, .xlsx or .pptx")


@functools.cache
def _readers() -> dict[str, Reader]:
    """The readers by suffix: a plug-in's goes before ours, and the later by name before other plug-ins'."""
    every: list[Reader] = [*READERS, *load_plugins("reader").values()]
    return {suffix: reader for reader in every for suffix in reader.suffixes}
