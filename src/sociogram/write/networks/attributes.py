"""Actors and ties as nodes and edges with plain attributes, the same in every form of the network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sociogram.graph.facts import tie_status
from sociogram.graph.worth import by_worth
from sociogram.knowledge.tone import tone_of
from sociogram.model import Actor, Claim, Tie
from sociogram.write.text.wording import relation_id_or_verb, tie_standing

if TYPE_CHECKING:
    from sociogram.graph.values import Graph


def node_attributes(actor: Actor) -> dict[str, Any]:
    """The plain attributes of an actor as a node."""
    return {
        "label": actor.name,
        "kind": actor.kind,
        "aliases": "; ".join(actor.aliases),
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
    }


def edge_attributes(graph: Graph, tie: Tie) -> dict[str, Any]:
    """The plain attributes of a tie of ``graph`` as an edge; unknown dates are empty text.

    ``standing`` tells what is stated from what is disputed, denied, alleged, intended …, ``standing_words`` by how many
    and by whom: see ``sociogram.graph.standing``. ``status`` is coarser: see ``sociogram.graph.facts``.
    """
    standing = graph.standings[tie.id]
    return {
        "label": relation_id_or_verb(tie),
        "relation": tie.relation,
        "lemma": tie.lemma or "",
        "weight": float(max(1, tie.affirmed + tie.denied)),
        "affirmed": tie.affirmed,
        "denied": tie.denied,
        "status": tie_status(tie, graph.claims_of(tie)),
        "standing": standing.code,
        "standing_words": tie_standing(graph, tie),
        "outlets": standing.outlets,
        "sources": tie.sources,
        "first": tie.first or "",
        "last": tie.last or "",
        "confidence": tie.confidence,
        "worth": tie.worth,
        "reviewed": tie.reviewed,
        "tone": tone_of(tie.relation, tie.lemma or "") or "",
        "claims": " ".join(tie.claims),
    }


def best_quote(claims: Iterable[Claim]) -> str:
    """The sentence of the claim that comes first by worth and confidence; of equal ones the first."""
    best = max(claims, key=by_worth, default=None)
    return "" if best is None else best.evidence.quote


def word_attributes(value: str, kind: str) -> dict[str, Any]:
    """The plain attributes of words, a date or a sum as a node."""
    return {"label": value, "kind": kind, "aliases": "", "mentions": 0, "documents": 0}
