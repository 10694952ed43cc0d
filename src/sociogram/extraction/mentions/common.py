"""Capitalised common nouns that the statistical model took for names: "*Software* is the key", "the *States*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.entities import opens_sentence
from sociogram.knowledge.ontology import VALUES

if TYPE_CHECKING:
    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_NOUNS = frozenset({"NN", "NNS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_OPENING = frozenset({'"', "“", "'", "‘", "``", ":", "–", "—", "•", "*"})
"""What stands before the first word of quoted words, of a line or behind a colon."""
_QUOTES = frozenset({'"', "'"})
"""Marks that close quoted words as well as they open them."""


def without_common_nouns(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names`` without those of one word that the text has as a noun."""
    sure = {
        tokens.text[name.first]
        for name in names
        if name.last - name.first == 1 and not _opens(name.first, tokens)
    }
    return [
        name
        for name in names
        if not is_common_noun(name, tokens, lists)
        and not (tokens.text[name.first] not in sure and is_opening_noun(name, tokens, lists))
    ]


def _is_doubtful(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether only the model has a name of one word, which is no acronym and which no list holds."""
    word = tokens.text[name.first]
    return (
        name.last - name.first == 1
        and name.source == "model"
        and name.known is None
        and name.kind not in VALUES
        and word.isalpha()
        and word.istitle()
        and word not in lists.by_name
        and word not in lists.first_names
        and word not in lists.surnames
    )


def is_opening_noun(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name is a sentence's first word, capitalised by its place, that is tagged as a common noun.

    A people that no list has ("*Millennials* agree") is none, if it does not stand alone.
    """
    return (
        tokens.tag[name.first] in _NOUNS and _opens(name.first, tokens) and _is_doubtful(name, tokens, lists)
    )


def is_common_noun(name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a name is the bare plural of a noun of the vocabulary: "the *States*"; some bodies are called so."""
    lower = tokens.lower[name.first]
    people = lists.nouns.get(lower[:-1]) == "Person" and tokens.tag[name.first] in _PLURALS
    return (
        (name.kind != "Person" or people)
        and lower.endswith("s")
        and lower[:-1] in lists.nouns
        and lower not in lists.words["body"]
        and _is_doubtful(name, tokens, lists)
    )


def _opens(token: int, tokens: Tokens) -> bool:
    if opens_sentence(token, tokens):
        return True
    before = tokens.text[token - 1]
    joined = tokens.offset[token - 1] + len(before) == tokens.offset[token]
    return before in _OPENING and (joined or before not in _QUOTES)
