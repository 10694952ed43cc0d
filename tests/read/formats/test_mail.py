"""Mail: the message, those that it quotes, and what is attached; all names are made up."""

from __future__ import annotations

import base64
import itertools
from pathlib import Path

import pytest

from sociogram.errors import InputError
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read import read_paths
from sociogram.read.formats.mail_page import page_lines
from support.read_samples import MORE, PROSE, pdf_bytes, write_all

HEAD = (
    "From: Nora Quill <n@x.example>\nTo: Carl Finch <c@f.example>\nSubject: Loan\n"
    "Date: Mon, 6 May 2024 08:00:00 +0200\n"
)


def read(path: Path, content: str | bytes) -> tuple[list[Document], list[Skipped]]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read_paths([path]))
    return (
        [item for item in found if isinstance(item, Document)],
        [item for item in found if isinstance(item, Skipped)],
    )


def words(document: Document, kind: BlockKind = BlockKind.PROSE) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def authors(document: Document) -> list[str]:
    return [author.value for author in document.authors]


def check(documents: list[Document]) -> None:
    """Documents of one file share its text, and credits stand in it."""
    for one, following in itertools.pairwise(documents):
        assert one.text == following.text
        assert one.end < following.start
    for document in documents:
        for credit in (*document.authors, *document.recipients):
            assert document.text[credit.start : credit.end] == credit.value


def test_who_gets_a_copy_of_a_mail_stands_in_its_text(tmp_path):
    head = HEAD + 'Cc: Ada Brook <a@b.example>, "Park, Lee" <l@h.example>\n'
    quoted = "-----Original Message-----\nFrom: Lee Park\nTo: Carl Finch\nCc: Ines Moss\nSubject: Loan\n\nI lent it.\n"
    documents, _ = read(tmp_path / "a.eml", f"{head}\n{PROSE}\n\n{quoted}")
    assert [[each.value for each in one.copied] for one in documents] == [
        ["Ada Brook", "Lee Park"],
        ["Ines Moss"],
    ]
    assert [[each.value for each in one.recipients] for one in documents] == [["Carl Finch"], ["Carl Finch"]]
    for one in documents:
        assert all(one.text[each.start : each.end] == each.value for each in one.copied)


def test_the_answered_message_is_a_document_of_its_own(tmp_path):
    write_all(tmp_path)
    mail, quoted = (item for item in read_paths([tmp_path / "mail.eml"]) if isinstance(item, Document))
    check([mail, quoted])
    assert mail.title is not None
    assert (mail.genre, mail.title.value, mail.published) == ("email", "The café loan", "2024-05-06")
    assert (authors(mail), [each.value for each in mail.recipients]) == (["Nora Quill"], ["Carl Finch"])
    assert (words(mail), mail.quoted) == ([PROSE], False)
    assert (quoted.id, quoted.source, quoted.quoted) == ("mail.2", mail.source, True)
    assert (authors(quoted), quoted.published, quoted.genre) == (["Carl Finch"], "2024-05-05", "email")
    assert " ".join(words(quoted)) == "I never saw the contract. The mayor did."


