"""Letters: how they open and close, and who writes to whom; all names are made up."""

from __future__ import annotations

import pytest

from sociogram.model import BlockKind, Document
from sociogram.read import read_text
from sociogram.read.layout.closings import is_closing, read_close, read_run_in_close

BODY = "I met the director of the ferry company in Riga. I sued the harbour company in May."


def one(text: str) -> Document:
    (document,) = read_text(text, source="a.txt", id="a")
    return document


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def authors(document: Document) -> list[str]:
    return [credit.value for credit in document.authors]


@pytest.mark.parametrize(
    "greeting",
    [
        "Sir,", "SIR,", "Madam,", "Gentlemen:", "Sir or Madam", "Your Excellency,", "To the Editor:", "Hello Carl,",
        "Dear Mr Finch", "Dear Dr. Finch", "Dear Carl",
    ],
)  # fmt: skip
def test_a_salutation_that_a_close_follows_opens_a_letter(greeting):
    document = one(f"{greeting}\n\n{BODY}\n\nYours faithfully\nAda Brook\n")
    assert (document.genre, authors(document)) == ("letter", ["Ada Brook"])
    assert words(document, BlockKind.SALUTATION) == [greeting]
    assert words(document, BlockKind.PROSE) == [BODY]


@pytest.mark.parametrize("line", ["Sir,", "Gentlemen,", "Hello Carl", "Dear Carl", "Good morning"])
def test_without_a_close_it_opens_none(line):
    assert one(f"The debate of Monday\n\n{line}\n\n{BODY}\n").genre != "letter"
    assert one(f"Good morning.\n\n{BODY}\n\nThank you.\n").genre == "text"


def test_a_call_inside_a_letter_opens_no_other():
    document = one(f"Dear Mr. Finch,\n\n{BODY}\n\nSir,\n\n{BODY}x\n\nYours faithfully,\nAda Brook\n")
    assert (authors(document), [each.value for each in document.recipients]) == (["Ada Brook"], ["Finch"])


@pytest.mark.parametrize(
    "close",
    [
        "[Signed] Ada Brook", "(Signed) Ada Brook", "Signed, Ada Brook", "[signed]\nAda Brook", "/s/ Ada Brook",
        "Sincerely, [Ada Brook]", "Sincerely,\n\n[Ada Brook]", "Sincerely, /s/ Ada Brook", "Yours truly – Ada Brook",
        "I am, Sir, your obedient servant,\nAda Brook", "I remain yours faithfully\nAda Brook",
        "Your most humble servant\nAda Brook", "Yours, etc.,\nAda Brook", "Kind regards\n\nAda Brook\n\ncc: Lee Park",
    ],
)  # fmt: skip
def test_who_signs_is_the_author(close):
    document = one(f"Dear Mr. Finch,\n\n{BODY}\n\n{close}\n")
    assert (document.genre, authors(document)) == ("letter", ["Ada Brook"])
    assert words(document, BlockKind.PROSE) == [BODY]


@pytest.mark.parametrize("close", ["Sincerely, Ada Brook", "Yours faithfully,\nAda Brook"])
def test_a_close_may_end_the_last_paragraph(close):
    document = one(f"Dear Mr. Finch,\n\n{BODY} {close}\n")
    assert authors(document) == ["Ada Brook"]
    assert words(document, BlockKind.PROSE) == [BODY]
    assert "\n".join(words(document, BlockKind.SIGNATURE)) == close


def test_other_lines_close_nothing():
    for line in (
        "I am the servant of nobody",
        "Your company is small",
        "Signed into law",
        "Yours is the Earth",
    ):
        assert not is_closing(line)
        assert read_close(line) is None
    for line in (
        "She wrote it sincerely, Ada Brook",
        "He came. Monday, Ada Brook",
        "He left. Thanks, Ada Brook",
    ):
        assert read_run_in_close(line) is None


def recipients(head: str, greeting: str) -> list[str]:
    document = one(f"{head}\n\n{greeting}\n\n{BODY}\n\nSincerely,\nAda Brook\n")
    for credit in document.recipients:
        assert document.text[credit.start : credit.end] == credit.value
    return [credit.value for credit in document.recipients]


