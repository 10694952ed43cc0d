"""Entities of FollowTheMoney as JSON Lines, for Aleph, OpenAleph and the ``ftm`` commands.

Policy: an edge is written only for a tie that is a fact by ``facts.is_fact`` (some claim affirms it as
asserted or reported). FollowTheMoney has no polarity and no modality, and many of its readers look at
nothing but the schema, so a tie that is only denied, alleged, possible or wanted is left out and counted,
not written with a warning beside it. A fact that others deny is written with the status "disputed",
and all its claims stand in the description, the denying ones marked as such.

Documents come first, then actors, their mentions, offices and ties; each entity has its values in the
order of the documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.graph.facts import is_fact
from sociogram.graph.sayers import SayerKind, document_sayer
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import LiteralObject, Modality, Polarity
from sociogram.write.files.atomic import write_text
from sociogram.write.files.json_lines import json_line
from sociogram.write.ftm import values
from sociogram.write.ftm.schemata import (
    BELOW,
    OCCUPANCY,
    OFFICES,
    RELATIONSHIPS,
    actor_schema,
    document_schema,
    find_edge,
)
from sociogram.write.text.wording import quoting, relation_label, sayer_words

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie

Entity = dict[str, Any]
_PROPERTY_OF = {
    "bornOn": ("Person", "birthDate"),
    "diedOn": ("Person", "deathDate"),
    "bornIn": ("Person", "birthPlace"),
    "educatedAt": ("Person", "education"),
    "foundedOn": ("Organization", "incorporationDate"),
}
"""Relations that are a property of their subject in FollowTheMoney, and for which schema."""
_MOST_QUOTES = 40
"""Claims whose words an edge has; all values of text of an entity must stay below a few megabytes."""


@dataclass(frozen=True, slots=True)
class FtmWriter:
    """Writes the entities of a graph."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the entities of ``graph``."""
        write_entities(graph, path)


@dataclass(slots=True)
class _Known:
    """What the entities of a graph refer to, by our ids; ``properties`` are ties that became one."""

    graph: Graph
    left_out: Counter[str]
    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    schemata: dict[str, str] = field(default_factory=dict)
    of_actor: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    properties: set[str] = field(default_factory=set)


def write_entities(graph: Graph, path: Path) -> Counter[str]:
    """Write the entities of ``graph``; how much of it was left out, by reason."""
    left_out: Counter[str] = Counter()
    write_text(path, map(json_line, iter_entities(graph, left_out)))
    return left_out


def iter_entities(graph: Graph, left_out: Counter[str]) -> Iterator[Entity]:
    """The entities of ``graph``: ``{"id", "schema", "properties": {name: [values]}}``.

    What FollowTheMoney has no place for is counted in ``left_out``, by its reason.
    """
    known = _Known(graph, left_out)
    known.documents.update((document.id, document) for document in graph.documents)
    for actor in graph.actors:
        schema = actor_schema(actor.kind)
        if schema is None:
            known.left_out[f"actors of the kind {actor.kind}, for which there is no schema"] += 1
        else:
            known.schemata[actor.id] = schema
    known.properties.update(tie.id for tie in graph.ties if _note_property(known, tie))
    yield from map(_document, graph.documents)
    for actor in graph.actors:
        if actor.id in known.schemata:
            yield _actor(known, actor)
    for actor in graph.actors:
        if known.schemata.get(actor.id) in BELOW["LegalEntity"]:
            yield from _mentions(known, actor)
    yield from _ties(known)


def _entity(kind: str, name: str, schema: str, properties: values.Properties) -> Entity:
    return {"id": values.entity_id(kind, name), "schema": schema, "properties": properties}


def _document(document: DocumentRecord) -> Entity:
    schema = document_schema(document)
    mail = schema == "Email"
    source = document.source
    file_name = source.replace("\\", "/").partition("?")[0].rstrip("/").rpartition("/")[2]
    people = [values.line(author) for author in document.authors]
    properties = values.properties(
        title=values.line(document.title),
        fileName=values.line(file_name) or values.line(document.id) or "document",
        author=people,
        from_=people if mail else (),
        subject=values.line(document.title) if mail else (),
        to=[values.line(each) for each in document.recipients] if mail else (),
        publisher=values.line(document.publisher),
        publishedAt=values.date(document.published),
        sourceUrl=values.url(source.partition("#")[0]),
    )
    return _entity("document", document.id, schema, properties)


