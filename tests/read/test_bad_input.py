"""Each bad input gives one Skipped with a reason and a remedy, and the others are read."""

from __future__ import annotations

import hashlib
import os
import time

import pytest

from sociogram.model import Document, Skipped
from sociogram.read import ReadOptions, read_paths
from support.office_samples import archive_bytes, odt_bytes, xlsx_bytes
from support.read_samples import PROSE, docx_bytes, pdf_bytes, zip_bytes

NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(120))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DEEP_MAIL = "".join(
    f"From: a@b.c\nContent-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)
)
BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "nothing.txt": (b"--- *** ---", "has no words"),
    "noise.txt": (NOISE, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "an image"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "no known format"),
    "damaged.txt": ("Zoë met Müller in Köln. ".encode() * 5 + b"\xff bad", "not valid UTF-8"),
    "damaged2.txt": (PROSE.encode() + b" \xff\xfe\x80 bad", "not valid UTF-8"),
    "half.txt": (b"\xff\xfe" + b"a\0b\0c", "not valid in it"),
    "line.txt": (b"word " * 2_000_000, "a line of"),
    "locked.pdf": (pdf_bytes(["Secret"], encrypted=True), "is encrypted"),
    "cut.pdf": (pdf_bytes(["Cut"])[:300], "is truncated"),
    "text.pdf": (PROSE.encode(), "is no PDF"),
    "scan.pdf": (pdf_bytes([]), "has no text"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
    "old.doc": (OLE, "old Office format"),
    "cut.docx": (docx_bytes()[:9000], "damaged or truncated"),
    "text.docx": (PROSE.encode(), "is no Word document"),
    "bomb.docx": (zip_bytes(b"<a>" + b" " * 30_000_000 + b"</a>"), "zip bomb"),
    "entities.docx": (zip_bytes(b'<!DOCTYPE a [<!ENTITY l "lol">]><a>&l;</a>'), "XML entities"),
    "unknown.zip": (
        zip_bytes(b"x").replace(b"word/", b"wort/"),
        "an office program in a format that is not read",
    ),
    "sheet.ods": (
        archive_bytes({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
        "an office program in a format that is not read",
    ),
    "cut.zip": (archive_bytes({"a.txt": PROSE})[:200], "damaged or truncated"),
    "empty.zip": (archive_bytes({}), "an archive without files"),
    "bomb.zip": (archive_bytes({"a.txt": b" " * 30_000_000}), "zip bomb"),
    "many.zip": (
        archive_bytes({f"{number}.txt": "" for number in range(10_001)}),
        "more than the limit of 10,000",
    ),
    "bomb.xlsx": (
        archive_bytes({"[Content_Types].xml": "<a/>", "xl/workbook.xml": b" " * 30_000_000}),
        "zip bomb",
    ),
    "none.xlsx": (xlsx_bytes([["a", "b"], [1, 2]]), "no column of texts"),
    "empty.xlsx": (xlsx_bytes([]), "without rows"),
    "text.xlsx": (PROSE.encode(), "is no spreadsheet"),
    "half.pptx": (
        archive_bytes({"[Content_Types].xml": "<a/>", "ppt/a.xml": "<a/>"}),
        "list of slides is missing",
    ),
    "entities.odt": (
        archive_bytes(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": '<!DOCTYPE a [<!ENTITY l "lol">]><a>&l;</a>',
            }
        ),
        "XML entities",
    ),
    "none.odt": (odt_bytes("<text:p/>"), "has no words"),
    "none.rtf": (rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\par}", "has no words"),
    "text.rtf": (PROSE.encode(), "is no RTF document"),
    "damaged.msg": (OLE + "__substg1.0_".encode("utf-16-le"), "no message of Outlook"),
    "script.html": (b"<html><script>alert(1)</script></html>", "no text"),
    "none.eml": (b"\n\nno headers", "no e-mail message"),
    "sealed.eml": (
        b"From: a@b.c\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--\n",
        "is encrypted",
    ),
    "deep.eml": (DEEP_MAIL.encode(), "nested too deeply"),
    "none.mbox": (PROSE.encode(), "no mailbox"),
    "cut.json": (b'[{"text": "abc', "no valid JSON"),
    "deep.json": (b"[" * 100_000, "nested too deeply"),
    "bad.jsonl": (b"{\n{\n", "no valid JSON"),
    "wrong.csv": (b"a,b\n1,2\n", "its columns are 'a', 'b'"),
    "none.csv": (b"title,text\n", "without rows"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_skipped_and_the_next_is_read(tmp_path, name):
    content, reason = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz-good.txt").write_text(PROSE)
    started = time.monotonic()
    skipped, good = read_paths([tmp_path])
    assert isinstance(skipped, Skipped)
    assert isinstance(good, Document)
    assert skipped.stage == "read"
    assert skipped.document == (tmp_path / name).as_posix()
    assert reason in skipped.reason
    assert "; " in skipped.reason
    assert "\n" not in skipped.reason
    assert time.monotonic() - started < 10


def test_an_enormous_file_is_not_opened(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100_000_000_000)
    (skipped,) = read_paths([tmp_path])
    assert "100,000,000,000 bytes" in skipped.reason


def test_the_limits_are_options(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE)
    (skipped,) = read_paths([tmp_path], options=ReadOptions(max_bytes=10))
    assert "more than the limit of 10" in skipped.reason
    (skipped,) = read_paths([tmp_path], options=ReadOptions(max_characters=10))
    assert "more than the limit of 10" in skipped.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_skipped(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.txt").chmod(0)
    (skipped,) = read_paths([tmp_path])
    assert "may not be read" in skipped.reason


def test_a_refused_file_is_skipped(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(PROSE)

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    (skipped,) = read_paths([tmp_path])
    assert "may not be read" in skipped.reason


def test_links_that_loop_are_reported_once_each(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere")
    (tmp_path / "good.txt").write_text(PROSE)
    found = list(read_paths([tmp_path]))
    assert [type(item).__name__ for item in found] == ["Skipped", "Document", "Skipped", "Skipped"]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (skipped,) = read_paths([tmp_path])
    assert "no regular file" in skipped.reason


def test_control_characters_stay_in_the_text(tmp_path):
    text = "The mayor\x00 of Rivertown\x07 met \x1b[31mCarl Finch on Monday.\x0b"
    (tmp_path / "a.txt").write_text(text)
    (document,) = read_paths([tmp_path])
    assert document.text == text


def test_a_near_miss_of_a_column_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("titel,contnt\nx,y\n")
    (skipped,) = read_paths([tmp_path])
    assert "did you mean text=contnt?" in skipped.reason


def test_a_column_that_is_not_there_is_named(tmp_path):
    (tmp_path / "a.csv").write_text(f"title,text\nx,{PROSE[:20]}\n")
    (skipped,) = read_paths([tmp_path], options=ReadOptions(columns={"author": "titel"}))
    assert "did you mean 'title'?" in skipped.reason


def test_a_pdf_with_the_name_of_a_text_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(pdf_bytes(["The mayor of Rivertown spoke on Monday."]))
    (document,) = read_paths([tmp_path])
    assert "The mayor of Rivertown spoke on Monday." in document.text


def test_a_deeply_nested_page_is_read(tmp_path):
    (tmp_path / "a.html").write_text("<html>" + "<div>" * 20_000 + f"<p>{PROSE}</p>")
    (document,) = read_paths([tmp_path])
    assert PROSE in document.text


def test_a_long_text_is_cut_into_parts_that_can_be_parsed(tmp_path):
    text = f"{PROSE}\n\n" * 2000
    (tmp_path / "a.txt").write_text(text)
    parts = list(read_paths([tmp_path]))
    assert len(parts) > 1
    assert all(part.end - part.start <= 200_000 and part.text == text for part in parts)
    covered = "".join(text[block.start : block.end] for part in parts for block in part.blocks)
    assert covered.split() == text.split() or "".join(covered.split()) == "".join(text.split())
