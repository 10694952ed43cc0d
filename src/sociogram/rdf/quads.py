"""The graph as RDF quads, always in the same order.

One named graph for each document (``graph:ID``) holds its metadata and its claims; ``soc:actors``,
``soc:ties`` and ``soc:run`` hold what spans documents. ``soc:facts`` has one plain triple for each
tie that at least one claim affirms as asserted or reported: nothing denied, alleged or merely
possible is ever a plain triple, so queries may run over the union of all graphs. Objects that are
mere words of a text are in claims and ties alone.

Provenance is W3C PROV-O: reading is an activity of this program that used a document and generated claims,
quoted from it (in PROV-O a kind of derived) and attributed to agents. No clock: it would make other bytes.

Every node has an IRI, so that loading a file twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sociogram.graph.facts import iter_facts
from sociogram.graph.gravity import gravity_of
from sociogram.graph.sayers import find_sayer
from sociogram.ids import content_hash, slug
from sociogram.knowledge.namespaces import (
    ACTOR,
    CLAIM,
    DCTERMS,
    DOC,
    GRAPH,
    OA,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    RUN,
    SCHEMA,
    SKOS,
    STATEMENT,
    TIE,
    WD,
)
from sociogram.knowledge.tone import tone_of
from sociogram.model import Actor, Amount, Claim, LiteralObject, Tie
from sociogram.rdf.terms import Term, as_date, as_number, as_object, as_text, iri, named, soc
from sociogram.version import __version__

if TYPE_CHECKING:
    import rdflib

    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph

_TYPE = named(RDF, "type")
_SUBJECT, _PREDICATE, _OBJECT = named(RDF, "subject"), named(RDF, "predicate"), named(RDF, "object")
_VALUE = named(RDF, "value")
_FIRST, _REST, _NIL = named(RDF, "first"), named(RDF, "rest"), named(RDF, "nil")
_LABEL, _ALIAS = named(RDFS, "label"), named(SKOS, "altLabel")
_SAME = named(SKOS, "exactMatch")
_IDENTIFIER, _CREATOR, _PUBLISHER = (
    named(DCTERMS, "identifier"),
    named(DCTERMS, "creator"),
    named(DCTERMS, "publisher"),
)
_TITLE, _ISSUED, _SOURCE = named(DCTERMS, "title"), named(DCTERMS, "issued"), named(DCTERMS, "source")
_ATTRIBUTED, _QUOTED = named(PROV, "wasAttributedTo"), named(PROV, "wasQuotedFrom")
_GENERATED, _USED = named(PROV, "wasGeneratedBy"), named(PROV, "used")
_DERIVED, _ASSOCIATED = named(PROV, "wasDerivedFrom"), named(PROV, "wasAssociatedWith")
_ACTIVITY, _ENTITY, _AGENT = named(PROV, "Activity"), named(PROV, "Entity"), named(PROV, "Agent")
_SOFTWARE = named(PROV, "SoftwareAgent")
_TARGET, _HAS_SOURCE, _SELECTOR = named(OA, "hasTarget"), named(OA, "hasSource"), named(OA, "hasSelector")
_QUOTE_SELECTOR, _POSITION_SELECTOR = named(OA, "TextQuoteSelector"), named(OA, "TextPositionSelector")
_RESOURCE = named(OA, "SpecificResource")
_EXACT, _PREFIX, _SUFFIX = named(OA, "exact"), named(OA, "prefix"), named(OA, "suffix")
_START, _END = named(OA, "start"), named(OA, "end")
_CURRENCY = named(SCHEMA, "currency")


def load_quads(graph: Graph) -> ox.Store:
    """A store in memory with all quads of ``graph``."""
    store = ox.Store()
    store.bulk_extend(iter_quads(graph))
    return store


def iter_quads(graph: Graph) -> Iterator[ox.Quad]:
    """All quads: documents with their claims by id, then actors, ties, facts and the run."""
    for document, claims in iter_documents(graph):
        yield from document_quads(document, claims)
    for actor in graph.actors:
        yield from actor_quads(actor)
    for tie in graph.ties:
        yield from tie_quads(graph, tie)
    for fact in iter_facts(graph):
        yield fact_quad(*fact)
    yield from run_quads(graph)


def iter_documents(graph: Graph) -> Iterator[tuple[DocumentRecord, list[Claim]]]:
    """Each document with its claims, in the order of the ids."""
    claims = iter(graph.claims)
    claim = next(claims, None)
    for document in graph.documents:
        own = []
        while claim is not None and claim.evidence.document == document.id:
            own.append(claim)
            claim = next(claims, None)
        yield document, own


def document_quads(document: DocumentRecord, claims: Iterable[Claim]) -> Iterator[ox.Quad]:
    """The named graph of one document.

    It depends on nothing outside the document but the ids of actors, the judgements on its claims, and their worth,
    which changes where the sources of a tie double; so few other documents' graphs change with a new one.
    """
    place, run = iri(GRAPH, document.id), iri(RUN, reading_id(document))
    yield from _in(place, _document(document))
    asserters: dict[str, None] = {}
    for claim in claims:
        yield from _in(place, _claim(claim, run))
        yield from _in(place, _sayer(claim, document))
        asserters.update(dict.fromkeys(claim.asserters))
    yield from _in(place, _reading(document, run, asserters))


def actor_quads(actor: Actor) -> Iterator[ox.Quad]:
    """An actor, in ``soc:actors``."""
    return _in(soc("actors"), _actor(actor))


def tie_quads(graph: Graph, tie: Tie) -> Iterator[ox.Quad]:
    """A tie of ``graph`` and how it stands, in ``soc:ties``."""
    yield from _in(soc("ties"), _tie(tie))
    yield from _in(soc("ties"), _standing(graph, tie))


def fact_quad(subject: str, relation: str, target: str | LiteralObject) -> ox.Quad:
    """A fact, in ``soc:facts``."""
    return ox.Quad(iri(ACTOR, subject), soc(relation), as_object(target), soc("facts"))


def run_quads(graph: Graph) -> Iterator[ox.Quad]:
    """The making of the whole graph, in ``soc:run``."""
    return _in(soc("run"), _run(graph, iri(RUN, graph.run or "unknown")))


def reading_id(document: DocumentRecord) -> str:
    """The id of the activity that read ``document``: of the version and the document, not of the others.

    So a document's named graph stays as it is while others come and go.
    """
    return content_hash(__version__, document.id, document.digest)


Triple = tuple[ox.NamedNode, ox.NamedNode, Term]


def _in(place: ox.NamedNode, triples: Iterator[Triple]) -> Iterator[ox.Quad]:
    for subject, predicate, target in triples:
        yield ox.Quad(subject, predicate, target, place)


def _document(document: DocumentRecord) -> Iterator[Triple]:
    node = iri(DOC, document.id)
    yield node, _TYPE, soc("Document")
    yield node, _TYPE, _ENTITY
    yield node, _IDENTIFIER, as_text(document.id)
    yield node, _SOURCE, as_text(document.source)
    if document.title:
        yield node, _TITLE, as_text(document.title)
        yield node, _LABEL, as_text(document.title)
    for author in document.authors:
        yield node, _CREATOR, as_text(author)
    if document.publisher:
        yield node, _PUBLISHER, as_text(document.publisher)
    if document.published:
        yield node, _ISSUED, as_date(document.published)
    yield node, soc("genre"), as_text(document.genre)
    yield node, soc("start"), ox.Literal(document.start)
    yield node, soc("end"), ox.Literal(document.end)
    for each in document.recognised:
        yield node, soc("recognisedPage"), ox.Literal(each.page)
    if document.recognised:
        least = min(each.confidence for each in document.recognised)
        yield node, soc("recognitionConfidence"), as_number(least)
    for name in document.from_name:
        yield node, soc("fromFileName"), as_text(name)


def _reading(document: DocumentRecord, run: ox.NamedNode, asserters: Iterable[str]) -> Iterator[Triple]:
    """The activity that gave the claims, and the agents; an author is known by an id made of the name."""
    node = iri(DOC, document.id)
    yield run, _TYPE, _ACTIVITY
    yield run, _USED, node
    yield run, _ASSOCIATED, _program()
    authors = {slug(author) for author in document.authors}
    for asserter in asserters:
        yield iri(ACTOR, asserter), _TYPE, _AGENT
        if asserter in authors:
            yield node, _ATTRIBUTED, iri(ACTOR, asserter)


def _claim(claim: Claim, run: ox.NamedNode) -> Iterator[Triple]:
    node = iri(CLAIM, claim.id)
    yield node, _TYPE, soc("Claim")
    yield node, _TYPE, _ENTITY
    yield node, _SUBJECT, iri(ACTOR, claim.subject)
    yield node, _PREDICATE, soc(claim.relation)
    yield node, _OBJECT, as_object(claim.object)
    yield node, soc("polarity"), soc(claim.polarity.capitalize())
    yield node, soc("modality"), soc(claim.modality.capitalize())
    yield node, soc("confidence"), as_number(claim.confidence)
    yield node, soc("worth"), as_number(claim.worth)
    yield node, soc("statement"), iri(STATEMENT, claim.statement or claim.id)
    yield from _tone(node, claim.relation, claim.lemma)
    yield node, soc("lemma"), as_text(claim.lemma)
    yield node, soc("trigger"), as_text(claim.trigger)
    yield node, soc("rule"), as_text(claim.evidence.rule)
    yield from _review(node, claim)
    yield from _times(node, claim)
    if claim.amount is not None:
        yield from _amount(node, claim.amount)
    yield from _roles(node, claim)
    yield from _attribution(node, claim)
    yield node, _QUOTED, iri(DOC, claim.evidence.document)
    yield node, _GENERATED, run
    yield from _evidence(node, claim)


def _review(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """Who confirmed it, and what is grave about it; of what nobody has reviewed nothing is said."""
    topic, review = gravity_of(claim), claim.review
    if topic is not None:
        yield node, soc("gravity"), as_number(topic.weight)
        yield node, soc("gravityTopic"), as_text(topic.id)
    if review is None:
        return
    yield node, soc("review"), as_text("right")
    if review.who:
        yield node, soc("reviewedBy"), as_text(review.who)
    if _is_day(review.when):
        yield node, soc("reviewedOn"), as_date(review.when)
    if review.note:
        yield node, soc("reviewNote"), as_text(review.note)
    for who in review.against:
        yield node, soc("contestedBy"), as_text(who)


def _is_day(text: str) -> bool:
    """Whether it is a day as ISO writes it; a reviewer may have written anything."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _times(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """When it was said and when it holds; the time of making is no part of a claim."""
    if claim.said_on:
        yield node, soc("saidOn"), as_date(claim.said_on)
    if claim.time is not None:
        if claim.time.start:
            yield node, soc("validFrom"), as_date(claim.time.start)
        if claim.time.end:
            yield node, soc("validTo"), as_date(claim.time.end)
        yield node, soc("timeText"), as_text(claim.time.text)
        if claim.time.inherited:
            yield node, soc("timeInherited"), ox.Literal(True)


def _amount(node: ox.NamedNode, amount: Amount) -> Iterator[Triple]:
    yield node, soc("amount"), as_number(amount.value)
    if amount.currency:
        yield node, _CURRENCY, as_text(amount.currency)
    if amount.qualifier:
        yield node, soc("amountQualifier"), as_text(amount.qualifier)
    yield node, soc("amountText"), as_text(amount.text)


def _tone(node: ox.NamedNode, relation: str, lemma: str) -> Iterator[Triple]:
    """Whether it is for or against somebody, if it is either."""
    tone = tone_of(relation, lemma)
    if tone is not None:
        yield node, soc("tone"), soc(tone.title().replace(" ", ""))


def _roles(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """What else the predicate tells, each with its name, its words and their place in the file."""
    for number, role in enumerate(claim.roles, start=1):
        part = iri(CLAIM, f"{claim.id}-role-{number}")
        yield node, soc("hasRole"), part
        yield part, _TYPE, soc("Role")
        yield part, soc("role"), as_text(role.name)
        yield part, _VALUE, as_text(role.text)
        yield part, _START, ox.Literal(role.start)
        yield part, _END, ox.Literal(role.end)


def _sayer(claim: Claim, document: DocumentRecord) -> Iterator[Triple]:
    """Who says so by the document's credits, where the words name nobody; it need not be an actor of the graph."""
    sayer = find_sayer(claim, document)
    if sayer is not None:
        node = iri(CLAIM, claim.id)
        yield node, soc("sayer"), as_text(sayer.name)
        yield node, soc("sayerKind"), as_text(sayer.kind.value)


