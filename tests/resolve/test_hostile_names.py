"""Names that nobody writes on purpose: they cost no more than others, and stop nothing."""

from __future__ import annotations

import pytest

from sociogram.ids import slug
from sociogram.resolve import Resolution
from sociogram.resolve.described import MOST_OWNERS
from support.made_readings import Paper, make_lists
from support.resolving import resolve_readings


def resolve(paper: Paper) -> Resolution:
    return resolve_readings([paper.reading()], make_lists(), ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("camel__case nurses", "camel-case-nurses"),
        ("_-_x", "x"),
        ("a _ b", "a-b"),
        ("a_b", "a-b"),
        ("é__1", "e-1"),
    ],
)
def test_words_of_an_id_are_never_empty(name: str, expected: str) -> None:
    assert slug(name) == expected
    assert "" not in slug(name).split("-")


def test_a_name_with_underscores_is_described_like_any_other() -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Lee")
    nurses = paper.chain("shift__work nurses", form="nominal", number="plural")
    paper.says(nurses, "sued", ann)
    made = resolve(paper)
    assert (("a", nurses) in made.actor_of, made.reasons) == (True, {})


def owners_in_a_row(length: int) -> tuple[Paper, list[int]]:
    """ "Ann Lee's friend's friend's …" as so many chains, each of which has the one before as its owner."""
    paper = Paper("a")
    row = [paper.chain("Ann Lee")]
    for _ in range(length):
        row.append(paper.chain("wife", form="nominal", owner=row[-1], owned="wife"))
    paper.says(row[-1], "sued", paper.chain("Bob Ray"))
    return paper, row


def test_what_belongs_to_an_owner_of_an_owner_is_an_actor() -> None:
    paper, row = owners_in_a_row(3)
    made = resolve(paper)
    names = {actor.id: actor.name for actor in made.actors}
    assert names[made.actor_of["a", row[3]]] == "Ann Lee’s wife’s wife’s wife"
    assert names[made.actor_of["a", row[1]]] == "Ann Lee’s wife"


@pytest.mark.parametrize("length", [MOST_OWNERS + 1, 5_000])
def test_beyond_so_many_owners_there_is_no_actor_but_a_reason(length: int) -> None:
    paper, row = owners_in_a_row(length)
    made = resolve(paper)
    assert ("a", row[-1]) not in made.actor_of
    assert made.reasons["a", row[-1]] == f"it belongs to somebody over {MOST_OWNERS} others"


def test_owners_that_own_each_other_are_no_actors() -> None:
    paper = Paper("a")
    bob = paper.chain("Bob Ray")
    left = paper.chain("wife", form="nominal", owner=bob + 2, owned="wife")
    right = paper.chain("friend", form="nominal", owner=left, owned="friend")
    paper.says(left, "sued", bob)
    paper.says(right, "sued", bob)
    assert {("a", left), ("a", right)}.isdisjoint(resolve(paper).actor_of)
