"""The graph as a property graph: nodes and edges with typed properties, for Neo4j and its kin.

Nodes are actors, claims and documents. A tie that is a fact by ``facts.is_fact`` is an edge of its
relation's own type (``FUNDED``); every other tie is an edge of the type ``NOT_ESTABLISHED`` with its
relation as a property, so that ``(a)-[:FUNDED]->(b)`` never finds what is only denied or alleged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.graph.facts import is_fact, tie_status
from sociogram.graph.gravity import gravity_of
from sociogram.graph.sayers import Sayer, find_sayer
from sociogram.knowledge.tone import tone_of
from sociogram.model import LiteralObject

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie

Value = str | int | float | bool | list[str] | None
NOT_ESTABLISHED = "NOT_ESTABLISHED"
"""The type of edges that are no fact, so that a query for a relation's own type never finds one."""
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label, perhaps a second one, and its properties, ``id`` among them."""

    label: str
    kind: str | None
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between the nodes with these ids, with its properties."""

    type: str
    source: str
    target: str
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class NodeTable:
    """All nodes of one label; ``columns`` are their properties with types."""

    name: str
    label: str
    columns: dict[str, str]
    rows: Callable[[Graph], Iterator[Node]]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """All edges between two labels; ``columns`` are their properties with types."""

    name: str
    source: str
    target: str
    columns: dict[str, str]
    rows: Callable[[Graph], Iterator[Edge]]


def edge_type(relation: str) -> str:
    """``PROMISED_FUNDING`` for ``promisedFunding``."""
    return _CAPITAL.sub("_", relation).upper()


def _actors(graph: Graph) -> Iterator[Node]:
    for actor in graph.actors:
        yield Node("Actor", actor.kind, _actor(actor))


def _actor(actor: Actor) -> dict[str, Value]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "identifiers": [f"{scheme}:{value}" for scheme, value in actor.identifiers],
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
    }


def _documents(graph: Graph) -> Iterator[Node]:
    for document in graph.documents:
        yield Node("Document", None, _document(document))


def _document(document: DocumentRecord) -> dict[str, Value]:
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "authors": list(document.authors),
        "publisher": document.publisher,
        "published": document.published,
        "genre": document.genre,
        "characters": document.characters,
    }


def _claims(graph: Graph) -> Iterator[Node]:
    for claim in graph.claims:
        document = graph.documents_by_id.get(claim.evidence.document)
        yield Node(
            "Claim", None, _claim(claim, find_sayer(claim, document) if document is not None else None)
        )


def _claim(claim: Claim, sayer: Sayer | None) -> dict[str, Value]:
    words = claim.object if isinstance(claim.object, LiteralObject) else None
    time, amount, evidence = claim.time, claim.amount, claim.evidence
    return {
        "id": claim.id,
        "relation": claim.relation,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "confidence": claim.confidence,
        "worth": claim.worth,
        **_review(claim),
        "tone": tone_of(claim.relation, claim.lemma),
        "statement": claim.statement,
        "roles": [f"{role.name}: {role.text}" for role in claim.roles],
        "lemma": claim.lemma,
        "trigger": claim.trigger,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "rule": evidence.rule,
        "sayer": sayer.name if sayer is not None else None,
        "sayerKind": sayer.kind.value if sayer is not None else None,
        "saidOn": claim.said_on,
        "validFrom": time.start if time is not None else None,
        "validTo": time.end if time is not None else None,
        "timeText": time.text if time is not None else None,
        "amount": float(amount.value) if amount is not None else None,
        "currency": amount.currency if amount is not None else None,
        "amountText": amount.text if amount is not None else None,
        "value": words.value if words is not None else None,
        "valueKind": words.kind if words is not None else None,
    }


def _review(claim: Claim) -> dict[str, Value]:
    review, topic = claim.review, gravity_of(claim)
    return {
        "review": "right" if review is not None else None,
        "reviewedBy": review.who or None if review is not None else None,
        "reviewedOn": review.when or None if review is not None else None,
        "reviewNote": review.note or None if review is not None else None,
        "contestedBy": list(review.against) if review is not None else [],
        "gravity": topic.weight if topic is not None else None,
        "gravityTopic": topic.id if topic is not None else None,
    }


