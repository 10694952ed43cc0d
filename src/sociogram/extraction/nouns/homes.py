"""Where somebody is at home, told by "of" behind a comma: "the supplier Roe & Poe, of Leeds, has paused its orders"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.knowledge.confidence import PLACED
from sociogram.model import Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases


def find_homes(phrases: Phrases) -> Iterator[RelationMention]:
    """Where the persons live and the bodies are that a document names so."""
    for token in range(len(phrases.tokens)):
        found = phrases.home(token)
        if found is None:
            continue
        named, place = found
        relation = "residesIn" if phrases.kind(named) == "Person" else "locatedIn"
        yield RelationMention(
            subject=named,
            relation=relation,
            object=place,
            lemma="of",
            trigger=phrases.parsed.span(token, token + 1),
            sentence=phrases.sentence(token),
            confidence=PLACED,
            rule=f"home.{relation}@1",
            origin=Origin.GRAMMAR,
        )
