"""Where somebody is at home, told by "of" behind a comma: "the supplier Roe & Poe, of Leeds, has paused its orders"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.knowledge.confidence import PLACED
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases

_PLACES = load_ontology().below("Place") | {"Country"}
_BODIES = load_ontology().below("Organization")


def is_home(phrases: Phrases, preposition: int) -> bool:
    """Whether a preposition is the "of" right behind a name and its comma, with a place behind it."""
    return home_of(phrases, preposition) is not None


def home_of(phrases: Phrases, preposition: int) -> tuple[int, int] | None:
    """The mentions of who is at home and where, or ``None``."""
    tokens = phrases.tokens
    if preposition < 2 or tokens.lower[preposition] != "of" or tokens.text[preposition - 1] != ",":
        return None
    named, place = phrases.covering[preposition - 2], -1
    filler = tokens.child(preposition, "pobj")
    if filler is not None:
        place = phrases.covering[filler]
    if named < 0 or place < 0 or any(phrases.mentions[one].form != "named" for one in (named, place)):
        return None
    if phrases.mentions[place].tokens[0] != preposition + 1 or phrases.kind(place) not in _PLACES:
        return None
    person = phrases.kind(named) == "Person"
    return (named, place) if person or phrases.kind(named) in _BODIES else None


def find_homes(phrases: Phrases) -> Iterator[RelationMention]:
    """Where the persons live and the bodies are that a document names so."""
    tokens = phrases.tokens
    for token in range(len(tokens)):
        found = home_of(phrases, token)
        if found is None:
            continue
        named, place = found
        person = phrases.kind(named) == "Person"
        yield RelationMention(
            subject=named,
            relation="residesIn" if person else "locatedIn",
            object=place,
            lemma="of",
            trigger=phrases.parsed.span(token, token + 1),
            sentence=phrases.sentence(token),
            confidence=PLACED,
            rule=f"home.{'residesIn' if person else 'locatedIn'}@1",
            origin=Origin.GRAMMAR,
        )
