"""Sentences that are copies of each other: an agency's report in several papers, edited a little or not at all.

Two sentences are copies where they are the same but for white space, or have at least ``LEAST_ALIKE`` of their
shingles of ``SHINGLE`` words in common (the *resemblance* of Broder 1997, "On the resemblance and containment of
documents") and no word that either has alone changes what is said: no number, no name, no word of the list
``telling-differences`` (negations, words of doubt). Short sentences are copies only where they are the same, since
people come upon few words twice.

Candidates come from an inverted index over the rarest shingles of each sentence alone (the *prefix filter* of
Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search"): two sets of that resemblance cannot miss each
other there, so the result is exact and depends on no order, and most pairs are never looked at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from sociogram.graph.phrases import EMPTY_WORDS
from sociogram.knowledge.vocabulary import load_vocabulary

SHINGLE = 3
"""Words of a shingle: with fewer, sentences about one thing are alike, with more, one word changed in a sentence of
twenty leaves too little in common. By hand, as is the next."""
LEAST_ALIKE = 0.5
"""Least resemblance of copies: one word in ten may be another, or a third of the sentence cut off."""
FEWEST_WORDS = 8
"""Words of a sentence below which only the very same one is a copy."""
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_TELLING = load_vocabulary("graph").words("telling-differences")
_AMOUNTS = load_vocabulary("amounts")
_NUMBERS = {*_AMOUNTS.values("numbers"), *_AMOUNTS.values("scales")} - {"a", "an"}
Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    """With single spaces."""
    words: Counter[str]
    """In lower case."""
    names: frozenset[str]
    """Those of its words, in lower case, that have a capital and may be names."""
    shingles: frozenset[Shingle]


def fold_copies(sentences: Iterable[str]) -> dict[str, str]:
    """For each of ``sentences``, which are any texts, the first by the alphabet of those that it is a copy of.

    One that no other is a copy of stands for itself, with single spaces.
    """
    texts = {sentence: " ".join(sentence.split()) for sentence in sentences}
    heads = _heads(sorted(set(texts.values())))
    return {sentence: heads.get(text, text) for sentence, text in texts.items()}


_found: dict[bytes, tuple[tuple[int, int], ...]] = {}
"""What ``_heads`` found, by a hash of its sentences: a graph asks twice, for its ties and for how they stand."""
_MOST_FOUND = 200_000
"""As many are kept, some 20 MB; then all are forgotten."""


def _heads(every: list[str]) -> dict[str, str]:
    """Of sentences in the order of the alphabet those that are copies of an earlier one, with the first of these."""
    if len(every) < 2:
        return {}
    key = blake2b("\n".join(every).encode("utf-8", "surrogatepass"), digest_size=16).digest()
    known = _found.get(key)
    if known is None:
        if len(_found) >= _MOST_FOUND:
            _found.clear()
        place = {text: number for number, text in enumerate(every)}
        found = _seek_heads(every)
        known = _found[key] = tuple((place[text], place[head]) for text, head in found.items())
    return {every[text]: every[head] for text, head in known}


def _seek_heads(every: Iterable[str]) -> dict[str, str]:
    read = [_read(text) for text in every]
    heads = {sentence.text: sentence.text for sentence in read}

    def head(text: str) -> str:
        while heads[text] != text:
            heads[text] = text = heads[heads[text]]
        return text

    for left, right in _candidates(read):
        first, second = sorted((head(left.text), head(right.text)))
        if first != second and _are_copies(left, right):
            heads[second] = first
    return {text: head(text) for text in heads if head(text) != text}


def _read(text: str) -> _Sentence:
    found = [word.replace("’", "'") for word in _WORD.findall(text)]
    folded = [word.casefold() for word in found]
    names = {low for word, low in zip(found, folded, strict=True) if word != low and low not in EMPTY_WORDS}
    shingles = frozenset(zip(*(folded[place:] for place in range(SHINGLE)), strict=False))
    return _Sentence(
        text, Counter(folded), frozenset(names), shingles if len(folded) >= FEWEST_WORDS else frozenset()
    )


def _candidates(read: list[_Sentence]) -> Iterable[tuple[_Sentence, _Sentence]]:
    """Pairs that may be alike enough, each at most once."""
    count = Counter(shingle for sentence in read for shingle in sentence.shingles)
    index: dict[tuple[tuple[str, ...], Shingle], list[_Sentence]] = {}
    for sentence in read:
        size = len(sentence.shingles)
        if not size:
            continue
        rarest = sorted(sentence.shingles, key=lambda shingle: (count[shingle], shingle))
        # Copies have the same numbers, so that sentences of one pattern with others never meet.
        numbers = tuple(sorted(word for word in sentence.words.elements() if _is_number(word)))
        met: dict[str, _Sentence] = {}
        for shingle in rarest[: size - math.ceil(LEAST_ALIKE * size) + 1]:
            known = index.setdefault((numbers, shingle), [])
            met.update((other.text, other) for other in known)
            known.append(sentence)
        for other in met.values():
            yield other, sentence


def _are_copies(left: _Sentence, right: _Sentence) -> bool:
    common = len(left.shingles & right.shingles)
    if common < LEAST_ALIKE * (len(left.shingles) + len(right.shingles) - common):
        return False
    return not any(map(_tells, [left, right], [left.words - right.words, right.words - left.words]))


def _tells(sentence: _Sentence, alone: Counter[str]) -> bool:
    """Whether a word that ``sentence`` has ``alone`` changes what is said."""
    return any(
        word in sentence.names or _is_number(word) or word in _TELLING or word.endswith("n't")
        for word in alone
    )


@lru_cache(maxsize=65_536)
def _is_number(word: str) -> bool:
    return word in _NUMBERS or any(character.isdigit() for character in word)
