"""What coreference asks of the tokens, as plain lists: grammar, paragraphs and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, POS, SENT_START, TAG

if TYPE_CHECKING:
    from sociogram.parse.spacy_model import ParsedDocument

OPENING = frozenset({"“", "‘‘", "``", "«"})
CLOSING = frozenset({"”", "’’", "''", "»"})
STRAIGHT = frozenset({'"'})


@dataclass(frozen=True, slots=True)
class Grammar:
    """One list an attribute, one item a token.

    ``quote`` is the number of the marked quotation that holds the token, or -1; a quotation ends
    with its paragraph. ``paragraph`` counts the places where the view forces a sentence to begin.
    """

    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    paragraph: list[int]
    quote: list[int]

    def __len__(self) -> int:
        return len(self.lower)


def read_grammar(parsed: ParsedDocument) -> Grammar:
    """The columns of ``parsed``; linear in its tokens."""
    doc = parsed.doc
    rows = doc.to_array([LOWER, LEMMA, POS, TAG, DEP, HEAD, SENT_START]).astype("int64")
    strings = doc.vocab.strings
    names: dict[int, str] = {}

    def column(position: int) -> list[str]:
        result = []
        for key in rows[:, position].astype("uint64").tolist():
            name = names.get(key)
            if name is None:
                name = names[key] = strings[key] if key else ""
            result.append(name)
        return result

    sentence: list[int] = []
    number = -1
    for position, mark in enumerate(rows[:, 6].tolist()):
        if mark == 1 or position == 0:
            number += 1
        sentence.append(number)
    lower = column(0)
    head = [position + offset for position, offset in enumerate(rows[:, 5].tolist())]
    paragraph = _paragraphs(parsed)
    return Grammar(
        lower,
        column(1),
        column(2),
        column(3),
        column(4),
        head,
        sentence,
        paragraph,
        _quotes(lower, paragraph),
    )


def _paragraphs(parsed: ParsedDocument) -> list[int]:
    """The number of each token's paragraph."""
    breaks = parsed.view.breaks
    result: list[int] = []
    number = 0
    for token in parsed.doc:
        while number < len(breaks) and breaks[number] <= token.idx:
            number += 1
        result.append(number)
    return result


def _quotes(lower: list[str], paragraph: list[int]) -> list[int]:
    """The number of the quotation of each token; marks that do not pair are ignored."""
    result = [-1] * len(lower)
    start: int | None = None
    number = 0
    for position, word in enumerate(lower):
        if start is not None and paragraph[position] != paragraph[start]:
            start = None
        opens, closes = word in OPENING, word in CLOSING
        if word in STRAIGHT:
            opens, closes = start is None, start is not None
        if closes and start is not None:
            result[start : position + 1] = [number] * (position + 1 - start)
            number += 1
            start = None
        elif opens:
            start = position
    return result
