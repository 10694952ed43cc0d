"""Files of very many equal parts are read in time that grows with their length."""

from __future__ import annotations

import pytest

from sociogram.model import BlockKind
from sociogram.read.formats.markdown import _marked
from sociogram.read.layout.letters import Letter, mark_letters
from sociogram.read.layout.lines import Paragraph
from support.growth import LINEAR, growth


@pytest.mark.parametrize(
    "part", ["# Minutes of May\n", "| a | b |\n| c | d |\n\n", "<!-- note -->\n", "Part\n====\n\n"]
)
def test_marks_of_markdown(part: str) -> None:
    assert growth(lambda size: _marked(part * size, None), 800) < LINEAR


def test_marks_are_those_that_do_not_lie_in_others() -> None:
    text = "# One\n\n```\n# code\n```\n\n<!-- # no\n-->\nTwo\n===\n"
    words = [text[block.start : block.end].split("\n", maxsplit=1)[0] for block in _marked(text, None)]
    assert words == ["# One", "```", "<!-- # no", "Two"]


def test_letters_in_a_row() -> None:
    def run(size: int) -> None:
        line = Paragraph(start=0, end=1, text="x", lines=(), apart=False, page=False)
        letters = [
            Letter(first=at, last=at + 3, salutation=at, closing=at + 2, author=None, recipient=None)
            for at in range(0, 3 * size, 3)
        ]
        kinds = [BlockKind.SALUTATION, BlockKind.CAPTION, BlockKind.SIGNATURE] * size
        assert len(mark_letters([line] * len(kinds), kinds, letters)) == 3 * size

    assert growth(run, 400) < LINEAR


def test_the_body_of_a_letter_is_a_quote_where_other_prose_stands_anywhere_before_it() -> None:
    def marks(*kinds: BlockKind) -> list[BlockKind]:
        line = Paragraph(start=0, end=1, text="x", lines=(), apart=False, page=False)
        letters = [
            Letter(first=at, last=at + 3, salutation=at, closing=at + 2, author=None, recipient=None)
            for at, kind in enumerate(kinds)
            if kind is BlockKind.SALUTATION
        ]
        return mark_letters([line] * len(kinds), kinds, letters)

    letter = (BlockKind.SALUTATION, BlockKind.PROSE, BlockKind.SIGNATURE)
    assert BlockKind.QUOTE not in marks(*letter)
    quoted = (BlockKind.SALUTATION, BlockKind.QUOTE, BlockKind.SIGNATURE)
    assert marks(*letter, *letter, *letter)[3:] == [*quoted, *quoted]
    assert marks(BlockKind.PROSE, *letter, *letter)[1:] == [*quoted, *quoted]
