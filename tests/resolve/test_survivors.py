"""Of actors that a person calls one: whose name stays, which id, and what becomes of the ids that are gone."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Actor, Judgement
from sociogram.resolve import Resolution
from support.made_readings import Paper, Resources, make_lists, person_papers
from support.resolving import resolve_readings

LISTS = make_lists()


def resolve(readings: Iterable[Reading], *lines: tuple[str, str, str]) -> Resolution:
    return resolve_readings(tuple(readings), LISTS, judgements(*lines))


def judgements(*lines: tuple[str, str, str]) -> tuple[Judgement, ...]:
    return tuple(Judgement(verdict=verdict, left=left, right=right) for verdict, left, right in lines)  # type: ignore[arg-type]


def graph(*papers: Paper, lines: tuple[tuple[str, str, str], ...] = ()) -> Graph:
    return make_graph([paper.reading() for paper in papers], [], Resources(), judgements(*lines))


def couple() -> Paper:
    """Ann Varga, Tom Rudd, and her husband."""
    paper = Paper("a")
    owner, husband = paper.chain("Ann Varga"), paper.chain("Tom Rudd")
    body = paper.chain("her husband", form="nominal", owner=owner, owned="husband")
    paper.says(husband, "met", body)
    return paper


def only(resolution: Resolution) -> Actor:
    (actor,) = resolution.actors
    return actor


SIDES = [("ann-vargas-husband", "tom-rudd"), ("tom-rudd", "ann-vargas-husband")]


@pytest.mark.parametrize(("left", "right"), SIDES)
def test_a_proper_name_stays_and_not_a_description_whichever_side_is_left(left: str, right: str) -> None:
    resolution = resolve([couple().reading()], ("same", left, right))
    assert [(actor.id, actor.name, actor.former) for actor in resolution.actors] == [
        ("ann-varga", "Ann Varga", ()),
        ("tom-rudd", "Tom Rudd", ("ann-vargas-husband",)),
    ]


@pytest.mark.parametrize(("left", "right"), [("ann-varga", "anna-kovacs"), ("anna-kovacs", "ann-varga")])
def test_of_two_proper_names_the_left_one_stays_with_its_id(left: str, right: str) -> None:
    actor = only(resolve(person_papers("Ann Varga", "Anna Kovacs"), ("same", left, right)))
    assert (actor.id, actor.former) == (left, (right,))


@pytest.mark.parametrize(("left", "right"), SIDES)
def test_a_rename_overrides_what_the_rules_keep(left: str, right: str) -> None:
    resolution = resolve([couple().reading()], ("same", left, right), ("rename", "tom-rudd", "Thomas Rudd"))
    assert resolution.actors[1].name == "Thomas Rudd"
    assert resolution.actors[1].id == "tom-rudd"


def test_a_rename_of_an_id_that_was_merged_away_goes_on() -> None:
    lines = [("rename", "ann-vargas-husband", "Thomas Rudd"), ("same", "tom-rudd", "ann-vargas-husband")]
    for order in itertools.permutations(lines):
        resolution = resolve([couple().reading()], *order)
        assert [actor.name for actor in resolution.actors] == ["Ann Varga", "Thomas Rudd"]
        assert not resolution.skipped


CHAIN = [
    ("same", "ann-varga", "anna-kovacs"),
    ("same", "anna-kovacs", "bela-nemes"),
    ("same", "bela-nemes", "carl-ott"),
]


@pytest.mark.parametrize("lines", [*itertools.permutations(CHAIN)])
def test_a_chain_of_merges_gives_one_actor_in_any_order_of_the_lines(
    lines: tuple[tuple[str, str, str], ...],
) -> None:
    names = ("Ann Varga", "Anna Kovacs", "Bela Nemes", "Carl Ott")
    resolution = resolve(person_papers(*names), *lines)
    actor = only(resolution)
    assert {actor.id, *actor.former} == {"ann-varga", "anna-kovacs", "bela-nemes", "carl-ott"}
    assert not resolution.skipped


def test_a_difference_from_an_id_that_was_merged_away_is_kept() -> None:
    """Jim Olsen, who is Tom Rudd, is still not James Olsen, though no actor has the id of Jim Olsen any more."""
    papers = person_papers("Tom Rudd", "James Olsen", "Jim Olsen")
    lines = (("same", "tom-rudd", "Jim Olsen"), ("different", "james-olsen", "jim-olsen"))
    resolution = resolve(papers, *lines)
    assert [(actor.id, actor.former) for actor in resolution.actors] == [
        ("james-olsen", ()),
        ("tom-rudd", ("jim-olsen",)),
    ]
    assert not resolution.skipped


def test_a_difference_against_merges_is_one_line_that_names_them_all() -> None:
    lines = (CHAIN[0], CHAIN[1], ("different", "ann-varga", "bela-nemes"))
    resolution = resolve(person_papers("Ann Varga", "Anna Kovacs", "Bela Nemes"), *lines)
    assert [note.reason for note in resolution.skipped] == [
        "judgement 'different': 'ann-varga' and 'bela-nemes' are still one, ann-varga, for another judgement says "
        "same 'ann-varga' 'anna-kovacs' and same 'anna-kovacs' 'bela-nemes'; delete one of these lines"
    ]


def test_a_line_that_a_later_one_takes_back_is_told() -> None:
    lines = (("same", "ann-varga", "anna-kovacs"), ("different", "anna-kovacs", "ann-varga"))
    (note,) = resolve(person_papers("Ann Varga", "Anna Kovacs"), *lines).skipped
    assert note.reason == (
        "judgement 'same': a later line says 'different' of 'ann-varga' and 'anna-kovacs', and counts"
    )


def test_two_names_for_one_actor_are_told() -> None:
    lines = (
        ("rename", "ann-varga", "A"),
        ("rename", "anna-kovacs", "B"),
        ("same", "ann-varga", "anna-kovacs"),
    )
    resolution = resolve(person_papers("Ann Varga", "Anna Kovacs"), *lines)
    assert only(resolution).name == "B"
    assert [note.reason for note in resolution.skipped] == [
        "judgement 'rename': a later line calls the same actor 'B', and counts"
    ]


def test_two_names_for_one_id_are_told_and_one_name_twice_is_not() -> None:
    lines = (("rename", "ann-varga", "A"), ("rename", "ann-varga", "B"), ("rename", "ann-varga", "B"))
    resolution = resolve(person_papers("Ann Varga"), *lines)
    assert only(resolution).name == "B"
    assert [note.reason for note in resolution.skipped] == [
        "judgement 'rename': a later line calls the same actor 'B', and counts"
    ]


def test_a_tie_that_was_called_wrong_stays_so_when_an_end_is_merged_away() -> None:
    paper = Paper("a")
    one, other, third = paper.chain("Ann Varga"), paper.chain("Tom Rudd"), paper.chain("Carl Ott")
    paper.says(other, "met", third)
    paper.says(one, "met", third, trigger="met", lemma="meet")
    (wrong,) = (tie.id for tie in graph(paper).ties if tie.subject == "carl-ott" and tie.object == "tom-rudd")
    lines = (("wrong", wrong, ""), ("same", "ann-varga", "tom-rudd"))
    made = graph(paper, lines=lines)
    assert [(claim.subject, claim.object) for claim in made.claims] == [("ann-varga", "carl-ott")]
    assert not [skip for skip in made.skipped if skip.kind == "judgement"]


def test_what_ties_the_two_to_one_another_is_dropped_with_a_reason() -> None:
    paper = couple()
    before, after = graph(paper), graph(paper, lines=(("same", *SIDES[0]),))
    assert len(before.claims) - len(after.claims) == 1
    assert any(skip.reason == "subject and object are one actor" for skip in after.skipped)


def test_undone_is_as_before() -> None:
    paper = couple()
    assert graph(paper, lines=()) == graph(paper)
    assert graph(paper, lines=(("same", *SIDES[0]),)) != graph(paper)
