"""Everyday names: those that parties and public bodies have in every country ("Social Democrats", "Supreme Court")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import KnownActor

EVERYDAY_WORDS = load_vocabulary("mentions").words("everyday-name-words")
NATIONAL = frozenset({"PoliticalParty", "GovernmentBody", "MediaOutlet"})
"""Kinds of which every country has its own."""
_SMALL = frozenset({"the", "of", "and", "&", "for", "'s", "’s"})


def is_everyday(words: Sequence[str]) -> bool:
    """Whether all ``words`` of a name, in lower case, are those that such names have in every country."""
    return all(word in EVERYDAY_WORDS or word in _SMALL for word in words)


def country_of(entry: KnownActor) -> str | None:
    """The name of the country that an entry is or belongs to, if the list has it."""
    return entry.country or (entry.name if entry.kind == "Country" else None)
