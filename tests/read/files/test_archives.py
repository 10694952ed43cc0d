"""Archives: each file in them is read by its format."""

from __future__ import annotations

import zipfile

from sociogram.model import Document, Skipped
from sociogram.read import ReadOptions, read_paths
from sociogram.read.files.zipped import zip_format
from support.office_samples import archive_bytes, odt_bytes, pptx_bytes, xlsx_bytes
from support.read_samples import PROSE, docx_bytes

FILES: dict[str, bytes | str] = {
    "b/story.txt": PROSE,
    "a.csv": f'text\n"{PROSE}"\n"{PROSE} It rained."\n',
    "c.docx": docx_bytes(),
    ".hidden/d.txt": PROSE,
    "__MACOSX/e.txt": PROSE,
    "f.bin": b"\0\1\2",
    "g.zip": archive_bytes({"h.txt": PROSE}),
    "../../up.txt": PROSE,
}


def test_the_files_of_an_archive_are_read(tmp_path):
    (tmp_path / "held.zip").write_bytes(archive_bytes(FILES))
    items = list(read_paths([tmp_path]))
    place = (tmp_path / "held.zip").as_posix()
    assert {item.source: item.id for item in items if isinstance(item, Document)} == {
        f"{place}#../../up.txt": "held.1", f"{place}#a.csv#1": "held.2.1", f"{place}#a.csv#2": "held.2.2",
        f"{place}#b/story.txt": "held.3", f"{place}#c.docx": "held.4",
    }  # fmt: skip
    told = {item.document: item.reason for item in items if isinstance(item, Skipped)}
    assert set(told) == {f"{place}#f.bin", f"{place}#g.zip"}
    assert "archive within an archive" in told[f"{place}#g.zip"]
    assert not (tmp_path.parent / "up.txt").exists()


def test_a_file_of_an_archive_over_the_limit_is_told(tmp_path):
    content = archive_bytes({"a.txt": PROSE * 20, "b.txt": PROSE})
    (tmp_path / "a.zip").write_bytes(content)
    told, document = read_paths([tmp_path], options=ReadOptions(max_bytes=len(content)))
    assert isinstance(told, Skipped)
    assert "more than the limit" in told.reason
    assert isinstance(document, Document)


def test_a_directory_that_lies_about_a_size_gives_no_more(tmp_path):
    content = archive_bytes({"a.txt": PROSE}, packed=False)
    size = len(PROSE).to_bytes(4, "little")
    # The size unpacked stands in the directory at the end as well, which is what is believed.
    last = content.rindex(size)
    (tmp_path / "a.zip").write_bytes(content[:last] + (5).to_bytes(4, "little") + content[last + 4 :])
    assert zipfile.is_zipfile(tmp_path / "a.zip")
    assert all(isinstance(item, Skipped) or len(item.text) <= 5 for item in read_paths([tmp_path]))


def test_documents_of_office_programs_are_no_archives():
    found = [zip_format(content) for content in (docx_bytes(), xlsx_bytes(), pptx_bytes(), odt_bytes())]
    assert found == [".docx", ".xlsx", ".pptx", ".odt"]
    assert zip_format(archive_bytes({"word/a.txt": PROSE, "c.docx": docx_bytes()}, packed=False)) == ".zip"
