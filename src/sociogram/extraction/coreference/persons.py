"""Which names of a document may be one person's: those that share a word, or an initial, and stand near each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.clusters import is_initial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sociogram.extraction.coreference.facts import Facts

_MOST_NEAR = 200
"""Names before and behind one that are looked at for each of its words: more alike ones are in lists of names alone."""


class Persons:
    """The names of persons, in text order, by their words."""

    def __init__(self, persons: Sequence[Facts]) -> None:
        self._by_word: dict[str, list[Facts]] = defaultdict(list)
        self._by_letter: dict[tuple[str, str], list[Facts]] = defaultdict(list)
        self._by_initial: dict[tuple[str, str], list[Facts]] = defaultdict(list)
        """By a word and the first letter of the first: of all names, and of those that begin with an initial."""
        for name in sorted(persons, key=lambda one: one.index):
            first = name.words[0]
            for word in set(name.words):
                self._by_word[word].append(name)
                self._by_letter[word, first[0]].append(name)
                if is_initial(first):
                    self._by_initial[word, first[0]].append(name)

    def longer(self, name: Facts) -> list[Facts]:
        """The full names near ``name`` that have its only word."""
        near = _near(self._by_word.get(name.words[0], ()), name)
        return [other for other in near if len(other.words) > 1 and other.mention.kind == "Person"]

    def alike(self, name: Facts) -> list[Facts]:
        """The other full names near ``name`` with its surname that do not surely clash with it, in text order.

        Two that do not share a word beside the surname, nor an initial, always do.
        """
        last = len(name.words) - (2 if name.generation else 1)
        surname, first = name.words[last], name.words[0]
        words = set(name.words) - {surname} | ({surname} & {*name.words[:last]})
        found = {other.index: other for word in words for other in _near(self._by_word.get(word, ()), name)}
        initials = self._by_letter if is_initial(first) else self._by_initial
        found |= {other.index: other for other in _near(initials.get((surname, first[0]), ()), name)}
        return [
            other
            for _, other in sorted(found.items())
            if len(other.words) > 1
            and surname in other.words
            and other.words != name.words
            and other.mention.kind == name.mention.kind
        ]


def _near(names: Sequence[Facts], name: Facts) -> Iterator[Facts]:
    """The nearest of ``names``, which stand in text order, before and behind ``name``, without it."""
    place = bisect_left(names, name.index, key=lambda one: one.index)
    for other in names[max(0, place - _MOST_NEAR) : place + _MOST_NEAR + 1]:
        if other.index != name.index:
            yield other
