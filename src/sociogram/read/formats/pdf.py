"""PDF files with text in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Block, BlockKind, Document, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import clean, one_line
from sociogram.read.layout.lines import split_lines
from sociogram.read.structure import find_documents

_HYPHEN = re.compile(r"(?:[\ufffe\x02\xad]|(?<=[a-z])-)[ \t]*\r?\n(?=[a-z])")
_TRAILER = 4096
"""Bytes at the end among which the mark of the end stands; some writers leave bytes behind it."""
_PAGE_NUMBER = re.compile(
    r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?|[-–] ?\d{1,4} ?[-–]|[ivxlc]{1,6}", re.IGNORECASE
)
_EDGE = 2
"""Lines at the top and at the foot of a page that may be running ones."""


@dataclass(frozen=True)
class PdfReader:
    """Reads the text of a PDF with pdfium; words broken at a line's end are mended.

    A PDF's dates say when the file was made, so they are not taken for the document's.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is encrypted, truncated or without text."""
        pages, title, author = _load(content, source)
        text = clean("\n\n".join(pages))
        if not any(character.isalnum() for character in text):
            raise InputError(
                source, "has no text, perhaps only pictures of it", "run text recognition (OCR) over it"
            )
        self.options.check_text(text, source)
        documents = find_documents(
            text, source=source, id=slug(source), given=_running_lines(pages), split=len(pages) > 1
        )
        for document in documents:
            yield (
                with_file_properties(document, title=title, author=author)
                if len(documents) == 1
                else document
            )


def _load(content: bytes, source: str) -> tuple[list[str], str, str]:
    """The text of each page, the title and the author."""
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        raise InputError(source, "is no PDF, whatever its name says", "give it the suffix of its format")
    if b"%%EOF" not in content[-_TRAILER:]:
        raise InputError(source, "is truncated: the end of the PDF is missing", "copy or download it again")
    try:
        pdf: Any = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(source, "is encrypted", "save it without a password") from error
        raise InputError(source, "is damaged, or no PDF", "copy or download it again") from error
    try:
        pages: list[str] = []
        for number in range(len(pdf)):
            page = pdf[number]
            words = page.get_textpage()
            pages.append(_HYPHEN.sub("", words.get_text_bounded()).replace("\r\n", "\n").replace("\r", "\n"))
            words.close()
            page.close()
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    return pages, one_line(metadata.get("Title")), one_line(metadata.get("Author"))


def _running_lines(pages: list[str]) -> list[Block]:
    """Page numbers, and lines at the top or foot of pages that return on at least three."""
    edges: list[list[tuple[str, int, int]]] = []
    offset = 0
    for page in pages:
        lines = split_lines(page)
        near = lines[:_EDGE] + [line for line in lines[-_EDGE:] if line not in lines[:_EDGE]]
        edges.append([(line.text, offset + line.start, offset + line.end) for line in near])
        offset += len(page) + 2
    counts = Counter(key for page in edges for key in {_without_figures(text) for text, _, _ in page})
    return [
        Block(kind=BlockKind.FURNITURE, start=start, end=end)
        for page in edges
        for text, start, end in page
        if _PAGE_NUMBER.fullmatch(text) or (len(text) <= 120 and counts[_without_figures(text)] >= 3)
    ]


def _without_figures(text: str) -> str:
    return re.sub(r"\d+", "#", text)


READER = PdfReader()
