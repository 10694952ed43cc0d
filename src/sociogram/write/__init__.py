"""One module a format; all files are written beside and then renamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sociogram.errors import QueryError, UsageError
from sociogram.graph.saved_judgements import COLUMNS
from sociogram.knowledge.case_files import ERRORS_FILE, GRAPH_FILE, JUDGEMENTS_FILE
from sociogram.ports import Writer, load_plugins
from sociogram.write.explorer.page import ExplorerWriter, Texts
from sociogram.write.files.earlier import Earlier, Places
from sociogram.write.networks.gexf import GexfWriter
from sociogram.write.networks.graphml import GraphmlWriter
from sociogram.write.rdf.trig import TrigWriter, write_trig
from sociogram.write.text.failures import write_failures
from sociogram.write.text.jsonl import JsonLinesWriter

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Judgement

ALWAYS = ("jsonl-documents", "jsonl-actors", "jsonl-ties", "jsonl-claims", "jsonl-skipped",
          "jsonl-unread", "trig", "gexf", "graphml", "network", "explorer")  # fmt: skip
"""The writers that every build runs, in this order."""
_ALIASES = {"html": ("network",), "csv": ("csv-nodes", "csv-edges"),
            "neo4j": ("neo4j-actors", "neo4j-documents", "neo4j-claims", "neo4j-ties", "neo4j-about",
                      "neo4j-asserted-by", "neo4j-quoted-from", "neo4j-mentioned-in")}  # fmt: skip
_FOLDERS = frozenset({"csv", "neo4j"})


def load_writers() -> dict[str, Writer]:
    """All writers by the names of their forms ("gexf"): ours, and beside them those of plug-ins.

    A plug-in's goes by its name without the version, and of several versions the latest is taken; it never takes the
    place of one of ours, so that a case folder holds what every build writes.
    """
    from sociogram.write.formats import WRITERS

    plugins = {name.partition("@")[0]: writer for name, writer in load_plugins("writer").items()}
    return {**plugins, **WRITERS}


def write_case(
    graph: Graph,
    folder: Path,
    *,
    formats: Sequence[str] = (),
    texts: Texts | None = None,
    earlier: Earlier | None = None,
    model: str = "",
    judgements: tuple[Judgement, ...] = (),
) -> Places:
    """Write the files of every build to ``folder``, and those of ``formats``; the places in ``graph.trig``.

    Args:
        graph: What is written.
        folder: Where to.
        formats: Further forms.
        texts: Gives the documents' texts, for the explorer.
        model: The language model that read the documents, where it is known.
        earlier: The files of an earlier state, from which what holds for this one is copied.
        judgements: What was judged already, and the explorer does not suggest again.

    Raises:
        UsageError: If a format is unknown or the folder cannot be written to.
    """
    writers = load_writers()
    wanted = dict.fromkeys([*ALWAYS, *(name for form in formats for name in _ALIASES.get(form, (form,)))])
    chosen = [_find(writers, name) for name in wanted]
    earlier = earlier or Earlier()
    places: Places = {}
    for writer in chosen:
        path = folder / writer.file_name
        if isinstance(writer, TrigWriter):
            places = write_trig(graph, path, earlier)
        elif isinstance(writer, JsonLinesWriter | GexfWriter | GraphmlWriter):
            writer.rewrite(graph, path, earlier)
        elif isinstance(writer, ExplorerWriter):
            replace(writer, texts=texts, model=model, judgements=judgements).write(graph, path)
        else:
            writer.write(graph, path)
    if any(skipped.trace for skipped in graph.skipped):
        write_failures(graph, folder / ERRORS_FILE)
    ledger = folder / JUDGEMENTS_FILE
    if not ledger.exists():
        ledger.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    return places


def export_graph(graph: Graph, form: str, output: Path, *, words: bool = False) -> None:
    """Write ``graph`` in one form to the file ``output``, or for ``csv`` and ``neo4j`` to the folder.

    With ``words`` a network has nodes for words, dates and sums too.

    Raises:
        UsageError: If the form is unknown or cannot be written there.
    """
    writers = load_writers()
    for name in _ALIASES.get(form, (form,)):
        writer = _find(writers, name)
        if words:
            writer = _with_words(writer)
        writer.write(graph, output / writer.file_name if form in _FOLDERS else output)


def _with_words(writer: Writer) -> Writer:
    """``writer``, if it is one of a network, as one that has nodes for words too."""
    from sociogram.write.networks.tables import TableWriter

    return (
        replace(writer, words=True)
        if isinstance(writer, GexfWriter | GraphmlWriter | TableWriter)
        else writer
    )


def export_rdf(trig: BinaryIO, form: str, output: Path, *, name: str = GRAPH_FILE) -> None:
    """Write the RDF of ``trig``, the ``graph.trig`` of a case, in another RDF format, with nothing lost.

    ``name`` is what errors call it.

    Raises:
        QueryError: If it is no TriG.
        UsageError: If the form is unknown or ``output`` cannot be written.
    """
    import pyoxigraph as ox

    from sociogram.write.rdf.syntaxes import FORMATS, serialize

    if form not in FORMATS:
        raise UsageError(f"unknown RDF format '{form}'; the formats are {', '.join(FORMATS)}")
    try:
        serialize(ox.parse(trig, format=ox.RdfFormat.TRIG), form, output)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{name}: cannot be read as TriG ({error}); build it again") from error


def _find(writers: dict[str, Writer], name: str) -> Writer:
    if name not in writers:
        raise UsageError(f"unknown format '{name}'; the formats are {', '.join(sorted(writers))}")
    return writers[name]
