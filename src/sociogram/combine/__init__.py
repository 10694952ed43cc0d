"""Several graphs as one: all that they say together, or what they all say.

Policy. The same document in several graphs (id, words and place are equal) is one; documents that
share an id and nothing else get a suffix of their words' hash, and the ids of their claims, which
hash the document's, follow. Actors of one id are one actor, whose kind is the narrowest that any
graph gives; where kinds exclude one another ("Orion" a company here and a person there), they are
several, and all but the most mentioned one get their kind as a suffix. Ties are made anew of the
claims. A sentence is unread where every graph with its document left it so. No result depends on the order of the
graphs.

Documents must have their ``digest``: without it, documents of one id and length count as the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_

from sociogram.combine.align import actors_of, align_graphs, mention_order
from sociogram.combine.unread import combine_unread
from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.ties import make_ties, tie_id
from sociogram.graph.values import Graph, run_id, skipped_order
from sociogram.graph.worth import weigh_claims
from sociogram.model import Actor, Claim, Skipped

__all__ = ["intersect_graphs", "unite_graphs"]


def unite_graphs(graphs: Sequence[Graph]) -> Graph:
    """The graph of all claims, actors and documents of ``graphs``."""
    return _combine(align_graphs(graphs), lambda _: True, lambda _: True)


def intersect_graphs(graphs: Sequence[Graph]) -> Graph:
    """The ties that all ``graphs`` have (subject, relation, object; for the fallback the lemma too).

    Behind them are the claims of all graphs; kept are the actors that these need and those that all
    graphs have, and the documents of all.
    """
    aligned = align_graphs(graphs)
    ties = [{tie_id(claim) for claim in graph.claims} for graph in aligned]
    common_ties = set[str]().union(*ties[:1]).intersection(*ties[1:])
    actors = [{actor.id for actor in graph.actors} for graph in aligned]
    common_actors = set[str]().union(*actors[:1]).intersection(*actors[1:])
    combined = _combine(
        aligned, lambda claim: tie_id(claim) in common_ties, lambda each: each in common_actors
    )
    return replace(combined, skipped=_notes(aligned, and_))


def _combine(
    graphs: Sequence[Graph], keep_claim: Callable[[Claim], bool], keep_actor: Callable[[str], bool]
) -> Graph:
    """One graph of aligned ones, in which equal ids mean the same."""
    unread = combine_unread(graphs)
    documents = unread.on(_first_of_each(document for graph in graphs for document in graph.documents))
    chosen = _choose_claims(claim for graph in graphs for claim in graph.claims if keep_claim(claim))
    sources = {document.id: document.source for document in documents}
    claims = tuple(_with_source(claim, sources) for claim in chosen)
    needed = {end for claim in claims for end in actors_of(claim)}
    variants: dict[str, list[Actor]] = defaultdict(list)
    for graph in graphs:
        for actor in graph.actors:
            if actor.id in needed or keep_actor(actor.id):
                variants[actor.id].append(actor)
    actors = tuple(_one_actor(variants[each]) for each in sorted(variants))
    ties = make_ties(claims, [_with_digest(document) for document in documents])
    claims, ties = weigh_claims(claims, ties, actors, documents)
    return Graph(
        actors=actors,
        claims=claims,
        ties=ties,
        documents=documents,
        skipped=_notes(graphs, or_),
        unread=unread.sentences,
        run=run_id(documents),
    )


def _first_of_each(documents: Iterable[DocumentRecord]) -> tuple[DocumentRecord, ...]:
    """Each document once, in the order of ids; of copies read from several places the first by its source."""
    found: dict[str, DocumentRecord] = {}
    for document in sorted(set(documents), key=lambda one: (one.id, one.source, repr(one))):
        found.setdefault(document.id, document)
    return tuple(found.values())


def _choose_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Each claim once, in the order of document and offset; of readings that differ the surest."""
    found: dict[str, Claim] = {}
    for claim in claims:
        known = found.get(claim.id)
        if known is None or (known != claim and _rank(claim) < _rank(known)):
            found[claim.id] = claim
    return sorted(found.values(), key=_claim_order)


def _rank(claim: Claim) -> tuple[float, str]:
    return -claim.confidence, repr(claim)


def _claim_order(claim: Claim) -> tuple[str, int, int, tuple[int, int], str]:
    # As a build has them, whose claims of one sentence go by their trigger.
    evidence = claim.evidence
    return evidence.document, evidence.start, evidence.end, evidence.trigger, claim.id


def _notes(
    graphs: Sequence[Graph], combine: Callable[[Counter[Skipped], Counter[Skipped]], Counter[Skipped]]
) -> tuple[Skipped, ...]:
    """What was skipped in any or in all graphs; the same may be skipped several times in one."""
    counts = [Counter(graph.skipped) for graph in graphs]
    found = reduce(combine, counts[1:], counts[0]) if counts else Counter[Skipped]()
    return tuple(sorted(found.elements(), key=skipped_order))


def _with_source(claim: Claim, sources: Mapping[str, str]) -> Claim:
    source = sources.get(claim.evidence.document, claim.evidence.source)
    if source == claim.evidence.source:
        return claim
    return replace(claim, evidence=replace(claim.evidence, source=source))


def _with_digest(document: DocumentRecord) -> DocumentRecord:
    """``document`` with a digest of its own, where it has none: two of them are no copies for that."""
    return document if document.digest else replace(document, digest=f"of {document.id}")


def _one_actor(variants: Sequence[Actor]) -> Actor:
    """The actor that ``variants`` are; its name, aliases and identifiers as most mentions have them first."""
    if all(actor == variants[0] for actor in variants):
        return variants[0]
    ordered = sorted(variants, key=lambda actor: (-len(actor.mentions), repr(actor)))
    name = ordered[0].name
    aliases = {alias for actor in ordered for alias in (*actor.aliases, actor.name)} - {name}
    identifiers: dict[str, str] = {}
    for actor in ordered:
        for scheme, value in actor.identifiers:
            identifiers.setdefault(scheme, value)
    candidates = {candidate for actor in ordered for candidate in actor.candidates}
    mentions = {mention for actor in ordered for mention in actor.mentions}
    former = {each for actor in ordered for each in (actor.id, *actor.former)} - {ordered[0].id}
    return Actor(
        id=ordered[0].id,
        name=name,
        kind=ordered[0].kind,
        aliases=tuple(sorted(aliases)),
        identifiers=tuple(sorted(identifiers.items())),
        candidates=() if identifiers else tuple(sorted(candidates)),
        mentions=tuple(sorted(mentions, key=mention_order)),
        former=tuple(sorted(former)),
    )
