"""Word documents: paragraphs, tables and text boxes in their order, headers before and notes and footers behind."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.html import add_rows
from sociogram.read.formats.word_text import blocks, notes, rows, runs_on, words

_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_MOST_XML = 60_000_000
_SMALL = 1_000_000
"""Bytes unpacked in all, their ratio to the packed ones, and bytes of the largest part of XML, beyond which a file is
taken for a zip bomb; the ratio does not count for files that stay small.
"""
_STYLES = (
    (re.compile(r"(?:Title|Subtitle|Heading.*|heading.*)$"), BlockKind.HEADLINE),
    (re.compile(r"List.*"), BlockKind.BULLET),
    (re.compile(r"(?:Intense )?Quote$"), BlockKind.QUOTE),
    (re.compile(r"[Cc]aption$"), BlockKind.CAPTION),
    (re.compile(r"(?:TOC|toc) "), BlockKind.FURNITURE),
)
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S*[.!?][\"'”’)]*$")


@dataclass(frozen=True)
class DocxReader:
    """Reads a .docx with python-docx, after its parts have been weighed.

    Its date of creation is the file's (or the template's), so it is not taken for the document's.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is damaged, encrypted, a bomb or without text."""
        _weigh(content, source)
        import docx

        file: Any = docx.Document(io.BytesIO(content))
        composer = Composer()
        for text, kind in _edges(file, "header"):
            composer.add(text, kind)
        _compose_body(file, composer)
        for text, kind in [*_notes(file), *_edges(file, "footer")]:
            composer.add(text, kind)
        self.options.check_text(composer.text(), source)
        documents = composer.documents(source=source, id=slug(source), split=True)
        if not documents:
            raise InputError(source, "has no words", "give a document with text")
        title, author = one_line(file.core_properties.title), one_line(file.core_properties.author)
        for document in documents:
            yield (
                with_file_properties(document, title=title, author=author)
                if len(documents) == 1
                else document
            )


def _compose_body(file: Any, composer: Composer) -> None:
    from docx.text.paragraph import Paragraph

    held = ""
    for item in blocks(file.element.body):
        if item.tag.endswith("}tbl"):
            cells = ([one_line(cell) for cell in row] for row in rows(item))
            lines = ("\t".join(cell for cell in row if cell) for row in cells)
            add_rows([line for line in lines if line], composer)
        elif runs_on(item):
            held += words(item)
        else:
            composer.add(held + words(item), _kind(Paragraph(item, file)))
            held = ""
    composer.add(held)


def _edges(file: Any, which: str) -> Iterator[tuple[str, BlockKind | None]]:
    """The lines of the headers or footers, each once; those of every page are furniture, unless they are sentences."""
    told: set[str] = set()
    for section in file.sections:
        first = (
            [getattr(section, f"first_page_{which}")] if section.different_first_page_header_footer else []
        )
        for edge in [*first, getattr(section, which)]:
            if edge.is_linked_to_previous:
                continue
            for item in blocks(edge._element):  # noqa: SLF001 - python-docx has no other way
                found = [words(item)] if item.tag.endswith("}p") else [" ".join(row) for row in rows(item)]
                for text in map(one_line, found):
                    if text and text not in told:
                        told.add(text)
                        loose = edge in first or _SENTENCE.search(text)
                        yield text, None if loose else BlockKind.FURNITURE


def _notes(file: Any) -> Iterator[tuple[str, None]]:
    """The footnotes and endnotes, in the order of the file."""
    from docx.oxml import parse_xml

    for relation in file.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for text in notes(parse_xml(relation.target_part.blob)):
                yield one_line(text), None


def _kind(paragraph: Any) -> BlockKind | None:
    name = paragraph.style.name if paragraph.style is not None else ""
    for pattern, kind in _STYLES:
        if pattern.match(name or ""):
            return kind
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None  # noqa: SLF001 - python-docx has no other way
    return BlockKind.BULLET if numbered else None


def _weigh(content: bytes, source: str) -> None:
    """Refuse archives that unpack to far more than they hold, and XML that declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise InputError(source, "is encrypted", "save it without a password")
            whole = sum(part.file_size for part in parts)
            largest = max((part.file_size for part in parts if part.filename.endswith(".xml")), default=0)
            bloated = whole > _SMALL and whole > _MOST_RATIO * len(content)
            if whole > _MOST_UNPACKED or largest > _MOST_XML or bloated:
                raise InputError(
                    source,
                    f"would unpack to {whole:,} bytes, like a zip bomb",
                    "save its text as .txt, if you trust it",
                )
            names = {part.filename for part in parts}
            if "word/document.xml" not in names and "[Content_Types].xml" not in names:
                raise InputError(source, "is no Word document, whatever its name says", "save it as .docx")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!ENTITY" in archive.read(part):
                    raise InputError(
                        source,
                        "declares XML entities, which no Word document does",
                        "save it again from Word",
                    )
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        # The last is what zipfile raises at a compression or a version that it does not know.
        raise InputError(source, "is damaged or truncated", "copy or download it again") from error


READER = DocxReader()
