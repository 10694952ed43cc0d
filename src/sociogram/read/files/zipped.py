"""Zip files: documents of office programs, and archives of other files; weighed before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from sociogram.errors import InputError

_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_MOST_XML = 60_000_000
_SMALL = 1_000_000
"""Bytes unpacked in all, their ratio to the packed ones, and bytes of the largest part of XML, beyond which a file is
taken for a zip bomb; the ratio does not count for files that stay small.
"""
_MOST_FILES = 10_000
"""Files of an archive."""
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_FOLDERS = {"word": ".docx", "xl": ".xlsx", "ppt": ".pptx"}
"""The folder of the parts of each format of Office Open XML."""
_DAMAGED = (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error, OSError, ValueError)
"""What damaged archives raise; the third at a compression or a version that the library does not know."""


def zip_format(content: bytes) -> str:
    """The suffix of the format that a zip file holds, ``.office`` for a document that is not read, else ``.zip``."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "content.xml" in names and "mimetype" in names:
                kind = archive.open("mimetype").read(100).strip()
                return ".odt" if kind == _OPEN_DOCUMENT else ".office"
    except _DAMAGED:
        # The end is missing; the names stand before the parts as well.
        return ".docx" if b"word/" in content else ".zip"
    if "[Content_Types].xml" not in names:
        return ".office" if any(name.endswith(".iwa") for name in names) else ".zip"
    folders = {name.partition("/")[0] for name in names}
    return next((suffix for folder, suffix in _FOLDERS.items() if folder in folders), ".office")


def is_archive(content: bytes) -> bool:
    """Whether ``content`` is a zip file of files, and no document of an office program."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and zip_format(content) == ".zip"


def weigh_parts(content: bytes, source: str, *, remedy: str) -> None:
    """Refuse a document that unpacks to far more than it holds, and XML that declares entities.

    Raises:
        InputError: If it is a bomb, encrypted, damaged, or declares entities; ``remedy`` is for the first.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_locked(parts, source)
            _check_size(parts, len(content), source, remedy)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!ENTITY" in archive.read(part):
                    reason = "declares XML entities, which no document of an office program does"
                    raise InputError(source, reason, "save it again from its program")
    except _DAMAGED as error:
        raise InputError(source, "is damaged or truncated", "copy or download it again") from error


def read_xml(content: bytes, name: str) -> Any:
    """The root of the part ``name`` of a zip file that was weighed, or ``None``; nothing outside it is loaded."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if name not in archive.namelist():
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(archive.read(name), parser)


def unpack(content: bytes, source: str, most_bytes: int) -> Iterator[tuple[str, bytes | InputError]]:
    """The files of an archive by their names, those of hidden folders left out; each its bytes, or why there are none.

    Raises:
        InputError: If the archive is a bomb, encrypted, damaged, empty, or holds too many files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [
                part for part in archive.infolist() if not part.is_dir() and not _is_hidden(part.filename)
            ]
            _check_locked(parts, source)
            if not parts:
                raise InputError(source, "is an archive without files", "give one that has some")
            if len(parts) > _MOST_FILES:
                reason = f"is an archive of {len(parts):,} files, more than the limit of {_MOST_FILES:,}"
                raise InputError(source, reason, "unpack it and give the folder")
            _check_size(
                parts, len(content), source, "unpack it and give the folder, if you trust it", xml=False
            )
            for part in sorted(parts, key=lambda part: part.filename):
                yield part.filename, _unpacked(archive, part, source, most_bytes)
    except _DAMAGED as error:
        raise InputError(source, "is a damaged or truncated archive", "copy or download it again") from error


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, source: str, most: int) -> bytes | InputError:
    name = f"{source}#{part.filename}"
    if part.file_size > most:
        reason = f"has {part.file_size:,} bytes, more than the limit of {most:,}"
        return InputError(name, reason, "split it into several files")
    try:
        with archive.open(part) as file:
            # What the directory says of the size may be a lie.
            return file.read(part.file_size + 1)[: part.file_size]
    except _DAMAGED:
        return InputError(name, "is damaged within its archive", "copy or download the archive again")


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part != ".." for part in parts)


def _check_locked(parts: list[zipfile.ZipInfo], source: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(source, "is encrypted", "save it without a password")


def _check_size(
    parts: list[zipfile.ZipInfo], packed: int, source: str, remedy: str, *, xml: bool = True
) -> None:
    whole = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if xml and part.filename.endswith(".xml")), default=0)
    bloated = whole > _SMALL and whole > _MOST_RATIO * packed
    if bloated:
        raise InputError(source, f"would unpack to {whole:,} bytes, like a zip bomb", remedy)
    if whole > _MOST_UNPACKED or largest > _MOST_XML:
        raise InputError(source, f"would unpack to {whole:,} bytes, more than the limit", remedy)
