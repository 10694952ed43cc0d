"""Answers as a table, CSV, JSON (SPARQL Query Results) or Turtle."""

from __future__ import annotations

import io
import json
import shutil
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sociogram.cli.terminal import draw_table, visible
from sociogram.errors import QueryError
from sociogram.knowledge.namespaces import PREFIXES
from sociogram.knowledge.user_tables import format_rows, guard_formula
from sociogram.rdf.results_json import json_row

if TYPE_CHECKING:
    from sociogram.rdf.ask import Answer


def format_answer(answer: Answer, form: str) -> str:
    """``answer`` in ``form``, with a final newline.

    Raises:
        QueryError: If the form cannot hold such an answer.
    """
    if answer.triples is not None:
        return _graph(answer, form)
    if form == "turtle":
        raise QueryError("turtle is for CONSTRUCT and DESCRIBE; take --format table, csv or json")
    if answer.boolean is not None:
        return (
            json.dumps({"head": {}, "boolean": answer.boolean}) + "\n"
            if form == "json"
            else _yes_no(answer.boolean)
        )
    rows = [[plain(term) for term in row] for row in answer.rows]
    if form == "json":
        return _json(answer)
    if form == "csv":
        return _csv([list(answer.variables), *[[guard(cell) for cell in row] for row in rows]])
    return _table(answer.variables, rows)


def plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """A term for people: a literal's value, an IRI of ours with its prefix."""
    if isinstance(term, ox.Literal | ox.BlankNode):
        return term.value
    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return str(term)
    value = term.value
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and len(value) > len(namespace):
            return f"{prefix}:{value[len(namespace) :]}"
    return value


def guard(cell: str) -> str:
    """``cell`` so that no spreadsheet takes it for a formula (OWASP, CSV injection); numbers stay."""
    try:
        float(cell)
    except ValueError:
        return guard_formula(cell)
    return cell


def _yes_no(boolean: bool) -> str:
    return "yes\n" if boolean else "no\n"


def _graph(answer: Answer, form: str) -> str:
    if form != "turtle":
        rows = [[plain(t.subject), plain(t.predicate), plain(t.object)] for t in answer.triples or ()]
        names = ("subject", "predicate", "object")
        if form == "csv":
            return _csv([list(names), *[[guard(cell) for cell in row] for row in rows]])
        if form == "table":
            return _table(names, rows)
        raise QueryError("json is for SELECT and ASK; take --format turtle")
    text = ox.serialize(answer.triples or (), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return text.decode("utf-8") if text is not None else ""


def _csv(rows: list[list[str]]) -> str:
    return format_rows(rows)


def _json(answer: Answer) -> str:
    bindings = [json_row(answer.variables, row) for row in answer.rows]
    document = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _table(names: tuple[str, ...], rows: list[list[str]]) -> str:
    """A table as wide as the terminal; piped, as wide as its cells, so that nothing is cut."""
    import sys

    if not rows:
        return "no answer\n"
    if not names:
        return f"rows without a variable: {len(rows)}\n"
    cells = [[visible(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        return draw_table(names, cells)
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    buffer = io.StringIO()
    table = Table(*names, header_style="bold")
    for row in cells:
        table.add_row(*map(Text, row))
    Console(file=buffer, highlight=False, width=shutil.get_terminal_size().columns).print(table)
    return buffer.getvalue()