def _actor(known: _Known, actor: Actor) -> Entity:
    own = values.name(actor.name) or values.name(actor.id) or "unnamed"
    identifiers = dict(actor.identifiers)
    properties = values.properties(
        name=own,
        alias=[alias for alias in map(values.name, actor.aliases) if alias != own],
        wikidataId=values.wikidata(identifiers.get("wikidata", "")),
        proof=[
            values.entity_id("document", each)
            for each in sorted({mention.document for mention in actor.mentions})
            if each in known.documents
        ],
        **known.of_actor.get(actor.id, {}),
    )
    return _entity("actor", actor.id, known.schemata[actor.id], properties)


def _mentions(known: _Known, actor: Actor) -> Iterator[Entity]:
    """One for each document that names the actor, with the names that it uses there."""
    names: dict[str, dict[str, None]] = {}
    for mention in actor.mentions:
        name = "" if mention.pronoun else values.name(mention.text)
        if name and mention.document in known.documents:
            names.setdefault(mention.document, {})[name] = None
    for document, found in sorted(names.items()):
        properties = values.properties(
            document=values.entity_id("document", document),
            resolved=values.entity_id("actor", actor.id),
            name=found,
            detectedSchema=known.schemata[actor.id],
        )
        yield _entity("mention", f"{document}\0{actor.id}", "Mention", properties)


def _note_property(known: _Known, tie: Tie) -> bool:
    """Keep what a tie that is a fact says as a property of its subject, if it is one in FollowTheMoney."""
    schema, name = _PROPERTY_OF.get(tie.relation, ("", ""))
    if tie.relation == "holdsPost" and isinstance(tie.object, LiteralObject):
        schema, name = "Person", "position"
    if not name or known.schemata.get(tie.subject) not in BELOW[schema]:
        return False
    if not any(_is_established(claim) for claim in known.graph.claims_of(tie)):
        return False
    if isinstance(tie.object, LiteralObject):
        value = values.date(tie.object.value) if name.endswith("Date") else values.line(tie.object.value)
    else:
        target = known.graph.actors_by_id.get(tie.object)
        value = values.name(target.name) if target is not None else ""
    if value:
        known.of_actor.setdefault(tie.subject, {}).setdefault(name, []).append(value)
    return bool(value)


