"""The dates at the heads of a chronology's lines: "3 May 2014 – …", "June 2014: …".

They are no part of the sentence behind them, which is parsed better without; what it tells happened then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Block, BlockKind, Document, Span

_WORDS = load_vocabulary("times")
_MONTHS = alternatives(_WORDS.values("months"))
_MONTH = rf"(?-i:{_MONTHS})"
_WEEKDAYS = alternatives([*_WORDS.values("weekdays"), *_WORDS.words("weekday-abbreviations")])
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_WEEKDAYS})\.?,? )?"
    rf"(?:{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?|{_MONTH} {_DAY},? {_YEAR}|(?:early |mid-|late )?{_MONTH},? {_YEAR}"
    rf"|{_MONTH} {_DAY}|{_YEAR}-\d\d-\d\d|\d\d?\.\d\d?\.{_YEAR}|\d\d?/\d\d?/{_YEAR}|{_YEAR})"
    r"(?:(?:,| at)? \d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?)?"
)
_HEAD = re.compile(
    rf"[*_(\[]{{0,3}}(?:On )?(?P<date>(?:\d\d? ?[–—-] ?)?{_DATE}(?:(?: ?[–—-] ?| to ){_DATE})?)[*_)\]]{{0,3}}"
    r"(?:(?<=[\])])[ \t]|(?<=\*\*)[ \t]+(?-i:(?=[A-Z“\"]))"
    r"|[ \t]*[:|][*_]{0,2}(?=\s)|[ \t]+[–—-]{1,2}(?=\s)|[–—](?=[^\s\d])|\t|[ \t]*\n)\s*(?=\S)",
    re.IGNORECASE,
)
"""The date, then a colon, a dash, a tabulator or the end of the line; one in bold may have none before a name."""
_HEADING = re.compile(rf"[#*_ \t]{{0,8}}(?:On )?(?P<date>{_DATE})[ \t]*:?[*_# \t]{{0,8}}", re.IGNORECASE)
_HEADINGS = frozenset({BlockKind.DATELINE, BlockKind.HEADLINE})
_ENDING = frozenset(
    {BlockKind.DATELINE, BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.TAGLINE, BlockKind.SALUTATION,
     BlockKind.SIGNATURE, BlockKind.LETTERHEAD}
)  # fmt: skip
"""Kinds that end what stands under a date."""
_FEWEST = 2
"""Lines with a date at their head that make a chronology of paragraphs; a list may have one."""
_KINDS = frozenset({BlockKind.PROSE, BlockKind.BULLET, BlockKind.QUOTE})
_CLOSED = (".", "!", "?", ";", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class LineDate:
    """A line's head from ``start`` to ``begin``, with its date in ``date``; what was done then stands up to ``stop``.

    All are offsets of the document's text.
    """

    start: int
    date: Span
    begin: int
    stop: int


def find_line_dates(document: Document) -> tuple[LineDate, ...]:
    """The dates at the heads of lines, in their order; none where a single paragraph begins with one."""
    whole = Block(kind=BlockKind.PROSE, start=document.start, end=document.end)
    found = [
        (block.kind, date)
        for block in document.blocks or (whole,)
        if block.kind in _KINDS
        for date in _in_block(document.text, block)
    ]
    enough = len(found) >= _FEWEST
    return tuple(date for kind, date in found if enough or kind is BlockKind.BULLET)


def find_date_headings(document: Document) -> tuple[LineDate, ...]:
    """The headings and lines of their own that are a date and nothing else, with running text under them.

    What is under one ends at the next heading. A date over the first words alone may be the document's own.
    """
    found: list[LineDate] = []
    # Marks before headings and bullets are furniture.
    blocks = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    for index, block in enumerate(blocks):
        dated = _HEADING.fullmatch(document.text, block.start, block.end) if block.kind in _HEADINGS else None
        under = blocks[index + 1] if index + 1 < len(blocks) else None
        if dated is None or under is None or under.kind not in _KINDS:
            continue
        following = (one.start for one in blocks[index + 1 :] if one.kind in _ENDING)
        stop = next(following, document.end)
        found.append(LineDate(block.start, dated.span("date"), block.end, stop))
    return tuple(found)


def _in_block(text: str, block: Block) -> Iterator[LineDate]:
    heads = [match for place in _lines(text, block) if (match := _HEAD.match(text, place, block.end))]
    stops = [*(match.start() for match in heads[1:]), block.end]
    for match, stop in zip(heads, stops, strict=False):
        yield LineDate(match.start(), match.span("date"), match.end(), stop)


def _lines(text: str, block: Block) -> Iterator[int]:
    """Where a line begins that does not go on with a sentence of the line before."""
    closed, place = True, block.start
    while place < block.end:
        following = text.find("\n", place, block.end)
        end = following if following >= 0 else block.end
        line = text[place:end]
        if closed and line.strip():
            yield place + len(line) - len(line.lstrip())
        closed, place = line.rstrip().endswith(_CLOSED) or not line.strip(), end + 1
