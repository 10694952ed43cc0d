"""People who are called like a country: "Elisa Monaco … Monaco sued", "Chad Orr … Chad said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_PLACE_PREPOSITIONS = load_vocabulary("mentions").words("place-prepositions")


def people_called_like_countries(
    names: Sequence[Name], texts: Sequence[str], kinds: Mapping[str, str], tokens: Tokens, lists: ActorLists
) -> frozenset[str]:
    """The names of countries that are the first or last name of one person of the document, and mean nobody else.

    The person's full name stands before all of them; no preposition of place governs any, and the document speaks of
    the country in no other way: by its people, a place or somebody there.
    """
    bearers = bearers_of_countries(names, texts, kinds, lists)
    if not bearers:
        return frozenset()
    spoken = countries_spoken_of(names, texts, lists)
    meant = {
        text
        for name, text in zip(names, texts, strict=True)
        if text in bearers and (name.first < bearers[text] or stands_as_place(name, tokens))
    }
    return frozenset(text for text in bearers if text not in meant and lists.by_name[text][0] not in spoken)


def bearers_of_countries(
    names: Sequence[Name], texts: Sequence[str], kinds: Mapping[str, str], lists: ActorLists
) -> dict[str, int]:
    """Names of countries that are part of a person's name of two words, with the token where that first stands."""
    found: dict[str, int] = {}
    fulls: dict[str, set[str]] = {}
    for name, text in zip(names, texts, strict=True):
        words = text.split()
        if len(words) != len(("given", "surname")) or kinds.get(text) != "Person" or name.known is not None:
            continue
        if words[0] not in lists.first_names:
            continue
        for word in words:
            if is_country(word, lists):
                found[word] = min(found.get(word, name.first), name.first)
                fulls.setdefault(word, set()).add(text)
    return {word: first for word, first in found.items() if len(fulls[word]) == 1}


def is_country(word: str, lists: ActorLists) -> bool:
    """Whether a list has ``word`` as the name of a country before all others."""
    known = lists.by_name.get(word)
    return known is not None and lists.entries[known[0]].kind == "Country"


def countries_spoken_of(names: Sequence[Name], texts: Sequence[str], lists: ActorLists) -> set[str]:
    """The ids of the countries of which the document has a people, another name, a place or a known actor."""
    spoken = set()
    for name, text in zip(names, texts, strict=True):
        entry = lists.entries.get(name.known or "")
        if entry is None:
            continue
        if entry.kind == "Country" and (name.demonym or (" " in text or text != entry.name)):
            spoken.add(entry.id)
        if entry.country:
            spoken.update(lists.by_name.get(entry.country, ())[:1])
    return spoken


def stands_as_place(name: Name, tokens: Tokens) -> bool:
    """Whether a preposition of place governs the name, or it stands behind a comma, as a country behind its town."""
    if name.first == 0:
        return False
    before = tokens.lower[name.first - 1]
    return before in _PLACE_PREPOSITIONS or (
        before == "," and tokens.dep[name.last - 1] in {"appos", "npadvmod"}
    )
