"""Every format gives its documents, with blocks and credits."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sociogram.model import BlockKind, Document
from sociogram.read import ReadOptions, read_paths
from support.read_samples import MORE, PROSE, docx_bytes, pdf_bytes, write_all


def read_one(path: Path, options: ReadOptions | None = None) -> Document:
    (document,) = read_paths([path], options=options)
    assert isinstance(document, Document), document
    return document


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def test_a_folder_with_every_format_is_read_whole(tmp_path):
    write_all(tmp_path)
    found = list(read_paths([tmp_path]))
    assert [item for item in found if not isinstance(item, Document)] == []
    assert [item.id for item in found] == [
        "box.1", "box.1.2", "box.2", "box.2.2", "lines.1", "lines.2", "list.1", "mail", "mail.2", "marked",
        "page", "paper", "plain", "rows.1", "word",
    ]  # fmt: skip


def test_every_block_lies_in_its_document_and_in_order(tmp_path):
    write_all(tmp_path)
    for document in read_paths([tmp_path]):
        place = document.start
        for block in document.blocks:
            assert place <= block.start < block.end <= document.end
            place = block.end


def test_every_credit_stands_in_the_text(tmp_path):
    write_all(tmp_path)
    for document in read_paths([tmp_path]):
        for credit in filter(
            None, [document.title, document.publisher, *document.authors, *document.recipients]
        ):
            assert credit.value in document.text[credit.start : credit.end]


def test_plain_text_is_kept_to_the_character(tmp_path):
    text = f"{PROSE}\r\n\r\n{MORE}\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_one(tmp_path / "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told(tmp_path, encoding):
    text = "The café of Zoë Müller – “open” again. " * 5
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_one(tmp_path / "a.txt").text == text


def test_an_encoding_that_cannot_be_told_is_taken_from_the_option(tmp_path):
    text = "Мэр города сказал, что порт получит деньги в мае. " * 5
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (skipped,) = read_paths([tmp_path])
    assert "name its encoding" in skipped.reason
    assert read_one(tmp_path / "a.txt", ReadOptions(encoding="cp1251")).text == text


def test_html_gives_the_article_and_its_metadata(tmp_path):
    write_all(tmp_path)
    document = read_one(tmp_path / "page.html")
    assert document.title.value == "Harbour loan approved"
    assert [author.value for author in document.authors] == ["Nora Quill"]
    assert document.publisher.value == "Rivertown Courier"
    assert document.published == "2024-05-06"
    assert PROSE in words(document, BlockKind.PROSE)
    assert "What comes next" in words(document, BlockKind.HEADLINE)
    assert words(document, BlockKind.TABLE) == ["Ferry\tLoss\nNorth Star\t2 million"]
    assert "Home" not in document.text
    assert "stolen" not in document.text


def test_a_docx_gives_paragraphs_and_tables_in_order(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx_bytes())
    document = read_one(tmp_path / "a.docx")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.PROSE, BlockKind.TABLE, BlockKind.PROSE, BlockKind.BULLET,
    ]  # fmt: skip
    assert document.title.value == "Harbour loan approved"
    assert [author.value for author in document.authors] == ["Nora Quill"]


def test_the_date_of_a_docx_template_is_no_date_of_publication(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx_bytes())
    assert read_one(tmp_path / "a.docx").published is None


def test_a_pdf_gives_its_lines(tmp_path):
    (tmp_path / "a.pdf").write_bytes(
        pdf_bytes(["The mayor of Rivertown spoke to the council", "about the loan."])
    )
    assert "The mayor of Rivertown spoke" in read_one(tmp_path / "a.pdf").text


def test_records_are_mapped_by_the_usual_names(tmp_path):
    record = {"articleBody": PROSE, "headline": "Loan", "authors": [{"name": "Nora Quill"}, {"name": "Sam Reed"}],
              "publishedAt": "2024-05-06T10:00:00Z", "source": {"name": "Courier"}, "url": "https://x.example/1"}  # fmt: skip  # noqa: E501
    (tmp_path / "a.json").write_text(json.dumps([record]))
    document = read_one(tmp_path / "a.json")
    assert [author.value for author in document.authors] == ["Nora Quill", "Sam Reed"]
    assert document.publisher.value == "Courier"
    assert document.published == "2024-05-06"
    assert document.source.endswith("a.json#1")
    assert words(document, BlockKind.PROSE) == [PROSE]


def test_an_option_names_other_columns(tmp_path):
    (tmp_path / "a.csv").write_text(f'Brief;Who\n"{PROSE}";Nora Quill\n')
    document = read_one(tmp_path / "a.csv", ReadOptions(columns={"text": "Brief", "author": "Who"}))
    assert [author.value for author in document.authors] == ["Nora Quill"]


def test_html_in_a_record_is_read_as_html(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"content": f"<p>{PROSE}</p><p>{MORE}</p>"}))
    assert words(read_one(tmp_path / "a.jsonl"), BlockKind.PROSE) == [PROSE, MORE]


def test_a_bad_line_of_json_lines_is_skipped_alone(tmp_path):
    (tmp_path / "a.jsonl").write_text(f'{json.dumps({"text": PROSE})}\n{{"text": \n')
    found = list(read_paths([tmp_path / "a.jsonl"]))
    assert [type(item).__name__ for item in found] == ["Document", "Skipped"]


def test_lone_surrogates_of_json_become_marks_of_replacement(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "The mayor \\ud800 spoke to the council."}')
    assert read_one(tmp_path / "a.jsonl").text.encode("utf-8")


def test_markdown_front_matter_gives_credits(tmp_path):
    (tmp_path / "a.md").write_text(
        f"---\ntitle: The loan\nauthor: Nora Quill\ndate: 2024-05-06\n---\n\n# The loan\n\n{PROSE}\n"
    )
    document = read_one(tmp_path / "a.md")
    assert (document.title.value, document.published) == ("The loan", "2024-05-06")
    assert document.text[document.authors[0].start : document.authors[0].end] == "Nora Quill"


def test_code_and_tables_of_markdown_are_no_prose(tmp_path):
    (tmp_path / "a.md").write_text(f"{PROSE}\n\n```\nloan = 9\n```\n\n| a | b |\n|---|---|\n| c | d |\n")
    document = read_one(tmp_path / "a.md")
    assert words(document, BlockKind.PROSE) == [PROSE]
    assert len(words(document, BlockKind.TABLE)) == 1


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": io.BytesIO(PROSE.encode())}))
    (document,) = read_paths(["-"])
    assert (document.id, document.source, document.text) == ("stdin", "-", PROSE)
