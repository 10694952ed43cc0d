"""A mail's text is cut into the messages in it, each with its writer; all names are made up."""

from __future__ import annotations

import time

import pytest

from sociogram.read.layout.threads import MOST_MESSAGES, Message, split_thread
from sociogram.read.phrases.correspondents import list_people, read_attribution

SENDERS = {
    "On Mon, 6 May 2024 at 08:10, Ada Brook <ada@brook.example> wrote:": ("Ada Brook", "6 May 2024"),
    "On May 6, 2024, at 8:10 AM, Brook, Ada <ada@brook.example> wrote:": ("Ada Brook", "May 6, 2024"),
    "On Mon, May 6, 2024 at 8:10 AM Ada J. Brook <a@b.example> wrote:": ("Ada J. Brook", "May 6, 2024"),
    "On 06/05/2024 08:10, Ada Brook wrote:": ("Ada Brook", "06/05/2024"),
    "On Monday, Ada Brook wrote:": ("Ada Brook", ""),
    "Ada Brook wrote:": ("Ada Brook", ""),
    "Ada Brook <ada@brook.example> wrote on 6 May 2024:": ("Ada Brook", "6 May 2024"),
    "2024-05-06 8:10 GMT+02:00 Ada Brook <ada@brook.example>:": ("Ada Brook", "2024-05-06"),
    "Quoting Ada Brook <ada@brook.example>:": ("Ada Brook", ""),
    "Am 06.05.2024 um 08:10 schrieb Ada Brook <a@b.example>:": ("Ada Brook", "06.05.2024"),
    "On Mon, 6 May 2024, ada@brook.example wrote:": ("ada@brook.example", "6 May 2024"),
    "In message <12@x.example>, Ada Brook writes:": ("Ada Brook", ""),
}


@pytest.mark.parametrize("line", SENDERS)
def test_a_line_of_attribution_tells_the_writer(line):
    sender = read_attribution(line)
    assert sender is not None
    assert (sender.name, sender.date) == SENDERS[line]


@pytest.mark.parametrize(
    "line",
    [
        "He wrote:", "The mayor wrote:", "On Monday the mayor wrote:", "Steps to be taken:", "Ada Brook wrote a book.",
        "In her report the auditor of the harbour wrote:",
    ],
)  # fmt: skip
def test_other_lines_tell_no_writer(line):
    assert read_attribution(line) is None


def test_the_people_of_a_header():
    assert list_people('"Brook, Ada" <a@b.example>, Carl Finch') == ["Ada Brook", "Carl Finch"]
    assert list_people("Brook, Ada; Finch, Carl") == ["Ada Brook", "Carl Finch"]
    assert list_people("Brook, Ada") == ["Ada Brook"]
    assert list_people("Ada Brook/HAR/NOV@NOV") == ["Ada Brook"]
    assert list_people("Brook, Ada [mailto:a@b.example]", one=True) == ["Ada Brook"]
    assert list_people("Ada O'Brook, Lea O'Hara") == ["Ada O'Brook", "Lea O'Hara"]
    assert list_people("a@b.example, c@d.example") == ["a@b.example", "c@d.example"]


def said(text: str, *, mail: bool = True) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(message.authors, message.pieces) for message in split_thread(text, mail=mail).messages]


def test_answers_between_quoted_lines_are_the_answering_writers():
    text = (
        "On 6 May 2024 at 08:10, Ada Brook <a@b.example>\nwrote:\n> I lent the\n> money.\n>> I asked.\n\n"
        "I saw that.\n\n> I sued them.\n\nSo did I.\n"
    )
    assert said(text) == [
        ((), ("I saw that.", "So did I.")),
        (("Ada Brook",), ("I lent the\nmoney.", "I sued them.")),
        ((), ("I asked.",)),
    ]


def test_a_block_of_headers_begins_a_message():
    text = (
        "See below.\n\n-----Original Message-----\nFrom: Ada Brook\nSent: Monday, May 6, 2024 8:10 AM\n"
        "To: Finch, Carl; Lee Park\nSubject: Loan\n\nI lent it.\n"
    )
    first, second = split_thread(text).messages
    assert first == Message(pieces=("See below.",))
    assert (second.authors, second.recipients) == (("Ada Brook",), ("Carl Finch", "Lee Park"))
    assert (second.date, second.subject, second.pieces) == (
        "Monday, May 6, 2024 8:10 AM",
        "Loan",
        ("I lent it.",),
    )


