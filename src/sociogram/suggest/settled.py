"""What a judgement has settled already, so that it is not suggested again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sociogram.graph.values import Graph
from sociogram.model import Judgement
from sociogram.resolve.names import name_key

_MENTION = re.compile(r"(?P<document>.+)@(?P<start>[0-9]{1,18})(?:-[0-9]{1,18})?", re.DOTALL)


class Settled:
    """The pairs of actors, and of an actor and one of its names or mentions, that judgements of ``graph`` are about."""

    def __init__(self, graph: Graph, judgements: Sequence[Judgement]) -> None:
        self._lines: set[frozenset[str]] = set()
        self._pairs: set[frozenset[str]] = set()
        wanted = [each for each in judgements if each.verdict in {"same", "different"}]
        sides = {side for judgement in wanted for side in (judgement.left, judgement.right)}
        if not sides:
            return
        actors_of = _actors_called(sides, graph)
        for judgement in wanted:
            self._lines.add(frozenset({judgement.left, judgement.right}))
            for left in actors_of[judgement.left]:
                for right in actors_of[judgement.right]:
                    self._pairs.add(frozenset({left, right}))
                self._lines.add(frozenset({left, judgement.right}))

    def has(self, left: str, right: str) -> bool:
        """Whether a judgement is about these two."""
        pair = frozenset({left, right})
        return pair in self._pairs or pair in self._lines


def _actors_called(sides: set[str], graph: Graph) -> dict[str, set[str]]:
    """The ids of the actors that each side names: by an id of now or before a merge, by a name, or by a mention."""
    keys = {name_key(side): side for side in sides}
    by_key: dict[str, set[str]] = {}
    by_id: dict[str, str] = {}
    places: dict[tuple[str, int], set[str]] = {}
    for side in sides:
        place = _MENTION.fullmatch(side)
        if place is not None:
            places[place["document"], int(place["start"])] = set()
    for actor in graph.actors:
        by_id.update(dict.fromkeys((actor.id, *actor.former), actor.id))
        for name in (actor.name, *actor.aliases):
            if (key := name_key(name)) in keys:
                by_key.setdefault(key, set()).add(actor.id)
        if places:
            for mention in actor.mentions:
                if (found := places.get((mention.document, mention.start))) is not None:
                    found.add(actor.id)
    actors_of: dict[str, set[str]] = {}
    for side in sides:
        place = _MENTION.fullmatch(side)
        if side in by_id:
            actors_of[side] = {by_id[side]}
        elif place is not None:
            actors_of[side] = places[place["document"], int(place["start"])]
        else:
            actors_of[side] = by_key.get(name_key(side), set())
    return actors_of
