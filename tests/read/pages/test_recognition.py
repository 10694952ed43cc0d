"""Pages that are pictures, read by text recognition; with the recognizer itself only where the extra is installed."""

from __future__ import annotations

import io

import pytest

from sociogram.model import Document, RecognisedPage, Skipped
from sociogram.read.formats import pdf
from sociogram.read.formats.pdf import READER
from sociogram.read.pages.recognition import find_recognizer, lines_of_picture, read_picture
from support.read_samples import placed_pdf

LEFT = [
    "Ines Calloway founded Vantor Shipping in",
    "2009 and led it until the spring, when",
    "the board dismissed her after a quarrel",
    "about the new terminal in the harbour.",
]
RIGHT = [
    "Meanwhile Dora Westin met Rupert Hale in",
    "Bergen to talk about the port. She has",
    "accused Kilmer Bank of fraud in a letter",
    "to the council, which asked for a list.",
]


def box(left: float, top: float, width: float, height: float = 30.0, slant: float = 0.0):
    return [
        (left, top),
        (left + width, top + slant),
        (left + width, top + height + slant),
        (left, top + height),
    ]


def found(lines: list[str], left: float, top: float, *, score: float = 0.98):
    return [(box(left, top + 44 * number, 15 * len(line)), line, score) for number, line in enumerate(lines)]


def text_of(lines) -> list[str]:
    return [strip.text for strip in lines_of_picture(lines, 1, scale=2.0, height=842.0).strips]


def test_columns_of_a_picture_are_read_one_after_the_other():
    rows = sorted([*found(LEFT, 100, 200), *found(RIGHT, 860, 204)], key=lambda each: each[0][0][1])
    assert text_of(rows) == [*LEFT, *RIGHT]


def test_a_row_of_a_slanted_page_stays_one_row():
    slanted = [(box(100, 200 + 44 * row, 600, slant=6), line, 0.9) for row, line in enumerate(LEFT)]
    assert text_of(slanted[::-1]) == LEFT


def test_the_confidence_is_the_mean_over_the_letters_and_unsure_lines_are_left_out():
    read = lines_of_picture(
        [
            (box(100, 100, 300), "Dora met Ines", 0.9),
            (box(100, 150, 300), "Dora met Nils", 0.8),
            (box(100, 200, 300), "~x1", 0.3),
            (box(100, 250, 300), "— * —", 0.2),
        ],
        4,
        scale=2.0,
        height=842.0,
    )
    assert read.page == RecognisedPage(page=4, confidence=0.85)
    assert [strip.text for strip in read.strips] == ["Dora met Ines", "Dora met Nils"]
    assert read.unsure == 1  # without a letter it is no line


def test_a_picture_without_words_gives_no_page():
    assert lines_of_picture([], 1, scale=1.0, height=800.0).page is None


def test_without_the_extra_it_is_said_how_to_read_a_picture(monkeypatch):
    monkeypatch.setattr(pdf, "find_recognizer", lambda: None)
    _, told = READER.read(placed_pdf([(60, 700, 11, "Dora met Nils.")], [], picture=1), "a.pdf")
    assert isinstance(told, Skipped)
    assert told.reason.startswith("page 2 of 2 without text")
    assert "install sociogram[ocr]" in told.reason


def test_a_page_of_a_text_is_not_given_to_the_recognizer(monkeypatch):
    monkeypatch.setattr(pdf, "find_recognizer", lambda: pytest.fail("asked for"))
    (document,) = READER.read(placed_pdf([(60, 700, 11, "Dora met Nils.")]), "a.pdf")
    assert isinstance(document, Document)
    assert document.recognised == ()


def test_pages_of_pictures_and_of_text_are_one_document(monkeypatch):
    monkeypatch.setattr(pdf, "find_recognizer", lambda: lambda _: found(LEFT, 100, 200))
    content = placed_pdf([(60, 700, 11, "Dora met Nils.")], [], picture=1)
    (document,) = READER.read(content, "a.pdf")
    assert isinstance(document, Document)
    assert document.recognised == (RecognisedPage(page=2, confidence=0.98),)
    assert " ".join(document.text.split()) == " ".join(["Dora met Nils.", *LEFT])


def test_what_the_recognizer_is_unsure_of_is_told(monkeypatch):
    lines = [*found(LEFT, 100, 200), *found(["blot"], 100, 900, score=0.2)]
    monkeypatch.setattr(pdf, "find_recognizer", lambda: lambda _: lines)
    document, told = READER.read(placed_pdf([], picture=0), "a.pdf")
    assert isinstance(document, Document)
    assert isinstance(told, Skipped)
    assert told.reason.startswith("page 1 of 1 with lines that text recognition (OCR) is too unsure of")


def test_only_so_many_pages_are_recognised(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_RECOGNISED", 0)
    monkeypatch.setattr(pdf, "find_recognizer", lambda: lambda _: found(LEFT, 100, 200))
    _, told = READER.read(placed_pdf([(60, 700, 11, "Dora met Nils.")], [], picture=1), "a.pdf")
    assert told.reason.startswith("page 2 of 2 without text")


def scanned_pdf(*pages: list[str]) -> bytes:
    """A PDF of pages that are pictures of lines."""
    drawing = pytest.importorskip("PIL.ImageDraw")
    from PIL import Image, ImageFont

    pictures = []
    for lines in pages:
        picture = Image.new("L", (1240, 1754), 255)
        for number, line in enumerate(lines):
            place = (120, 160 + 50 * number)
            drawing.Draw(picture).text(place, line, font=ImageFont.load_default(size=30), fill=0)
        pictures.append(picture)
    held = io.BytesIO()
    pictures[0].save(held, "PDF", resolution=150, save_all=True, append_images=pictures[1:])
    return held.getvalue()


@pytest.mark.slow
def test_a_scan_is_read_twice_the_same():
    pytest.importorskip("rapidocr")
    content = scanned_pdf(LEFT, RIGHT)
    (document,) = READER.read(content, "scan.pdf")
    assert isinstance(document, Document)
    assert " ".join(document.text.split()) == " ".join([*LEFT, *RIGHT])
    assert [each.page for each in document.recognised] == [1, 2]
    assert all(0.9 <= each.confidence <= 1 for each in document.recognised)
    assert list(READER.read(content, "scan.pdf")) == [document]


@pytest.mark.slow
def test_an_empty_picture_has_no_words():
    pytest.importorskip("rapidocr")
    import pypdfium2

    recognize = find_recognizer()
    assert recognize is not None
    page = pypdfium2.PdfDocument(scanned_pdf([]))[0]
    assert read_picture(page, 1, recognize, "scan.pdf").page is None
