"""Rows as we write them are rows as Oxigraph writes them."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.serve.workers.rows import write_boolean, write_rows

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12) | st.sampled_from(
    ['"', "a,b", "a\tb", "\r\n", "<&>'\"", "\\", "=1+1", "é\u2028"]
)
NODES = st.sampled_from(
    ["urn:a", "http://example.org/é?x=<".rstrip("<"), "https://sociogram.org/actor/a%3Cb"]
)
TERMS = st.one_of(
    NODES.map(ox.NamedNode),
    TEXTS.map(ox.Literal),
    st.tuples(TEXTS, st.sampled_from(["en", "de-AT"])).map(
        lambda pair: ox.Literal(pair[0], language=pair[1])
    ),
    st.tuples(TEXTS, NODES).map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(pair[1]))),
    st.integers(-9, 9).map(ox.Literal),
    st.just(ox.BlankNode("b1")),
)
ROWS = st.lists(st.tuples(TERMS | st.none(), TERMS), max_size=6)


def written(
    names: list[str], rows: list[tuple[object, ...]], form: str, most: int | None = None
) -> tuple[str, bool]:
    pieces = list(write_rows(names, iter(rows), form, most))  # type: ignore[arg-type]
    return "".join(piece for piece, _ in pieces), pieces[-1][1]


@pytest.mark.parametrize("form", ["json", "tsv"])
@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_what_is_written_is_read_back_by_oxigraph_as_it_was(
    form: str, rows: list[tuple[object, ...]]
) -> None:
    text, _ = written(["a", "b"], rows, form)
    read = ox.parse_query_results(text.encode(), format=FORMS[form])
    assert [tuple(solution) for solution in read] == rows  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["json", "csv"])
@settings(max_examples=100, deadline=None)
@given(rows=ROWS)
def test_the_bytes_are_those_of_oxigraphs_own_serializer(form: str, rows: list[tuple[object, ...]]) -> None:
    json_text, _ = written(["a", "b"], rows, "json")
    solutions = ox.parse_query_results(json_text.encode(), format=ox.QueryResultsFormat.JSON)
    own = solutions.serialize(format=FORMS[form])  # type: ignore[union-attr]
    assert own is not None
    assert written(["a", "b"], rows, form)[0] == own.decode()


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_cut_after_so_many_and_only_then(form: str) -> None:
    rows: list[tuple[object, ...]] = [(ox.Literal(number),) for number in range(4)]
    assert written(["a"], rows, form, most=4)[1] is False
    cut, was_cut = written(["a"], rows, form, most=3)
    assert was_cut
    assert cut == written(["a"], rows[:3], form)[0]


@given(TEXTS, NODES, st.sampled_from(["en", "de-at"]))
def test_a_reader_of_xml_finds_the_terms_as_they_were(text: str, iri: str, language: str) -> None:
    """Oxigraph's own reader drops white space at the ends of literals, so Python's is asked."""
    terms = (ox.NamedNode(iri), ox.Literal(text), ox.Literal(text, language=language), ox.BlankNode("b"))
    document = ET.fromstring(written(["a", "b", "c", "d"], [terms], "xml")[0])  # noqa: S314 - our own
    result = [binding[0] for binding in document[1][0]]
    names = [element.tag.rpartition("}")[2] for element in result]
    assert names == ["uri", "literal", "literal", "bnode"]
    expected = NOT_XML.sub("\ufffd", text)
    assert [element.text or "" for element in result] == [iri, expected, expected, "b"]
    assert result[2].get("{http://www.w3.org/XML/1998/namespace}lang") == language


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    text, _ = written(["a"], [(ox.Literal("a\x01b\x0bc"),)], "xml")
    assert "a\ufffdb\ufffdc" in text


@pytest.mark.parametrize("form", FORMS)
def test_yes_and_no_are_written_as_oxigraph_writes_them(form: str) -> None:
    own = ox.Store().query("ASK {}").serialize(format=FORMS[form])  # type: ignore[call-arg, union-attr]
    assert write_boolean(True, form).encode() == own
