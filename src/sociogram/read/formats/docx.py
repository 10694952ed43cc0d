"""Word documents: paragraphs, tables and text boxes in their order, headers before and notes and footers behind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.zipped import weigh_parts
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.html import add_rows
from sociogram.read.formats.word_text import blocks, notes, rows, runs_on, words

_STYLES = (
    (re.compile(r"(?:Title|Subtitle|Heading.*|heading.*)$"), BlockKind.HEADLINE),
    (re.compile(r"List.*"), BlockKind.BULLET),
    (re.compile(r"(?:Intense )?Quote$"), BlockKind.QUOTE),
    (re.compile(r"[Cc]aption$"), BlockKind.CAPTION),
    (re.compile(r"(?:TOC|toc) "), BlockKind.FURNITURE),
)


@dataclass(frozen=True)
class DocxReader:
    """Reads a .docx with python-docx, after its parts have been weighed.

    Its date of creation is the file's (or the template's), so it is not taken for the document's.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is damaged, encrypted, a bomb or without text."""
        weigh_parts(content, source, remedy="save its text as .txt, if you trust it")
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
                        loose = edge in first or _is_sentence(text)
                        yield text, None if loose else BlockKind.FURNITURE


def _is_sentence(text: str) -> bool:
    """Whether ``text``, one line, has three words and ends as a sentence does."""
    parts = text.split()
    return len(parts) > 2 and parts[-1].rstrip("\"'”’)").endswith((".", "!", "?"))


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


READER = DocxReader()
