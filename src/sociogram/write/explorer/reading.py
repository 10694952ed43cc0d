"""What the page needs to have a document read: where its actors stand, who reviewed its claims, what is grave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sociogram.graph.gravity import gravity_of
from sociogram.knowledge.gravity import topics

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, ActorMention, Claim

MOST_MENTIONS = 60
"""Mentions of an actor that the page lists in its panel; the records have all."""
Columns = dict[str, Sequence[Any]]


def shown_claims(graph: Graph) -> list[Claim]:
    """The claims that the page has, in its order: those of ties."""
    tied = {claim for tie in graph.ties for claim in tie.claims}
    return [claim for claim in graph.claims if claim.id in tied]


def shown_mentions(actor: Actor) -> Sequence[ActorMention]:
    """The mentions that the page lists: the first of those by name, else of all."""
    return ([mention for mention in actor.mentions if not mention.pronoun] or actor.mentions)[:MOST_MENTIONS]


def topic_table() -> list[list[Any]]:
    """The topics of what is grave with their weights; the first is none."""
    return [["", 0], *([topic.id, topic.weight] for topic in topics())]


def topic_number(claim: Claim) -> int:
    """The topic of ``claim`` by its place in ``topic_table``."""
    topic = gravity_of(claim)
    return 0 if topic is None else topics().index(topic) + 1


def review_columns(graph: Graph, string: Callable[[str], int]) -> Columns:
    """Who confirmed which claim, of those that somebody did; claims by their numbers in the page."""
    reviewed = [(number, claim.review) for number, claim in enumerate(shown_claims(graph)) if claim.review]
    return {
        "claim": [number for number, _ in reviewed],
        "who": [string(review.who) for _, review in reviewed],
        "when": [string(review.when) for _, review in reviewed],
        "note": [string(review.note) for _, review in reviewed],
        "against": [list(review.against) or 0 for _, review in reviewed],
    }


def mark_columns(graph: Graph, *, listed: bool = True) -> Columns:
    """Where actors stand in each document beside what their panels list: actor, start, length, one after the other.

    Args:
        graph: What the page holds.
        listed: Whether panels list mentions, so that these are left out here.
    """
    numbers = {document.id: number for number, document in enumerate(graph.documents)}
    found: dict[int, list[tuple[int, int, int]]] = {}
    for actor_number, actor in enumerate(graph.actors):
        known = set(map(id, shown_mentions(actor))) if listed else set()
        for mention in actor.mentions:
            number = numbers.get(mention.document)
            if number is None or id(mention) in known:
                continue
            start = mention.start - graph.documents[number].start
            found.setdefault(number, []).append((start, mention.end - mention.start, actor_number))
    return {
        "document": sorted(found),
        "places": [
            [value for start, length, actor in sorted(found[number]) for value in (actor, start, length)]
            for number in sorted(found)
        ],
    }
