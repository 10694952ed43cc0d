"""An update tried on a copy of all quads: what is read out of documents must be the same afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from sociogram.case.annotations import is_derived
from sociogram.knowledge.namespaces import PREFIXES
from sociogram.rdf.blank_nodes import LabellingError, check_blank_nodes
from sociogram.rdf.service_guard import asks_elsewhere
from sociogram.serve.workers.evaluation import Pieces, Send, one_line, write_graph
from sociogram.serve.workers.jobs import JobOutcome, RefusalError, Update


def try_update(store: ox.Store, job: Update, send: Send) -> JobOutcome:
    """Run the update on a copy of ``store`` in memory, and send the user's graphs as N-Quads.

    Raises:
        RefusalError: 400 if it is no SPARQL Update or asks elsewhere, its blank nodes cannot be told apart soon,
            or its triple terms lie too deep in one another; 403 if it changes a derived graph.
    """
    if asks_elsewhere(job.text, ("service", "load")):
        raise RefusalError(
            400,
            "SERVICE and LOAD ask another server or a file, and an update here never leaves the case; remove "
            "them (or rename the prefix that contains the word)",
        )
    copy = ox.Store()
    copy.bulk_extend(store.quads_for_pattern(None, None, None, None))
    try:
        copy.update(job.text, prefixes=PREFIXES)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise RefusalError(400, f"the update is no SPARQL 1.1 that can be done: {one_line(error)}") from error
    kept = list(_users(copy))
    if len(copy) - len(kept) != sum(1 for _ in _derived(store)) or any(
        quad not in copy for quad in _derived(store)
    ):
        raise RefusalError(
            403,
            "graphs read out of documents cannot be changed; write to a graph of a name of your own "
            "(INSERT DATA { GRAPH <urn:mine> { … } }), or judge with judgements.csv",
        )
    try:
        check_blank_nodes(kept)
    except LabellingError as error:
        raise RefusalError(400, f"{error}; {error.remedy}") from error
    write_graph(kept, "nquads", Pieces(send))
    return JobOutcome(form="nquads")


def _users(store: ox.Store) -> Iterator[ox.Quad]:
    return (quad for quad in store if not is_derived(quad.graph_name))


def _derived(store: ox.Store) -> Iterator[ox.Quad]:
    return (quad for quad in store if is_derived(quad.graph_name))
