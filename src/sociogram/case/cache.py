"""Keys and encoded forms of what one document gave, so that it is never read twice in the same way.

A key is a hash of all that decides what reading gives: the words and their blocks and credits, the model,
and the rules, which are the sources, the lexicon and the lists of this very version. Neither the name nor the
id of a document is in it, so a file that was only moved is not parsed again.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from sociogram.errors import DamageError
from sociogram.extraction.reading import DocumentRecord, Reading
from sociogram.knowledge.folders import actor_lists_folder, ontology_folder
from sociogram.model import Document, Skipped
from sociogram.ports import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

Outline = TypeVar("Outline")
_PACKAGE = Path(__file__).resolve().parents[1]
RULES = ("errors.py", "extraction", "ids.py", "knowledge", "model", "parse", "ports.py", "read")
"""The rooms of this package that decide what a reading holds; what comes behind is made anew."""
_DATA_SUFFIXES = frozenset({".py", ".npz", ".json", ".yaml", ".csv", ".rq", ".js", ".css"})
"""Endings of those files of the package that decide what it gives."""
_PARTS = (
    "blis",
    "charset-normalizer",
    "courlan",
    "dateparser",
    "htmldate",
    "justext",
    "lxml",
    "numpy",
    "onnxruntime",
    "pypdfium2",
    "python-dateutil",
    "python-docx",
    "rapidocr",
    "spacy",
    "thinc",
    "trafilatura",
)
"""The packages that reading and parsing rest on, whose versions are part of the rules."""
_WRITING_PARTS = ("networkx", "numpy", "pyoxigraph", "pyvis", "scipy")
"""The packages that only what comes behind reading rests on."""
_LEVEL = 1
"""zlib's quickest level; chosen by hand."""
_PLAIN, _ESCAPED = b"\x01", b"\x02"


class FileItem(msgspec.Struct, frozen=True, array_like=True):
    """A document of a file: what follows the source's id in its own, its source, and its keys."""

    suffix: str
    source: str
    key: str
    text: str


class FileReading(msgspec.Struct, frozen=True, array_like=True):
    """What reading one file gave: its documents, and what was skipped."""

    documents: tuple[FileItem, ...]
    skipped: tuple[Skipped, ...]


