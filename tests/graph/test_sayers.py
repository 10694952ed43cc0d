"""Who stands behind a claim whose words name nobody."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sociogram.cli.claim_text import claim_lines
from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.graph.records import iter_records, load_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.case_files import RECORD_FILES
from sociogram.model import RecognisedPage
from sociogram.write.ftm.entities import writer as ftm
from sociogram.write.property_graph.values import NODES
from sociogram.write.text.dossier import writer as dossier
from sociogram.write.text.jsonl import JsonLinesWriter
from support.made_readings import Paper, Resources


def graph_of(*, by: str | None = None, **given: object) -> Graph:
    paper = Paper("a", authors=())
    ann, orion = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    quoted = {"asserters": (paper.chain(by),)} if by else {}
    paper.says(ann, "funded", orion, **quoted)  # type: ignore[arg-type]
    reading = paper.reading()
    document = dataclasses.replace(reading.document, **given)  # type: ignore[arg-type]
    made: Reading = dataclasses.replace(reading, document=document)
    return make_graph([made], (), Resources())


@pytest.mark.parametrize(
    ("given", "sayer"),
    [
        ({"publisher": "The Daily Post"}, {"kind": "outlet", "name": "The Daily Post"}),
        (
            {"publisher": "The Daily Post", "authors": ("Bo Ray",)},
            {"kind": "outlet", "name": "The Daily Post"},
        ),
        ({"authors": ("Bo Ray", "Cy Lee")}, {"kind": "author", "name": "Bo Ray; Cy Lee"}),
        ({}, {"kind": "document", "name": "papers/a.txt"}),
    ],
)
def test_a_claim_without_asserters_has_a_sayer_by_the_credits(given, sayer):
    (record,) = iter_records(graph_of(**given), "claims.jsonl")
    assert (record["asserters"], record["sayer"]) == ([], sayer)


def test_who_is_named_is_the_asserter_and_there_is_no_other_sayer():
    graph = graph_of(by="Bela Nemes", publisher="The Daily Post")
    (record,) = iter_records(graph, "claims.jsonl")
    assert [each["name"] for each in record["asserters"]] == ["Bela Nemes"]
    assert record["sayer"] is None
    assert not graph.query("ASK { ?claim soc:sayer ?name }").boolean
    assert "Daily Post" not in " ".join(claim_lines(graph, graph.claims[0]))


def test_the_sayer_is_in_every_form_that_tells_who_says_so(tmp_path: Path):
    graph = graph_of(publisher="The Daily Post")
    ask = 'ASK { ?claim soc:sayer "The Daily Post" ; soc:sayerKind "outlet" . ?claim rdf:subject ?who }'
    assert graph.query(ask).boolean
    assert not graph.query("ASK { ?claim prov:wasAttributedTo ?agent }").boolean
    words = "The Daily Post (the document's outlet)"
    assert f"says so: {words}" in " ".join(claim_lines(graph, graph.claims[0]))
    for writer in (ftm, dossier):
        writer.write(graph, tmp_path / writer.file_name)
        assert words in (tmp_path / writer.file_name).read_text(encoding="utf-8")
    (claims,) = (table for table in NODES if table.label == "Claim")
    (row,) = claims.rows(graph)
    assert (row.properties["sayer"], row.properties["sayerKind"]) == ("The Daily Post", "outlet")


def test_what_is_less_sure_of_a_document_is_kept_and_told(tmp_path: Path):
    graph = graph_of(
        publisher="Reuters",
        published="2016-03-04",
        from_name=("published", "publisher"),
        recognised=(RecognisedPage(page=2, confidence=0.9), RecognisedPage(page=3, confidence=0.75)),
    )
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(graph, tmp_path / name)
    (record,) = iter_records(load_graph(tmp_path), "documents.jsonl")
    assert record["recognised"] == [{"page": 2, "confidence": 0.9}, {"page": 3, "confidence": 0.75}]
    assert record["from_file_name"] == ["published", "publisher"]
    told = " ".join(claim_lines(graph, graph.claims[0]))
    assert "by text recognition (OCR): page 2 (confidence 0.90), 3 (confidence 0.75)" in told
    assert "by the file's name alone: published, publisher" in told
    assert graph.query(
        'ASK { ?d soc:recognisedPage 2, 3 ; soc:recognitionConfidence 0.75 ; soc:fromFileName "published" }'
    ).boolean
