"""The graph: frozen values, and the views of them that other tools want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.contradictions import Contradiction, find_contradictions
from sociogram.graph.standing import Standing, stand
from sociogram.graph.unread import UnreadSentence
from sociogram.ids import content_hash
from sociogram.model import Actor, Claim, LiteralObject, Skipped, Tie
from sociogram.version import __version__

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox
    import rdflib

    from sociogram.rdf.ask import Answer


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Actors, claims, ties and documents, each sorted, what was skipped, and the sentences that stayed unread.

    Claims are in the order of document and offset, all else in that of the ids (ties: of subject,
    relation, object). ``run`` names the documents and the version that made the graph, and holds
    no clock, so that the same documents give the same graph.
    """

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unread: tuple[UnreadSentence, ...] = ()
    run: str = ""

    @cached_property
    def actors_by_id(self) -> Mapping[str, Actor]:
        """Each actor by its id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """Each claim by its id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def documents_by_id(self) -> Mapping[str, DocumentRecord]:
        """Each document by its id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each tie stands, by its id."""
        return {
            tie.id: stand(self.claims_of(tie), self.documents_by_id, self.actors_by_id) for tie in self.ties
        }

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The pairs of ties that contradict each other, in the order of their ids."""
        return tuple(find_contradictions(self.ties, self.claims_by_id))

    @cached_property
    def copied(self) -> Mapping[str, str]:
        """For each claim that copies another of its tie in an earlier document that one, by their ids."""
        return {copy: first for standing in self.standings.values() for copy, first in standing.copies}

    def against(self, tie: str) -> Iterator[tuple[Contradiction, str, tuple[str, ...], tuple[str, ...]]]:
        """What contradicts the tie of that id: why, which other tie, the claims of this one and those of the other."""
        for each in self._contradictions_of.get(tie, ()):
            own = each.ties.index(tie)
            sides = each.left, each.right
            yield each, each.ties[1 - own], sides[own], sides[1 - own]

    @cached_property
    def _contradictions_of(self) -> Mapping[str, list[Contradiction]]:
        found: dict[str, list[Contradiction]] = {}
        for each in self.contradictions:
            for tie in each.ties:
                found.setdefault(tie, []).append(each)
        return found

    def claims_of(self, tie: Tie) -> tuple[Claim, ...]:
        """The claims behind ``tie``, in the order of document and offset."""
        return tuple(map(self.claims_by_id.__getitem__, tie.claims))

    def quads(self) -> Iterator[ox.Quad]:
        """The graph as RDF, always in the same order; see ``sociogram.rdf.quads``."""
        from sociogram.rdf.quads import iter_quads

        return iter_quads(self)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Actors as nodes and ties between actors as edges, whose keys are the ids of the ties.

        All attributes are text, numbers or truth values. Ties to dates, sums and mere words have
        no second actor and are left out.
        """
        import networkx as nx

        from sociogram.write.networks.attributes import edge_attributes, node_attributes

        view = nx.MultiDiGraph()
        for actor in self.actors:
            view.add_node(actor.id, **node_attributes(actor))
        for tie in self.ties:
            if not isinstance(tie.object, LiteralObject):
                attributes = edge_attributes(self, tie)
                view.add_edge(tie.subject, tie.object, key=tie.id, **attributes)
        return view

    def to_rdf(self) -> rdflib.Dataset:
        """An rdflib ``Dataset`` with the same quads, held by Oxigraph in memory."""
        from sociogram.rdf.quads import as_dataset, load_quads

        return as_dataset(load_quads(self))

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL query over the union of all named graphs.

        Raises:
            QueryError: If it is no SPARQL 1.1 query.
        """
        from sociogram.rdf.ask import ask
        from sociogram.rdf.quads import load_quads

        return ask(load_quads(self), sparql)


def run_id(documents: Iterable[DocumentRecord]) -> str:
    """A hash of the version and the documents, equal for equal ones."""
    return content_hash(__version__, *((document.id, document.digest) for document in documents))


def skipped_order(skipped: Skipped) -> tuple[str, int, int, str, str, str]:
    """The key by which a graph's skipped things are sorted: by place, what has none before what has one."""
    start = -1 if skipped.start is None else skipped.start
    end = -1 if skipped.end is None else skipped.end
    return skipped.document, start, end, skipped.stage, skipped.reason, skipped.text
