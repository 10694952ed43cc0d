"""Identity over readings in memory, in the steps in which a graph is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sociogram.extraction.reading import Reading
from sociogram.knowledge.actor_lists import ActorLists
from sociogram.model import Judgement
from sociogram.resolve import Mentions, Resolution, find_places, mentions_of, resolve_actors


def resolve_readings(
    readings: Sequence[Reading], lists: ActorLists, judgements: Sequence[Judgement] = ()
) -> Resolution:
    """The actors of ``readings`` with their mentions."""
    by_id = {reading.document.id: reading for reading in readings}
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    resolution = resolve_actors(ordered, lists, judgements, find_places(judgements, by_id.get))
    mentions = Mentions(resolution)
    for reading in readings:
        mentions.add(mentions_of(reading, resolution))
    return replace(resolution, actors=mentions.actors())