def _attribution(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """Who says so; where one quotes another, a list too, outermost first."""
    asserters = [iri(ACTOR, asserter) for asserter in claim.asserters]
    for asserter in asserters:
        yield node, _ATTRIBUTED, asserter
    if len(asserters) > 1:
        cells = [iri(CLAIM, f"{claim.id}-by-{number}") for number in range(1, len(asserters) + 1)]
        yield node, soc("attributionChain"), cells[0]
        for cell, asserter, following in zip(cells, asserters, [*cells[1:], _NIL], strict=True):
            yield cell, _FIRST, asserter
            yield cell, _REST, following


def _evidence(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """The words by W3C Web Annotation: a quote and a position in the document's file."""
    evidence = claim.evidence
    target = iri(CLAIM, claim.id + "-target")
    quote, position = iri(CLAIM, claim.id + "-quote"), iri(CLAIM, claim.id + "-position")
    yield node, _TARGET, target
    yield target, _TYPE, _RESOURCE
    yield target, _HAS_SOURCE, iri(DOC, evidence.document)
    yield target, _SELECTOR, quote
    yield target, _SELECTOR, position
    yield quote, _TYPE, _QUOTE_SELECTOR
    yield quote, _EXACT, as_text(evidence.quote)
    yield quote, _PREFIX, as_text(evidence.prefix)
    yield quote, _SUFFIX, as_text(evidence.suffix)
    yield position, _TYPE, _POSITION_SELECTOR
    yield position, _START, ox.Literal(evidence.start)
    yield position, _END, ox.Literal(evidence.end)


def _actor(actor: Actor) -> Iterator[Triple]:
    node = iri(ACTOR, actor.id)
    yield node, _TYPE, soc(actor.kind)
    yield node, _LABEL, as_text(actor.name)
    for alias in actor.aliases:
        yield node, _ALIAS, as_text(alias)
    for scheme, value in actor.identifiers:
        yield node, _IDENTIFIER, as_text(f"{scheme}:{value}")
        if scheme == "wikidata":
            yield node, _SAME, iri(WD, value)
    for candidate in actor.candidates:
        yield node, soc("candidate"), as_text(candidate)
    for document in sorted({mention.document for mention in actor.mentions}):
        yield node, soc("mentionedIn"), iri(DOC, document)


def _tie(tie: Tie) -> Iterator[Triple]:
    node = iri(TIE, tie.id)
    yield node, _TYPE, soc("Tie")
    yield node, _SUBJECT, iri(ACTOR, tie.subject)
    yield node, _PREDICATE, soc(tie.relation)
    yield node, _OBJECT, as_object(tie.object)
    if tie.lemma is not None:
        yield node, soc("lemma"), as_text(tie.lemma)
    yield node, soc("affirmed"), ox.Literal(tie.affirmed)
    yield node, soc("denied"), ox.Literal(tie.denied)
    yield node, soc("sources"), ox.Literal(tie.sources)
    yield node, soc("confidence"), as_number(tie.confidence)
    yield node, soc("worth"), as_number(tie.worth)
    if tie.reviewed:
        yield node, soc("reviewed"), ox.Literal(tie.reviewed)
    yield from _tone(node, tie.relation, tie.lemma or "")
    if tie.first:
        yield node, soc("firstSaid"), as_date(tie.first)
    if tie.last:
        yield node, soc("lastSaid"), as_date(tie.last)
    for claim in tie.claims:
        yield node, soc("hasClaim"), iri(CLAIM, claim)


def _standing(graph: Graph, tie: Tie) -> Iterator[Triple]:
    """How a tie stands, what contradicts it, and which of its claims are copies.

    Of the last nothing is in the documents, whose graphs then stay as they are while others come.
    """
    node, standing = iri(TIE, tie.id), graph.standings[tie.id]
    yield node, soc("standing"), as_text(standing.code)
    yield node, soc("outlets"), ox.Literal(standing.outlets)
    yield node, soc("statedBy"), ox.Literal(standing.stated)
    yield node, soc("allegedBy"), ox.Literal(standing.alleged)
    yield node, soc("negatedBy"), ox.Literal(standing.negated)
    for who in standing.denied_by:
        yield node, soc("deniedBy"), iri(ACTOR, who)
    against = list(graph.against(tie.id))
    for who in sorted({*standing.changed_by, *(who for each, *_ in against for who in each.changed_by)}):
        yield node, soc("changedBy"), iri(ACTOR, who)
    for other in sorted({other for _, other, *_ in against}):
        yield node, soc("contradictedBy"), iri(TIE, other)
    for copy, _ in standing.copies:
        yield node, soc("hasCopy"), iri(CLAIM, copy)


def _program() -> ox.NamedNode:
    return iri(RUN, f"sociogram-{__version__}")


def _run(graph: Graph, run: ox.NamedNode) -> Iterator[Triple]:
    yield run, _TYPE, _ACTIVITY
    yield run, soc("version"), as_text(__version__)
    yield run, _ASSOCIATED, _program()
    yield _program(), _TYPE, _AGENT
    yield _program(), _TYPE, _SOFTWARE
    yield _program(), _LABEL, as_text(f"sociogram {__version__}")
    yield soc("facts"), _LABEL, as_text("Ties that at least one claim affirms as asserted or reported")
    for made in ("actors", "ties", "facts"):
        yield soc(made), _TYPE, _ENTITY
        yield soc(made), _GENERATED, run
    yield soc("facts"), _DERIVED, soc("ties")
    for document in graph.documents:
        yield run, _USED, iri(DOC, document.id)


def as_dataset(store: ox.Store) -> rdflib.Dataset:
    """``store`` by rdflib's interface, its default graph the union of all, with the project's prefixes."""
    import rdflib
    from oxrdflib import OxigraphStore

    dataset = rdflib.Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset
