"""Spreadsheets, slides, texts of OpenDocument and RTF, messages of Outlook."""

from __future__ import annotations

import datetime as dt

from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.formats import opendocument, outlook, rtf, slides, spreadsheet
from support.office_samples import RTF, msg_bytes, odt_bytes, pptx_bytes, shape, xlsx_bytes

TOLD = "Ines Calloway met Rupert Hale in Bergen."


def read(module, content: bytes) -> Document:
    (document,) = module.READER.read(content, "a.x")
    assert isinstance(document, Document)
    return document


def pieces(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_each_row_of_each_sheet_is_a_document():
    day = dt.datetime(2015, 3, 4)  # noqa: DTZ001 - cells have no zone
    first = [
        ["Title", "Text", "Date", "Author"],
        ["A", TOLD, day, "Nora Quill"],
        [None, None, None, None],
        ["B", None],
    ]
    items = list(
        spreadsheet.READER.read(xlsx_bytes(first, [["a"], [1]], [["text"], ["It rained."]]), "a.xlsx")
    )
    documents = [item for item in items if isinstance(item, Document)]
    assert [(item.source, item.id) for item in documents] == [
        ("a.xlsx#1", "a-xlsx.1"),
        ("a.xlsx#3", "a-xlsx.3"),
    ]
    assert documents[0].published == "2015-03-04"
    assert [author.value for author in documents[0].authors] == ["Nora Quill"]
    told = [item.reason for item in items if isinstance(item, Skipped)]
    assert len(told) == 2
    assert "without text" in told[0]
    assert "no column of texts" in told[1]


def test_rows_beyond_the_limit_are_told(monkeypatch):
    monkeypatch.setattr(spreadsheet, "_MOST_ROWS", 3)
    items = list(
        spreadsheet.READER.read(xlsx_bytes([["text"], *[[f"Day {n}."] for n in range(9)]]), "a.xlsx")
    )
    assert [type(item) for item in items] == [Skipped, Document, Document, Document]


def test_cells_beyond_the_limit_are_told(monkeypatch):
    monkeypatch.setattr(spreadsheet, "_MOST_CELLS", 50)
    rows = [["text"], *[["It rained."] + [None] * 20 + ["x"] for _ in range(9)]]
    items = list(spreadsheet.READER.read(xlsx_bytes(rows), "a.xlsx"))
    assert [type(item) for item in items] == [Skipped, Document, Document]


def test_slides_are_read_in_their_order_with_their_notes():
    document = read(
        slides,
        pptx_bytes(
            shape("Two cases", "title") + shape(f"{TOLD}\nthe loan") + shape("7", "sldNum"),
            shape("Nils Aker hid."),
            shape("Dora Westin sued them.") + shape("Nils Aker fell.", run='strike="sngStrike"'),
            notes=shape("Rupert Hale told it."),
            hidden=2,
        ),
    )
    assert pieces(document) == [
        "Two cases",
        TOLD,
        "the loan",
        "Rupert Hale told it.",
        "Dora Westin sued them.",
    ]
    assert [block.kind for block in document.blocks][:3] == [
        BlockKind.HEADLINE,
        BlockKind.PROSE,
        BlockKind.BULLET,
    ]


def test_an_opendocument_text_is_read_without_what_is_deleted():
    styles = '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    note = "<text:p>Letter of Dora.</text:p>"
    cells = "".join(
        f"<table:table-cell><text:p>{word}</text:p></table:table-cell>" for word in ("Name", "Dora")
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Nils Aker left.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:h>Two cases</text:h>"
        "<text:p>Ines <text:span>Calloway</text:span> met<text:s/>"
        '<text:span text:style-name="T1">Nils Aker</text:span>Rupert Hale<text:note>'
        f"<text:note-citation>1</text:note-citation><text:note-body>{note}</text:note-body></text:note>"
        " in Bergen.</text:p>"
        "<text:list><text:list-item><text:p>It rained.</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    )
    document = read(opendocument, odt_bytes(body, styles))
    assert pieces(document) == ["Two cases", TOLD, "Letter of Dora.", "It rained.", "Name\tDora"]
    assert document.title is not None
    assert document.title.value == "Two cases"


def test_rtf_is_read_without_what_is_deleted():
    text = read(rtf, RTF.encode()).text
    assert text.split("\n")[:2] == ["Ines Calloway met Rupert Hale in Köln.", "Dora Westin sued them."]


def test_an_outlook_message_is_a_mail():
    document = read(outlook, msg_bytes("Ines Calloway", "Rupert Hale", "The loan", TOLD))
    assert document.genre == "email"
    assert [author.value for author in document.authors] == ["Ines Calloway"]
    assert [person.value for person in document.recipients] == ["Rupert Hale"]
    assert document.title is not None
    assert document.title.value == "The loan"
    assert TOLD in document.text
