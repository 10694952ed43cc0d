"""Which names are spelling variants: blocks that both are in, and the letters in which they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

_VOWELS = frozenset("aeiouy")
_LIKE = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v"})
_SHORTEST = 5
"""Letters of a word from which one letter more, less or other may be a slip; chosen by hand, as is the next."""
_LONG = 9
"""Letters from which two may."""
_MOST_LETTERS = 20
"""Letters of a word of which one may be left out to find its variants."""


def blocks_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Keys that a name shares with its variants: the skeleton of one word at a time, and one letter less."""
    if not 1 <= len(words) <= 6:
        return
    yield ("joined", "".join(words))
    for place, word in enumerate(words):
        if len(word) >= _SHORTEST:
            others = (*words[:place], "*", *words[place + 1 :])
            yield ("skeleton", _skeleton(word), *others)
            for letter in range(1, min(len(word), _MOST_LETTERS)):
                yield ("less", word[:letter] + word[letter + 1 :], *others)
            yield ("less", word, *others)


@cache
def _skeleton(word: str) -> str:
    """The consonants of a word, each once where it is doubled, those alike that are written for one another."""
    folded = word.replace("ph", "f").replace("kh", "k").replace("gh", "g").translate(_LIKE)
    kept: list[str] = []
    for place, letter in enumerate(folded):
        if (letter not in _VOWELS or place == 0) and (not kept or kept[-1] != letter):
            kept.append(letter)
    return "".join(kept)


def is_variant(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words differ as spellings of one name do: in how they are joined, or in a letter or two of one word.

    A figure is never a slip, nor is a first letter, nor an "s" more at the end.
    """
    if "".join(left) == "".join(right):
        return left != right
    if len(left) != len(right):
        return False
    differing = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if len(differing) != 1:
        return False
    ((one, other),) = differing
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST or one[0] != other[0] or any(letter.isdigit() for letter in one + other):
        return False
    if f"{min(one, other, key=len)}s" in {one, other}:
        return False
    return Levenshtein.distance(one, other) <= (2 if shorter >= _LONG else 1)
