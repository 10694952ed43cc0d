"""Files made to stop a reader, or with one bad part: what is bad is told in one line, and the rest is read."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from sociogram.model import Document, Skipped
from sociogram.read import ReadOptions, read_paths
from sociogram.read.files.decode import is_text_encoding
from sociogram.read.formats.html import thin_tags
from support.read_samples import MAIL, PROSE, docx_bytes

QUICK = 10.0
"""Seconds that no machine needs for these files; what they were made for takes minutes, or has no end."""
BOX = f"From nora Mon May  6 08:00:00 2024\n{MAIL}\n"
HEADERS = "From: dora@example.org\nTo: emil@example.org\nSubject: Loan\n\n"


def read(tmp_path: Path, name: str, content: str | bytes) -> tuple[list[Document], list[Skipped]]:
    """The documents of a file, and what of it was left out; quickly."""
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    begun = time.process_time()
    found = list(read_paths([tmp_path / name]))
    assert time.process_time() - begun < QUICK
    skipped = [item for item in found if isinstance(item, Skipped)]
    assert all("; " in item.reason and "\n" not in item.reason for item in skipped)
    return [item for item in found if isinstance(item, Document)], skipped


def test_aliases_in_a_front_matter_are_refused_in_one_line(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    front = "\n".join([*rows, "author: *a8"])
    (document,), (told,) = read(tmp_path, "a.md", f"---\n{front}\n---\n{PROSE}\n")
    assert PROSE in document.text
    assert document.authors == ()
    assert "aliases of YAML" in told.reason


@pytest.mark.parametrize("front", ["{" * 20_000, "- " * 5_000, "title: " + "[" * 3_000 + "]" * 3_000])
def test_a_front_matter_nested_too_deeply_is_refused_in_one_line(tmp_path: Path, front: str) -> None:
    (document,), (told,) = read(tmp_path, "a.md", f"---\n{front}\n---\n{PROSE}\n")
    assert PROSE in document.text
    assert "levels" in told.reason


@pytest.mark.parametrize("header", ["From", "Subject", "Content-Type", "Date"])
def test_brackets_in_brackets_of_a_header_cost_no_mail(tmp_path: Path, header: str) -> None:
    value = "text/plain " if header == "Content-Type" else ""
    mail = f"{header}: {value}{'(' * 1_500}x{')' * 1_500}\nTo: emil@example.org\n\n{PROSE}\n"
    (document,), (told,) = read(tmp_path, "a.eml", mail)
    assert PROSE in document.text
    assert f"the end of its header '{header}' is passed over" in told.reason


@pytest.mark.parametrize("attributes", [
    " ".join(f'a{number}="x"' for number in range(60_000)), " ".join(f"a{number}" for number in range(60_000)),
])  # fmt: skip
def test_attributes_in_thousands_are_not_compared_with_each_other(tmp_path: Path, attributes: str) -> None:
    begun = time.process_time()
    (document,), skipped = read(
        tmp_path, "a.html", f"<html><body><div {attributes} b='>'><p>{PROSE}</p></div></body></html>"
    )
    assert time.process_time() - begun < QUICK / 2
    assert skipped == []
    assert PROSE in document.text


def test_a_few_long_attributes_are_left_as_they_are() -> None:
    picture = f'<img src="data:image/png;base64,{"A=" * 400}" alt="{"a " * 900}">'
    assert thin_tags(picture) == picture
    assert thin_tags(f"<p {'x ' * 3_000}>Words</p>") == "<p>Words</p>"


@pytest.mark.parametrize(("written", "title"), [("1" * 5000, "1" * 5000), ("1984", "1984"), ("1.10", "1.10")])
def test_a_number_as_title_stays_as_it_is_written(tmp_path: Path, written: str, title: str) -> None:
    (document,), skipped = read(
        tmp_path, "a.md", f"---\ntitle: {written}\nauthor: Nora Quill\n---\n{PROSE}\n"
    )
    assert skipped == []
    assert document.title is not None
    assert document.title.value == title
    assert document.authors[0].value == "Nora Quill"


@pytest.mark.parametrize("charset", ["undefined", "unicode_escape", "idna", "hex", "no-such"])
def test_a_mail_in_an_encoding_that_is_none_is_read(tmp_path: Path, charset: str) -> None:
    headers = f"From: a@b.c\nContent-Type: text/plain; charset={charset}\n\n"
    middle = f"From nora Mon May  6 08:00:00 2024\n{headers}{PROSE} Caf\u00e9.\n\n"
    documents, skipped = read(tmp_path, "a.mbox", BOX + middle + BOX)
    (second,) = (document for document in documents if document.source.endswith("#2"))
    assert f"{PROSE} Caf\u00e9." in second.text
    assert {document.source.rpartition("#")[2] for document in documents} >= {"1", "2", "3"}
    assert skipped == []


def test_a_date_whose_zone_is_beyond_any_number_is_no_date(tmp_path: Path) -> None:
    content = (
        "From l\nDate: 3 Dec 23 10999999999999999902:11\nFrom: Ann Lee <ann@a.example>\n\nI met Bob Ray.\n"
    )
    path = tmp_path / "m.mbox"
    path.write_text(content)
    (found,) = read_paths([path])
    assert isinstance(found, Document)
    assert "I met Bob Ray." in found.text


@pytest.mark.parametrize("word", ["u", "uc", "fs", "u-", "bin", "'"])
def test_a_number_beyond_any_in_rtf_is_no_failure(tmp_path: Path, word: str) -> None:
    path = tmp_path / "m.rtf"
    path.write_text("{\\rtf1\\ansi Ann Lee\\" + word + "9" * 30 + "? met Bob Ray.}")
    (found,) = read_paths([path])
    assert isinstance(found, Document)
    assert "Ann Lee" in found.text


def test_a_record_that_is_nested_deep_is_lost_alone(tmp_path: Path) -> None:
    deep = '{"text": ' + "[" * 600 + '"a"' + "]" * 600 + ', "date": ' + "[" * 600 + "]" * 600 + "}"
    rows = ['{"text": "Dora Finn met Emil Gray."}', deep, '{"text": "Emil Gray sued Dora Finn."}']
    documents, (told,) = read(tmp_path, "a.jsonl", "\n".join(rows))
    assert [document.source.rpartition("#")[2] for document in documents] == ["1", "3"]
    assert told.document.endswith("#2")
    assert "nested too deeply" in told.reason


def test_a_long_cell_is_read(tmp_path: Path) -> None:
    text = "Dora Finn met Emil Gray. " * 6_000
    documents, _ = read(tmp_path, "a.csv", f'title,text\nx,"{text}"\ny,Emil Gray sued Dora Finn.\n')
    assert len(documents) == 2
    assert text.strip() in documents[0].text


@pytest.mark.parametrize(
    "header",
    ["To: " + "a@b.c, " * 32_000, 'From: "' + '"' * 32_000, "Content-Type: text/plain; " + "a=b; " * 32_000],
    ids=["people", "marks", "parameters"],
)
def test_a_long_header_is_read_up_to_a_limit_and_told(tmp_path: Path, header: str) -> None:
    documents, skipped = read(tmp_path, "a.eml", f"{header}\n{HEADERS}{PROSE}\n")
    assert PROSE in documents[0].text
    assert any(f"header '{header.partition(':')[0]}'" in told.reason for told in skipped)


def test_five_hundred_people_are_read(tmp_path: Path) -> None:
    people = ",\n ".join(f"Ann{chr(97 + n % 26)} Roe{n} <a{n}@b.c>" for n in range(500))
    documents, skipped = read(tmp_path, "a.eml", f"From: x@y.z\nTo: {people}\nSubject: x\n\n{PROSE}\n")
    assert skipped == []
    assert len(documents[0].recipients) == 500


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<html><body><p>{PROSE}{'&lt;' * 20_000}</p></body></html>"),
        ("a.mbox", BOX + "From \n" * 10_000),
        ("b.mbox", BOX + "From a\n\n" * 10_000),
        ("a.eml", HEADERS + PROSE + "\n\n" + "From: a@b.c\nDate: May 5\nSubject: x\n\n" * 8_000),
        ("a.md", "# Minutes of May\n" * 16_000 + PROSE),
        ("a.txt", "short\n" * 10_000 + PROSE),
        ("b.txt", "a" * 40_000 + " " + PROSE),
    ],
)  # fmt: skip
def test_parts_in_thousands_are_read_quickly(tmp_path: Path, name: str, content: str) -> None:
    documents, _ = read(tmp_path, name, content)
    assert documents


CELL = "<w:p><w:r><w:t>Cell</w:t></w:r></w:p>"
TABLES = {
    "span": f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr>{CELL}</w:tc></w:tr>',
    "merged": f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{CELL}</w:tc></w:tr>" * 800,
}


def with_body(body: str) -> bytes:
    """A Word document with ``body``."""
    out = BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(BytesIO(docx_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            whole = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
            new.writestr(name, whole if name == "word/document.xml" else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("table", TABLES)
def test_cells_that_claim_to_be_wide_or_high_are_read_as_they_stand(tmp_path: Path, table: str) -> None:
    said = f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>"
    body = f"{said}<w:tbl><w:tblPr/><w:tblGrid/>{TABLES[table]}</w:tbl>"
    (document,), skipped = read(tmp_path, "a.docx", with_body(body))
    assert skipped == []
    assert document.text.count("Cell") == TABLES[table].count("Cell")


def test_a_damaged_part_is_told_without_words_of_the_library(tmp_path: Path) -> None:
    documents, (told,) = read(tmp_path, "a.docx", with_body("<w:p><w:r></w:p>"))
    assert documents == []
    assert "is damaged" in told.reason
    assert "save it again" in told.reason
    assert "Error" not in told.reason
    assert "XMLSyntaxError" in told.trace


@pytest.mark.parametrize(
    "name", ["unicode_escape", "raw_unicode_escape", "hex", "rot13", "idna", "undefined", "a\0b", "none"]
)
def test_what_is_no_encoding_of_text_is_refused(tmp_path: Path, name: str) -> None:
    assert not is_text_encoding(name)
    (tmp_path / "a.txt").write_text(PROSE)
    (told,) = read_paths([tmp_path], options=ReadOptions(encoding=name))
    assert isinstance(told, Skipped)
    assert "no encoding of text" in told.reason


@pytest.mark.parametrize("name", ["utf-8", "cp1252", "utf-16", "latin-1", "shift_jis", "koi8-r"])
def test_encodings_of_text_are_known(name: str) -> None:
    assert is_text_encoding(name)


def test_a_link_to_an_endless_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    (told,) = read_paths([tmp_path])
    assert isinstance(told, Skipped)
    assert "no regular file" in told.reason
