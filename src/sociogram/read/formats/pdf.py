"""PDF files with text in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, RecognisedPage, Skipped
from sociogram.read.credits.file_properties import with_file_properties
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import clean, one_line
from sociogram.read.pages.columns import in_reading_order
from sociogram.read.pages.edges import find_edges
from sociogram.read.pages.flow import compose_pages
from sociogram.read.pages.pieces import find_pieces
from sociogram.read.pages.recognition import ReadPicture, find_recognizer, read_picture
from sociogram.read.pages.strips import Strip, find_strips, strips_of_text
from sociogram.read.structure import find_documents

_TRAILER = 4096
"""Bytes at the end among which the mark of the end stands; some writers leave bytes behind it."""
_MOST_SIGNS = 40_000
"""Characters of a page whose places are looked at; a page of a newspaper has some 20,000."""
_MOST_PAGES = 20_000
_MOST_RECOGNISED = 500
"""Pages of a file that text recognition reads; each takes seconds."""


@dataclass(frozen=True)
class PdfReader:
    """Reads the text of a PDF with pdfium, in the order in which its columns are read.

    Words broken at a line's end are mended, figures that call footnotes left out. A PDF's dates say when the file was
    made, so they are not taken for the document's. Pages that are pictures are told.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The document; raises ``InputError`` if it is encrypted, truncated or without text."""
        loaded = _load(content, source, self.options)
        text, running = compose_pages(find_edges(loaded.pages))
        text = clean(text)
        if not any(character.isalnum() for character in text):
            raise InputError(source, "has no text, perhaps only pictures of it", _remedy())
        self.options.check_text(text, source)
        documents = find_documents(
            text, source=source, id=slug(source), given=running, split=len(loaded.pages) > 1
        )
        for document in documents:
            found = replace(document, recognised=tuple(loaded.recognised))
            yield (
                with_file_properties(found, title=loaded.title, author=loaded.author)
                if len(documents) == 1
                else found
            )
        if loaded.pictures:
            yield _told(
                loaded.pictures,
                len(loaded.pages),
                source,
                f"without text, perhaps pictures of it; {_remedy()}",
            )
        if loaded.unsure:
            reason = (
                "with lines that text recognition (OCR) is too unsure of, which were left out; look at them"
            )
            yield _told(loaded.unsure, len(loaded.pages), source, reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """The lines of each page, the numbers of pages that are pictures nobody could read, the file's properties.

    ``recognised`` are the pages that text recognition read, ``unsure`` the numbers of those of which it left out lines.
    """

    pages: list[list[Strip]]
    pictures: list[int]
    recognised: list[RecognisedPage]
    unsure: list[int]
    title: str
    author: str


def _load(content: bytes, source: str, options: ReadOptions) -> _Loaded:
    pdf = _open(content, source)
    try:
        if len(pdf) > _MOST_PAGES:
            raise InputError(
                source, f"has {len(pdf):,} pages, more than the limit of {_MOST_PAGES:,}", "split it"
            )
        pages: list[list[Strip]] = []
        pictures: list[int] = []
        recognised: list[RecognisedPage] = []
        unsure: list[int] = []
        signs = 0
        for number, page in enumerate(_pages(pdf, source), start=1):
            words = page.get_textpage()
            signs += words.count_chars()
            options.check_characters(signs, source)
            pages.append(_lines(page, words))
            words.close()
            if not pages[-1] and _is_picture(page):
                seen = _recognised(page, number, source) if len(recognised) < _MOST_RECOGNISED else None
                if seen is None or seen.page is None:
                    pictures.append(number)
                else:
                    pages[-1] = seen.strips
                    recognised.append(seen.page)
                if seen is not None and seen.unsure:
                    unsure.append(number)
            page.close()
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    title, author = one_line(metadata.get("Title")), one_line(metadata.get("Author"))
    return _Loaded(
        pages=pages, pictures=pictures, recognised=recognised, unsure=unsure, title=title, author=author
    )


def _recognised(page: Any, number: int, source: str) -> ReadPicture | None:
    recognize = find_recognizer()
    return read_picture(page, number, recognize, source) if recognize is not None else None


def _remedy() -> str:
    if find_recognizer() is not None:
        return f"text recognition (OCR) found no words, or had read {_MOST_RECOGNISED} pages before; look at the file"
    return "install sociogram[ocr], or run text recognition (OCR) over it"


def _open(content: bytes, source: str) -> Any:
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        raise InputError(source, "is no PDF, whatever its name says", "give it the suffix of its format")
    if b"%%EOF" not in content[-_TRAILER:]:
        raise InputError(source, "is truncated: the end of the PDF is missing", "copy or download it again")
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(source, "is encrypted", "save it without a password") from error
        raise InputError(source, "is damaged, or no PDF", "copy or download it again") from error


def _pages(pdf: Any, source: str) -> Iterator[Any]:
    import pypdfium2

    for number in range(len(pdf)):
        try:
            yield pdf[number]
        except pypdfium2.PdfiumError as error:
            reason = f"is damaged: its page {number + 1} cannot be read"
            raise InputError(source, reason, "copy or download it again") from error


def _lines(page: Any, words: Any) -> list[Strip]:
    """The lines of a page as they are read; where most of them do not stand upright, as pdfium orders them."""
    count = words.count_chars()
    if count > _MOST_SIGNS:
        return strips_of_text(words.get_text_bounded())
    pieces = find_pieces(words, count, page.get_bbox())
    turned = sum(len(piece.text) for piece in pieces if piece.turned)
    if 2 * turned > sum(len(piece.text) for piece in pieces):
        return strips_of_text(words.get_text_bounded())
    return in_reading_order(find_strips(pieces))


def _is_picture(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _told(numbers: Sequence[int], every: int, source: str, what: str) -> Skipped:
    """A line that says ``what`` of the pages of these ``numbers``."""
    listed = ", ".join(str(number) for number in numbers[:10])
    listed += f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    pages = "page" if len(numbers) == 1 else "pages"
    return Skipped(document=f"{source}#pages", stage="read", reason=f"{pages} {listed} of {every} {what}")


READER = PdfReader()
