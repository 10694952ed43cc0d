"""Two graphs compared: which documents, actors, ties and claims came, went or changed.

Pure and symmetric: comparing B with A gives the same changes with the sides exchanged. The graphs
may be two builds of one case or two cases; their order of documents does not matter.
"""

from __future__ import annotations

from sociogram.compare.actors import compare_actors
from sociogram.compare.claims import compare_claims, make_sides
from sociogram.compare.documents import compare_documents
from sociogram.compare.selection import only_about, only_kinds
from sociogram.compare.ties import compare_facts, compare_ties
from sociogram.compare.values import (
    KINDS,
    ActorChange,
    Change,
    ClaimChange,
    Difference,
    DocumentChange,
    FactChange,
    Kind,
    Standing,
    TieChange,
    What,
)
from sociogram.graph.values import Graph

__all__ = [
    "KINDS",
    "ActorChange",
    "Change",
    "ClaimChange",
    "Difference",
    "DocumentChange",
    "FactChange",
    "Kind",
    "Standing",
    "TieChange",
    "What",
    "compare_graphs",
    "only_about",
    "only_kinds",
]


def compare_graphs(before: Graph, after: Graph) -> Difference:
    """What is different in ``after`` against ``before``; time and memory grow with the two linearly.

    Documents are compared by their words only where both graphs have the documents' digests.
    """
    documents, document_changes = compare_documents(before.documents, after.documents)
    actors, actor_changes = compare_actors(before.actors, after.actors, documents)
    sides = make_sides(documents, actors)
    claims, claim_changes = compare_claims(before.claims, after.claims, sides)
    ties = compare_ties(before, after, sides, claims)
    return Difference(
        before=before,
        after=after,
        documents=tuple(document_changes),
        actors=tuple(actor_changes),
        ties=tuple(ties),
        claims=tuple(claim_changes),
        facts=tuple(compare_facts(ties)),
        lone_before=frozenset(change.id for change in document_changes if change.kind == "went"),
        lone_after=frozenset(change.id for change in document_changes if change.kind == "came"),
    )
