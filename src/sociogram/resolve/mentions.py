"""The mentions of actors, gathered document by document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.model import Actor, ActorMention

if TYPE_CHECKING:
    from sociogram.extraction.reading import Reading
    from sociogram.resolve.resolution import Resolution


class Mentions:
    """The mentions of the actors of a ``Resolution``, of the documents that were given so far."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._found: dict[str, list[ActorMention]] = {}
        # What many mentions say alike is held once: a name stands in hundreds of documents.
        self._texts: dict[str, str] = {}

    def add(self, reading: Reading) -> None:
        """Take the mentions of a document."""
        document = reading.document.id
        for chain in reading.chains:
            actor = self._resolution.actor_of.get((document, chain.index))
            if actor is not None:
                found = self._found.setdefault(actor, [])
                found += (self._slim(mention, document) for mention in chain.mentions)

    def _slim(self, mention: ActorMention, document: str) -> ActorMention:
        return ActorMention(
            document=document,
            start=mention.start,
            end=mention.end,
            text=self._texts.setdefault(mention.text, mention.text),
            pronoun=mention.pronoun,
        )

    def actors(self) -> tuple[Actor, ...]:
        """The actors with their mentions, by document and place."""
        return tuple(replace(actor, mentions=self._of(actor.id)) for actor in self._resolution.actors)

    def _of(self, actor: str) -> tuple[ActorMention, ...]:
        found = self._found.pop(actor, ())
        return tuple(sorted(found, key=lambda mention: (mention.document, mention.start, mention.end)))
