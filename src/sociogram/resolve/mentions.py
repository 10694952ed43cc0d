"""The mentions of actors, gathered document by document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sociogram.model import Actor, ActorMention
from sociogram.model.changing import changer

if TYPE_CHECKING:
    from sociogram.extraction.reading import Reading
    from sociogram.resolve.resolution import Resolution

_with_text, _with_mentions = changer(ActorMention, "text"), changer(Actor, "mentions")


def mentions_of(reading: Reading, resolution: Resolution) -> Iterator[tuple[str, ActorMention]]:
    """The mentions of actors in the document of ``reading``, each with the actor's id."""
    document = reading.document.id
    for chain in reading.chains:
        actor = resolution.actor_of.get((document, chain.index))
        if actor is not None:
            for each in chain.mentions:
                yield (
                    actor,
                    ActorMention(
                        document=document,
                        start=each.start,
                        end=each.end,
                        text=each.text,
                        pronoun=each.pronoun,
                    ),
                )


class Mentions:
    """The mentions of the actors of a ``Resolution``, of the documents that were given so far."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._found: dict[str, list[ActorMention]] = {}
        # What many mentions say alike is held once: a name stands in hundreds of documents.
        self._texts: dict[str, str] = {}

    def add(self, mentions: Iterable[tuple[str, ActorMention]]) -> None:
        """Take the mentions of a document, each with its actor's id."""
        for actor, mention in mentions:
            self._found.setdefault(actor, []).append(self._slim(mention))

    def _slim(self, mention: ActorMention) -> ActorMention:
        text = self._texts.setdefault(mention.text, mention.text)
        return mention if text is mention.text else _with_text(mention, text)

    def actors(self) -> tuple[Actor, ...]:
        """The actors with their mentions, by document and place."""
        return tuple(_with_mentions(actor, self._of(actor.id)) for actor in self._resolution.actors)

    def _of(self, actor: str) -> tuple[ActorMention, ...]:
        found = self._found.pop(actor, ())
        return tuple(sorted(found, key=lambda mention: (mention.document, mention.start, mention.end)))