class Member(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """A source of the case as it was when it was last read.

    ``base`` is the id it would have alone; ``content`` the SHA-256 of its bytes, nothing where it cannot be read,
    and ``problem`` then the reason; ``reading`` is the key of its ``FileReading``, ``count`` the documents in it. Of
    these, those whose suffix is in ``withdrawn`` are left out.
    """

    name: str
    base: str
    place: str
    content: str
    reading: str
    count: int = 0
    problem: str = ""
    withdrawn: tuple[str, ...] = ()


def file_key(name: str, content: bytes, options: str, rules: str) -> str:
    """The key of what reading ``content``, the bytes of the file ``name``, gives under ``options``."""
    return _hash("file", name, content_key(content), options, rules)


def content_key(content: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def document_key(document: Document, model: str, rules: str) -> str:
    """The key of what parsing ``document`` with ``model`` and ``rules`` gives."""
    return _hash("document", model, rules, encode_plain(replace(document, id="", source="")).hex())


def text_key(document: Document) -> str:
    """The key of the document's own words."""
    return _hash("text", document.text[document.start : document.end])


def encode_text(document: Document) -> bytes:
    """The document's own words, small; a lone surrogate becomes a question mark."""
    return pack_text(document.text[document.start : document.end])


def pack_text(text: str) -> bytes:
    """``text``, small; a lone surrogate becomes a question mark."""
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def decode_text(value: bytes) -> str:
    """What ``pack_text`` packed."""
    try:
        return zlib.decompress(value).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise damage_of(error) from error


def encode(value: Any) -> bytes:
    """A value of ours, small: MessagePack, deflated."""
    return zlib.compress(encode_plain(value), _LEVEL)


def decode_readings(values: Iterable[bytes]) -> list[Reading]:
    """Readings that ``encode`` encoded."""
    return [_decode(value, Reading) for value in values]


def decode_outline(value: bytes, kind: type[Outline]) -> Outline:
    """A part of a reading that ``encode`` encoded, as a struct ``kind`` whose fields are some of its own."""
    found: Outline = _decode(value, kind)
    return found


def decode_document(value: bytes) -> Document:
    """A document that ``encode`` encoded."""
    found: Document = _decode(value, Document)
    return found


def decode_file(value: bytes) -> FileReading:
    """A file's reading that ``encode`` encoded."""
    found: FileReading = _decode(value, FileReading)
    return found


def decode_member(value: bytes) -> Member:
    """A member that ``encode`` encoded."""
    found: Member = _decode(value, Member)
    return found


def decode_record(value: bytes) -> DocumentRecord:
    """A document's record that ``encode`` encoded."""
    found: DocumentRecord = _decode(value, DocumentRecord)
    return found


def decode_places(value: bytes) -> dict[str, dict[str, tuple[int, int]]]:
    """Places of blocks in a file, by kind and id, that ``encode`` encoded."""
    found: dict[str, dict[str, tuple[int, int]]] = _decode(value, dict[str, dict[str, tuple[int, int]]])
    return found


def bind(reading: Reading, document: str, source: str) -> Reading:
    """``reading`` as that of the document with this id and source, which its mentions need not name."""
    record = reading.document
    if record.id == document and record.source == source:
        return reading
    skipped = tuple(replace(skip, document=document) for skip in reading.skipped)
    record = replace(record, id=document, source=source)
    failure = replace(reading.failure, document=document) if reading.failure else None
    return replace(reading, document=record, skipped=skipped, failure=failure)


def rules_version(lists: Iterable[bytes] = ()) -> str:
    """A hash of the rules: this package's sources and data, the parts it reads with, the user's lists ``lists``."""
    return _hash(_own_rules(), *(hashlib.sha256(content).hexdigest() for content in lists))


def model_version(model: str) -> str:
    """The spaCy pipeline ``model`` with its version; for a folder, a hash of its files."""
    try:
        return f"{model} {metadata.version(model)}"
    except metadata.PackageNotFoundError:
        files = (
            sorted(path for path in Path(model).rglob("*") if path.is_file()) if Path(model).is_dir() else []
        )
        return _hash(model, *(f"{path.name} {content_key(path.read_bytes())}" for path in files))


def reading_version(model: str, rules: str) -> str:
    """A hash of the ``model``, as ``model_version`` gives it, and the rules: of readings made by one way of reading."""
    return _hash(model, rules)


@cache
def _own_rules() -> str:
    roots = [*(_PACKAGE / name for name in RULES), ontology_folder(), actor_lists_folder()]
    versions = [f"python {sys.version_info[:2]}", *(f"{name} {_version(name)}" for name in _PARTS)]
    return _hash(_content_of(roots), *versions, *_plugins())


def _plugins() -> list[str]:
    """All plug-ins with the version of the package that each is from."""
    return sorted(
        f"{point.name} {point.value} {point.dist.version if point.dist else ''}"
        for group in GROUPS.values()
        for point in metadata.entry_points(group=group)
    )


@cache
def program_version() -> str:
    """A hash of this whole package and its data: what an unchanged case is compared by, too."""
    versions = [f"python {sys.version_info[:2]}", *(f"{name} {_version(name)}" for name in _WRITING_PARTS)]
    return _hash(_content_of([_PACKAGE, ontology_folder(), actor_lists_folder()]), *versions, *_plugins())


def _content_of(roots: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for root in roots:
        for path in sorted([root] if root.is_file() else _below(root), key=lambda path: path.as_posix()):
            found.update(path.relative_to(root.parent).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in _DATA_SUFFIXES]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def short_hash(content: bytes) -> bytes:
    """Sixteen bytes that tell ``content`` from any other."""
    return hashlib.blake2b(content, digest_size=16).digest()


def _hash(*parts: str) -> str:
    found = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        found.update(len(encoded).to_bytes(8, "big"))
        found.update(encoded)
    return found.hexdigest()


def encode_plain(value: Any) -> bytes:
    """``value`` as MessagePack; equal values, equal bytes."""
    try:
        return _PLAIN + msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        # A lone surrogate, which JSON can escape and UTF-8 cannot hold.
        return _ESCAPED + json.dumps(msgspec.to_builtins(value)).encode("ascii")


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def decode_plain(content: bytes, kind: type[Outline]) -> Outline:
    """A value of ``kind`` that ``encode_plain`` encoded."""
    found: Outline = _decode_plain(content, kind)
    return found


def _decode_plain(content: bytes, kind: Any) -> Any:
    if content[:1] == _ESCAPED:
        return msgspec.convert(json.loads(content[1:]), kind)
    return _decoder(kind).decode(memoryview(content)[1:])


def _decode(value: bytes, kind: Any) -> Any:
    try:
        return _decode_plain(zlib.decompress(value), kind)
    except (zlib.error, ValueError, RecursionError) as error:
        raise damage_of(error) from error


def damage_of(error: Exception) -> DamageError:
    """That a value in the database is none of ours, as ``error`` says."""
    return DamageError(
        f"the case's database holds what is no value of ours ({error}); build the case again, and if that changes "
        "nothing, delete its store/ before"
    )
