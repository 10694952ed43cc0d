"""Ids and kinds that mean the same in several graphs.

Documents that share an id but not their words get a suffix, and the ids of their claims follow. Actors
of one id are one where their kinds allow it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.claims import claim_id
from sociogram.graph.statements import statement_id
from sociogram.graph.values import Graph
from sociogram.ids import content_hash, kind_slug
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Actor, ActorMention, Claim, LiteralObject

_SUFFIX_CHARACTERS = 6
"""Hexadecimal digits that tell ids apart; those that are alike all the same get more."""
Words = tuple[str, int, int]
"""What tells documents of one id apart: the digest of their words, and where they lie in their file."""


def align_graphs(graphs: Sequence[Graph]) -> list[Graph]:
    """``graphs`` with such ids and kinds that equal ids mean the same in all of them."""
    names = _document_names(graphs)
    renamed = [_Renaming(documents=_of_graph(names, graph)).apply(graph) for graph in graphs]
    kinds = _actor_names(renamed)
    return [_Renaming(actors=_actors_of_graph(kinds, graph)).apply(graph) for graph in renamed]


def actors_of(claim: Claim) -> Iterable[str]:
    """The ids of the ends and of those who say it."""
    yield claim.subject
    if not isinstance(claim.object, LiteralObject):
        yield claim.object
    yield from claim.asserters


def mention_order(mention: ActorMention) -> tuple[str, int, int, str, bool]:
    """The key by which an actor's mentions are sorted."""
    return mention.document, mention.start, mention.end, mention.text, mention.pronoun


def _words_of(document: DocumentRecord) -> Words:
    return document.digest, document.start, document.end


def _document_names(graphs: Sequence[Graph]) -> dict[tuple[str, Words], str]:
    """An id for each document: its own, or with a suffix where another one of other words has it too."""
    words: dict[str, set[Words]] = defaultdict(set)
    for graph in graphs:
        for document in graph.documents:
            words[document.id].add(_words_of(document))
    taken = set(words)
    names: dict[tuple[str, Words], str] = {}
    for each, variants in sorted(words.items()):
        for variant in sorted(variants):
            suffixed = f"{each}-{content_hash(*variant)[:_SUFFIX_CHARACTERS]}"
            names[each, variant] = _free(suffixed, taken) if len(variants) > 1 else each
    return names


def _of_graph(names: Mapping[tuple[str, Words], str], graph: Graph) -> dict[str, str]:
    return {document.id: names[document.id, _words_of(document)] for document in graph.documents}


ActorNames = Mapping[tuple[str, str], tuple[str, str]]
"""For the id and the kind that an actor has in a graph, those that it has in all of them."""


def _actor_names(graphs: Sequence[Graph]) -> ActorNames:
    mentions: dict[str, dict[str, set[ActorMention]]] = defaultdict(lambda: defaultdict(set))
    for graph in graphs:
        for actor in graph.actors:
            mentions[actor.id][actor.kind].update(actor.mentions)
    taken = set(mentions)
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for each, by_kind in sorted(mentions.items()):
        weights = Counter({kind: len(found) for kind, found in by_kind.items()})
        narrowest = _narrowest(weights)
        first, *others = sorted(set(narrowest.values()), key=lambda kind: (-weights[kind], kind))
        ids = {first: each}
        for kind in others:
            ids[kind] = _free(f"{each}-{kind_slug(kind)}", taken)
        for kind, narrow in narrowest.items():
            names[each, kind] = ids[narrow], narrow
    return names


def _free(name: str, taken: set[str]) -> str:
    """``name``, or one made of it that nothing has yet; it is taken then."""
    while name in taken:
        name = f"{name}-{content_hash(name)[:_SUFFIX_CHARACTERS]}"
    taken.add(name)
    return name


def _narrowest(weights: Counter[str]) -> dict[str, str]:
    """For each kind the narrowest one below it; of several that exclude one another the most mentioned."""
    ontology = load_ontology()
    known = [kind for kind in weights if kind in ontology.classes]
    below = {
        kind: [other for other in known if other != kind and ontology.is_a(other, kind)]
        if kind in known
        else []
        for kind in weights
    }
    leaves = {kind for kind, others in below.items() if not others}
    return {
        kind: kind
        if kind in leaves
        else min(leaves & set(others), key=lambda other: (-weights[other], other))
        for kind, others in below.items()
    }


def _actors_of_graph(names: ActorNames, graph: Graph) -> dict[str, tuple[str, str]]:
    return {actor.id: names[actor.id, actor.kind] for actor in graph.actors}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Renaming:
    """New ids for documents, and for actors with their kinds, by the old ids of one graph."""

    documents: Mapping[str, str] | None = None
    actors: Mapping[str, tuple[str, str]] | None = None

    def apply(self, graph: Graph) -> Graph:
        """``graph`` with the new ids; its ties are left out, for they are made anew."""
        documents = self.documents or {}
        actors = self.actors or {}
        moved = {old for old, new in documents.items() if old != new}
        turned = {old for old, new in actors.items() if old != new[0]}
        return Graph(
            actors=tuple(self._actor(actor, moved) for actor in graph.actors),
            claims=tuple(self._claim(claim, moved, turned) for claim in graph.claims),
            documents=tuple(
                replace(document, id=documents[document.id]) if document.id in moved else document
                for document in graph.documents
            ),
            skipped=tuple(
                replace(note, document=documents[note.document]) if note.document in moved else note
                for note in graph.skipped
            ),
            unread=tuple(
                replace(one, document=documents[one.document]) if one.document in moved else one
                for one in graph.unread
            ),
        )

    def _actor(self, actor: Actor, moved: set[str]) -> Actor:
        each, kind = (self.actors or {}).get(actor.id, (actor.id, actor.kind))
        if (each, kind) != (actor.id, actor.kind):
            actor = replace(actor, id=each, kind=kind)
        if not any(mention.document in moved for mention in actor.mentions):
            return actor
        documents = self.documents or {}
        return replace(
            actor,
            mentions=tuple(
                sorted(
                    (
                        replace(mention, document=documents.get(mention.document, mention.document))
                        for mention in actor.mentions
                    ),
                    key=mention_order,
                )
            ),
        )

    def _claim(self, claim: Claim, moved: set[str], turned: set[str]) -> Claim:
        evidence = claim.evidence
        if evidence.document in moved:
            document = (self.documents or {})[evidence.document]
            evidence = replace(evidence, document=document)
            each = claim_id(evidence, claim.relation, claim.lemma, claim.polarity, claim.modality)
            claim = replace(claim, id=each, evidence=evidence, statement=statement_id(evidence))
        if turned.isdisjoint(actors_of(claim)):
            return claim
        target = claim.object if isinstance(claim.object, LiteralObject) else self._end(claim.object)
        return replace(
            claim,
            subject=self._end(claim.subject),
            object=target,
            asserters=tuple(self._end(asserter) for asserter in claim.asserters),
        )

    def _end(self, actor: str) -> str:
        return (self.actors or {}).get(actor, (actor, ""))[0]
