"""What is grave, and must not be taken on trust: violence, sex, crime, money, illness.

A relation of the lists in ``ontology/vocabulary/gravity.yaml`` decides, or a word or phrase of them in a claim. Words
count in the form of the list and with the endings of English: "bribes" and "bribed" are "bribe".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sociogram.knowledge.vocabulary import load_vocabulary

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST = 3
"""Words of the longest phrase in the lists."""
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers")
_FEWEST = 3
"""Letters before an ending: "red" is no form of "r"."""
_CACHED = 65_536


@dataclass(frozen=True, slots=True)
class Topic:
    """What is grave about a claim, and how grave that is, from 0 to 1."""

    id: str
    weight: float


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, the gravest first."""
    values = load_vocabulary("gravity").values("topics")
    return tuple(sorted((Topic(*each) for each in values.items()), key=lambda topic: -topic.weight))


def find_topic(relation: str, words: str, *, sum_of_money: bool = False) -> Topic | None:
    """The gravest topic of a claim.

    Args:
        relation: Its relation.
        words: Its lemma and whatever else it tells, in any case.
        sum_of_money: Whether it tells a sum with a currency.
    """
    found = {_relations()[relation]} if relation in _relations() else set()
    found |= _topics_of(words)
    if sum_of_money:
        found.add("money")
    return next((topic for topic in topics() if topic.id in found), None)


@lru_cache(maxsize=_CACHED)
def _topics_of(words: str) -> frozenset[str]:
    lists = _words()
    kept = _without_idioms([word.casefold() for word in _WORD.findall(words)])
    return frozenset(lists[phrase] for phrase in _phrases(kept) if phrase in lists)


def _without_idioms(words: list[str]) -> list[str]:
    """``words`` with a gap where an idiom stood."""
    kept = list(words)
    if _idiom_heads().isdisjoint(words):
        return kept
    for length in range(_LONGEST, 0, -1):
        for start in range(len(kept) - length + 1):
            if " ".join(kept[start : start + length]) in _idioms():
                kept[start : start + length] = [""] * length
    return kept


def _phrases(words: list[str]) -> Iterator[str]:
    """Each run of up to ``_LONGEST`` words; the last of a run, and the first, in all its forms."""
    for start in range(len(words)):
        if _heads().isdisjoint(_forms(words[start])):
            # No phrase of the lists begins so.
            continue
        for length in range(1, min(_LONGEST, len(words) - start) + 1):
            first, rest = words[start], words[start + 1 : start + length]
            if length == 1:
                yield from _forms(first)
                continue
            for form in _forms(first):
                yield " ".join([form, *rest])
            for form in _forms(rest[-1]):
                yield " ".join([first, *rest[:-1], form])


@lru_cache(maxsize=_CACHED)
def _forms(word: str) -> tuple[str, ...]:
    """``word``, and what it may be a form of."""
    forms = [word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _FEWEST:
            forms.append(stem)
            if ending == "ing":
                forms.append(f"{stem}e")
    return tuple(forms)


@cache
def _relations() -> Mapping[str, str]:
    """The topic of each relation of the lists."""
    lists = load_vocabulary("gravity")
    return {
        **dict.fromkeys(lists.ordered("illness-relations"), "illness"),
        **dict.fromkeys(lists.ordered("money-relations"), "money"),
        **dict.fromkeys(lists.ordered("crime-relations"), "crime"),
        **dict.fromkeys(lists.ordered("violence-relations"), "violence"),
    }


@cache
def _words() -> Mapping[str, str]:
    """The topic of each word and phrase of the lists."""
    lists = load_vocabulary("gravity")
    found = {
        **dict.fromkeys(lists.ordered("illness"), "illness"),
        **dict.fromkeys(lists.ordered("money"), "money"),
        **dict.fromkeys(lists.ordered("crime"), "crime"),
        **dict.fromkeys(lists.ordered("sex"), "sex"),
        **dict.fromkeys(lists.ordered("violence"), "violence"),
    }
    return {word.casefold(): topic for word, topic in found.items()}


@cache
def _heads() -> frozenset[str]:
    """The first words of the phrases of the lists."""
    return frozenset(phrase.split(" ")[0] for phrase in _words())


@cache
def _idiom_heads() -> frozenset[str]:
    """The first words of the idioms."""
    return frozenset(phrase.split(" ")[0] for phrase in _idioms())


@cache
def _idioms() -> frozenset[str]:
    return load_vocabulary("gravity").words("idioms")
