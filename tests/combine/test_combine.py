"""Graphs united and intersected: nothing lost, nothing confused, in any order."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.check.promises import check_graph
from sociogram.combine import intersect_graphs, unite_graphs
from sociogram.graph.assemble import make_graph
from sociogram.graph.claims import claim_id
from sociogram.graph.values import Graph
from sociogram.model import Judgement, Polarity
from support.made_graphs import graphs, with_digest
from support.made_readings import Paper, Resources


def graph_of(*papers: Paper, digests: tuple[str, ...] = (), judgements: tuple[Judgement, ...] = ()) -> Graph:
    readings = [paper.reading() for paper in papers]
    for number, digest in enumerate(digests):
        readings[number] = with_digest(readings[number], digest)
    return make_graph(readings, (), Resources(), judgements)


def paper_of(
    name: str, subject: str, target: str, *, kind: str = "Company", relation: str = "funded", quote: str = ""
) -> Paper:
    paper = Paper(name, published="2024-05-01")
    paper.says(paper.chain(subject), relation, paper.chain(target, kind), quote=quote)
    return paper


def statements(graph: Graph) -> set[tuple[str, str, str]]:
    return {(tie.subject, tie.relation, str(tie.object)) for tie in graph.ties}


def test_the_union_has_the_claims_of_both() -> None:
    one, other = graph_of(paper_of("a", "Ann Varga", "Orion")), graph_of(paper_of("b", "Bela Nemes", "Orion"))
    union = unite_graphs([one, other])
    assert union == graph_of(paper_of("a", "Ann Varga", "Orion"), paper_of("b", "Bela Nemes", "Orion"))


def test_sources_of_a_tie_are_counted_anew() -> None:
    one = graph_of(paper_of("a", "Ann Varga", "Orion", quote="One."))
    other = graph_of(paper_of("b", "Ann Varga", "Orion", quote="Another."))
    (tie,) = unite_graphs([one, other]).ties
    assert (tie.affirmed, tie.sources) == (2, 2)


def test_copies_are_one_source_in_the_union_too() -> None:
    one = graph_of(paper_of("a", "Ann Varga", "Orion", quote="One."), digests=("words",))
    other = graph_of(paper_of("b", "Ann Varga", "Orion", quote="Another."), digests=("words",))
    (tie,) = unite_graphs([one, other]).ties
    assert tie.sources == 1


def test_documents_of_one_id_and_other_words_stay_two_with_their_own_claims() -> None:
    one = graph_of(paper_of("a", "Ann Varga", "Orion"), digests=("x",))
    other = graph_of(paper_of("a", "Bela Nemes", "Orion"), digests=("y",))
    union = unite_graphs([one, other])
    assert len({document.id for document in union.documents}) == 2
    assert all(document.id.startswith("a-") for document in union.documents)
    assert len({claim.id for claim in union.claims}) == 2
    digests = {document.id: document.digest for document in union.documents}
    said = {claim.subject: digests[claim.evidence.document] for claim in union.claims}
    assert said == {"ann-varga": "x", "bela-nemes": "y"}
    assert check_graph(union) == []


def test_mentions_follow_their_document_to_its_new_id() -> None:
    one = graph_of(paper_of("a", "Ann Varga", "Orion"), digests=("x",))
    other = graph_of(paper_of("a", "Ann Varga", "Orion"), digests=("y",))
    union = unite_graphs([one, other])
    ann = union.actors_by_id["ann-varga"]
    assert {mention.document for mention in ann.mentions} == {document.id for document in union.documents}


def test_an_id_that_a_suffix_would_make_is_not_given_twice() -> None:
    first = graph_of(paper_of("a", "Ann Varga", "Orion"), digests=("x",))
    other = graph_of(paper_of("a", "Ann Varga", "Orion"), digests=("y",))
    made = [document.id for document in unite_graphs([first, other]).documents]
    squatter = graph_of(*(paper_of(name, "Carla Diaz", "Orion") for name in made))
    union = unite_graphs([first, other, squatter])
    assert len({document.id for document in union.documents}) == 4
    assert check_graph(union, shapes=False) == []


def ids_of(graph: Graph) -> list[str]:
    return [
        claim_id(claim.evidence, claim.relation, claim.lemma, claim.polarity, claim.modality)
        for claim in graph.claims
    ]


def test_a_claims_id_is_the_one_that_a_build_would_give_it() -> None:
    graph = graph_of(
        paper_of("a", "Ann Varga", "Orion"), paper_of("b", "Bela Nemes", "Orion", relation="met")
    )
    assert [
        claim_id(claim.evidence, claim.relation, claim.lemma, claim.polarity, claim.modality)
        for claim in graph.claims
    ] == [claim.id for claim in graph.claims]


@pytest.mark.model
def test_a_claims_id_is_the_one_that_a_build_of_real_documents_gives_it() -> None:
    import sociogram

    graph = sociogram.build(["data/documents"])
    assert [
        claim_id(claim.evidence, claim.relation, claim.lemma, claim.polarity, claim.modality)
        for claim in graph.claims
    ] == [claim.id for claim in graph.claims]
    assert unite_graphs([graph, graph]) == graph
    assert intersect_graphs([graph, graph]) == graph


def test_an_actor_has_the_narrowest_kind_that_a_graph_gives_it() -> None:
    union = unite_graphs([
        graph_of(paper_of("a", "Ann Varga", "Orion", kind="Organization")),
        graph_of(paper_of("b", "Bela Nemes", "Orion", kind="Company")),
    ])  # fmt: skip
    assert union.actors_by_id["orion"].kind == "Company"


def test_actors_of_kinds_that_exclude_one_another_are_several() -> None:
    person = paper_of("b", "Bela Nemes", "Orion", kind="Person", relation="met")
    union = unite_graphs([graph_of(paper_of("a", "Ann Varga", "Orion")), graph_of(person)])
    assert {actor.id: actor.kind for actor in union.actors if actor.name == "Orion"} == {
        "orion": "Company",
        "orion-person": "Person",
    }
    assert ("bela-nemes", "met", "orion-person") in statements(union)
    assert check_graph(union) == []


def silent_paper(name: str, first: str, other: str, *, said: bool = False) -> Paper:
    """A document with one sentence about two, of which a claim is made or none."""
    paper = Paper(name)
    ends = paper.chain(first), paper.chain(other)
    start = paper.sentence(*ends, text="They were seen.")
    if said:
        paper.says(ends[0], "met", ends[1], quote="They were seen.", start=start)
    return paper


def covered(graph: Graph) -> list[tuple[int, int] | None]:
    found = [document.coverage for document in graph.documents]
    return [each and (each.sentences, each.read) for each in found]


@pytest.mark.parametrize("combine", [unite_graphs, intersect_graphs])
def test_what_one_graph_has_read_of_a_document_is_not_unread(combine: Callable[..., Graph]) -> None:
    paper = silent_paper("a", "Ann Varga", "Bela Nemes", said=True)
    read = graph_of(paper, digests=("x",))
    wrong = Judgement(verdict="wrong", left=read.claims[0].id, right="")
    silent = graph_of(paper, digests=("x",), judgements=(wrong,))
    for order in ([silent, read], [read, silent]):
        combined = combine(order)
        assert (combined.unread, covered(combined)) == ((), [(1, 1)])
        assert check_graph(combined, shapes=False) == []
    assert covered(silent) == [(1, 0)]
    assert combine([silent, silent]).unread == silent.unread


def test_unread_sentences_follow_their_document_to_its_new_id_and_all_documents_keep_theirs() -> None:
    one = graph_of(silent_paper("a", "Ann Varga", "Bela Nemes"), digests=("x",))
    other = graph_of(
        silent_paper("a", "Ann Varga", "Carla Diaz"),
        silent_paper("b", "Dora Pal", "Orion"),
        digests=("y", "z"),
    )
    union = unite_graphs([one, other])
    assert [each.document for each in union.unread] == [document.id for document in union.documents]
    assert covered(union) == [(1, 0)] * 3
    assert check_graph(union, shapes=False) == []


def test_names_of_both_graphs_are_kept() -> None:
    renamed = Judgement(verdict="rename", left="ann-varga", right="Anna Varga")
    one = graph_of(paper_of("a", "Ann Varga", "Orion"), judgements=(renamed,))
    union = unite_graphs([one, graph_of(paper_of("b", "Ann Varga", "Orion"))])
    ann = union.actors_by_id["ann-varga"]
    assert {ann.name, *ann.aliases} == {"Ann Varga", "Anna Varga"}


def test_the_intersection_has_the_ties_of_all_graphs_with_the_claims_of_all() -> None:
    common = {"quote": "One said so."}
    one = graph_of(paper_of("a", "Ann Varga", "Orion", **common), paper_of("c", "Ann Varga", "Delta"))
    other = graph_of(paper_of("b", "Ann Varga", "Orion"), paper_of("d", "Bela Nemes", "Delta"))
    both = intersect_graphs([one, other])
    assert statements(both) == {("ann-varga", "funded", "orion")}
    assert sorted(claim.evidence.document for claim in both.claims) == ["a", "b"]
    assert [document.id for document in both.documents] == ["a", "b", "c", "d"]
    assert {actor.id for actor in both.actors} == {"ann-varga", "orion", "delta"}
    assert check_graph(both) == []


def test_a_tie_is_common_even_if_one_graph_denies_what_the_other_affirms() -> None:
    denial = Paper("b")
    denial.says(
        denial.chain("Ann Varga"), "funded", denial.chain("Orion", "Company"), polarity=Polarity.DENIED
    )
    (tie,) = intersect_graphs([graph_of(paper_of("a", "Ann Varga", "Orion")), graph_of(denial)]).ties
    assert (tie.affirmed, tie.denied) == (1, 1)


def test_fallback_ties_are_common_only_with_the_same_verb() -> None:
    papers = []
    for name, lemma in (("a", "surround"), ("b", "surround"), ("c", "ponder")):
        paper = Paper(name)
        paper.says(
            paper.chain("Ann Varga"), "relatedTo", paper.chain("Bela Nemes"), lemma=lemma, rule="relatedTo@1"
        )
        papers.append(graph_of(paper))
    assert len(intersect_graphs(papers[:2]).ties) == 1
    assert intersect_graphs(papers[1:]).ties == ()


def test_of_no_graphs_there_is_an_empty_one() -> None:
    for combine in (unite_graphs, intersect_graphs):
        assert combine([]).claims == ()


def test_without_digests_documents_are_not_taken_for_copies() -> None:
    graph = graph_of(
        paper_of("a", "Ann Varga", "Orion", quote="One."), paper_of("b", "Ann Varga", "Orion", quote="Two.")
    )
    bare = dataclasses.replace(
        graph, documents=tuple(dataclasses.replace(document, digest="") for document in graph.documents)
    )
    (tie,) = unite_graphs([bare, bare]).ties
    assert tie.sources == 2


# Laws


@given(graphs)
def test_united_with_itself_or_nothing_a_graph_is_what_it_was(graph: Graph) -> None:
    assert unite_graphs([graph]) == graph
    assert unite_graphs([graph, graph]) == graph
    assert unite_graphs([graph, make_graph([], (), Resources())]) == graph


@given(graphs)
def test_intersected_with_itself_a_graph_is_what_it_was(graph: Graph) -> None:
    assert intersect_graphs([graph]) == graph
    assert intersect_graphs([graph, graph]) == graph


@settings(max_examples=60)
@given(st.lists(graphs, min_size=2, max_size=3))
def test_the_order_of_graphs_does_not_matter(several: list[Graph]) -> None:
    for combine in (unite_graphs, intersect_graphs):
        assert len({combine(order) for order in map(tuple, itertools.permutations(several))}) == 1


@settings(max_examples=60)
@given(st.lists(graphs, min_size=2, max_size=3))
def test_what_is_combined_keeps_the_promises_of_a_graph(several: list[Graph]) -> None:
    for combine in (unite_graphs, intersect_graphs):
        assert check_graph(combine(several), shapes=False) == []


@settings(max_examples=60)
@given(st.lists(graphs, min_size=2, max_size=3))
def test_the_union_has_every_tie_and_the_intersection_none_that_a_graph_lacks(several: list[Graph]) -> None:
    union, both = unite_graphs(several), intersect_graphs(several)
    assert statements(both) <= statements(union)
    for graph in several:
        assert statements(both) <= statements(graph)
