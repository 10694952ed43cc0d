"""The embedded store: one Oxigraph folder for each state of the case, of which readers open the last.

A folder is never changed once a state names it. The next one starts with hard links to its files, which RocksDB
writes once and then only deletes, so it costs what differs. A reader holds a lease on the folder it has open;
folders that no state names are deleted when nobody holds one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from sociogram.case.cache import encode_plain, short_hash
from sociogram.case.lock import LEASE_FILE, is_leased
from sociogram.case.naming import STORE
from sociogram.graph.facts import iter_facts
from sociogram.knowledge.namespaces import ACTOR, GRAPH, SOC, TIE
from sociogram.rdf.quads import (
    actor_quads,
    document_quads,
    fact_quad,
    iter_documents,
    run_quads,
    tie_quads,
)
from sociogram.rdf.terms import iri

if TYPE_CHECKING:
    from sociogram.graph.unread import UnreadSentence
    from sociogram.graph.values import Graph
    from sociogram.model import Claim, Skipped

KINDS = ("documents", "lines", "unread", "skipped", "actors", "ties", "facts", "run", "annotations")
"""The kinds of parts that change by themselves, each with a named graph or several; ``lines``, ``unread`` and
``skipped`` are in files alone."""
_RUN = ox.NamedNode(SOC + "run")
_MOST_FILES = 80
"""Files of a store from which it is laid together: each change adds some, and a question looks into many."""
_LOADED_AT_ONCE = 100_000
"""Quads that are loaded at once; each takes 0.8 kB meanwhile, and a store that loads a whole file takes a million and
more at once. Measured, as is that fewer at once take longer."""
_MOST_CHANGED = 0.3
"""Share of the documents from which loading everything anew is quicker than changing parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """What changed in one kind of parts: new hashes by id, and the ids that are gone."""

    put: Mapping[str, bytes] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    @property
    def touched(self) -> Iterator[str]:
        """The ids whose old quads are to be removed, if they have any."""
        yield from self.gone
        yield from self.put


def hash_parts(graph: Graph, annotations: Iterable[ox.Quad]) -> dict[str, dict[str, bytes]]:
    """For each kind of parts the hash of each part's values, by id."""
    documents, lines = {}, {}
    for document, claims in iter_documents(graph):
        own = documents[document.id] = short_hash(encode_plain((document, claims)))
        lines[document.id] = short_hash(own + encode_plain(_beside(graph, claims)))
    return {
        "documents": documents,
        "lines": lines,
        "unread": _hash_groups(graph.unread),
        "skipped": _hash_groups(graph.skipped),
        "actors": {actor.id: short_hash(encode_plain(actor)) for actor in graph.actors},
        "ties": {
            # What contradicts a tie are others, and its outlets are in its documents.
            tie.id: short_hash(encode_plain((tie, graph.standings[tie.id], list(graph.against(tie.id)))))
            for tie in graph.ties
        },
        "facts": {str(fact_quad(*fact).triple): b"" for fact in iter_facts(graph)},
        "run": {"run": short_hash("\n".join(map(str, run_quads(graph))).encode())},
        "annotations": {str(quad): b"" for quad in annotations},
    }


def _hash_groups(values: Iterable[UnreadSentence | Skipped]) -> dict[str, bytes]:
    """A hash of all that stands behind each other of one document, by its id."""
    found: dict[str, bytes] = {}
    for document, group in groupby(values, key=attrgetter("document")):
        found[document] = short_hash(found.get(document, b"") + encode_plain(list(group)))
    return found


def _beside(graph: Graph, claims: Iterable[Claim]) -> list[tuple[object, ...]]:
    """What the records of ``claims`` and of their ties have that is not of their document: actors, and copies."""
    names = graph.actors_by_id
    return [
        (
            graph.copied.get(claim.id),
            *(
                (names[each].name, names[each].kind)
                for each in (claim.subject, claim.object, *claim.asserters)
                if isinstance(each, str) and each in names
            ),
        )
        for claim in claims
    ]