def _ties(graph: Graph) -> Iterator[Edge]:
    for tie in graph.ties:
        if not isinstance(tie.object, LiteralObject):
            claims = graph.claims_of(tie)
            fact = any(is_fact(claim) for claim in claims)
            kind = edge_type(tie.relation) if fact else NOT_ESTABLISHED
            yield Edge(kind, tie.subject, tie.object, _tie(graph, tie))


def _tie(graph: Graph, tie: Tie) -> dict[str, Value]:
    standing = graph.standings[tie.id]
    return {
        "id": tie.id,
        "relation": tie.relation,
        "lemma": tie.lemma,
        "status": tie_status(tie, graph.claims_of(tie)),
        "standing": standing.code,
        "outlets": standing.outlets,
        "affirmed": tie.affirmed,
        "denied": tie.denied,
        "sources": tie.sources,
        "first": tie.first,
        "last": tie.last,
        "confidence": tie.confidence,
        "worth": tie.worth,
        "reviewed": tie.reviewed,
        "tone": tone_of(tie.relation, tie.lemma or ""),
        "claims": list(tie.claims),
    }


def _about(graph: Graph) -> Iterator[Edge]:
    for claim in graph.claims:
        yield Edge("ABOUT", claim.id, claim.subject, {"role": "subject"})
        if isinstance(claim.object, str):
            yield Edge("ABOUT", claim.id, claim.object, {"role": "object"})


def _asserted_by(graph: Graph) -> Iterator[Edge]:
    for claim in graph.claims:
        for place, asserter in enumerate(claim.asserters, start=1):
            yield Edge("ASSERTED_BY", claim.id, asserter, {"place": place})


def _quoted_from(graph: Graph) -> Iterator[Edge]:
    for claim in graph.claims:
        yield Edge("QUOTED_FROM", claim.id, claim.evidence.document, {})


def _mentioned_in(graph: Graph) -> Iterator[Edge]:
    for actor in graph.actors:
        counts = Counter(mention.document for mention in actor.mentions)
        for document, count in sorted(counts.items()):
            yield Edge("MENTIONED_IN", actor.id, document, {"mentions": count})


NODES = (
    NodeTable("actors", "Actor", {"id": "ID", "name": "string", "kind": "string", "aliases": "string[]",
                                  "identifiers": "string[]", "mentions": "long", "documents": "long"}, _actors),
    NodeTable("documents", "Document", {"id": "ID", "title": "string", "source": "string", "authors": "string[]",
                                        "publisher": "string", "published": "string", "genre": "string",
                                        "characters": "long"}, _documents),
    NodeTable("claims", "Claim", {"id": "ID", "relation": "string", "polarity": "string", "modality": "string",
                                  "confidence": "double", "worth": "double", "review": "string",
                                  "reviewedBy": "string", "reviewedOn": "string", "reviewNote": "string",
                                  "contestedBy": "string[]", "gravity": "double", "gravityTopic": "string",
                                  "tone": "string", "statement": "string",
                                  "roles": "string[]", "lemma": "string", "trigger": "string", "quote": "string",
                                  "start": "long", "end": "long", "rule": "string", "sayer": "string",
                                  "sayerKind": "string", "saidOn": "string",
                                  "validFrom": "string", "validTo": "string", "timeText": "string",
                                  "amount": "double", "currency": "string", "amountText": "string",
                                  "value": "string", "valueKind": "string"}, _claims),
)  # fmt: skip
EDGES = (
    EdgeTable("ties", "Actor", "Actor", {"id": "string", "relation": "string", "lemma": "string", "status": "string",
                                         "standing": "string", "outlets": "long",
                                         "affirmed": "long", "denied": "long", "sources": "long", "first": "string",
                                         "last": "string", "confidence": "double", "worth": "double",
                                         "reviewed": "long", "tone": "string", "claims": "string[]"}, _ties),
    EdgeTable("about", "Claim", "Actor", {"role": "string"}, _about),
    EdgeTable("asserted-by", "Claim", "Actor", {"place": "long"}, _asserted_by),
    EdgeTable("quoted-from", "Claim", "Document", {}, _quoted_from),
    EdgeTable("mentioned-in", "Actor", "Document", {"mentions": "long"}, _mentioned_in),
)  # fmt: skip
