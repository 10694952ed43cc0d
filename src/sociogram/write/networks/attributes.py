"""Actors and ties as nodes and edges with plain attributes, the same in every form of the network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sociogram.graph.facts import tie_status
from sociogram.graph.worth import by_worth
from sociogram.knowledge.tone import tone_of
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
