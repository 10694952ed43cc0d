"""The part of a large graph that its one file shows: the strongest actors, and all that is said among them.

A page that holds everything grows with its case, to hundreds of megabytes that no browser opens, and communities and
shortest paths of all take longer than whatever else is written. What it leaves out, the files and a server have.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from sociogram.graph.standing import Standing
from sociogram.graph.values import Graph
from sociogram.model import LiteralObject
from sociogram.write.explorer.reading import shown_mentions
from sociogram.write.picture.drawing import draw

MOST_ACTORS = 20_000
MOST_CLAIMS = 100_000
"""Actors and claims of a page: 20 to 30 MB (docs/performance.md). Cases of a thousand articles have less, and are shown
as a whole."""
_FEWEST = 300
"""Actors that a page has however much is said of them: more than its map opens with."""


def choose_strongest(
    graph: Graph, most: int = MOST_ACTORS, most_claims: int = MOST_CLAIMS, fewest: int = _FEWEST
) -> tuple[Graph, list[int]]:
    """The part of ``graph`` with its strongest actors, and the numbers of all its actors in ``graph``.

    Actors are ranked as the page ranks them, by strength, then by mentions. ``most`` of them are taken, or as many as
    have no more than ``most_claims`` among them, but ``fewest`` in any case. The part has the ties among them with all
    their claims, so that counts of ties stay true, whoever asserts one of these claims, and the documents that are
    named. Of a graph that is not larger it is the graph itself.
    """
    if len(graph.actors) <= most and len(graph.claims) <= most_claims:
        return graph, list(range(len(graph.actors)))
    strengths, actors = draw(graph).strengths, graph.actors
    ranking = sorted(
        range(len(actors)), key=lambda number: (-strengths[number], -len(actors[number].mentions), number)
    )
    rank = {actors[number].id: place for place, number in enumerate(ranking)}
    lowest = [
        max(rank[tie.subject], 0 if isinstance(tie.object, LiteralObject) else rank[tie.object])
        for tie in graph.ties
    ]
    count = min(most, max(fewest, _fitting(lowest, graph, most_claims)))
    ties = tuple(tie for tie, place in zip(graph.ties, lowest, strict=True) if place < count)
    strong = {actors[number].id for number in ranking[:count]}
    told = {claim for tie in ties for claim in tie.claims}
    claims = tuple(claim for claim in graph.claims if claim.id in told)
    held = strong.union(*(claim.asserters for claim in claims))
    numbers = [number for number, actor in enumerate(actors) if actor.id in held]
    chosen = tuple(actors[number] for number in numbers)
    named = {claim.evidence.document for claim in claims}
    named.update(mention.document for actor in chosen for mention in shown_mentions(actor))
    part = _Part(
        whole=graph,
        actors=chosen,
        claims=claims,
        ties=ties,
        documents=tuple(document for document in graph.documents if document.id in named),
        skipped=graph.skipped,
        unread=tuple(one for one in graph.unread if one.document in named),
        run=graph.run,
    )
    return part, numbers


@dataclass(frozen=True, kw_only=True)
class _Part(Graph):
    """A part of ``whole`` whose ties have all their claims, with these their documents and asserters."""

    whole: Graph

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each tie stands: as in the whole, for all that decides it is in the part."""
        return {tie.id: self.whole.standings[tie.id] for tie in self.ties}


def _fitting(lowest: Sequence[int], graph: Graph, most: int) -> int:
    """How many actors have no more than ``most`` claims among them; ``lowest`` has the rank from which each tie is."""
    claims = [0] * len(graph.actors)
    for tie, place in zip(graph.ties, lowest, strict=True):
        claims[place] += len(tie.claims)
    return bisect_right(list(accumulate(claims)), most)
