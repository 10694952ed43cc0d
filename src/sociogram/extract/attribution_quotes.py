"""Quotations: which tokens stand between quotation marks, paragraph by paragraph.

A quotation runs from its opening mark to its closing mark. Where a paragraph ends inside one and
the next begins with an opening mark, as is the custom of speeches in print, they are one. A mark
of another shape inside a quotation is part of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sociogram.extract.mention_tokens import TokenColumns

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''", "''": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset({"‘", "'"})
_BEFORE_OPENING = frozenset(" ([{—–-:/“\"'‘")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``start`` to ``end``, half-open, marks included."""

    start: int
    end: int
    single: bool = False


def paragraph_of_tokens(offsets: list[int], breaks: tuple[int, ...]) -> list[int]:
    """The number of the paragraph of each token, where ``offsets`` are the tokens' places in the view."""
    return [bisect_right(breaks, offset) for offset in offsets]


def find_quotations(columns: TokenColumns, paragraphs: list[int]) -> list[Quotation]:
    """The outermost quotations, in text order."""
    found: list[Quotation] = []
    count = len(columns)
    begin = 0
    open_mark: str | None = None
    opened = -1
    while begin < count:
        end = begin + 1
        while end < count and paragraphs[end] == paragraphs[begin]:
            end += 1
        if open_mark is not None and not _opens_again(columns.text[begin], open_mark):
            # The quotation was never closed: it ends with its paragraph.
            found.append(Quotation(opened, begin))
            open_mark = None
        opened, open_mark = _scan(columns, begin, end, opened, open_mark, found)
        begin = end
    if open_mark is not None and open_mark not in _SINGLE:
        found.append(Quotation(opened, count))
    return found


def _opens_again(text: str, mark: str) -> bool:
    return text == mark or (mark in '""“' and text in ('"', "“"))


def _scan(
    columns: TokenColumns, begin: int, end: int, opened: int, mark: str | None, found: list[Quotation]
) -> tuple[int, str | None]:
    """Read one paragraph; what is open at its end is given back."""
    skip_first = mark is not None
    for position in range(begin, end):
        text = columns.text[position]
        if text not in _CLOSING and text not in ("”", "’", "»"):
            continue
        if skip_first and position == begin:
            continue
        if mark is None:
            if text in _CLOSING and _can_open(columns, position, begin, end):
                if text in _SINGLE and not _closes_in(columns, position, end, _CLOSING[text]):
                    continue
                opened, mark = position, text
        elif _closes(columns, position, end, mark):
            found.append(Quotation(opened, position + 1, mark in _SINGLE))
            mark = None
    if mark in _SINGLE:
        mark = None
    return opened, mark


def _spaced_before(columns: TokenColumns, position: int) -> bool:
    previous = position - 1
    return columns.start[previous] + len(columns.text[previous]) < columns.start[position]


def _spaced_after(columns: TokenColumns, position: int, end: int) -> bool:
    following = position + 1
    return (
        following >= end or columns.start[position] + len(columns.text[position]) < columns.start[following]
    )


def _can_open(columns: TokenColumns, position: int, begin: int, end: int) -> bool:
    if columns.text[position] in ("“", "«", "‘", "``", "„"):
        return True
    free_before = position == begin or _spaced_before(columns, position)
    free_before = free_before or columns.text[position - 1][-1] in _BEFORE_OPENING
    return free_before and not _spaced_after(columns, position, end)


def _closes(columns: TokenColumns, position: int, end: int, mark: str) -> bool:
    text = columns.text[position]
    if mark == "“":
        # A curly mark is sometimes closed by a straight one.
        return text == "”" or (text == '"' and not _spaced_before(columns, position))
    if text != _CLOSING[mark] and not (mark == '"' and text == "”"):
        return False
    if mark in _SINGLE or mark == '"' or mark == "''":
        following = position + 1
        if _spaced_after(columns, position, end):
            return True
        return not columns.text[following][0].isalnum() or not _spaced_before(columns, position)
    return True


def _closes_in(columns: TokenColumns, position: int, end: int, closing: str) -> bool:
    """Whether a single mark has its pair before the paragraph ends, at least two words on."""
    for other in range(position + 2, min(end, position + 80)):
        text = columns.text[other]
        if text in (closing, "'", "’") and _spaced_after(columns, other, end):
            # "the teachers' union": a possessive ends in the same mark.
            return columns.tag[other] != "POS"
        if text in ("“", "”", '"'):
            return False
    return False