def test_a_forward_with_marks_holds_the_message_that_it_quotes():
    text = (
        "Begin forwarded message:\n\n> From: Ada Brook <a@b.example>\n> Date: 6 May 2024\n> To: Lee Park\n>\n"
        "> I lent it.\n>\n> On 5 May 2024, at 10:00, Lee Park <l@p.example> wrote:\n>\n>> I asked.\n"
    )
    assert said(text)[1:] == [(("Ada Brook",), ("I lent it.",)), (("Lee Park",), ("I asked.",))]


def test_headers_may_be_of_another_language():
    text = (
        "See below.\n\n-----Ursprüngliche Nachricht-----\nVon: Ada Brook <a@b.example>\nGesendet: 06.05.2024 08:10\n"
        "An: Lee Park\nBetreff: Loan\n\nI lent it.\n"
    )
    second = split_thread(text).messages[1]
    assert (second.authors, second.recipients, second.subject) == (("Ada Brook",), ("Lee Park",), "Loan")


def test_the_head_of_lotus_notes_is_one():
    text = (
        "--------- Forwarded by Lee Park/HAR/NOV on 05/07/2024 02:16 PM ---------\n\nAda Brook\n05/06/2024 06:59 AM\n"
        "To: Lee Park/HAR/NOV@NOV\ncc: \nSubject: Loan\n\nI lent it.\n"
    )
    assert said(text)[1:] == [(("Ada Brook",), ("I lent it.",))]


def test_whose_mark_nobody_explains_is_nobodys():
    assert said("> I lent it.\n\nI did not.") == [((), ("I did not.",)), ((), ("I lent it.",))]
    text = "-----Original Message-----\n\nI lent it.\n"
    assert said(f"See below.\n\n{text}")[1:] == [((), ("I lent it.",))]


def test_what_quotes_no_message_is_one():
    for text in (
        "The mayor wrote:\n\nI lent it.",
        "On Monday, Ada Brook wrote:\n\nI lent it.",
        "We met.\n\n________________________________\n\nWe parted.",
        "From: here to there.\n\nTo: whom?",
        ">From what I heard, she left.\n\nI stayed.",
    ):
        assert len(said(text)) == 1, text


def test_a_text_may_begin_with_headers_of_its_own():
    head = "From: Carl Finch\nTo: Ada Brook\nDate: May 7, 2024\nSubject: Loan\n\nI met them.\n\n"
    quoted = "On 6 May 2024 at 08:10, Ada Brook <a@b.example> wrote:\n> I lent it.\n"
    assert said(head + quoted, mail=False) == [
        (("Carl Finch",), ("I met them.",)),
        (("Ada Brook",), ("I lent it.",)),
    ]
    assert said(quoted + "\nI saw that.", mail=False) == [
        ((), ("I saw that.",)),
        (("Ada Brook",), ("I lent it.",)),
    ]


@pytest.mark.parametrize(
    "line",
    ["From: " + "a" * 500_000, "--Forwarded by " + "-" * 500_000, "On " + "a@" * 200_000 + " wrote:", ">" * 500_000,
     "To: " + '",' * 200_000, "Yours, " * 100_000],
)  # fmt: skip
def test_endless_lines_take_no_endless_time(line):
    started = time.monotonic()
    split_thread(f"From: a\nTo: b\nSubject: c\n\n{line}\nTo: b\nSubject: c\n\nd\n{line}")
    assert time.monotonic() - started < 10


def test_levels_without_end_are_bounded_and_told():
    line = "On 6 May 2024 at 08:10, Ada Brook <a@b.example> wrote:"
    started = time.monotonic()
    thread = split_thread(
        "\n".join(">" * level + line for level in range(2000)) + "\n" + ">" * 2000 + "I lent it."
    )
    assert time.monotonic() - started < 10
    assert thread.left_out > 1000
    assert len(thread.messages) <= MOST_MESSAGES
