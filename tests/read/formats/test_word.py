"""Word documents with tracked changes, content controls, text boxes, notes, headers and footers."""

from __future__ import annotations

import pytest

from sociogram.model import BlockKind, Document
from sociogram.read.formats.docx import READER
from support.read_samples import word_bytes


def run(text: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def inserted(inner: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{inner}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def control(inner: str, marks: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def read(body: str, **parts: str) -> Document:
    (document,) = READER.read(word_bytes(body, **parts), "a.docx")
    assert isinstance(document, Document)
    return document


WHOLE = "Ines Calloway met Rupert Hale in Bergen."


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("Ines Calloway met "), inserted(run("Rupert Hale")), deleted("Nils Aker"), run(" in Bergen.")),
        paragraph(run("Ines Calloway met "), control(run("Rupert Hale")), run(" in Bergen.")),
        control(paragraph(run(WHOLE))),
        control(
            control(paragraph(run("Ines Calloway "), inserted(control(run("met Rupert Hale"))), run(" in Bergen.")))
        ),
        inserted(paragraph(run(WHOLE))),
        paragraph(run("Ines Calloway met "), run("Nils Aker", "<w:strike/>"), run("Rupert Hale in Bergen.")),
        paragraph(run("Ines Calloway met "), run("Nils Aker", '<w:vanish w:val="1"/>'), run("Rupert Hale in Bergen.")),
        paragraph(run("Ines Calloway met Rupert Hale ", '<w:strike w:val="0"/>'), run("in Bergen.")),
        paragraph(run("Ines Calloway "), '<w:hyperlink w:anchor="x">', run("met Rupert Hale"), "</w:hyperlink>",
                  run(" in Bergen.")),
        paragraph(f'<w:moveFrom w:id="3" w:author="A">{run("Nils Aker left.")}</w:moveFrom>', run(WHOLE)),
        paragraph(f'<w:moveTo w:id="3" w:author="A">{run(WHOLE)}</w:moveTo>'),
        paragraph(run(WHOLE)) + control(paragraph(run("Click here to write.")), "<w:showingPlcHdr/>"),
        paragraph("<w:pPr><w:rPr><w:del w:id='4' w:author='A'/></w:rPr></w:pPr>", run("Ines Calloway met "))
        + paragraph(run("Rupert Hale in Bergen.")),
        paragraph(run("Ines Calloway met Rupert Hale"), "<w:r><w:footnoteReference w:id='2'/></w:r>",
                  run(" in Bergen.")),
        paragraph("<w:r><w:instrText>AUTHOR Nils Aker</w:instrText></w:r>", run(WHOLE)),
    ],
)  # fmt: skip
def test_what_is_inserted_is_read_and_what_is_deleted_is_not(body):
    assert read(body).text == WHOLE


def test_text_boxes_are_read_once_behind_their_paragraph():
    box = f"<w:txbxContent>{paragraph(run('Rupert Hale praised Dora Westin.'))}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    for shape in (drawn, old):
        text = read(
            paragraph(run("Ines Calloway met "), shape, run("Nils Aker.")) + paragraph(run("It rained."))
        ).text
        assert text.split("\n\n") == [
            "Ines Calloway met Nils Aker.",
            "Rupert Hale praised Dora Westin.",
            "It rained.",
        ]


def test_notes_stand_behind_the_text():
    note = '<w:footnote w:type="separator" w:id="0">' + paragraph(run("-")) + "</w:footnote>"
    note += (
        '<w:footnote w:id="2">'
        + paragraph("<w:r><w:footnoteRef/></w:r>", run(" Letter of Dora."))
        + "</w:footnote>"
    )
    end = '<w:endnote w:id="2">' + paragraph(run("Nils Aker saw it.")) + "</w:endnote>"
    text = read(paragraph(run(WHOLE)), footnotes=note, endnotes=end).text
    assert text.split("\n\n") == [WHOLE, "Letter of Dora.", "Nils Aker saw it."]


def test_headers_and_footers_are_furniture_unless_they_say_something():
    document = read(
        paragraph(run(WHOLE)),
        header=paragraph(run("Report of the inquiry"))
        + control(paragraph(run("Dora Westin sued Nils Aker."))),
        footer=paragraph(run("Page 3")),
    )
    assert document.text.split("\n\n") == [
        "Report of the inquiry",
        "Dora Westin sued Nils Aker.",
        WHOLE,
        "Page 3",
    ]
    furniture = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert furniture == ["Report of the inquiry", "Page 3"]
    assert document.title is None


def test_cells_of_tables_hold_what_is_inserted():
    cells = "".join(
        f"<w:tc>{paragraph(inner)}</w:tc>"
        for inner in (run("Name"), inserted(run("Dora Westin")), deleted("Nils Aker"))
    )
    gone = f"<w:tr><w:trPr><w:del w:id='5' w:author='A'/></w:trPr><w:tc>{paragraph(run('Nils Aker'))}</w:tc></w:tr>"
    text = read(f"{paragraph(run(WHOLE))}<w:tbl>{control(f'<w:tr>{cells}</w:tr>')}{gone}</w:tbl>").text
    assert text.split("\n\n") == [WHOLE, "Name\tDora Westin"]
