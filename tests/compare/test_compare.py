"""Two graphs compared: what came, went or changed, and that a comparison is fair to both sides."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings

from sociogram.compare import ActorChange, Change, Difference, compare_graphs, only_about, only_kinds
from sociogram.compare.grouping import tell_actors, tell_ties
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Amount, Judgement, LiteralObject, Modality, Polarity, TimeExpression
from support.made_graphs import cases, graphs, readings_of, with_digest
from support.made_readings import Paper, Resources

Say = Callable[[Paper, int, int], None]


def graph_of(*papers: Paper, judgements: Sequence[Judgement] = ()) -> Graph:
    return make_graph([paper.reading() for paper in papers], (), Resources(), judgements)


def one_paper(name: str = "a", *, before: str = "", digest: str | None = None, **said: object) -> Paper:
    """Ann Varga funded Orion Rail, after a sentence ``before`` that shifts everything behind it."""
    paper = Paper(name)
    if before:
        paper.chain(before, "Thing", form="nominal")
    subject, target = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    quote = str(said.pop("quote", "Varga funded Orion."))
    paper.says(subject, "funded", target, quote=quote, **said)  # type: ignore[arg-type]
    if digest is not None:
        altered(paper, digest)
    return paper


def altered(paper: Paper, digest: str) -> None:
    """Give the paper's words another digest than its name."""
    made = paper.reading
    paper.reading = lambda: with_digest(made(), digest)  # type: ignore[method-assign]


def compare(before: Paper, after: Paper) -> Difference:
    return compare_graphs(graph_of(before), graph_of(after))


def kinds(changes: Sequence[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in changes if not change.minor]


def signs(difference: Difference) -> list[str]:
    return [fact.sign for fact in difference.facts]


# Claims


def test_a_sentence_more_at_the_top_changes_no_claim_but_its_place() -> None:
    difference = compare(one_paper(), one_paper(before="a long preface", digest="b"))
    (claim,) = difference.claims
    assert claim.minor
    assert claim.before is not None
    assert claim.after is not None
    assert claim.before.id != claim.after.id
    assert set(claim.fields) == {"id", "worth", "evidence.start"}


def test_a_tie_whose_claims_only_moved_is_a_minor_change() -> None:
    difference = compare(one_paper(), one_paper(before="a long preface", digest="b"))
    assert [tie.minor for tie in difference.ties] == [True]
    assert signs(difference) == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"polarity": Polarity.DENIED}, "polarity"),
        ({"modality": Modality.ALLEGED}, "modality"),
        ({"confidence": 0.4}, "confidence"),
        ({"amount": Amount(value=5, currency="EUR", qualifier=None, text="5 euros")}, "amount"),
        ({"time": TimeExpression(start="2024", end=None, text="2024")}, "time"),
        ({"quote": "Ann Varga funded Orion."}, "evidence.quote"),
        ({"rule": "fund.active@2"}, "evidence.rule"),
    ],
)
def test_what_is_read_otherwise_in_the_same_place_is_one_changed_claim(
    said: dict[str, object], field: str
) -> None:
    (claim,) = compare(one_paper(), one_paper(**said)).claims
    assert claim.kind == "changed"
    assert not claim.minor
    assert field in claim.fields


def test_the_same_statement_in_a_corrected_sentence_is_a_changed_claim() -> None:
    after = one_paper(quote="Varga did not fund Orion.", polarity=Polarity.DENIED, digest="b")
    (claim,) = compare(one_paper(), after).claims
    assert {"polarity", "evidence.quote"} <= set(claim.fields)


def test_another_relation_of_the_same_words_is_a_changed_claim() -> None:
    after = Paper("a")
    after.says(
        after.chain("Ann Varga"),
        "supports",
        after.chain("Orion Rail", "Company"),
        quote="Varga funded Orion.",
    )
    (claim,) = compare(one_paper(), after).claims
    assert "relation.id" in claim.fields


