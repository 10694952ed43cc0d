"""Pages by the places of their words: columns, broken words, footnotes, running lines."""

from __future__ import annotations

import textwrap

import pytest

from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.formats.pdf import READER
from sociogram.read.pages.columns import in_reading_order
from sociogram.read.pages.strips import Strip
from sociogram.read.pages.words import BrokenWords
from support.read_samples import assembled_pdf, placed_pdf

LEFT = (
    "Ines Calloway founded Vantor Shipping in 2009 and led it until the spring, when the board dismissed her after a "
    "quarrel about the new terminal. Rupert Hale criticised the board for it in a letter to the council."
)
RIGHT = (
    "Meanwhile Dora Westin met Rupert Hale in Bergen to talk about the port. She accused Kilmer Bank of fraud in a "
    "letter to the council, which had asked for a list of all owners of the bank and of their shares."
)


def placed(lines: list[str], left: float, top: float, size: float = 10, pitch: float = 14):
    return [(left, top - pitch * number, size, line) for number, line in enumerate(lines)]


def wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def by_rows(*columns):
    """The words of ``columns`` as a program draws them that goes from row to row."""
    return sorted((word for column in columns for word in column), key=lambda word: (-word[1], word[0]))


def read(*pages, **given) -> Document:
    (document,) = READER.read(placed_pdf(*pages, **given), "a.pdf")
    assert isinstance(document, Document)
    return document


def words(document: Document, kind: BlockKind = BlockKind.PROSE) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize("shift", [0, 6])
def test_columns_drawn_row_by_row_are_read_one_after_the_other(shift):
    page = by_rows(placed(wrapped(LEFT, 44), 60, 700), placed(wrapped(RIGHT, 44), 320, 700 - shift))
    assert words(read(page)) == [LEFT, RIGHT]


def test_columns_whose_lines_begin_with_names_are_columns():
    left = [
        "Ines Calloway founded Vantor Shipping.",
        "Rupert Hale criticised her. Vantor",
        "Shipping sued Ines Calloway.",
    ]
    right = [
        "Dora Westin met Rupert Hale. Dora",
        "Westin accused Kilmer Bank. The bank",
        "Hired Olaf Brandt as counsel.",
    ]
    text = read(by_rows(placed(left, 60, 700), placed(right, 310, 700))).text
    assert " ".join(text.split()) == " ".join([*left, *right])


def test_three_narrow_columns_are_read_one_after_the_other():
    third = "A third matter was the bridge, which nobody wanted and all had paid for in the end of that long year."
    columns = [
        placed(wrapped(text, 30), left, 700) for text, left in ((LEFT, 50), (RIGHT, 220), (third, 390))
    ]
    assert " ".join(read(by_rows(*columns)).text.split()) == f"{LEFT} {RIGHT} {third}"


def test_lines_across_the_page_stay_over_its_columns():
    lead = "This report tells of the harbour and of the bank, and it was read out in full to the council on Monday."
    columns = by_rows(placed(wrapped(LEFT, 44), 60, 700), placed(wrapped(RIGHT, 44), 320, 700))
    document = read([(60, 790, 18, "Two cases"), *placed(wrapped(lead, 100), 60, 760), *columns])
    assert document.title is not None
    assert document.title.value == "Two cases"
    assert words(document) == [lead, LEFT, RIGHT]


def test_a_column_that_begins_higher_is_read_whole():
    right = wrapped(RIGHT, 44)
    page = [
        *placed(right[:2], 320, 728), *by_rows(placed(wrapped(LEFT, 44), 60, 700), placed(right[2:], 320, 700))
    ]  # fmt: skip
    assert words(read(page)) == [LEFT, RIGHT]


def test_rows_of_a_table_stay_rows():
    rows = [("Name", "Office", "Since"), ("Ines Calloway", "chair", "2009"), ("Rupert Hale", "treasurer", "2012"),
            ("Dora Westin", "secretary of the board", "2015")]  # fmt: skip
    page = [
        (left, 700 - 14 * number, 10, cell)
        for number, row in enumerate(rows)
        for left, cell in zip((60, 200, 350), row, strict=True)
    ]
    assert read(page).text.splitlines() == [" ".join(row) for row in rows]


def test_columns_keep_the_order_in_which_they_are_drawn():
    page = [*placed(wrapped(RIGHT, 44), 320, 700), *placed(wrapped(LEFT, 44), 60, 700)]
    assert words(read(page)) == [RIGHT, LEFT]


def test_many_strips_are_put_in_order_in_time():
    strips = [
        Strip(text="Cell", left=left, right=left + 20, base=float(-number), size=1.0)
        for number in range(20_000)
        for left in (0.0, 50.0)
    ]
    assert len(in_reading_order(strips)) == 20_000


def test_words_broken_at_the_end_of_a_line_are_whole():
    lines = ["The inquiry was told that the state-", "owned firm Vantor Ship-", "ping had paid Olaf Brandt for ad-",
             "vice. Anne-", "Marie Colbert met Omar al-", "Rashid in 2015-", "2016, and twenty-",
             "two clerks knew."]  # fmt: skip
    assert " ".join(read(placed(lines, 60, 700)).text.split()) == (
        "The inquiry was told that the state-owned firm Vantor Shipping had paid Olaf Brandt for advice. Anne-Marie"
        " Colbert met Omar al-Rashid in 2015-2016, and twenty-two clerks knew."
    )


@pytest.mark.parametrize(
    ("seen", "before", "behind", "whole"),
    [
        ("", "Rupert Hal-", "ford sued", "Rupert Halford sued"),
        ("the co-operative", "the co-", "operative bank", "the co-operative bank"),
        ("a cooperative", "the co-", "operative bank", "the cooperative bank"),
        ("", "the self-", "styled prophet", "the self-styled prophet"),
        ("", "Jean-", "Luc Brandt", "Jean-Luc Brandt"),
        ("McAllister", "the Mc-", "Allister Group", "the McAllister Group"),
        ("", "the new\xad", "Est plan", "the newEst plan"),
    ],
)
def test_the_other_words_of_a_document_tell_whose_a_hyphen_is(seen, before, behind, whole):
    assert BrokenWords([seen]).join(before, behind) == whole


def test_a_dash_with_blanks_around_it_stays():
    text = read(
        placed(["Bergen - a port that Dora Westin knew -", "and all that lies beyond it."], 60, 700)
    ).text
    assert " ".join(text.split()) == "Bergen - a port that Dora Westin knew - and all that lies beyond it."


def test_figures_that_call_footnotes_are_left_out():
    page = [(60, 700, 11, "Dora Westin"), (119.5, 704, 7, "12"), (127.4, 700, 11, " met Rupert Hale in 2015"),
            (252, 704, 7, "1, 3"), (264, 700, 11, " in Bergen."), (317.8, 704, 7, "*"), (320.5, 700, 11, " He left."),
            (60, 90, 8, "12 Letter of Ines Calloway."), (60, 80, 8, "* A rumour.")]  # fmt: skip
    assert read(page).text.split("\n\n") == [
        "Dora Westin met Rupert Hale in 2015 in Bergen. He left.", "12 Letter of Ines Calloway.", "* A rumour."
    ]  # fmt: skip


def test_figures_in_the_line_and_powers_stay():
    page = [(60, 700, 11, "Unit 61398 sold 40 km"), (171.2, 704, 7, "2"), (175.1, 700, 11, " and CO"),
            (214.9, 697, 7, "2"), (218.8, 700, 11, " to Nils Aker on 3 May 2014.")]  # fmt: skip
    assert read(page).text == "Unit 61398 sold 40 km² and CO2 to Nils Aker on 3 May 2014."


def test_a_sentence_goes_on_over_the_edge_of_a_page():
    head, foot = (60, 800, 9, "Report of the inquiry"), "Rupert Hal-"
    first = [
        head,
        (60, 120, 11, f"The inquiry was told of a loan, and in the end that {foot}"),
        (290, 40, 9, "1"),
    ]
    second = [head, (60, 760, 11, "ford had sued Kilmer Bank over it."), (290, 40, 9, "2")]
    document = read(first, second)
    assert words(document) == [
        "The inquiry was told of a loan, and in the end that Rupert Halford had sued Kilmer Bank over it."
    ]
    assert words(document, BlockKind.FURNITURE) == [
        "Report of the inquiry",
        "1",
        "Report of the inquiry",
        "2",
    ]


def test_the_first_line_of_two_short_ones_is_no_paragraph_with_the_second():
    assert read(placed(["Harbour loan approved", "Rivertown"], 60, 700)).text.splitlines() == [
        "Harbour loan approved", "Rivertown"
    ]  # fmt: skip


def test_pages_that_are_pictures_are_told():
    document, told = READER.read(placed_pdf([(60, 700, 11, "Dora met Nils.")], [], [], picture=1), "a.pdf")
    assert isinstance(document, Document)
    assert isinstance(told, Skipped)
    assert told.reason.startswith("page 2 of 3 without text")


def test_a_tree_of_pages_that_holds_itself_is_refused(tmp_path):
    from sociogram.read import read_paths

    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    for kids in ("2 0 R 3 0 R", "2 0 R 2 0 R 2 0 R"):
        tree = f"<< /Type /Pages /Kids [{kids}] /Count 2 >>"
        (tmp_path / "a.pdf").write_bytes(assembled_pdf(["<< /Type /Catalog /Pages 2 0 R >>", tree, page]))
        (told,) = read_paths([tmp_path])
        assert isinstance(told, Skipped)
        assert "damaged" in told.reason
