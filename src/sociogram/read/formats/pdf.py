"""PDF files with text in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import clean
from sociogram.read.formats.pdf_process import load_apart
from sociogram.read.pages.edges import find_edges
from sociogram.read.pages.flow import compose_pages
from sociogram.read.structure import find_documents

_OCR = "run text recognition (OCR) over it"


@dataclass(frozen=True)
class PdfReader:
    """Reads the text of a PDF with pdfium, in the order in which its columns are read.

    pdfium works in a process of its own, which is ended where a page asks for too much time or memory. Words broken at
    a line's end are mended, figures that call footnotes left out. A PDF's dates say when the file was made, so they
    are not taken for the document's. Pages that are pictures are told.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is encrypted, truncated or without text."""
        loaded = load_apart(content, source, self.options)
        text, running = compose_pages(find_edges(loaded.pages))
        text = clean(text)
        if not any(character.isalnum() for character in text):
            raise InputError(source, "has no text, perhaps only pictures of it", _OCR)
        self.options.check_text(text, source)
        documents = find_documents(
            text, source=source, id=slug(source), given=running, split=len(loaded.pages) > 1
        )
        for document in documents:
            yield (
                with_file_properties(document, title=loaded.title, author=loaded.author)
                if len(documents) == 1
                else document
            )
        if loaded.pictures:
            yield _pictures(loaded.pictures, len(loaded.pages), source)


def _pictures(numbers: Sequence[int], every: int, source: str) -> Skipped:
    listed = ", ".join(str(number) for number in numbers[:10])
    listed += f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    what = "page" if len(numbers) == 1 else "pages"
    reason = f"{what} {listed} of {every} without text, perhaps pictures of it; {_OCR}"
    return Skipped(document=f"{source}#pages", stage="read", reason=reason)


READER = PdfReader()