def test_the_same_words_with_another_object_are_a_changed_claim() -> None:
    before, after = Paper("a"), Paper("a")
    for paper, end in ((before, "first"), (after, "second")):
        ends = {name: paper.chain(name.title() + " Rail", "Company") for name in ("first", "second")}
        paper.says(paper.chain("Ann Varga"), "funded", ends[end], quote="Varga funded them.")
    (claim,) = compare(before, after).claims
    assert (claim.kind, "object" in claim.fields, claim.minor) == ("changed", True, False)


def test_claims_of_different_documents_are_never_one() -> None:
    difference = compare(one_paper("a"), one_paper("b", digest="other"))
    assert sorted(kind for kind, _ in kinds(difference.claims)) == ["came", "went"]


# Documents


def test_a_document_under_another_id_is_the_same_by_its_words() -> None:
    difference = compare(one_paper("a", digest="w"), one_paper("b", digest="w"))
    assert [(change.kind, change.fields[0]) for change in difference.documents] == [("changed", "id")]
    assert all(change.minor for change in difference.claims)


def test_in_a_mailbox_without_its_first_message_the_others_are_what_they_were() -> None:
    mails = [one_paper(f"box.{number}", digest=words) for number, words in ((1, "x"), (2, "y"), (3, "z"))]
    left = [one_paper("box.1", digest="y"), one_paper("box.2", digest="z")]
    difference = compare_graphs(graph_of(*mails), graph_of(*left))
    assert {
        (change.before.id if change.before else None, change.after.id if change.after else None)
        for change in difference.documents
    } == {("box.1", None), ("box.2", "box.1"), ("box.3", "box.2")}


def test_other_words_of_a_document_are_a_change_of_its_text() -> None:
    (document,) = compare(one_paper(digest="v"), one_paper(digest="w")).documents
    assert "text" in document.fields
    assert not document.minor


def test_another_folder_is_a_minor_change_of_a_document() -> None:
    before = graph_of(one_paper())
    moved = dataclasses.replace(before.documents[0], source="elsewhere/a.txt")
    (document,) = compare_graphs(before, dataclasses.replace(before, documents=(moved,))).documents
    assert (document.fields, document.minor) == (("source",), True)


# Actors


def two_names(*judgements: Judgement) -> Graph:
    paper = Paper("a")
    ann, company = paper.chain("Ann Varga", count=3), paper.chain("Orion Rail", "Company")
    other = paper.chain("Zsuzsa Kis", count=2)
    paper.says(ann, "funded", company, quote="Varga funded Orion.")
    paper.says(other, "funded", company, quote="Kis funded Orion.")
    return graph_of(paper, judgements=judgements)


SAME = Judgement(verdict="same", left="ann-varga", right="zsuzsa-kis")


def by_id(changes: Sequence[ActorChange]) -> dict[str, ActorChange]:
    return {change.id: change for change in changes}


def test_an_actor_whose_mentions_are_anothers_now_was_merged_into_it() -> None:
    changes = by_id(compare_graphs(two_names(), two_names(SAME)).actors)
    gone = next(change for change in changes.values() if change.kind == "went")
    kept = next(change for change in changes.values() if change.kind == "changed")
    assert gone.into == kept.id
    assert [actor for actor, _ in kept.taken] == [gone.id]


def test_an_actor_with_anothers_former_mentions_was_parted_from_it() -> None:
    changes = by_id(compare_graphs(two_names(SAME), two_names()).actors)
    new = next(change for change in changes.values() if change.kind == "came")
    kept = next(change for change in changes.values() if change.kind == "changed")
    assert new.parted_from == kept.id
    assert [actor for actor, _ in kept.given] == [new.id]


def test_ties_of_merged_ends_are_taken_over_and_no_fact_is_lost() -> None:
    difference = compare_graphs(two_names(), two_names(SAME))
    gone = next(tie for tie in difference.ties if tie.kind == "went")
    kept = next(tie for tie in difference.ties if tie.kind == "changed")
    assert gone.into == kept.id
    assert signs(difference) == []
    assert all(change.minor for change in difference.claims)


