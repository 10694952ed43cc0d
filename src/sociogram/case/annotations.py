"""``annotations.trig``: what a person has added to a case by SPARQL Update, replayed at every build.

It holds the default graph and graphs of the user's own names. Graphs that are read out of documents have
names in the ontology's or the graphs' namespace, and nothing in them is ever an annotation.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import InputError
from sociogram.knowledge.case_files import ANNOTATIONS_FILE
from sociogram.knowledge.namespaces import GRAPH, SOC
from sociogram.knowledge.user_tables import is_file_or_none

if TYPE_CHECKING:
    import pyoxigraph as ox

_RESERVED = (GRAPH, SOC)
"""Namespaces of the graphs that are read out of documents."""


def is_derived(graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> bool:
    """Whether the graph of that name is read out of documents, so that nobody else may change it."""
    import pyoxigraph as ox

    return isinstance(graph_name, ox.NamedNode) and graph_name.value.startswith(_RESERVED)


def write_annotations(folder: Path, quads: Iterable[ox.Quad]) -> None:
    """Write ``quads`` as the annotations of the case in ``folder``; equal graphs give equal bytes.

    Blank nodes get canonical names (RDF Dataset Canonicalization 1.0). Without quads the file goes.

    Raises:
        InputError: If the blank nodes cannot be told apart with reasonable work.
        UsageError: If the file cannot be written.
        ValueError: If a quad lies in a derived graph.
    """
    import pyoxigraph as ox

    from sociogram.write.files.atomic import open_atomic

    path = folder / ANNOTATIONS_FILE
    kept = _canonical_of(path, quads)
    for quad in kept:
        if is_derived(quad.graph_name):
            raise ValueError(f"{quad.graph_name} is read out of documents and takes no annotation")
    if not kept:
        path.unlink(missing_ok=True)
        return
    with open_atomic(path) as file:
        ox.serialize(kept, file, format=ox.RdfFormat.TRIG)


def canonical(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """``quads`` in order, their blank nodes named by RDF Dataset Canonicalization 1.0: equal graphs, equal lists.

    Raises:
        LabellingError: If that would take too long.
    """
    import pyoxigraph as ox

    from sociogram.rdf.blank_nodes import check_blank_nodes, check_nesting

    quads = list(quads)
    check_nesting(quads)
    dataset = ox.Dataset(quads)
    check_blank_nodes(dataset)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=lambda quad: (str(quad.graph_name), str(quad)))


def _canonical_of(path: Path, quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    from sociogram.rdf.blank_nodes import LabellingError

    try:
        return canonical(quads)
    except LabellingError as error:
        raise InputError(str(path), str(error), error.remedy) from error


def read_annotations(folder: Path) -> list[ox.Quad]:
    """The annotations of the case in ``folder``, none if there is no such file.

    Raises:
        InputError: If it is no TriG, has quads in a derived graph, blank nodes that cannot be told apart soon, or
            triple terms that lie too deep in one another.
    """
    import pyoxigraph as ox

    from sociogram.rdf.blank_nodes import LabellingError, check_text_nesting

    path = folder / ANNOTATIONS_FILE
    if not is_file_or_none(path):
        return []
    try:
        content = path.read_bytes()
        check_text_nesting(content.decode("utf-8", "replace"))
        quads = list(ox.parse(content, format=ox.RdfFormat.TRIG))
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "mend it or move it away"
        ) from error
    except LabellingError as error:
        raise InputError(str(path), str(error), error.remedy) from error
    except (SyntaxError, ValueError) as error:
        words = " ".join(str(error).split())
        raise InputError(str(path), f"is no TriG ({words})", "mend it or move it away") from error
    for quad in quads:
        if is_derived(quad.graph_name):
            raise InputError(
                str(path),
                f"the graph {quad.graph_name} is read out of documents and takes no annotation",
                "give the graph another name",
            )
    return _canonical_of(path, quads)
