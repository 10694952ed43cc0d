"""Sentences that are too long to be any: rows of names, chains, lines without an end.

What finders do in a sentence grows with the square of its length, so that the model's sentence of 10,000 words would
hold up a build. It is parsed again, with a sentence begun every few hundred words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

MOST_TOKENS = 500
"""Tokens of a sentence; the longest of 98 news articles has a fifth of it, statutes come near it."""
_LEAST_SHARE = 0.8
"""Of ``MOST_TOKENS``, behind which a piece ends with the last of its commas."""
_PAUSES = frozenset({",", ";", ":", ".", "!", "?", "\u2013", "\u2014"})

Range = tuple[int, int]
"""Tokens from the first to behind the last."""


def find_long_sentences(doc: Doc) -> list[Range]:
    """The sentences of ``doc`` with more than ``MOST_TOKENS`` tokens."""
    return [(sent.start, sent.end) for sent in doc.sents if sent.end - sent.start > MOST_TOKENS]


def parse_in_pieces(doc: Doc, long: Sequence[Range], nlp: Language) -> Doc:
    """``doc`` parsed anew, with sentences begun in the ``long`` ones; its other sentences begin where they did."""
    again = type(doc)(
        nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]
    )
    for token in doc:
        if token.is_sent_start:
            again[token.i].is_sent_start = True
    for first, last in long:
        for start in _starts([token.text for token in doc[first:last]]):
            again[first + start].is_sent_start = True
    return nlp(again)


def _starts(words: Sequence[str]) -> list[int]:
    """Where the second and later pieces of ``words`` begin: behind the last pause that lies late in a piece."""
    starts: list[int] = []
    first = 0
    while len(words) - first > MOST_TOKENS:
        least, most = first + int(_LEAST_SHARE * MOST_TOKENS), first + MOST_TOKENS
        first = next((place for place in range(most, least, -1) if words[place - 1] in _PAUSES), most)
        starts.append(first)
    return starts
