"""Which marked quotation each token is in, as coreference counts voices."""

from __future__ import annotations

from collections.abc import Sequence

_OPENING = frozenset({"“", "‘‘", "``", "«"})
_CLOSING = frozenset({"”", "’’", "''", "»"})
_STRAIGHT = frozenset({'"'})


def number_quotations(words: Sequence[str], paragraph: Sequence[int]) -> list[int]:
    """The number of the quotation of each token, or -1; marks that do not pair in one paragraph are ignored."""
    result = [-1] * len(words)
    start: int | None = None
    number = 0
    for position, word in enumerate(words):
        if start is not None and paragraph[position] != paragraph[start]:
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
