"""Actors and ties as nodes and edges with plain attributes, the same in every form of the network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sociogram.graph.facts import tie_status
from sociogram.model import Actor, Claim, Tie
from sociogram.write.text.wording import relation_id_or_verb


def node_attributes(actor: Actor) -> dict[str, Any]:
    """The plain attributes of an actor as a node."""
    return {
        "label": actor.name,
        "kind": actor.kind,
        "aliases": "; ".join(actor.aliases),
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
    }


def edge_attributes(tie: Tie, claims: Iterable[Claim]) -> dict[str, Any]:
    """The plain attributes of a tie with its ``claims`` as an edge; unknown dates are empty text.

    ``status`` tells what is established from what is denied, alleged, intended …: see ``sociogram.graph.facts``.
    """
    return {
        "label": relation_id_or_verb(tie),
        "relation": tie.relation,
        "lemma": tie.lemma or "",
        "weight": float(max(1, tie.affirmed + tie.denied)),
        "affirmed": tie.affirmed,
        "denied": tie.denied,
        "status": tie_status(tie, claims),
        "sources": tie.sources,
        "first": tie.first or "",
        "last": tie.last or "",
        "confidence": tie.confidence,
        "claims": " ".join(tie.claims),
    }
