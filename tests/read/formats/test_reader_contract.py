"""What every reader keeps to, those of plug-ins included."""

from __future__ import annotations

import pytest

from sociogram.errors import InputError
from sociogram.model import Document, Skipped
from sociogram.ports import Reader, load_plugins
from sociogram.read.files.documents import skipped
from sociogram.read.formats import collection, docx, html, mail, markdown, mbox, pdf, table, text
from support.read_samples import MAIL, PAGE, PROSE, docx_bytes, pdf_bytes

OWN = {
    "txt": text.READER, "md": markdown.READER, "html": html.READER, "pdf": pdf.READER, "docx": docx.READER,
    "eml": mail.READER, "mbox": mbox.READER, "json": collection.READER, "csv": table.READER,
}  # fmt: skip
SAMPLES = {
    ".txt": PROSE.encode(), ".md": f"# Loan\n\n{PROSE}".encode(), ".html": PAGE.encode(), ".eml": MAIL.encode(),
    ".mbox": f"From n Mon May  6 08:00:00 2024\n{MAIL}".encode(), ".csv": f'text\n"{PROSE}"\n'.encode(),
    ".jsonl": f'{{"text": "{PROSE}"}}'.encode(), ".docx": docx_bytes(),
    ".pdf": pdf_bytes(["The mayor of Rivertown spoke on Monday."]),
}  # fmt: skip
READERS = {**{f"own {name}": reader for name, reader in OWN.items()}, **load_plugins("reader")}


@pytest.mark.parametrize("name", sorted(READERS))
def test_a_reader_is_one_by_the_protocol(name):
    assert isinstance(READERS[name], Reader)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS[name].suffixes)


@pytest.mark.parametrize("name", sorted(READERS))
def test_a_reader_gives_documents_of_the_source(name):
    suffix = READERS[name].suffixes[0]
    items = list(READERS[name].read(SAMPLES[suffix], f"folder/a{suffix}"))
    assert items
    for item in items:
        assert isinstance(item, Document)
        assert item.source.split("#")[0] == f"folder/a{suffix}"
        assert item.id
        assert item.text[item.start : item.end].strip()


@pytest.mark.parametrize("name", sorted(READERS))
@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"\xff\xfe\xff", b"{", b"PK\x03\x04", b"%PDF-1.4"])
def test_a_reader_refuses_with_an_input_error(name, content):
    try:
        items = list(READERS[name].read(content, "a"))
    except InputError as error:
        items = [skipped(error)]
    assert all(isinstance(item, Document | Skipped) for item in items)
