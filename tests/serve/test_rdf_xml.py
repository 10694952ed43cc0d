"""RDF/XML never holds what XML forbids, whatever stands in a document."""

from __future__ import annotations

import defusedxml.ElementTree
import pyoxigraph as ox
import pytest

from sociogram.serve.workers.evaluation import Pieces, write_graph
from sociogram.serve.workers.jobs import RefusalError

SUBJECT, PREDICATE = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/says")


def written(*triples: ox.Triple, form: str = "rdfxml") -> bytes:
    gathered = bytearray()
    write_graph(triples, form, Pieces(gathered.extend))
    return bytes(gathered)


@pytest.mark.parametrize("mark", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_replaced(mark: str) -> None:
    answer = written(ox.Triple(SUBJECT, PREDICATE, ox.Literal(f"Ina{mark}Roe")))
    root = defusedxml.ElementTree.fromstring(answer)
    assert [found.text for found in root.iter("{https://example.org/}says")] == ["Ina\ufffdRoe"]


@pytest.mark.parametrize("text", ["tab\tline\n", "\x7f\x85", "Łódź & <Ø> \U0001f600", "\ud7ff\ue000\ufffd"])
def test_all_that_xml_allows_stays(text: str) -> None:
    answer = written(ox.Triple(SUBJECT, PREDICATE, ox.Literal(text)))
    assert [quad.object.value for quad in ox.parse(answer, format=ox.RdfFormat.RDF_XML)] == [text]


def test_language_and_datatype_stay_with_what_is_replaced() -> None:
    kind = ox.NamedNode("https://example.org/kind")
    answer = written(
        ox.Triple(SUBJECT, PREDICATE, ox.Literal("a\x0bb", language="en")),
        ox.Triple(SUBJECT, PREDICATE, ox.Literal("a\x0bb", datatype=kind)),
    )
    assert [quad.object for quad in ox.parse(answer, format=ox.RdfFormat.RDF_XML)] == [
        ox.Literal("a\ufffdb", language="en"),
        ox.Literal("a\ufffdb", datatype=kind),
    ]


def test_a_triple_in_a_triple_is_clean_too() -> None:
    inner = ox.Triple(SUBJECT, PREDICATE, ox.Literal("a\x0bb"))
    assert b"a\xef\xbf\xbdb" in written(ox.Triple(SUBJECT, PREDICATE, inner))


@pytest.mark.parametrize("place", ["{}", "{}a", "a{}"])
def test_every_predicate_is_written_well_or_refused(place: str) -> None:
    """Expat, Oxigraph and the editions of XML 1.0 do not agree on what a name may hold."""
    written_well = 0
    for number in [*range(0x21, 0x3100), *range(0x3100, 0x10FFFF, 1009)]:
        if 0xD800 <= number < 0xE000:
            continue
        try:
            predicate = ox.NamedNode("https://example.org/" + place.format(chr(number)))
        except ValueError:
            continue
        triple = ox.Triple(SUBJECT, predicate, ox.Literal("x"))
        try:
            answer = written(triple)
        except RefusalError:
            continue
        defusedxml.ElementTree.fromstring(answer)
        assert [quad.triple for quad in ox.parse(answer, format=ox.RdfFormat.RDF_XML)] == [triple]
        written_well += 1
    assert written_well > 1000


@pytest.mark.parametrize("name", ["Description", "li", "RDF", "about"])
def test_a_predicate_that_rdf_xml_keeps_for_itself_is_refused(name: str) -> None:
    predicate = ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}")
    with pytest.raises(RefusalError, match="accept text/turtle"):
        written(ox.Triple(SUBJECT, predicate, ox.Literal("x")))


@pytest.mark.parametrize("end", ["", "12", "1-2."])
def test_a_predicate_that_is_no_name_is_refused(end: str) -> None:
    triple = ox.Triple(SUBJECT, ox.NamedNode("https://example.org/" + end), ox.Literal("x"))
    with pytest.raises(RefusalError, match="accept text/turtle"):
        written(triple)
    assert b"x" in written(triple, form="turtle")


def test_other_forms_hold_what_xml_cannot() -> None:
    triple = ox.Triple(SUBJECT, PREDICATE, ox.Literal("a\x0bb"))
    assert [
        q.object.value for q in ox.parse(written(triple, form="ntriples"), format=ox.RdfFormat.N_TRIPLES)
    ] == ["a\x0bb"]