def test_what_is_quoted_in_html_is_another_message(tmp_path):
    page = (
        f"<div>{PROSE}</div><div class=gmail_quote><div>On Sun, 5 May 2024 at 09:00, Carl Finch "
        f"&lt;<a href='mailto:c@f.example'>c@f.example</a>&gt; wrote:<br></div>"
        f"<blockquote class=gmail_quote>{MORE}</blockquote></div>"
    )
    (mail, quoted), _ = read(tmp_path / "a.eml", f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{page}")
    assert (words(mail), words(quoted), authors(quoted)) == ([PROSE], [MORE], ["Carl Finch"])


def test_a_page_gives_a_line_for_each_level_of_quotation():
    assert page_lines("<p>a<blockquote type=cite>b<p>c</blockquote><style>d</style>e", "a").split("\n") == [
        "a", "", "> b", "> ", "> c", "> ", "e",
    ]  # fmt: skip
    assert page_lines("<p>a</p><blockquote>b</blockquote>", "a").replace("\n", "") == "ab"
    assert f"{'> ' * 700}b" in page_lines("<blockquote type=cite>" * 700 + "b", "a").split("\n")
    assert page_lines("<div>" * 3000 + "b", "a") == ""
    assert page_lines(" ", "a") == page_lines("<!-- a -->", "a") == ""
    with pytest.raises(InputError, match="too deeply"):
        page_lines("<blockquote type=cite>" * 3000 + "b", "a")


def test_a_message_of_html_alone_is_read(tmp_path):
    (mail,), _ = read(
        tmp_path / "a.eml",
        "From: Nora Quill <n@x.example>\nSubject: Loan\nContent-Type: text/html; "
        f"charset=utf-8\n\n<html><body><p>{PROSE}</p></body></html>",
    )
    assert PROSE in words(mail)


def test_raw_bytes_in_headers_are_decoded_as_the_body_is(tmp_path):
    head = "From: Zoë Brûlé <z@b.example>\nSubject: Prêt\nContent-Type: text/plain; charset={}\n\nZoë paid Léa.\n"
    for name, charset, encoding in (
        ("a", "utf-8", "cp1252"),
        ("b", "iso-8859-1", "cp1252"),
        ("c", "utf-8", "utf-8"),
    ):
        (mail,), _ = read(tmp_path / f"{name}.eml", head.format(charset).encode(encoding))
        assert mail.title is not None
        assert (authors(mail), mail.title.value) == (["Zoë Brûlé"], "Prêt")
        assert words(mail) == ["Zoë paid Léa."]


def mixed(*parts: str) -> str:
    held = "".join(f"--xx\n{part}\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/mixed; boundary="xx"\n\n{held}--xx--\n'


def attached(name: str, kind: str, content: bytes) -> str:
    return (
        f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f'Content-Disposition: attachment; filename="{name}"\n\n' + base64.encodebytes(content).decode()
    )


def test_what_is_attached_and_can_be_read_is_a_document(tmp_path):
    inner = f"From: Carl Finch <c@f.example>\nTo: Lee Park\nSubject: Contract\n\n{MORE}\n"
    documents, passed = read(
        tmp_path / "a.eml",
        mixed(
            f"Content-Type: text/plain\n\n{PROSE}",
            f"Content-Type: message/rfc822\n\n{inner}",
            attached("paper.pdf", "application/pdf", pdf_bytes(["The harbour company lent the money."])),
            attached("note.txt", "text/plain", b"Lee Park met Ada Brook in the harbour on Monday."),
            attached("rows.xlsx", "application/octet-stream", b"PK\x03\x04"),
        ),
    )
    check(documents)
    assert [document.source.rpartition("/")[2] for document in documents] == [
        "a.eml", "a.eml#paper.pdf", "a.eml#note.txt", "a.eml#attached-1",
    ]  # fmt: skip
    assert [document.id for document in documents] == ["a", "a.2", "a.3", "a.4"]
    assert authors(documents[-1]) == ["Carl Finch"]
    assert [skip.document.rpartition("/")[2] for skip in passed] == ["a.eml#rows.xlsx"]


def test_a_bad_attachment_leaves_the_message(tmp_path):
    documents, passed = read(
        tmp_path / "a.eml",
        mixed(
            f"Content-Type: text/plain\n\n{PROSE}", attached("paper.pdf", "application/pdf", b"%PDF-1.4 cut")
        ),
    )
    assert [words(document) for document in documents] == [[PROSE]]
    assert len(passed) == 1


def test_too_many_attachments_are_told_once(tmp_path):
    parts = [attached(f"{number}.txt", "text/plain", b"Lee Park met Ada Brook.") for number in range(120)]
    documents, passed = read(tmp_path / "a.eml", mixed(f"Content-Type: text/plain\n\n{PROSE}", *parts))
    assert (len(documents), len(passed)) == (101, 1)


def test_all_texts_of_a_message_are_read(tmp_path):
    (mail,), _ = read(
        tmp_path / "a.eml",
        mixed(f"Content-Type: text/plain\n\n{PROSE}", f"Content-Type: text/plain\n\n{MORE}"),
    )
    assert words(mail) == [PROSE, MORE]


def test_a_mail_saved_as_text_is_a_thread(tmp_path):
    text = (
        f"From: Nora Quill\nTo: Carl Finch\nSent: Monday, May 6, 2024 8:00 AM\nSubject: Loan\n\n{PROSE}\n\n"
        "________________________________\nFrom: Carl Finch\nSent: Sunday, May 5, 2024 9:00 AM\n"
        f"To: Nora Quill\nSubject: Loan\n\n{MORE}\n"
    )
    for name in ("a.txt", "a.md"):
        (mail, quoted), _ = read(tmp_path / name, text)
        check([mail, quoted])
        assert (authors(mail), mail.published, words(mail)) == (["Nora Quill"], "2024-05-06", [PROSE])
        assert (authors(quoted), quoted.published, words(quoted)) == (["Carl Finch"], "2024-05-05", [MORE])


def test_an_article_that_shows_a_message_is_not_cut(tmp_path):
    shown = f"From: Carl Finch\nSent: May 5, 2024\nTo: Nora Quill\nSubject: Loan\n\nPay.\n\n{PROSE}"
    (article,), _ = read(tmp_path / "a.txt", f"A loan for the harbour\n\nBy Ada Brook\n\n{MORE}\n\n{shown}")
    assert authors(article) == ["Ada Brook"]
    (quote,), _ = read(tmp_path / "b.md", f"{MORE}\n\n> A saying.\n\n{PROSE}")
    assert words(quote) == [MORE, PROSE]


def test_levels_without_end_are_told(tmp_path):
    line = "On 6 May 2024 at 08:10, Ada Brook <a@b.example> wrote:"
    body = "\n".join(f"{'>' * level}{line}\n{'>' * (level + 1)}I lent it." for level in range(2000))
    documents, passed = read(tmp_path / "a.eml", f"{HEAD}\n{body}")
    assert len(documents) == 500
    assert "messages more than" in passed[0].reason


def test_a_bad_message_of_a_mailbox_is_skipped_alone(tmp_path):
    good = f"From: Nora Quill <n@x.example>\nSubject: Loan\n\n{PROSE}\n\n"
    start = "From n@x.example Mon May  6 08:00:00 2024\n"
    (tmp_path / "a.mbox").write_text(f"{start}{good}{start}Subject: empty\n\n\n{start}{good}")
    found = list(read_paths([tmp_path / "a.mbox"]))
    assert [type(item).__name__ for item in found] == ["Document", "Skipped", "Document"]
    assert found[1].document.endswith("a.mbox#2")
    assert found[2].source.endswith("a.mbox#3")