def test_the_lines_over_the_salutation_name_whom_it_addresses():
    place = "4 Mill Lane\nEastvale\n12 March 1998"
    assert recipients(f"Carl J. Finch, Esquire\n{place}", "Dear Carl,") == ["Carl J. Finch"]
    assert recipients(f"{place}\n\nMs. Lea Finch\nHarbour Company", "Dear Ms. Finch:") == ["Lea Finch"]
    assert recipients(f"{place}\n\nThe Honorable Lea Finch", "Dear Senator Finch,") == ["Lea Finch"]
    assert recipients(f"Carl Finch, Esq.\n{place}", "Sir,") == ["Carl Finch"]


def test_the_writers_own_address_names_no_recipient():
    place = "4 Mill Lane\nEastvale"
    assert recipients(f"Ada Brook, Attorney at Law\n{place}", "Dear Carl,") == ["Carl"]
    assert recipients(f"Mrs. Ada Brook\n{place}", "Sir,") == []
    assert recipients(f"Harbour Company\n{place}", "Dear Mr. Finch,") == ["Finch"]
    assert recipients(f"Carl Finch\nLea Finch\n{place}", "Dear Finch,") == ["Finch"]


@pytest.mark.parametrize("below", ["", "Lund\n", "Lund, Sweden\n", "Lund, May 3, 2004\n"])
def test_a_name_alone_at_the_end_signs_whatever_stands_below(below):
    assert authors(one(f"To the Editor:\n\n{BODY}\n\nAda Brook\n{below}")) == ["Ada Brook"]


def test_a_sentence_over_the_name_is_no_close():
    document = one(f"Dear Carl,\n\n{BODY}\n\nI left Riga.\n\nAda Brook\n")
    assert words(document, BlockKind.PROSE) == [BODY, "I left Riga."]


@pytest.mark.parametrize(
    ("lines", "copied"),
    [
        ("cc: Lee Park", ["Lee Park"]),
        ("c.c. Lee Park, Nora Quill", ["Lee Park", "Nora Quill"]),
        ("Copies to: Lee Park; Nora Quill", ["Lee Park", "Nora Quill"]),
        ("cc:\nLee Park\nNora Quill\n\nEnclosed is the list of ships.", ["Lee Park", "Nora Quill"]),
        ("cc: Lee Park, Harbour Board", ["Lee Park"]),
        ("cc: Lee Park, Senior Editor", ["Lee Park"]),
        ("cc: file", []),
        ("cc: the members of the board", []),
        ("Copy that.", []),
    ],
)
def test_who_gets_a_copy_stands_behind_the_signature(lines, copied):
    document = one(f"Dear Mr. Finch,\n\n{BODY}\n\nYours faithfully,\nAda Brook\n\n{lines}\n")
    assert [each.value for each in document.copied] == copied
    assert all(document.text[each.start : each.end] == each.value for each in document.copied)
    assert [each.value for each in document.recipients] == ["Finch"]


def test_what_stands_in_the_body_of_a_letter_is_no_copy():
    text = f"Dear Mr. Finch,\n\n{BODY}\n\ncc: Lee Park\n\n{BODY}\n\nYours faithfully,\nAda Brook\n"
    assert one(text).copied == ()


@pytest.mark.parametrize("place", ["Rivertown, May 2, 2011\n\n", "Rivertown\n\n", ""])
def test_a_line_about_who_wrote_stands_under_a_readers_letter(place):
    document = one(
        f"To the Editor:\n\n{BODY}\n\nAda Brook\n{place}\nThe writer is a former harbour master.\n"
    )
    assert authors(document) == ["Ada Brook"]
    last = document.blocks[-1]
    assert (last.kind, document.text[last.start : last.end]) == (
        BlockKind.PROSE,
        "The writer is a former harbour master.",
    )


def test_a_sentence_under_a_name_is_no_signature():
    assert authors(one(f"To the Editor:\n\n{BODY}\n\nAda Brook\n\nShe left the harbour on Monday.\n")) == []


@pytest.mark.parametrize("line", ["Sent from my iPhone", "Get Outlook for iOS", "Von meinem iPhone gesendet"])
def test_what_a_telephone_writes_under_a_mail_is_no_sentence(line):
    document = one(f"{BODY}\n\n{line}\n")
    assert document.blocks[-1].kind is BlockKind.FURNITURE
    assert (
        one(f"{BODY}\n\nSent from my office, the parcel reached Ada Brook.\n").blocks[-1].kind
        is BlockKind.PROSE
    )
