"""The graph: frozen values, and the views of them that other tools want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from sociogram.claims import make_claims
from sociogram.ids import content_hash
from sociogram.model import Actor, Claim, Judgement, Literal_, Skipped, Tie
from sociogram.reading import DocumentRecord, Reading
from sociogram.resolve import resolve_actors
from sociogram.ties import make_ties

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    import pyoxigraph as ox
    import rdflib

    from sociogram.actor_lists import ActorLists
    from sociogram.store import Answer


class NeedsLists(Protocol):
    """What making a graph asks of the resources: the lists of well-known actors."""

    @property
    def lists(self) -> ActorLists:
        """The lists."""
        ...


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Actors, claims, ties and documents, each sorted, and what was skipped.

    Claims are in the order of document and offset, all else in that of the ids (ties: of subject,
    relation, object). ``run`` names the documents and the version that made the graph, and holds
    no clock, so that the same documents give the same graph.
    """

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    run: str = ""

    @cached_property
    def actors_by_id(self) -> Mapping[str, Actor]:
        """Each actor by its id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """Each claim by its id."""
        return {claim.id: claim for claim in self.claims}

    def claims_of(self, tie: Tie) -> tuple[Claim, ...]:
        """The claims behind ``tie``, in the order of document and offset."""
        return tuple(self.claims_by_id[each] for each in tie.claims)

    def quads(self) -> Iterator[ox.Quad]:
        """The graph as RDF, always in the same order; see ``sociogram.quads``."""
        from sociogram.quads import iter_quads

        return iter_quads(self)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Actors as nodes and ties between actors as edges, whose keys are the ids of the ties.

        All attributes are text, numbers or truth values. Ties to dates, sums and mere words have
        no second actor and are left out.
        """
        import networkx as nx

        view = nx.MultiDiGraph()
        for actor in self.actors:
            view.add_node(actor.id, **node_attributes(actor))
        for tie in self.ties:
            if not isinstance(tie.object, Literal_):
                attributes = edge_attributes(tie, self.claims_of(tie))
                view.add_edge(tie.subject, tie.object, key=tie.id, **attributes)
        return view

    def to_rdf(self) -> rdflib.Dataset:
        """An rdflib ``Dataset`` with the same quads, held by Oxigraph in memory."""
        from sociogram.quads import load_quads

        return as_dataset(load_quads(self))

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL query over the union of all named graphs.

        Raises:
            QueryError: If it is no SPARQL 1.1 query.
        """
        from sociogram.quads import load_quads
        from sociogram.store import ask

        return ask(load_quads(self), sparql)


def make_graph(
    readings: Iterable[Reading],
    skipped: Iterable[Skipped],
    resources: NeedsLists,
    judgements: Sequence[Judgement] = (),
) -> Graph:
    """The graph of ``readings``; neither their order nor that of ``skipped`` changes it.

    Of readings of the same document id only one is used.
    """
    by_id: dict[str, Reading] = {}
    left_out = list(skipped)
    for reading in sorted(
        readings, key=lambda one: (one.document.id, one.document.source, one.document.digest)
    ):
        document = reading.document
        if document.id in by_id:
            left_out.append(
                Skipped(document=document.id, stage="graph", reason="a document of this id was read already")
            )
            continue
        by_id[document.id] = reading
    kept = [by_id[each] for each in sorted(by_id)]
    resolution = resolve_actors(kept, resources.lists, judgements)
    made = make_claims(kept, resolution, judgements)
    documents = tuple(reading.document for reading in kept)
    left_out += resolution.skipped
    left_out += made.skipped
    left_out += [skip for reading in kept for skip in reading.skipped]
    return Graph(
        actors=resolution.actors,
        claims=made.claims,
        ties=make_ties(made.claims, documents),
        documents=documents,
        skipped=tuple(sorted(left_out, key=_skipped_order)),
        run=run_id(documents),
    )


def as_dataset(store: ox.Store) -> rdflib.Dataset:
    """``store`` by rdflib's interface, its default graph the union of all, with the project's prefixes."""
    import rdflib
    from oxrdflib import OxigraphStore

    from sociogram.namespaces import PREFIXES

    dataset = rdflib.Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset


def run_id(documents: Iterable[DocumentRecord]) -> str:
    """A hash of the version and the documents, equal for equal ones."""
    from sociogram import __version__

    return content_hash(__version__, *((document.id, document.digest) for document in documents))


def load_graph(folder: Path) -> Graph:
    """The graph in the JSON Lines files of a folder, as they lie there; ``sociogram.case`` opens a case.

    Raises:
        QueryError: If the files are missing or damaged.
    """
    from sociogram.records import read_graph

    return read_graph(folder)


def _skipped_order(skipped: Skipped) -> tuple[str, int, int, str, str, str]:
    start = -1 if skipped.start is None else skipped.start
    end = -1 if skipped.end is None else skipped.end
    return skipped.document, start, end, skipped.stage, skipped.reason, skipped.text


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

    ``status`` tells what is established from what is denied, alleged, intended …: see ``quads.tie_status``.
    """
    from sociogram.facts import tie_status

    return {
        "label": tie.relation if tie.lemma is None else tie.lemma,
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
