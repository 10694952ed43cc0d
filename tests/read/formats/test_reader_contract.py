"""What every reader keeps to, those of plug-ins included."""

from __future__ import annotations

import pytest

from sociogram.errors import InputError
from sociogram.model import Document, Skipped
from sociogram.ports import Reader, load_plugins
from sociogram.read import documents
from sociogram.read.documents import READERS as OWN
from sociogram.read.documents import skipped
from support.office_samples import RTF, msg_bytes, odt_bytes, pptx_bytes, xlsx_bytes
from support.read_samples import MAIL, PAGE, PROSE, docx_bytes, pdf_bytes

SAMPLES = {
    ".txt": PROSE.encode(), ".md": f"# Loan\n\n{PROSE}".encode(), ".html": PAGE.encode(), ".eml": MAIL.encode(),
    ".mbox": f"From n Mon May  6 08:00:00 2024\n{MAIL}".encode(), ".csv": f'text\n"{PROSE}"\n'.encode(),
    ".vtt": f"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Nora Quill>{PROSE}".encode(),
    ".jsonl": f'{{"text": "{PROSE}"}}'.encode(), ".docx": docx_bytes(),
    ".pdf": pdf_bytes(["The mayor of Rivertown spoke on Monday."]), ".xlsx": xlsx_bytes(), ".pptx": pptx_bytes(),
    ".odt": odt_bytes(), ".rtf": RTF.encode(), ".msg": msg_bytes("Ada Brook", "Carl Finch", "The loan", PROSE),
}  # fmt: skip
READERS = {**{type(reader).__name__: reader for reader in OWN}, **load_plugins("reader")}


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


class Upper:
    """A plug-in for texts, and for a format of its own."""

    suffixes = (".txt", ".loud")

    def read(self, content, source):
        yield from OWN[-1].read(content.upper(), source)


def test_a_plug_in_goes_before_our_reader_of_the_same_suffix(tmp_path, monkeypatch):
    monkeypatch.setattr(
        documents, "load_plugins", lambda port: {"a.upper@1": Upper()} if port == "reader" else {}
    )
    documents._readers.cache_clear()
    for name in ("a.txt", "b.loud", "c.md"):
        (tmp_path / name).write_text("Ann met Bob.", encoding="utf-8")
    try:
        found = [item.text for item in documents.read_paths([tmp_path])]
    finally:
        documents._readers.cache_clear()
    assert found == ["ANN MET BOB.", "ANN MET BOB.", "Ann met Bob."]
