"""A doubtful link is shown as a candidate wherever an actor is shown, and never as an identity."""

from __future__ import annotations

from sociogram.cli.claim_text import actor_lines
from sociogram.combine import _one_actor
from sociogram.graph.records import _actor, actor_record
from sociogram.model import Actor
from sociogram.rdf.quads import _actor as triples

DOUBTFUL = Actor(
    id="mara-quill", name="Mara Quill", kind="Person", candidates=("Mara Quill (senator, Fiji)",)
)
SURE = Actor(id="mara-quill", name="Mara Quill", kind="Person", identifiers=(("wikidata", "Q1"),))


def test_a_record_keeps_candidates_and_reads_records_that_have_none() -> None:
    record = actor_record(DOUBTFUL)
    assert record["candidates"] == ["Mara Quill (senator, Fiji)"]
    assert record["identifiers"] == {}
    assert _actor(record) == DOUBTFUL
    del record["candidates"]
    assert _actor(record).candidates == ()


def test_a_candidate_is_a_text_in_rdf_and_no_match() -> None:
    found = {(triple[1].value, triple[2].value) for triple in triples(DOUBTFUL)}
    assert ("https://sociogram.org/ontology#candidate", "Mara Quill (senator, Fiji)") in found
    assert not any(predicate.endswith("Match") for predicate, _ in found)
    assert any(triple[1].value.endswith("Match") for triple in triples(SURE))


def test_the_command_line_says_perhaps() -> None:
    assert "  perhaps: Mara Quill (senator, Fiji)" in actor_lines(DOUBTFUL)
    assert not any("perhaps" in line for line in actor_lines(SURE))


def test_whom_one_case_identifies_is_no_candidate_in_both() -> None:
    assert _one_actor([DOUBTFUL, SURE]).candidates == ()
    assert _one_actor([DOUBTFUL, SURE]).identifiers == (("wikidata", "Q1"),)
