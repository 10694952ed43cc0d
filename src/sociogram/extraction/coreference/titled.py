"""Which of several namesakes a title means: "Secretary Clinton" is the Clinton who is secretary of state."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sociogram.extraction.coreference.facts import Facts

_TITLES_OF_TYPE: Mapping[str, list[str]] = load_vocabulary("coreference").values("titles-of-types")
_REACH = 60
"""Characters before and behind a name in which a longer form of a title may stand."""
_MOST_PLACES = 50
"""Places of one name at which a title is looked for."""
_CACHED = 1024
"""Titles whose patterns are kept, more than a large case has."""
_SHORTEST = 3
"""Letters of an abbreviated title: "Gov" is a governor."""


class Bearers:
    """Which titles the names of a document bear: before them, in words beside them, by the lists."""

    def __init__(self, names: Iterable[Facts], text: str) -> None:
        """Keep what is needed; titles are looked for where one is asked for."""
        self._text = text
        self._of_words: dict[tuple[str, ...], list[Facts]] = defaultdict(list)
        for name in names:
            if name.mention.kind == "Person" and len(name.words) > 1:
                self._of_words[name.words].append(name)

    def distance(self, titles: frozenset[str], other: Facts) -> int:
        """0 where the document gives ``other`` one of the titles, 1 where the lists know an office of it, else 2."""
        alike = self._of_words.get(other.words, [other])[:_MOST_PLACES]
        if any(self._is_given(titles, one) for one in alike):
            return 0
        return 1 if any(self._is_listed(titles, one) for one in alike) else 2

    def _is_given(self, titles: frozenset[str], name: Facts) -> bool:
        if any(_is_same(title, own) for title in titles for own in name.titles):
            return True
        before = self._text[max(0, name.mention.start - _REACH) : name.mention.start]
        behind = self._text[name.mention.end : name.mention.end + _REACH]
        return any(_longer(title).search(before) or _behind(title).match(behind) for title in titles)

    def _is_listed(self, titles: frozenset[str], name: Facts) -> bool:
        entry = load_actor_lists().entries.get(name.mention.known or "")
        offices = _TITLES_OF_TYPE.get(entry.type or "", ()) if entry is not None else ()
        return not titles.isdisjoint(offices)


def _is_same(title: str, other: str) -> bool:
    """Whether the two are one title, perhaps abbreviated: "gov" and "governor"."""
    short, long = sorted((title, other), key=len)
    return title == other or (len(short) >= _SHORTEST and long.startswith(short))


@lru_cache(maxsize=_CACHED)
def _longer(title: str) -> re.Pattern[str]:
    """The title with what it is of right before a name: "Secretary of State "."""
    of = r"\s+(?:of|for)\s+(?:the\s+)?"
    return re.compile(rf"\b(?i:{re.escape(title)}){of}(?:[\w’'-]+\s+|(?:[A-Z][\w’'-]*\s+){{2,3}})$")


@lru_cache(maxsize=_CACHED)
def _behind(title: str) -> re.Pattern[str]:
    """The title in an apposition right behind a name: ", the former secretary"."""
    words = r"(?:(?:then|now)\s+)?(?:(?:the|an?)\s+(?:[\w.’'-]+\s+){0,3})?"
    return re.compile(rf",\s+{words}{re.escape(title)}(?!\w*[-–])", re.IGNORECASE)
