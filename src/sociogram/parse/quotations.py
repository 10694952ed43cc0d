"""Which marked quotation each token is in, as coreference counts voices."""

from __future__ import annotations

from collections.abc import Sequence

_OPENING = frozenset({"“", "‘‘", "``", "«"})
_CLOSING = frozenset({"”", "’’", "''", "»"})
_STRAIGHT = frozenset({'"'})
_LABEL = 4
"""Tokens behind an opening mark in which a speaker's name and its colon stand."""


def number_quotations(words: Sequence[str], paragraph: Sequence[int]) -> list[int]:
    """The number of the quotation of each token, or -1.

    A mark that does not pair in its paragraph is ignored, unless the next paragraph opens with a mark again, as is the
    custom of long speeches in print: then they are one quotation.
    """
    result = [-1] * len(words)
    start: int | None = None
    number = 0
    for position, word in enumerate(words):
        if start is not None and paragraph[position] != paragraph[start]:
            labelled = ":" in words[position + 1 : position + 1 + _LABEL]
            if word in _OPENING | _STRAIGHT and not labelled:
                result[start:position] = [number] * (position - start)
                start = position
                continue
            # What went on from the paragraph before is a quotation, though nothing closes it.
            number += result[start - 1] == number
            start = None
        opens, closes = word in _OPENING, word in _CLOSING
        if word in _STRAIGHT:
            opens, closes = start is None, start is not None
        if closes and start is not None:
            result[start : position + 1] = [number] * (position + 1 - start)
            number += 1
            start = None
        elif opens:
            start = position
    return result
