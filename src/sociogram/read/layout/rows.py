"""Rows of a table whose cells are sentences ("7 July 2016 | Ann Roe sued Acme.").

Chronologies, minutes and lists of findings are often drawn as tables. What their cells tell in sentences is running
text; a date in the cell before it says when it happened, as at the head of a chronology's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.sentence_ends import ends_sentence
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Block, BlockKind
from sociogram.read.layout.lines import Line, Paragraph
from sociogram.read.layout.shapes import is_final
from sociogram.read.phrases.dates import is_date_alone

_CELL = re.compile(r"[^\s|](?:(?!\t| {3})[^|\n])*")
_MARKS = " *_"
_MONTHS = alternatives(load_vocabulary("times").values("months"))
_PERIOD = re.compile(rf"(?:(?:{_MONTHS})\.?,? )?(?:1[5-9]|20)\d\d", re.IGNORECASE)
_FEWEST = 3
"""Words of a sentence."""
_FEWEST_DATED = 5
"""Words of what stands beside a date, which is often told without a full stop."""
_FEWEST_SMALL = 2
"""Words of it that are no names, so that a list of names or a heading is none."""


def row_blocks(paragraph: Paragraph) -> list[Block]:
    """The blocks of a table: each sentence is an item of a list, with the date before it; the rest stays a table."""
    blocks: list[Block] = []
    for piece in (piece for line in paragraph.lines for piece in _pieces(line)):
        if blocks and piece.kind is BlockKind.TABLE is blocks[-1].kind:
            blocks[-1] = replace(blocks[-1], end=piece.end)
        else:
            blocks.append(piece)
    return blocks or [Block(kind=BlockKind.TABLE, start=paragraph.start, end=paragraph.end)]


def _pieces(line: Line) -> Iterator[Block]:
    """The cells of a row; the one with a date goes with the sentence in the next."""
    cells = [
        (line.start + cell.start(), cell.group().rstrip())
        for cell in _CELL.finditer(line.text)
        if any(character.isalnum() for character in cell.group())
    ]
    date: int | None = None
    for index, (start, words) in enumerate(cells):
        end = start + len(words)
        following = cells[index + 1][1] if index + 1 < len(cells) else ""
        if _is_date(words) and (_is_sentence(following) or _is_event(following)):
            date = start
        elif date is not None or _is_sentence(words):
            yield Block(kind=BlockKind.BULLET, start=start if date is None else date, end=end)
            date = None
        else:
            yield Block(kind=BlockKind.TABLE, start=start, end=end)


def _is_date(cell: str) -> bool:
    words = cell.strip(_MARKS)
    return is_date_alone(words) or _PERIOD.fullmatch(words) is not None


def _is_sentence(cell: str) -> bool:
    words = cell.strip(_MARKS)
    whole = len(words.split()) >= _FEWEST and not words[0].islower()
    return whole and is_final(words) and ends_sentence(words)


def _is_event(cell: str) -> bool:
    """Whether a cell beside a date may tell what happened: more than a name or a heading."""
    words = cell.strip(_MARKS).split()
    small = sum(word.isalpha() and word.islower() for word in words)
    return len(words) >= _FEWEST_DATED and small >= _FEWEST_SMALL
