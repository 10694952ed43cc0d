"""Words that the statistical model glues to a name: a verb in capitals, a pronoun, a verb of saying before the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.nicknames import QUOTE_MARKS
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_PRONOUNS = frozenset({"you", "we", "they", "he", "she"})
_SAYINGS = load_vocabulary("mentions").words("opening-sayings")
_VERB_ENDS = ("ed", "es")
"""Ends of verbs that a headline sets in capitals between two names: "Ann Lee Sued Bob Ray."."""


def is_pronoun(token: int, tokens: Tokens) -> bool:
    """Whether the token is a pronoun, which no person's or body's name holds: "P.S. *You*"."""
    return tokens.lower[token] in _PRONOUNS and not tokens.text[token].isupper()


def verb_in_capitals(first: int, last: int, tokens: Tokens, lists: ActorLists) -> int | None:
    """The token of a verb that stands in capitals between the full names of two people: "Ann Lee *Sued* Bob Ray"."""
    for token in range(first + 2, last - 1):
        word = tokens.text[token]
        if (
            word.istitle()
            and word.endswith(_VERB_ENDS)
            and word not in lists.first_names
            and word not in lists.surnames
            and tokens.text[first] in lists.first_names
            and tokens.text[token + 1] in lists.first_names
        ):
            return token
    return None


def is_saying(token: int, tokens: Tokens) -> bool:
    """Whether the token is a verb of saying in capitals."""
    return tokens.text[token] in _SAYINGS


def is_said_by(token: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the first word of a sentence is a verb of saying before who said it: "*Said* Jane Doe"."""
    if token + 2 >= len(tokens):
        return False
    quoted = tokens.text[token + 2] == ":" and tokens.text[token + 3 : token + 4] in {
        (mark,) for mark in QUOTE_MARKS
    }
    given, following = (lists.first_names.get(tokens.text[one]) for one in (token, token + 1))
    return quoted or (
        following is not None and {given, following} != {"male"} and tokens.text[token + 2].istitle()
    )