def find_changes(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> PartChange:
    """How the parts ``old`` become ``new``."""
    return PartChange(
        put={each: value for each, value in new.items() if old.get(each) != value},
        gone=tuple(sorted(old.keys() - new.keys())),
    )


def is_small(changes: Mapping[str, PartChange], count: int) -> bool:
    """Whether so few of ``count`` documents changed that changing parts is quicker than loading all."""
    changed = changes["documents"]
    return len(changed.put) + len(changed.gone) <= max(1, count * _MOST_CHANGED)


def load_all(folder: Path, trig: Path, annotations: Iterable[ox.Quad]) -> None:
    """A new store in ``folder`` with all that ``trig`` holds, and ``annotations``."""
    store = _create(folder)
    quads = iter(ox.parse(path=str(trig), format=ox.RdfFormat.TRIG))
    while some := list(islice(quads, _LOADED_AT_ONCE)):
        store.bulk_extend(some)
    store.extend(annotations)
    # A second for each million quads, which every question gets back: they are a third quicker behind it.
    store.optimize()


def change(
    old: Path, folder: Path, graph: Graph, annotations: Iterable[ox.Quad], changes: Mapping[str, PartChange]
) -> None:
    """A new store in ``folder``: that in ``old`` with ``changes``, which lead to ``graph`` and ``annotations``."""
    clone(old, folder)
    store = ox.Store(str(folder))
    for document in changes["documents"].touched:
        store.remove_graph(iri(GRAPH, document))
    for kind, namespace in (("actors", ACTOR), ("ties", TIE)):
        for each in changes[kind].touched:
            for quad in list(
                store.quads_for_pattern(iri(namespace, each), None, None, ox.NamedNode(SOC + kind))
            ):
                store.remove(quad)
    gone_facts, gone_notes = changes["facts"].gone, changes["annotations"].gone
    gone = [*(f"{fact} <{SOC}facts> ." for fact in gone_facts), *(f"{note} ." for note in gone_notes)]
    shrunk: set[Any] = {ox.NamedNode(SOC + kind) for kind in ("actors", "ties", "facts")}
    for quad in ox.parse("\n".join(gone), format=ox.RdfFormat.N_QUADS):
        store.remove(quad)
        shrunk.add(quad.graph_name)
    if changes["run"].put:
        store.remove_graph(_RUN)
    store.extend(_new_quads(graph, annotations, changes))
    for name in shrunk - {ox.DefaultGraph()}:
        if next(store.quads_for_pattern(None, None, None, name), None) is None:
            store.remove_graph(name)
    if changes["documents"].gone or len(list(folder.glob("*.sst"))) > _MOST_FILES:
        # Behind it, nothing of what a document said that was removed is left in the files.
        store.optimize()
    else:
        store.flush()


def _new_quads(
    graph: Graph, annotations: Iterable[ox.Quad], changes: Mapping[str, PartChange]
) -> Iterator[ox.Quad]:
    documents, actors, ties = (changes[kind].put for kind in ("documents", "actors", "ties"))
    if documents:
        for document, claims in iter_documents(graph):
            if document.id in documents:
                yield from document_quads(document, claims)
    for actor in graph.actors:
        if actor.id in actors:
            yield from actor_quads(actor)
    for tie in graph.ties:
        if tie.id in ties:
            yield from tie_quads(graph, tie)
    if changes["facts"].put:
        facts = (fact_quad(*fact) for fact in iter_facts(graph))
        yield from (fact for fact in facts if str(fact.triple) in changes["facts"].put)
    if changes["run"].put:
        yield from run_quads(graph)
    yield from (quad for quad in annotations if str(quad) in changes["annotations"].put)


def clone(old: Path, folder: Path) -> None:
    """A store in ``folder`` that holds what the closed store in ``old`` does, by hard links where there can be."""
    folder.mkdir(parents=True)
    options = sorted(path.name for path in old.glob("OPTIONS-*"))[:-1]
    for path in sorted(old.iterdir()):
        if path.name in ("LOCK", LEASE_FILE, *options) or path.name.startswith("LOG") or path.is_symlink():
            # Locks are a folder's own, logs of no use to anyone, and of options the newest hold.
            continue
        target = folder / path.name
        if path.suffix != ".sst":
            shutil.copyfile(path, target)
            continue
        try:
            os.link(path, target)
        except OSError:
            shutil.copyfile(path, target)
    (folder / LEASE_FILE).touch()


def _create(folder: Path) -> ox.Store:
    folder.mkdir(parents=True)
    (folder / LEASE_FILE).touch()
    return ox.Store(str(folder))


def delete_others(store: Path, kept: str) -> None:
    """Delete the folders of quads in ``store`` but ``kept``, as far as no reader has them open."""
    for path in store.glob(STORE + "*"):
        if path.name != kept and not is_leased(path):
            shutil.rmtree(path, ignore_errors=True)
