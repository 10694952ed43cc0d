"""The pages of a PDF by pdfium, as lines in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sociogram.errors import InputError
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import one_line
from sociogram.read.pages.columns import in_reading_order
from sociogram.read.pages.pieces import find_pieces
from sociogram.read.pages.strips import Strip, find_strips, strips_of_text

_TRAILER = 4096
"""Bytes at the end among which the mark of the end stands; some writers leave bytes behind it."""
_MOST_SIGNS = 40_000
"""Characters of a page whose places are looked at; a page of a newspaper has some 20,000."""
_MOST_PAGES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPdf:
    """What pdfium gives of a file: the lines of its pages, its properties; ``pictures`` are pages without text."""

    pages: list[list[Strip]]
    pictures: list[int]
    title: str
    author: str


def load_pdf(content: bytes, source: str, options: ReadOptions, begin: Callable[[int], None]) -> LoadedPdf:
    """The lines of the pages of ``content``; ``begin`` is called with the number of each page before it is read.

    Raises:
        InputError: If it is encrypted, truncated, damaged, or too long.
    """
    pdf = _open(content, source)
    try:
        if len(pdf) > _MOST_PAGES:
            raise InputError(
                source, f"has {len(pdf):,} pages, more than the limit of {_MOST_PAGES:,}", "split it"
            )
        pages: list[list[Strip]] = []
        pictures: list[int] = []
        signs = 0
        for number, page in enumerate(_pages(pdf, source, begin), start=1):
            words = page.get_textpage()
            signs += words.count_chars()
            options.check_characters(signs, source)
            pages.append(_lines(page, words))
            words.close()
            if not pages[-1] and _is_picture(page):
                pictures.append(number)
            page.close()
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    title, author = one_line(metadata.get("Title")), one_line(metadata.get("Author"))
    return LoadedPdf(pages=pages, pictures=pictures, title=title, author=author)


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


def _pages(pdf: Any, source: str, begin: Callable[[int], None]) -> Iterator[Any]:
    import pypdfium2

    for number in range(len(pdf)):
        begin(number + 1)
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