def test_another_name_is_a_rename() -> None:
    renamed = two_names(Judgement(verdict="rename", left="ann-varga", right="Anna Varga"))
    (actor,) = [change for change in compare_graphs(two_names(), renamed).actors if not change.minor]
    assert actor.renamed
    assert {"name", "aliases"} <= set(actor.fields)


def test_another_id_with_the_same_mentions_is_a_rename_that_its_ties_and_claims_follow() -> None:
    before = two_names()
    difference = compare_graphs(before, with_new_id(before, "ann-varga", "a-varga"))
    (actor,) = difference.actors
    assert (actor.kind, actor.fields, actor.renamed) == ("changed", ("id",), True)
    assert all(change.minor for change in (*difference.ties, *difference.claims))
    assert signs(difference) == []


def with_new_id(graph: Graph, old: str, new: str) -> Graph:
    def put(each: str) -> str:
        return new if each == old else each

    from sociogram.graph.ties import make_ties

    actors = [dataclasses.replace(actor, id=put(actor.id)) for actor in graph.actors]
    claims = tuple(
        dataclasses.replace(
            claim,
            subject=put(claim.subject),
            object=claim.object if isinstance(claim.object, LiteralObject) else put(claim.object),
        )
        for claim in graph.claims
    )
    return dataclasses.replace(
        graph,
        actors=tuple(sorted(actors, key=lambda actor: actor.id)),
        claims=claims,
        ties=make_ties(claims, graph.documents),
    )


def test_another_kind_is_a_change_of_the_actor() -> None:
    before = graph_of(one_paper())
    actors = tuple(
        dataclasses.replace(actor, kind="Organization") if actor.id == "orion-rail" else actor
        for actor in before.actors
    )
    (actor,) = compare_graphs(before, dataclasses.replace(before, actors=actors)).actors
    assert (actor.fields, actor.minor) == (("kind",), False)


def test_an_actor_that_is_only_mentioned_elsewhere_too_is_a_minor_change() -> None:
    more = Paper("b")
    more.chain("Ann Varga")
    difference = compare_graphs(graph_of(one_paper()), graph_of(one_paper(), more))
    assert [(change.id, change.minor) for change in difference.actors] == [("ann-varga", True)]


def test_in_altered_words_mentions_are_followed_by_their_own_words() -> None:
    before = with_new_id(graph_of(one_paper()), "ann-varga", "a-varga")
    after = graph_of(one_paper(before="a long preface", digest="b"))
    changes = [change for change in compare_graphs(before, after).actors if not change.minor]
    assert [(change.kind, change.renamed) for change in changes] == [("changed", True)]


# Facts


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"modality": Modality.ALLEGED}, {}, ["gained"]),
        ({}, {"modality": Modality.POSSIBLE}, ["lost"]),
        ({}, {"polarity": Polarity.DENIED}, ["lost", "denied"]),
        ({"polarity": Polarity.DENIED}, {}, ["gained"]),
        ({}, {"confidence": 0.3}, []),
    ],
)
def test_a_tie_becomes_a_fact_or_is_one_no_longer(
    before: dict[str, object], after: dict[str, object], expected: list[str]
) -> None:
    assert signs(compare(one_paper(**before), one_paper(**after))) == expected


def test_a_denial_beside_a_claim_makes_a_tie_disputed() -> None:
    denial = one_paper("b", polarity=Polarity.DENIED, quote="Varga never funded Orion.")
    difference = compare_graphs(graph_of(one_paper()), graph_of(one_paper(), denial))
    assert signs(difference) == ["disputed"]
    (tie,) = difference.ties
    assert {"denied", "sources"} <= set(tie.fields)
    back = compare_graphs(graph_of(one_paper(), denial), graph_of(one_paper()))
    assert signs(back) == ["settled"]


def test_words_alone_are_no_fact() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "opposes", None, literal=("Text", "the plan for a new railway"))
    assert signs(compare_graphs(Graph(), graph_of(paper))) == []


# Parts of a difference, and the order in which it is told


def test_only_some_kinds_of_things_are_kept() -> None:
    difference = compare_graphs(Graph(), graph_of(one_paper()))
    part = only_kinds(difference, ["claim"])
    assert (part.actors, part.ties, part.facts, part.documents) == ((), (), (), ())
    assert part.claims == difference.claims


