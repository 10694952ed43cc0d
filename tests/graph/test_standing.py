"""How ties stand: by outlets, copies and speakers; what contradicts what."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given, settings

from sociogram.graph.contradictions import Kind
from sociogram.graph.records import iter_records
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Modality
from sociogram.write.text.wording import tie_standing
from support.made_graphs import graphs
from support.standing_cases import ALLEGED, DENIED, EDITED, INTENDED, WIRE, graph_of, make_sources, paper

REPORTED: dict[str, object] = {"modality": Modality.REPORTED}
BELA_DENIES = {**DENIED, **REPORTED, "says": "Bela Nemes"}
UNWANTED = {**DENIED, "modality": Modality.DEMANDED}


def only(graph: Graph) -> str:
    """The words for the only tie between actors of a graph."""
    (tie,) = (tie for tie in graph.ties if tie.relation != "said")
    return tie_standing(graph, tie)


def codes(graph: Graph) -> dict[str, str]:
    return {tie.relation: graph.standings[tie.id].code for tie in graph.ties}


@pytest.mark.parametrize(
    ("papers", "words"),
    [
        ([paper("a", ("funded", {}), outlet="Post")], "stated by 1 outlet"),
        ([paper("a", ("funded", {}), outlet="Post"), paper("b", ("funded", {}), outlet="post ")], "stated by 1 outlet"),
        ([paper("a", ("funded", {}), outlet="Post"), paper("b", ("funded", {}), outlet="Echo")], "stated by 2 outlets"),
        # Without a publisher the author stands behind it, else the document itself.
        ([paper("a", ("funded", {}), by="Cy Lee"), paper("b", ("funded", {}), by="Cy Lee")], "stated by 1 outlet"),
        ([paper("a", ("funded", {})), paper("b", ("funded", {}))], "stated by 2 outlets"),
        ([paper("a", ("funded", ALLEGED), outlet="Post")], "only alleged, by 1 outlet"),
        ([paper("a", ("funded", INTENDED), outlet="Post")], "only intended"),
        # Told apart in words: the sentence's own words, and somebody who says so.
        ([paper("a", ("funded", DENIED), outlet="Post")], "negated in the words of 1 outlet"),
        ([paper("a", ("funded", BELA_DENIES), outlet="Post")], "denied by Bela Nemes"),
        (
            [paper("a", ("funded", {**DENIED, **REPORTED, "says": "Cy Lee"}), by="Cy Lee")],
            "negated in the words of 1 outlet",
        ),
        (
            [paper("a", ("funded", {}), outlet="Post"), paper("b", ("funded", BELA_DENIES), outlet="Echo")],
            "disputed: stated by 1 outlet; denied by Bela Nemes",
        ),
        (
            [paper("a", ("funded", ALLEGED), outlet="Post"), paper("b", ("funded", DENIED), outlet="Echo")],
            "disputed: only alleged, by 1 outlet; negated in the words of 1 outlet",
        ),
        # What is only wanted is not the contrary of what was.
        (
            [paper("a", ("funded", {}), outlet="Post"), paper("b", ("funded", UNWANTED), outlet="Echo")],
            "stated by 1 outlet; negated in the words of 1 outlet",
        ),
    ],
)  # fmt: skip
def test_a_tie_stands_by_who_says_so(papers, words):
    assert only(graph_of(*papers)) == words


def test_a_copy_counts_once_and_says_what_it_copies():
    graph = make_sources()
    tie = next(tie for tie in graph.ties if tie.relation == "supports")
    standing = graph.standings[tie.id]
    assert (standing.stated, standing.outlets, tie.sources) == (2, 3, 3)
    records = {record["evidence"]["quote"]: record for record in iter_records(graph, "claims.jsonl")}
    assert records[EDITED]["copy_of"] == records[WIRE]["id"]
    assert records[WIRE]["copy_of"] is None


def test_the_first_by_its_day_is_what_others_copy():
    later = graph_of(
        paper("a", ("supports", {"quote": WIRE}), outlet="Alpha", day="2024-05-01"),
        paper("b", ("supports", {"quote": EDITED}), outlet="Beta", day="2024-01-01"),
        paper("0", ("supports", {"quote": WIRE}), outlet="Undated"),
    )
    (tie,) = later.ties
    first = next(claim for claim in later.claims if claim.evidence.document == "b")
    assert {original for _, original in later.standings[tie.id].copies} == {first.id}
    assert later.standings[tie.id].outlets == 1


def test_a_sentence_of_another_number_is_another_source():
    graph = graph_of(
        paper("a", ("supports", {"quote": WIRE + " It costs 20 euros."}), outlet="Alpha"),
        paper("b", ("supports", {"quote": WIRE + " It costs 30 euros."}), outlet="Beta"),
    )
    assert only(graph) == "stated by 2 outlets"


def test_an_outlet_with_a_copy_and_words_of_its_own_counts_too():
    graph = graph_of(
        paper("a", ("supports", {"quote": WIRE}), outlet="Alpha", day="2024-01-01"),
        paper("b", ("supports", {"quote": EDITED}), outlet="Beta", day="2024-01-02"),
        paper("c", ("supports", {"quote": "Varga is for Orion Rail."}), outlet="Beta", day="2024-01-03"),
    )
    assert only(graph) == "stated by 2 outlets"


def test_the_order_of_documents_means_nothing():
    papers = [
        paper("a", ("supports", {"quote": WIRE}), outlet="Alpha"),
        paper("b", ("supports", {"quote": EDITED}), ("opposes", {}), outlet="Beta"),
        paper("c", ("supports", DENIED), outlet="Gamma"),
    ]
    told = {
        json.dumps(list(iter_records(graph_of(*each), "ties.jsonl")))
        for each in itertools.permutations(papers)
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("supports", {}), ("opposes", {}), Kind.OPPOSED),
        (("endorses", {}), ("rejects", {}), Kind.OPPOSED),
        (("praises", {}), ("criticises", {}), Kind.OPPOSED),
        (("endorses", {}), ("supports", DENIED), Kind.DENIED),
        # Who supports has not yet endorsed; what is only hoped contradicts nothing.
        (("endorses", DENIED), ("supports", {}), None),
        (("supports", {}), ("opposes", {"modality": Modality.HYPOTHETICAL}), None),
        (("supports", {}), ("opposes", DENIED), None),
        (("supports", {}), ("criticises", {}), None),
        (("supports", {}), ("opposes", {"to": "Carla Diaz", "kind": "Person"}), None),
    ],
)
def test_relations_that_do_not_go_together_contradict_each_other(first, second, kind):
    graph = graph_of(paper("a", first, outlet="Post"), paper("b", second, outlet="Echo"))
    assert [each.kind for each in graph.contradictions] == ([kind] if kind else [])


def test_who_denies_the_allegations_contradicts_what_accuses_him_there():
    denial = ("rejects", {"words": "the allegations", "lemma": "deny"})
    accused = ("funded", ALLEGED)
    graph = graph_of(paper("a", accused, denial, outlet="Post"))
    (found,) = graph.contradictions
    assert found.kind is Kind.ANSWERED
    assert not graph_of(paper("a", accused, outlet="Post"), paper("b", denial, outlet="Post")).contradictions
    other = ("rejects", {"words": "the new timetable", "lemma": "deny"})
    assert not graph_of(paper("a", accused, other, outlet="Post")).contradictions


def test_one_speaker_who_says_both_has_changed_the_story():
    said = {**REPORTED, "says": "Bela Nemes"}
    graph = graph_of(
        paper("a", ("funded", said), outlet="Post", day="2024-01-01"),
        paper("b", ("funded", {**said, **DENIED}), outlet="Echo", day="2024-02-01"),
    )
    (tie,) = graph.ties
    assert graph.standings[tie.id].changed_by == ("bela-nemes",)
    answer = graph.query("SELECT ?who WHERE { ?tie soc:changedBy ?who }")
    assert [row[0].value.rsplit("/", 1)[-1] for row in answer.rows] == ["bela-nemes"]


@pytest.mark.parametrize(("day", "changed"), [("2024-03-01", ("ann-varga",)), ("2024-01-01", ())])
def test_who_supports_and_on_another_day_opposes_has_changed_the_story(day, changed):
    graph = graph_of(
        paper("a", ("supports", {}), outlet="Post", day="2024-01-01"),
        paper("b", ("opposes", {}), outlet="Echo", day=day),
    )
    assert [each.changed_by for each in graph.contradictions] == [changed]


def test_a_plan_that_is_broken_is_another_story_and_no_dispute_of_two():
    said = {"says": "Bela Nemes"}
    graph = graph_of(
        paper("a", ("funded", {**said, **INTENDED}), outlet="Post"),
        paper("b", ("funded", {**said, **INTENDED, **DENIED}), outlet="Echo"),
    )
    assert only(graph) == "disputed: only intended; negated in the words of 1 outlet"


def test_what_is_disputed_can_be_asked():
    graph = make_sources()
    answer = graph.query("SELECT ?p WHERE { ?tie soc:standing 'disputed' ; rdf:predicate ?p }")
    assert [row[0].value.rsplit("#", 1)[-1] for row in answer.rows] == ["supports"]
    both = graph.query(
        "SELECT ?p WHERE { ?tie soc:contradictedBy/soc:contradictedBy ?tie ; rdf:predicate ?p }"
    )
    assert sorted(row[0].value.rsplit("#", 1)[-1] for row in both.rows) == ["opposes", "supports"]


def test_records_tell_how_ties_stand_and_older_fields_stay():
    record = next(
        each for each in iter_records(make_sources(), "ties.jsonl") if each["relation"] == "supports"
    )
    assert (record["status"], record["affirmed"], record["denied"]) == ("disputed", 3, 1)
    assert {key: record[key] for key in ("standing", "stated_by", "denied_by", "outlets", "standing_words")} == {
        "standing": "disputed", "stated_by": 2, "denied_by": ["bela-nemes"], "outlets": 3,
        "standing_words": "disputed: stated by 2 outlets; denied by Bela Nemes",
    }  # fmt: skip
    assert [(each["kind"], each["changed_by"]) for each in record["contradicted_by"]] == [("opposed", [])]


def test_contradicting_relations_are_known_from_either_side():
    ontology = load_ontology()
    for relation in ontology.relations:
        for other in ontology.opposed(relation):
            assert relation in ontology.opposed(other), (relation, other)
        assert relation not in ontology.opposed(relation)
    assert {"opposes", "rejects", "protestsAgainst"} <= ontology.opposed("endorses")


@settings(max_examples=50, deadline=None)
@given(graphs)
def test_counts_are_within_their_bounds(graph: Graph) -> None:
    for tie in graph.ties:
        standing = graph.standings[tie.id]
        assert 1 <= standing.outlets <= len({claim.evidence.document for claim in graph.claims_of(tie)})
        assert max(standing.stated, standing.alleged, standing.negated) <= standing.outlets
        assert (standing.code == "disputed") == (tie.affirmed > 0 and tie.denied > 0)
        assert tie_standing(graph, tie)
    known = {tie.id for tie in graph.ties}
    for each in graph.contradictions:
        assert set(each.ties) <= known
        assert each.ties[0] < each.ties[1]
        assert each.left
        assert each.right
