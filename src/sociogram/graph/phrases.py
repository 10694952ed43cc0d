"""What the words at an end of a claim, or of its predicate, tell: a name, a description, a circumstance, nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from sociogram.knowledge.vocabulary import load_vocabulary

WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
"""Words of a description: letters and digits, with apostrophes, full stops and hyphens inside."""
EMPTY_WORDS = load_vocabulary("graph").words("empty-words")
"""Words that don't tell which thing is meant."""
_WORDS_OF = load_vocabulary("worth")
_IDLE = _WORDS_OF.words("idle-words")
_CIRCUMSTANCES = _WORDS_OF.words("circumstances")
_IN_NAMES = _WORDS_OF.words("words-in-names")
_FURNITURE = re.compile("|".join(re.escape(phrase) for phrase in _WORDS_OF.ordered("furniture")))
_CACHED = 65_536
"""Phrases of which is kept what they are, more than a large case has lemmas."""
_FEW = 64
"""Sentences of which it is kept: claims of one sentence follow one another."""


def telling_words(words: str) -> list[str]:
    """The words of a description that have a meaning of their own."""
    return [word for word in WORDS.findall(words) if word.lower() not in EMPTY_WORDS]


@lru_cache(maxsize=_CACHED)
def is_name(words: str) -> bool:
    """Whether ``words`` are a name: none of them is a common noun in lower case ("Lee's campaign", "voters")."""
    return not any(_is_common(word) for word in WORDS.findall(words))


def _is_common(word: str) -> bool:
    return word.islower() and not word[0].isdigit() and word not in _IN_NAMES


@lru_cache(maxsize=_CACHED)
def is_idle(lemma: str) -> bool:
    """Whether a predicate of this lemma tells nothing without its object: "be", "take part in"."""
    return all(word in _IDLE or word in _CIRCUMSTANCES or word == "to" for word in lemma.split())


@lru_cache(maxsize=_CACHED)
def is_circumstance(lemma: str) -> bool:
    """Whether a predicate of this lemma leads to when, where or how it was: "arrive on", "gather in"."""
    words = lemma.split()
    return len(words) > 1 and (words[-1] in _CIRCUMSTANCES or " ".join(words[-2:]) in _CIRCUMSTANCES)


@lru_cache(maxsize=_FEW)
def is_furniture(sentence: str) -> bool:
    """Whether ``sentence`` is of the page and not of what it tells: "Follow us on Twitter"."""
    return _FURNITURE.search(sentence.casefold()) is not None
