"""Texts of OpenDocument (.odt), as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.zipped import read_xml, weigh_parts
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.html import add_rows

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_GONE = frozenset({
    f"{_T}tracked-changes", f"{_OFFICE}annotation", f"{_T}ruby-text", f"{_T}note-citation", f"{_T}hidden-paragraph",
    f"{_T}table-of-content", f"{_T}alphabetical-index", f"{_OFFICE}forms",
})  # fmt: skip
"""What was deleted, comments, how a word is said, the figures of notes, indexes that repeat the headings."""
_MOST_BLANKS = 100


@dataclass(frozen=True)
class OpenDocumentReader:
    """Reads an .odt: headings, paragraphs, lists and tables, with notes and text boxes behind their paragraph."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".odt",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is damaged, encrypted, a bomb or without text."""
        weigh_parts(content, source, remedy="save its text as .txt, if you trust it")
        root = read_xml(content, "content.xml")
        body = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            raise InputError(
                source, "is no text document, or encrypted", "save it as .odt without a password"
            )
        composer = Composer()
        _compose(body, composer, _unseen_styles(root))
        self.options.check_text(composer.text(), source)
        documents = composer.documents(source=source, id=slug(source), split=True)
        if not documents:
            raise InputError(source, "has no words", "give a document with text")
        title, author = _properties(content)
        for document in documents:
            yield (
                with_file_properties(document, title=title, author=author)
                if len(documents) == 1
                else document
            )


def _properties(content: bytes) -> tuple[str, str]:
    meta = read_xml(content, "meta.xml")
    if meta is None:
        return "", ""
    found = (
        next((one_line(node.text) for node in meta.iter(f"{_DC}{name}")), "") for name in ("title", "creator")
    )
    title, author = found
    return title, author


def _unseen_styles(root: Any) -> frozenset[str]:
    """The names of the document's own styles that strike or hide words."""
    names: set[str] = set()
    for style in root.iter(f"{_STYLE}style"):
        for marks in style.iter(f"{_STYLE}text-properties"):
            struck = marks.get(f"{_STYLE}text-line-through-style", "none") != "none"
            if struck or marks.get(f"{_T}display") == "none":
                names.add(style.get(f"{_STYLE}name", ""))
    return frozenset(names)


def _compose(element: Any, composer: Composer, unseen: frozenset[str], kind: BlockKind | None = None) -> None:
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag in (f"{_T}p", f"{_T}h"):
            composer.add(
                "".join(_words(child, unseen)), BlockKind.HEADLINE if child.tag == f"{_T}h" else kind
            )
            for inner in _apart(child):
                _compose(inner, composer, unseen)
        elif child.tag == f"{_TABLE}table":
            add_rows(list(_rows(child, unseen)), composer)
        else:
            _compose(child, composer, unseen, BlockKind.BULLET if child.tag == f"{_T}list-item" else kind)


def _words(element: Any, unseen: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = child.tag
        if tag == f"{_T}s":
            yield " " * min(_MOST_BLANKS, int(child.get(f"{_T}c", "1")))
        elif tag == f"{_T}tab":
            yield "\t"
        elif tag == f"{_T}line-break":
            yield "\n"
        elif isinstance(tag, str) and not _is_apart(child) and child.get(f"{_T}style-name") not in unseen:
            yield from _words(child, unseen)
        yield child.tail or ""


def _is_apart(element: Any) -> bool:
    return element.tag in _GONE or element.tag == f"{_T}note" or str(element.tag).startswith(_DRAW)


def _apart(paragraph: Any) -> Iterator[Any]:
    """The notes and text boxes in a paragraph."""
    for child in paragraph:
        if child.tag in (f"{_T}note", f"{_DRAW}frame"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield from _apart(child)


def _rows(table: Any, unseen: frozenset[str]) -> Iterator[str]:
    for row in table.iter(f"{_TABLE}table-row"):
        texts = (
            one_line(" ".join("".join(_words(part, unseen)) for part in cell.iter(f"{_T}p", f"{_T}h")))
            for cell in row.iter(f"{_TABLE}table-cell")
        )
        words = "\t".join(text for text in texts if text)
        if words:
            yield words


READER = OpenDocumentReader()
