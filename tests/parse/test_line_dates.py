"""The dates at the heads of a chronology's lines."""

from __future__ import annotations

import pytest

from sociogram.model import Block, BlockKind, Document
from sociogram.parse.line_dates import find_line_dates
from sociogram.parse.view import find_left_out, make_view


def document(text: str, kind: BlockKind = BlockKind.PROSE) -> Document:
    return Document(
        id="a",
        source="a",
        text=text,
        start=0,
        end=len(text),
        blocks=(Block(kind=kind, start=0, end=len(text)),),
    )


@pytest.mark.parametrize(
    "head",
    [
        "7 May 2011 – ", "7 May 2011: ", "May 7, 2011 — ", "May 2011: ", "2011: ", "2011 – ", "2011-05-07: ",
        "07/05/2011 | ", "7.5.2011\t", "[7 May 2011] ", "**7 May 2011** – ", "Sat, 7 May 2011, 10.30 am: ",
        "7–9 May 2011: ", "May 2011 to June 2012: ", "On 7 May 2011: ", "7 May 2011\n",
        "**7 May 2011** ", "**2011-05-07**  ",
    ],
)  # fmt: skip
def test_a_date_at_the_head_of_a_line_is_found(head: str) -> None:
    text = head + "Ina Roe met Tom Lund."
    (found,) = find_line_dates(document(text, BlockKind.BULLET))
    assert text[found.begin : found.stop] == "Ina Roe met Tom Lund."
    assert text[slice(*found.date)] == head.removeprefix("On ").strip(" –—:|[]*\t\n")


@pytest.mark.parametrize(
    "text",
    [
        "2011–12 was a good season.", "7 May 2011 was a Saturday.", "May: it rained.", "In 2011, Ina Roe met Tom.",
        "7 May 2011", "Ina Roe: 7 May 2011 – a date.", "12 men: all of them left.",
        "**2011** was a good season.", "7 May 2011 Ina Roe left.",
    ],
)  # fmt: skip
def test_other_lines_have_none(text: str) -> None:
    assert find_line_dates(document(text, BlockKind.BULLET)) == ()


def test_one_paragraph_is_no_chronology_and_two_lines_are() -> None:
    line = "7 May 2011 – Ina Roe met Tom Lund.\n"
    assert find_line_dates(document(line)) == ()
    assert [found.stop for found in find_line_dates(document(line * 2))] == [len(line), 2 * len(line)]


def test_a_line_that_goes_on_with_a_sentence_has_no_head() -> None:
    assert (
        find_line_dates(document("They agreed on\n7 May 2011: a late day.\nIt was the\n8 May 2011: late."))
        == ()
    )


def test_the_view_leaves_the_heads_out_and_begins_a_sentence_behind_each() -> None:
    view = make_view(document("7 May 2011: Ina Roe met Tom.\n8 May 2011: Tom left."))
    assert view.text == "Ina Roe met Tom. Tom left."
    assert [view.text[place:][:3] for place in view.breaks] == ["Ina", "Tom"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("He met[^1] her.", ["[^1]"]), ("He met[^note-a] her.", ["[^note-a]"]), ("He met her.¹", ["¹"]),
        ("He met¹² her.", ["¹²"]), ("He met[note 3] her.", ["[note 3]"]), ("20 m² of land", []), ("a km² more", []),
        ("He met [^1] her.", []),
    ],
)  # fmt: skip
def test_marks_of_footnotes(text: str, marks: list[str]) -> None:
    assert [text[start:end] for start, end in find_left_out(document(text)).items()] == marks
