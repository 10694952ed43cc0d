"""Another name that the text gives to somebody: "Jane Doe, better known as Coco", "the Acme Front (formerly Acme)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("coreference")
_ALIAS = _WORDS.words("other-name")
"""Words that alone bring in another name."""
_HOW = _WORDS.words("known-how")
"""Words that may stand before or behind "known": how, when or where one is so."""
_CALLED = frozenset({"called", "named"})
_BESIDE = frozenset({"also", "formerly", "originally", "previously"})
"""Without one of them what is called so has no other name: "a man named Doe"."""
_LINKS = frozenset(
    {",", "(", "–", "—", "who", "which", "is", "are", "was", "were", "be", "been", "has", "have", "had"}
)
"""What may stand between a name and "known as"."""
_QUOTES = frozenset({'"', "“", "‘", "'", "``", "the"})
"""What may stand between "known as" and the other name."""


def join_other_names(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join a name to whom the words right before it say to be known by it; the text says so, whatever the names are.

    "Known for" and "known as a liar" name nobody, and a country's people is no name of it.
    """
    by_end = {
        one.tokens_end: one for one in facts if one.mention.form != "pronoun" and not one.mention.demonym
    }
    for one in facts:
        if one.mention.form != "named" or one.mention.demonym:
            continue
        place = _before_alias(one.mention.tokens[0], tokens)
        bearer = by_end.get(place) if place is not None else None
        if bearer is None or place is None or bearer.sentence != one.sentence:
            continue
        if _is_said_of(bearer, range(place, one.mention.tokens[0]), tokens):
            clusters.join(bearer.index, one.index, stated=True)


def _before_alias(first: int, tokens: Tokens) -> int | None:
    """The token behind which the bearer of the name at ``first`` ends, if it is brought in as another name."""
    token = first - 1
    while token > 0 and tokens.lower[token] in _QUOTES:
        token -= 1
    if token > 0 and tokens.lower[token] in _ALIAS:
        token -= 1
    elif token > 0 and tokens.lower[token] in _CALLED and tokens.lower[token - 1] in _BESIDE:
        token -= 2
    else:
        if token < 1 or tokens.lower[token] != "as":
            return None
        token -= 1
        while token > 0 and tokens.lower[token] in _HOW:
            token -= 1
        if tokens.lower[token] != "known":
            return None
        token -= 1
    while token >= 0 and (tokens.lower[token] in _LINKS or tokens.lower[token] in _HOW):
        token -= 1
    return token + 1


def _is_said_of(name: Facts, between: range, tokens: Tokens) -> bool:
    """Whether the words ``between`` hang on ``name`` or on what it is the subject of, and on no noun before it."""
    inside = [one for one in between if tokens.head[one] not in between]
    verb = tokens.head[name.head] if name.role == "subject" else -1
    return all(tokens.head[one] in (name.head, verb) or tokens.head[one] >= between.stop for one in inside)
