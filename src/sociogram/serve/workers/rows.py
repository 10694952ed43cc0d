"""Rows of an answer as SPARQL 1.1 Query Results in JSON, XML, CSV and TSV, cut after so many rows.

Oxigraph's own serializers cannot stop after a number of rows, and an answer must say at its head whether
it was cut. A test compares these with Oxigraph's, term by term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec
import pyoxigraph as ox

from sociogram.knowledge.namespaces import XSD
from sociogram.rdf.results_json import json_row
from sociogram.serve.workers.rdf_xml import replace_forbidden

_STRING = XSD + "string"
_RESULTS = "http://www.w3.org/2005/sparql-results#"
_CSV_QUOTED = re.compile('[",\r\n]')
_encode_json = msgspec.json.Encoder().encode
Term = Any
Row = Iterable[Term]


def write_rows(
    variables: Sequence[str], rows: Iterator[Row], form: str, most: int | None
) -> Iterator[tuple[str, bool]]:
    """The answer in pieces, the head first, each with whether rows were left out so far."""
    names = list(variables)
    head, row_of, between, foot = _FORMS[form](names)
    yield head, False
    cut = False
    for number, row in enumerate(rows):
        if most is not None and number >= most:
            cut = True
            break
        yield (between if number else "") + row_of(row), False
    yield foot, cut


def write_boolean(answer: bool, form: str) -> str:
    """Yes or no; CSV and TSV have no form for it in the standard, and Oxigraph's is taken."""
    word = "true" if answer else "false"
    if form == "json":
        return f'{{"head":{{}},"boolean":{word}}}'
    if form == "xml":
        return (
            f'<?xml version="1.0"?><sparql xmlns="{_RESULTS}"><head></head><boolean>{word}</boolean></sparql>'
        )
    return word


Parts = tuple[str, Callable[[Row], str], str, str]


def _json(names: list[str]) -> Parts:
    def row_of(row: Row) -> str:
        return _encode_json(json_row(names, row)).decode()

    head = '{"head":' + _encode_json({"vars": names}).decode() + ',"results":{"bindings":['
    return head, row_of, ",", "]}}"


def _xml(names: list[str]) -> Parts:
    opened = [f"<binding name={quoteattr(name)}>" for name in names]

    def row_of(row: Row) -> str:
        terms = zip(opened, row, strict=True)
        inner = [begin + _xml_term(term) + "</binding>" for begin, term in terms if term is not None]
        return "<result>" + "".join(inner) + "</result>"

    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    head = f'<?xml version="1.0"?><sparql xmlns="{_RESULTS}"><head>{variables}</head><results>'
    return head, row_of, "", "</results></sparql>"


def _xml_text(text: str) -> str:
    return escape(replace_forbidden(text), {"\r": "&#13;"})


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return (
            "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts) + "</triple>"
        )
    more = ""
    if term.language is not None:
        more = f" xml:lang={quoteattr(term.language)}"
        if term.direction is not None:
            more += f' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir="{term.direction.value}"'
    elif term.datatype.value != _STRING:
        more = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{more}>{_xml_text(term.value)}</literal>"


def _csv(names: list[str]) -> Parts:
    def row_of(row: Row) -> str:
        return ",".join(["" if term is None else _csv_term(term) for term in row]) + "\r\n"

    return ",".join(names) + "\r\n", row_of, "", ""


def _csv_term(term: Term) -> str:
    if isinstance(term, ox.BlankNode):
        return "_:" + term.value
    text = str(term) if isinstance(term, ox.Triple) else term.value
    return '"' + text.replace('"', '""') + '"' if _CSV_QUOTED.search(text) else str(text)


def _tsv(names: list[str]) -> Parts:
    def row_of(row: Row) -> str:
        return "\t".join(["" if term is None else _tsv_term(term) for term in row]) + "\n"

    return "\t".join("?" + name for name in names) + "\n", row_of, "", ""


def _tsv_term(term: Term) -> str:
    return str(term).replace("\t", "\\t")


_FORMS: dict[str, Callable[[list[str]], Parts]] = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}