def _is_established(claim: Claim) -> bool:
    """As ``is_fact``, but of words too: a post is often known by no more than them."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality in {Modality.ASSERTED, Modality.REPORTED}


def _ties(known: _Known) -> Iterator[Entity]:
    offices: set[str] = set()
    for tie in known.graph.ties:
        claims = known.graph.claims_of(tie)
        if isinstance(tie.object, LiteralObject) and tie.id in known.properties:
            continue
        reason = _why_left_out(known, tie, claims)
        if reason is not None:
            known.left_out[reason] += 1
            continue
        if tie.relation in OFFICES and known.schemata[tie.subject] == "Person":
            office = _office(known, tie)
            if office["id"] not in offices:
                offices.add(office["id"])
                yield office
            ends = {"holder": values.entity_id("actor", tie.subject), "post": office["id"]}
            yield _edge(known, tie, claims, OCCUPANCY, ends)
            continue
        target = str(tie.object)
        relation = load_ontology().relations[tie.relation]
        edge = find_edge(relation, known.schemata[tie.subject], known.schemata[target])
        ends = {
            edge.subject: values.entity_id("actor", tie.subject),
            edge.object: values.entity_id("actor", target),
        }
        yield _edge(known, tie, claims, edge.schema, ends)


def _why_left_out(known: _Known, tie: Tie, claims: tuple[Claim, ...]) -> str | None:
    if not any(is_fact(claim) for claim in claims):
        denied = all(claim.polarity is Polarity.DENIED for claim in claims)
        if denied:
            return "ties that are only denied"
        words = isinstance(tie.object, LiteralObject) and any(map(_is_established, claims))
        return "ties to mere words" if words else "ties that are only alleged, possible or wanted"
    if isinstance(tie.object, LiteralObject):
        return "ties to a date or a sum that no property holds"
    if tie.subject not in known.schemata or tie.object not in known.schemata:
        return "ties of an actor for whose kind there is no schema"
    return None


def _office(known: _Known, tie: Tie) -> Entity:
    place = known.graph.actors_by_id[str(tie.object)]
    name = values.name(f"{OFFICES[tie.relation]} of {values.name(place.name) or place.id}")
    return _entity("office", f"{tie.relation}-{place.id}", "Position", values.properties(name=name))


def _edge(known: _Known, tie: Tie, claims: tuple[Claim, ...], schema: str, ends: dict[str, str]) -> Entity:
    used = {claim.evidence.document for claim in claims if is_fact(claim)}
    documents = [known.documents[each] for each in sorted(used) if each in known.documents]
    properties = values.properties(
        **ends,
        **_naming(tie, schema),
        **_times(claims),
        **(_amounts(claims) if schema == "Payment" else {}),
        summary=_summary(tie),
        description=[_words(known, claim) for claim in claims[:_MOST_QUOTES]],
        recordId=values.line(tie.id),
        proof=[values.entity_id("document", document.id) for document in documents],
        sourceUrl=[values.url(document.source.partition("#")[0]) for document in documents],
        publisher=[values.line(document.publisher) for document in documents],
    )
    return _entity("tie", tie.id, schema, properties)


def _naming(tie: Tie, schema: str) -> dict[str, str]:
    """What the edge is called; only some schemata have a role and a status."""
    label = relation_label(tie)
    status = "disputed" if tie.denied else ""
    if schema in {"Family", "Associate"}:
        return {"relationship": RELATIONSHIPS.get(tie.relation, values.line(label))}
    if schema == "Payment":
        return {"purpose": values.line(label)}
    if schema == OCCUPANCY:
        return {"status": status}
    return {"role": values.line(label), "status": status}


def _summary(tie: Tie) -> str:
    head = "disputed; " if tie.denied else ""
    return (
        f"{head}claims that affirm: {tie.affirmed}; that deny: {tie.denied}; independent sources: {tie.sources}"
        + (f"; confirmed by a reviewer: {tie.reviewed}" if tie.reviewed else "")
    )


def _times(claims: tuple[Claim, ...]) -> dict[str, list[str]]:
    """When it holds, by the claims that make it a fact.

    "In 1977" is a span of days too, and no beginning and end; only a span of several years has ends.
    """
    found: dict[str, list[str]] = {"date": [], "startDate": [], "endDate": []}
    for claim in claims:
        if claim.time is None or not is_fact(claim):
            continue
        start, end = values.date(claim.time.start), values.date(claim.time.end)
        if start and end and start[:4] != end[:4]:
            found["startDate"].append(start.removesuffix("-01-01"))
            found["endDate"].append(end.removesuffix("-12-31"))
        elif start and end:
            same = next(size for size in (10, 7, 4) if start[:size] == end[:size])
            found["date"].append(start[:same])
        else:
            found["date"].append(start or end)
    return found


def _amounts(claims: tuple[Claim, ...]) -> dict[str, list[str]]:
    """Sums and their currency; where there are two currencies no sum would be known by its own."""
    sums = [claim.amount for claim in claims if claim.amount is not None and is_fact(claim)]
    currencies = {amount.currency for amount in sums if amount.currency}
    if len(currencies) != 1:
        return {}
    return {
        "amount": [values.number(amount.value) for amount in sums if amount.currency],
        "currency": [values.line(each) for each in currencies],
    }


def _words(known: _Known, claim: Claim) -> str:
    """How the claim holds its tie, whose words they are, and the words."""
    denied = claim.polarity is Polarity.DENIED
    held = "denied" if denied else claim.modality.value
    names = known.graph.actors_by_id
    said = quoting(values.name(names[each].name) for each in claim.asserters if each in names)
    document = known.documents.get(claim.evidence.document)
    if not said and document is not None and document_sayer(document).kind is not SayerKind.DOCUMENT:
        said = sayer_words(document_sayer(document))
    title = values.line(document.title or document.source) if document is not None else ""
    head = ", ".join(
        part for part in (held, values.line(said, 300), values.line(title, 200), claim.said_on) if part
    )
    return values.line(f"({head}) “{claim.evidence.quote}”", values.TEXT_CHARACTERS)


writer = FtmWriter("entities.ftm.json")
