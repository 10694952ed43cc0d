"""Which of several sums of a sentence is whose: "$5,000 to Ann and $7,000 to Bob", "$5 and $7 respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.extraction.values.amounts import FoundAmount
from sociogram.model import Span
from sociogram.parse.tokens import Tokens

_TOWARDS = frozenset({"to", "for"})
_BEFORE_NAME = frozenset({"compound", "det", "amod", "poss", "nmod", "case", "flat"})
_IN_ROW = frozenset({"conj", "appos"})
_FEWEST = 2
"""Sums of a sentence among which one must be chosen."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and its tokens, half-open."""

    found: FoundAmount
    tokens: Span


class PairedAmounts:
    """The sums of one sentence, which begins at token ``first`` and ends before ``last``."""

    def __init__(self, tokens: Tokens, first: int, last: int, sums: Sequence[Sum]) -> None:
        """Take the sums in the order of the text."""
        self._tokens = tokens
        self._sums = sums
        self._first = first
        self._in_order = any(tokens.lower[token] == "respectively" for token in range(first, last))

    def of(self, ends: Sequence[int], trigger: int) -> tuple[bool, FoundAmount | None]:
        """Whether the words pair sums with what they are for, and the sum of a relation between ``ends`` (tokens).

        What stands before the ``trigger`` of a row of sums gives them and gets none.
        """
        if len(self._sums) < _FEWEST:
            return False, None
        if self._in_order:
            return True, self._one([self._by_order(end) for end in ends])
        beside = [self._beside(end) for end in ends if end > trigger]
        return any(beside), self._one(beside)

    def _one(self, candidates: Sequence[Sum | None]) -> FoundAmount | None:
        """The one sum that is meant; none where the ends of a relation have different ones."""
        meant = {each.tokens: each.found for each in candidates if each is not None}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def _by_order(self, end: int) -> Sum | None:
        """The sum with the number that ``end`` has among as many that are coordinated with it."""
        tokens = self._tokens
        row = [next((node for node in tokens.climb(end) if tokens.dep[node] not in _IN_ROW), end)]
        for node in row:
            # A list of three is often read as a name with the second beside it.
            row.extend(
                child for child in tokens.children[node] if tokens.dep[child] in _IN_ROW and child > node
            )
        row.sort()
        return self._sums[row.index(end)] if end in row and len(row) == len(self._sums) else None

    def _beside(self, end: int) -> Sum | None:
        """The sum right behind the name whose head is ``end``, or right before it and a "to"."""
        tokens, begin = self._tokens, end
        while begin > self._first and tokens.dep[begin - 1] in _BEFORE_NAME and tokens.head[begin - 1] <= end:
            begin -= 1
        before = begin - 1 if begin > self._first and tokens.lower[begin - 1] in _TOWARDS else None
        return next(
            (each for each in self._sums if each.tokens[1] == before),
            next((each for each in self._sums if each.tokens[0] == end + 1), None),
        )
