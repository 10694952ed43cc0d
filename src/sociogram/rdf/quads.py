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

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sociogram.graph.facts import iter_facts
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
    SOC,
    STATEMENT,
    TIE,
    WD,
    XSD,
)
from sociogram.knowledge.tone import tone_of
from sociogram.model import Actor, Amount, Claim, LiteralObject, Tie
from sociogram.version import __version__

if TYPE_CHECKING:
    import rdflib

    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph

_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\%#?]')
"""What cannot stand in the last part of an IRI of ours: controls, spaces, ``<>"{}|^`\\`` (RFC 3987), and
``%``, ``#``, ``?``, which mean something there."""
_DATES = (
    (re.compile(r"-?\d{4}-\d\d-\d\d"), ox.NamedNode(XSD + "date")),
    (re.compile(r"-?\d{4}-\d\d"), ox.NamedNode(XSD + "gYearMonth")),
    (re.compile(r"-?\d{4}"), ox.NamedNode(XSD + "gYear")),
)
"""Forms of ISO 8601 and their types in XML Schema; other dates stay text."""
_DECIMAL = ox.NamedNode(XSD + "decimal")
Term = ox.NamedNode | ox.Literal


def _node(namespace: str, name: str) -> ox.NamedNode:
    return ox.NamedNode(namespace + name)


_TYPE = _node(RDF, "type")
_SUBJECT, _PREDICATE, _OBJECT = _node(RDF, "subject"), _node(RDF, "predicate"), _node(RDF, "object")
_VALUE = _node(RDF, "value")
_FIRST, _REST, _NIL = _node(RDF, "first"), _node(RDF, "rest"), _node(RDF, "nil")
_LABEL, _ALIAS = _node(RDFS, "label"), _node(SKOS, "altLabel")
_SAME = _node(SKOS, "exactMatch")
_IDENTIFIER, _CREATOR, _PUBLISHER = (
    _node(DCTERMS, "identifier"),
    _node(DCTERMS, "creator"),
    _node(DCTERMS, "publisher"),
)
_TITLE, _ISSUED, _SOURCE = _node(DCTERMS, "title"), _node(DCTERMS, "issued"), _node(DCTERMS, "source")
_ATTRIBUTED, _QUOTED = _node(PROV, "wasAttributedTo"), _node(PROV, "wasQuotedFrom")
_GENERATED, _USED = _node(PROV, "wasGeneratedBy"), _node(PROV, "used")
_DERIVED, _ASSOCIATED = _node(PROV, "wasDerivedFrom"), _node(PROV, "wasAssociatedWith")
_ACTIVITY, _ENTITY, _AGENT = _node(PROV, "Activity"), _node(PROV, "Entity"), _node(PROV, "Agent")
_SOFTWARE = _node(PROV, "SoftwareAgent")
_TARGET, _HAS_SOURCE, _SELECTOR = _node(OA, "hasTarget"), _node(OA, "hasSource"), _node(OA, "hasSelector")
_QUOTE_SELECTOR, _POSITION_SELECTOR = _node(OA, "TextQuoteSelector"), _node(OA, "TextPositionSelector")
_RESOURCE = _node(OA, "SpecificResource")
_EXACT, _PREFIX, _SUFFIX = _node(OA, "exact"), _node(OA, "prefix"), _node(OA, "suffix")
_START, _END = _node(OA, "start"), _node(OA, "end")
_CURRENCY = _node(SCHEMA, "currency")


@lru_cache(maxsize=1024)
def _soc(name: str) -> ox.NamedNode:
    return ox.NamedNode(SOC + name)


@lru_cache(maxsize=65536)
def iri(namespace: str, name: str) -> ox.NamedNode:
    """An IRI of ours; what an IRI cannot hold is percent-encoded (RFC 3987)."""
    if _NOT_IRI.search(name):
        name = _NOT_IRI.sub(lambda found: f"%{ord(found.group()):02X}", name)
    return ox.NamedNode(namespace + name.encode("utf-8", "replace").decode("utf-8"))


def _text(value: str) -> ox.Literal:
    try:
        return ox.Literal(value)
    except ValueError:  # a lone surrogate, which no RDF can hold
        return ox.Literal(value.encode("utf-8", "replace").decode("utf-8"))


def _date(value: str) -> ox.Literal:
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=datatype)
    return _text(value)


