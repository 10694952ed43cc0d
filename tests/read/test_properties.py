"""Laws that hold for whatever is read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sociogram.errors import InputError
from sociogram.model import BlockKind, Document
from sociogram.read import read_text
from sociogram.read.documents import READERS
from sociogram.read.files.guard import guarded
from sociogram.read.formats import markdown

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from([
            "", "By Nora Quill", "Dear Mr. Finch,", "Sincerely,", "Ada Brook", "Published: May 6, 2024", "* * *",
            "Reference:", "I. The Loan", "• One thing.", "a\tb", "From: Ada Brook", "To: Carl Finch", "> quoted", "\f",
            "The council of Rivertown voted on Monday to lend the harbour company nine million dollars. " * 4,
            "The AimsOther Aims", "Nora Quill is a reporter at the Courier.", "https://x.org",
            "Author: Nora Quill Editor: Lee Park",
        ]),
    ),
    max_size=30,
)  # fmt: skip


ROWS = (BlockKind.TABLE, BlockKind.BULLET)
"""The blocks that a row of a table is cut into; the marks between its cells are in none."""


def is_no_word(left_out: str, *, between_cells: bool) -> bool:
    """Whether what no block holds is blank or, between the cells of a table, marks alone."""
    return not left_out.strip() or (between_cells and not any(each.isalnum() for each in left_out))


def check(documents: list[Document]) -> None:
    assert len({document.id for document in documents}) == len(documents)
    for document in documents:
        place, near = document.start, False
        for block in document.blocks:
            assert place <= block.start < block.end <= document.end <= len(document.text)
            of_row = block.kind in ROWS
            assert is_no_word(document.text[place : block.start], between_cells=near or of_row)
            assert document.text[block.start : block.end].strip()
            place, near = block.end, of_row
        assert is_no_word(document.text[place : document.end], between_cells=near)
        for credit in filter(
            None, [document.title, document.publisher, *document.authors, *document.recipients]
        ):
            assert credit.value.strip()
            said = " ".join(document.text[credit.start : credit.end].split()).lower()
            value = " ".join(credit.value.split()).lower()
            assert value in said or said == "chatgpt.com"


@settings(max_examples=300, deadline=None)
@given(LINES)
@example(["0|:", "0|0"])
@example(["0|0", "0|:"])
def test_blocks_cover_all_words_of_any_text_in_order(lines):
    text = "\n".join(lines)
    documents = read_text(text, source="a.txt")
    check(documents)
    assert all(document.text == text for document in documents)
    assert read_text(text, source="a.txt") == documents
    covered = "".join(text[document.start : document.end] for document in documents)
    assert "".join(covered.split()) == "".join(text.split()) or not documents


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.suffixes[0])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    content=st.one_of(
        st.binary(max_size=400), st.text(max_size=300).map(lambda words: words.encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_read_or_refused(reader, content):
    for item in guarded(reader, content, "a"):
        if isinstance(item, Document):
            check([item])
        else:
            assert item.reason


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_any_lines_as_markdown_keep_the_laws(lines):
    with suppress(InputError):
        check(list(markdown.READER.read("\n".join(lines).encode("utf-8", "replace"), "a.md")))
