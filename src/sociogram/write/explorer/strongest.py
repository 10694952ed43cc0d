"""The part of a large graph that its one file shows: the strongest actors, and all that is said among them.

A page that holds everything grows with its case, to hundreds of megabytes that no browser opens, and communities and
shortest paths of all take longer than whatever else is written. What it leaves out, the files and a server have.
"""

from __future__ import annotations

from dataclasses import replace

from sociogram.graph.values import Graph
from sociogram.model import LiteralObject
from sociogram.write.explorer.reading import shown_mentions
from sociogram.write.picture.drawing import draw

MOST_ACTORS = 20_000
"""Actors of a page: some 25 MB with 23 claims a document, ready in a second (docs/performance.md)."""


def choose_strongest(graph: Graph, most: int = MOST_ACTORS) -> tuple[Graph, list[int]]:
    """The part of ``graph`` with its ``most`` strongest actors, and the numbers of all its actors in ``graph``.

    Actors are ranked as the page ranks them, by strength, then by mentions. The part has the ties among them with all
    their claims, so that counts of ties stay true, whoever asserts one of these claims, and the documents that are
    named. Of a graph that has no more actors it is the graph itself.
    """
    if len(graph.actors) <= most:
        return graph, list(range(len(graph.actors)))
    strengths, actors = draw(graph).strengths, graph.actors
    ranking = sorted(
        range(len(actors)), key=lambda number: (-strengths[number], -len(actors[number].mentions), number)
    )
    strong = {actors[number].id for number in ranking[:most]}
    ties = tuple(
        tie
        for tie in graph.ties
        if tie.subject in strong and (isinstance(tie.object, LiteralObject) or tie.object in strong)
    )
    told = {claim for tie in ties for claim in tie.claims}
    claims = tuple(claim for claim in graph.claims if claim.id in told)
    held = strong.union(*(claim.asserters for claim in claims))
    numbers = [number for number, actor in enumerate(actors) if actor.id in held]
    chosen = tuple(actors[number] for number in numbers)
    named = {claim.evidence.document for claim in claims}
    named.update(mention.document for actor in chosen for mention in shown_mentions(actor))
    part = replace(
        graph,
        actors=chosen,
        claims=claims,
        ties=ties,
        documents=tuple(document for document in graph.documents if document.id in named),
        unread=tuple(one for one in graph.unread if one.document in named),
    )
    return part, numbers