@lru_cache(maxsize=4096)
def _number(value: float) -> ox.Literal:
    if value == int(value):
        return ox.Literal(int(value))
    return ox.Literal(f"{value:.6f}".rstrip("0"), datatype=_DECIMAL)


def _object(target: str | LiteralObject) -> Term:
    if isinstance(target, LiteralObject):
        return _date(target.value) if target.kind == "Date" else _text(target.value)
    return iri(ACTOR, target)


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
        yield from tie_quads(tie)
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

    It depends on nothing outside the document but the ids of actors and the worth of claims, which changes where the
    sources of a tie double; so few other documents' graphs change with a new one.
    """
    place, run = iri(GRAPH, document.id), iri(RUN, reading_id(document))
    yield from _in(place, _document(document))
    asserters: dict[str, None] = {}
    for claim in claims:
        yield from _in(place, _claim(claim, run))
        asserters.update(dict.fromkeys(claim.asserters))
    yield from _in(place, _reading(document, run, asserters))


def actor_quads(actor: Actor) -> Iterator[ox.Quad]:
    """An actor, in ``soc:actors``."""
    return _in(_soc("actors"), _actor(actor))


def tie_quads(tie: Tie) -> Iterator[ox.Quad]:
    """A tie, in ``soc:ties``."""
    return _in(_soc("ties"), _tie(tie))


def fact_quad(subject: str, relation: str, target: str | LiteralObject) -> ox.Quad:
    """A fact, in ``soc:facts``."""
    return ox.Quad(iri(ACTOR, subject), _soc(relation), _object(target), _soc("facts"))


def run_quads(graph: Graph) -> Iterator[ox.Quad]:
    """The making of the whole graph, in ``soc:run``."""
    return _in(_soc("run"), _run(graph, iri(RUN, graph.run or "unknown")))


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
    yield node, _TYPE, _soc("Document")
    yield node, _TYPE, _ENTITY
    yield node, _IDENTIFIER, _text(document.id)
    yield node, _SOURCE, _text(document.source)
    if document.title:
        yield node, _TITLE, _text(document.title)
        yield node, _LABEL, _text(document.title)
    for author in document.authors:
        yield node, _CREATOR, _text(author)
    if document.publisher:
        yield node, _PUBLISHER, _text(document.publisher)
    if document.published:
        yield node, _ISSUED, _date(document.published)
    yield node, _soc("genre"), _text(document.genre)
    yield node, _soc("start"), ox.Literal(document.start)
    yield node, _soc("end"), ox.Literal(document.end)


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
    yield node, _TYPE, _soc("Claim")
    yield node, _TYPE, _ENTITY
    yield node, _SUBJECT, iri(ACTOR, claim.subject)
    yield node, _PREDICATE, _soc(claim.relation)
    yield node, _OBJECT, _object(claim.object)
    yield node, _soc("polarity"), _soc(claim.polarity.capitalize())
    yield node, _soc("modality"), _soc(claim.modality.capitalize())
    yield node, _soc("confidence"), _number(claim.confidence)
    yield node, _soc("worth"), _number(claim.worth)
    yield node, _soc("statement"), iri(STATEMENT, claim.statement or claim.id)
    yield from _tone(node, claim.relation, claim.lemma)
    yield node, _soc("lemma"), _text(claim.lemma)
    yield node, _soc("trigger"), _text(claim.trigger)
    yield node, _soc("rule"), _text(claim.evidence.rule)
    yield from _times(node, claim)
    if claim.amount is not None:
        yield from _amount(node, claim.amount)
    yield from _roles(node, claim)
    yield from _attribution(node, claim)
    yield node, _QUOTED, iri(DOC, claim.evidence.document)
    yield node, _GENERATED, run
    yield from _evidence(node, claim)


def _times(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """When it was said and when it holds; the time of making is no part of a claim."""
    if claim.said_on:
        yield node, _soc("saidOn"), _date(claim.said_on)
    if claim.time is not None:
        if claim.time.start:
            yield node, _soc("validFrom"), _date(claim.time.start)
        if claim.time.end:
            yield node, _soc("validTo"), _date(claim.time.end)
        yield node, _soc("timeText"), _text(claim.time.text)


def _amount(node: ox.NamedNode, amount: Amount) -> Iterator[Triple]:
    yield node, _soc("amount"), _number(amount.value)
    if amount.currency:
        yield node, _CURRENCY, _text(amount.currency)
    if amount.qualifier:
        yield node, _soc("amountQualifier"), _text(amount.qualifier)
    yield node, _soc("amountText"), _text(amount.text)


def _tone(node: ox.NamedNode, relation: str, lemma: str) -> Iterator[Triple]:
    """Whether it is for or against somebody, if it is either."""
    tone = tone_of(relation, lemma)
    if tone is not None:
        yield node, _soc("tone"), _soc(tone.title().replace(" ", ""))


def _roles(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """What else the predicate tells, each with its name, its words and their place in the file."""
    for number, role in enumerate(claim.roles, start=1):
        part = iri(CLAIM, f"{claim.id}-role-{number}")
        yield node, _soc("hasRole"), part
        yield part, _TYPE, _soc("Role")
        yield part, _soc("role"), _text(role.name)
        yield part, _VALUE, _text(role.text)
        yield part, _START, ox.Literal(role.start)
        yield part, _END, ox.Literal(role.end)


def _attribution(node: ox.NamedNode, claim: Claim) -> Iterator[Triple]:
    """Who says so; where one quotes another, a list too, outermost first."""
    asserters = [iri(ACTOR, asserter) for asserter in claim.asserters]
    for asserter in asserters:
        yield node, _ATTRIBUTED, asserter
    if len(asserters) > 1:
        cells = [iri(CLAIM, f"{claim.id}-by-{number}") for number in range(1, len(asserters) + 1)]
        yield node, _soc("attributionChain"), cells[0]
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
    yield quote, _EXACT, _text(evidence.quote)
    yield quote, _PREFIX, _text(evidence.prefix)
    yield quote, _SUFFIX, _text(evidence.suffix)
    yield position, _TYPE, _POSITION_SELECTOR
    yield position, _START, ox.Literal(evidence.start)
    yield position, _END, ox.Literal(evidence.end)


def _actor(actor: Actor) -> Iterator[Triple]:
    node = iri(ACTOR, actor.id)
    yield node, _TYPE, _soc(actor.kind)
    yield node, _LABEL, _text(actor.name)
    for alias in actor.aliases:
        yield node, _ALIAS, _text(alias)
    for scheme, value in actor.identifiers:
        yield node, _IDENTIFIER, _text(f"{scheme}:{value}")
        if scheme == "wikidata":
            yield node, _SAME, iri(WD, value)
    for document in sorted({mention.document for mention in actor.mentions}):
        yield node, _soc("mentionedIn"), iri(DOC, document)


def _tie(tie: Tie) -> Iterator[Triple]:
    node = iri(TIE, tie.id)
    yield node, _TYPE, _soc("Tie")
    yield node, _SUBJECT, iri(ACTOR, tie.subject)
    yield node, _PREDICATE, _soc(tie.relation)
    yield node, _OBJECT, _object(tie.object)
    if tie.lemma is not None:
        yield node, _soc("lemma"), _text(tie.lemma)
    yield node, _soc("affirmed"), ox.Literal(tie.affirmed)
    yield node, _soc("denied"), ox.Literal(tie.denied)
    yield node, _soc("sources"), ox.Literal(tie.sources)
    yield node, _soc("confidence"), _number(tie.confidence)
    yield node, _soc("worth"), _number(tie.worth)
    yield from _tone(node, tie.relation, tie.lemma or "")
    if tie.first:
        yield node, _soc("firstSaid"), _date(tie.first)
    if tie.last:
        yield node, _soc("lastSaid"), _date(tie.last)
    for claim in tie.claims:
        yield node, _soc("hasClaim"), iri(CLAIM, claim)


def _program() -> ox.NamedNode:
    return iri(RUN, f"sociogram-{__version__}")


def _run(graph: Graph, run: ox.NamedNode) -> Iterator[Triple]:
    yield run, _TYPE, _ACTIVITY
    yield run, _soc("version"), _text(__version__)
    yield run, _ASSOCIATED, _program()
    yield _program(), _TYPE, _AGENT
    yield _program(), _TYPE, _SOFTWARE
    yield _program(), _LABEL, _text(f"sociogram {__version__}")
    yield _soc("facts"), _LABEL, _text("Ties that at least one claim affirms as asserted or reported")
    for made in ("actors", "ties", "facts"):
        yield _soc(made), _TYPE, _ENTITY
        yield _soc(made), _GENERATED, run
    yield _soc("facts"), _DERIVED, _soc("ties")
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
