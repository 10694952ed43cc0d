"""Jobs done on an open case: evaluated by Oxigraph, written in pieces to where they are sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pyoxigraph as ox

from sociogram.knowledge.namespaces import PREFIXES
from sociogram.rdf.service_guard import asks_elsewhere, names_dataset
from sociogram.serve.workers.jobs import Dump, JobOutcome, NamedQuestion, Query, RefusalError
from sociogram.serve.workers.rdf_xml import iter_writable
from sociogram.serve.workers.rows import write_boolean, write_rows

if TYPE_CHECKING:
    from typing import BinaryIO

    from sociogram.rdf.names import Names

_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
_LONGEST_MESSAGE = 200
"""Characters of the engine's own words in a refusal; it quotes whole queries."""
_LONE = re.compile("[\ud800-\udfff]")
Item = TypeVar("Item")
Send = Callable[[bytes], None]


class Pieces:
    """A file to write to that gathers what is written and sends it in pieces of about 64 KiB."""

    SIZE = 1 << 16

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held = bytearray()

    def write(self, chunk: Any) -> int:  # the buffer protocol has no type before 3.12
        """Take ``chunk``; all of it is taken."""
        self._held += chunk
        if len(self._held) >= self.SIZE:
            self.flush()
        return len(chunk)

    def flush(self) -> None:
        """Send what is held."""
        if self._held:
            self._send(bytes(self._held))
            self._held.clear()


class _First(Iterator[Item]):
    """The first items of an iterator, and whether there were more."""

    def __init__(self, items: Iterable[Item], most: int | None) -> None:
        self._items = iter(items)
        self._left = most
        self.left_out = False

    def __next__(self) -> Item:
        item = next(self._items)
        if self._left is not None:
            if self._left <= 0:
                self.left_out = True
                raise StopIteration
            self._left -= 1
        return item


def answer_query(store: ox.Store, job: Query, send: Send) -> JobOutcome:
    """Evaluate a query and send the answer.

    Raises:
        RefusalError: If it is no SPARQL 1.1 query, asks another server, or its answer has no wanted form.
    """
    if asks_elsewhere(job.text):
        raise RefusalError(
            400,
            "SERVICE asks another server, and a query here never leaves the machine; remove it "
            "(or rename the prefix that contains the word)",
        )
    given = bool(job.default_graphs or job.named_graphs)
    try:
        result = store.query(
            job.text,
            prefixes=PREFIXES,
            use_default_graph_as_union=not given and not names_dataset(job.text),
            default_graph=[_name(iri) for iri in job.default_graphs] if given else None,
            named_graphs=[_name(iri) for iri in job.named_graphs] if given else None,
        )
        return _send_result(result, job, send)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        if "Corruption" in str(error) or "IO error" in str(error):  # RocksDB's words
            raise RefusalError(
                503, f"the case's store cannot be read ({one_line(error)}); build the case again"
            ) from error
        raise RefusalError(
            400, f"the query is no SPARQL 1.1 that can be answered: {one_line(error)}"
        ) from error


def _send_result(
    result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean, job: Query, send: Send
) -> JobOutcome:
    pieces = Pieces(send)
    if isinstance(result, ox.QueryTriples):
        if job.triple_form is None:
            raise RefusalError(406, "the answer is a graph; accept text/turtle or another form of RDF")
        first = _First(result, job.most)
        write_graph(first, job.triple_form, pieces)
        return JobOutcome(form=job.triple_form, truncated=first.left_out, kind="graph")
    if job.result_form is None:
        raise RefusalError(406, "the answer is rows or yes and no; accept application/sparql-results+json")
    truncated = False
    if isinstance(result, ox.QueryBoolean):
        pieces.write(write_boolean(bool(result), job.result_form).encode())
    else:
        names = [variable.value for variable in result.variables]
        truncated = _send_rows(names, iter(result), job.result_form, job.most, pieces)
    pieces.flush()
    return JobOutcome(form=job.result_form, truncated=truncated, kind="rows")


def _send_rows(names: list[str], rows: Iterator[Any], form: str, most: int | None, pieces: Pieces) -> bool:
    truncated = False
    for piece, truncated in write_rows(names, rows, form, most):  # noqa: B007 - the last one counts
        pieces.write(piece.encode("utf-8", "replace"))
    return truncated


def answer_question(store: ox.Store, names: Names, job: NamedQuestion, send: Send) -> JobOutcome:
    """Ask a named question and send its rows.

    Raises:
        QueryError: If there is no such question or actor.
    """
    from sociogram.rdf.questions.asking import ask_question

    most = None if job.most is None else job.most + 1
    answer = ask_question(store, names, job.name, job.arguments, most=most, ids=job.ids)
    pieces = Pieces(send)
    truncated = _send_rows(list(answer.variables), iter(answer.rows), job.form, job.most, pieces)
    pieces.flush()
    return JobOutcome(form=job.form, truncated=truncated, kind="rows")


def dump(store: ox.Store, job: Dump, send: Send) -> JobOutcome:
    """Send the quads of one graph or of all.

    Raises:
        RefusalError: If there is no such graph, with status 404.
    """
    pieces = Pieces(send)
    if job.graph is None:
        write_graph(store.quads_for_pattern(None, None, None, None), job.form, pieces)
        return JobOutcome(form=job.form, kind="graph")
    place = _name(job.graph) if job.graph else ox.DefaultGraph()
    if isinstance(place, ox.NamedNode) and not store.contains_named_graph(place):
        raise RefusalError(404, "no graph of that name here; GET /data without a name gives them all")
    quads = store.quads_for_pattern(None, None, None, place)
    write_graph((quad.triple for quad in quads), job.form, pieces)
    return JobOutcome(form=job.form, kind="graph")


def write_graph(items: Iterable[ox.Triple] | Iterable[ox.Quad], form: str, pieces: Pieces) -> None:
    """Write triples or quads with the project's prefixes, which stand in a fixed order."""
    from sociogram.write.rdf.syntaxes import SortedPrefixes

    file = cast("BinaryIO", pieces)
    if form in {"turtle", "trig"}:
        ordered = SortedPrefixes(file)
        ox.serialize(items, cast("BinaryIO", ordered), format=_FORMATS[form], prefixes=PREFIXES)
        ordered.finish()
    else:
        ox.serialize(iter_writable(items) if form == "rdfxml" else items, file, format=_FORMATS[form])
    pieces.flush()


def _name(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise RefusalError(400, f"no IRI of a graph: {one_line(error)}") from error


def one_line(error: BaseException) -> str:
    """The message of ``error`` on one line, not too long, in characters that UTF-8 holds."""
    words = " ".join(_LONE.sub("?", str(error)).split())
    return words if len(words) <= _LONGEST_MESSAGE else words[:_LONGEST_MESSAGE].rsplit(" ", 1)[0] + " …"