def test_only_what_concerns_an_actor_is_kept() -> None:
    other = Paper("b")
    other.says(other.chain("Bela Nemes"), "funded", other.chain("Delta Air", "Company"), quote="Nemes did.")
    difference = compare_graphs(Graph(), graph_of(one_paper(), other))
    part = only_about(difference, [], ["bela-nemes"])
    assert [change.id for change in part.actors] == ["bela-nemes"]
    assert [change.id for change in part.documents] == ["b"]
    assert [len(part.ties), len(part.claims), len(part.facts)] == [1, 1, 1]


def test_what_an_altered_document_says_is_told_before_what_came_with_another() -> None:
    before = graph_of(one_paper(modality=Modality.ALLEGED))
    new = Paper("b")
    new.says(new.chain("Aaron Abel"), "funded", new.chain("Delta Air", "Company"), quote="Abel did.")
    stories, rest = tell_ties(compare_graphs(before, graph_of(one_paper(), new)))
    assert [(story.tie.kind, story.with_documents) for story in stories] == [
        ("changed", False),
        ("came", True),
    ]
    assert [len(story.claims) for story in stories] == [1, 1]
    assert rest == []


def test_actors_of_new_documents_are_told_last() -> None:
    told = tell_actors(compare_graphs(two_names(), graph_of(one_paper("z"))))
    assert [change.id for change in told.with_documents] != []
    assert told.identities == ()


def test_a_claim_that_is_behind_another_tie_now_is_told_there_and_pointed_at_from_its_old_one() -> None:
    after = Paper("a")
    after.says(
        after.chain("Ann Varga"),
        "supports",
        after.chain("Orion Rail", "Company"),
        quote="Varga funded Orion.",
    )
    stories, _ = tell_ties(compare(one_paper(), after))
    told = {story.tie.kind: (len(story.claims), len(story.left)) for story in stories}
    assert told == {"came": (1, 0), "went": (0, 1)}


# Laws


@given(graphs)
def test_a_graph_does_not_differ_from_itself(graph: Graph) -> None:
    assert not compare_graphs(graph, graph)


def mirrored(change: Change) -> Change:
    turned: dict[str, object] = {"before": change.after, "after": change.before}
    for one, other in (("into", "parted_from"), ("given", "taken"), ("standing_before", "standing_after")):
        if hasattr(change, one):
            turned |= {one: getattr(change, other), other: getattr(change, one)}
    return dataclasses.replace(change, **turned)


@settings(max_examples=200)
@given(graphs, graphs)
def test_a_difference_is_the_mirror_of_the_opposite_one(before: Graph, after: Graph) -> None:
    there, back = compare_graphs(before, after), compare_graphs(after, before)
    for what in ("document", "actor", "tie", "claim"):
        assert sorted(map(repr, there.changes(what))) == sorted(map(repr, map(mirrored, back.changes(what))))  # type: ignore[arg-type]


@settings(max_examples=200)
@given(graphs, graphs)
def test_what_went_and_came_makes_the_second_graphs_ids_of_the_first_ones(
    before: Graph, after: Graph
) -> None:
    difference = compare_graphs(before, after)
    for what, plural in (
        ("document", "documents"),
        ("actor", "actors"),
        ("tie", "ties"),
        ("claim", "claims"),
    ):
        ids = {value.id for value in getattr(before, plural)}
        changes = difference.changes(what)  # type: ignore[arg-type]
        ids -= {change.before.id for change in changes if change.before is not None}
        ids |= {change.after.id for change in changes if change.after is not None}
        assert ids == {value.id for value in getattr(after, plural)}


@given(cases, cases)
def test_the_order_of_documents_does_not_matter(before: object, after: object) -> None:
    made = [readings_of(case) for case in (before, after)]  # type: ignore[arg-type]
    straight = compare_graphs(*(make_graph(each, (), Resources()) for each in made))
    turned = compare_graphs(*(make_graph(each[::-1], (), Resources()) for each in made))
    assert straight == turned
