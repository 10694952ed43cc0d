"""Which actors are suggested to be one or two: each rule, the order, what is settled, and how it grows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Judgement, TimeExpression
from sociogram.suggest import Suggestion, Suggestions, suggest
from sociogram.suggest.profiles import is_proper, split_owner
from sociogram.suggest.spelling import is_variant
from support.growth import LINEAR, TIMES, growth
from support.made_readings import Paper, Resources


def graph(*papers: Paper, lines: tuple[Judgement, ...] = ()) -> Graph:
    return make_graph([paper.reading() for paper in papers], [], Resources(), lines)


def named(*names: str, kind: str = "Organization") -> Graph:
    """A document with these names."""
    paper = Paper("a")
    for name in names:
        paper.chain(name, kind)
    return graph(paper)


def actors(*values: tuple[str, str]) -> Graph:
    """A graph of bare actors by their ids and names, all organizations and each in a document of its own."""
    return Graph(actors=tuple(sorted((bare(each, name) for each, name in values), key=lambda one: one.id)))


def bare(each: str, name: str, kind: str = "Organization", document: str = "") -> Actor:
    mention = ActorMention(document=document or each, start=0, end=len(name), text=name, pronoun=False)
    return Actor(id=each, name=name, kind=kind, mentions=(mention,))


def pairs(found: Suggestions) -> list[tuple[str, str, str]]:
    return [(one.verdict, one.left_name, one.right_name) for one in found.found]


def only(found: Suggestions) -> Suggestion:
    (one,) = found.found
    return one


def test_a_relative_is_whom_a_claim_calls_so() -> None:
    paper = Paper("a")
    owner, husband = paper.chain("Ann Varga"), paper.chain("Tom Rudd")
    body = paper.chain("her husband", form="nominal", owner=owner, owned="husband")
    third = paper.chain("Carl Ott")
    paper.says(body, "met", third)
    paper.says(owner, "marriedTo", husband)
    found = only(suggest(graph(paper)))
    assert (found.verdict, found.left, found.right) == ("same", "tom-rudd", "ann-vargas-husband")
    assert found.reason == "a claim calls Tom Rudd the husband of Ann Varga"
    assert found.left_quotes
    assert found.right_quotes


def test_a_first_name_that_is_no_mans_is_no_husband() -> None:
    paper = Paper("a")
    owner, wife = paper.chain("Ann Varga"), paper.chain("Mary Rudd")
    body = paper.chain("her husband", form="nominal", owner=owner, owned="husband")
    paper.says(body, "met", paper.chain("Carl Ott"))
    paper.says(owner, "marriedTo", wife)
    assert suggest(graph(paper)).total == 0


ALIKE = [
    ("Justice Department", "Department of Justice"),
    ("Israeli Air Force", "Israel's Air Force"),
    ("Acme Front", "ruling Acme Front party"),
    ("Acme Front Party", "Acme Front"),
    ("Wal Mart", "Walmart"),
    ("Peabody Energy", "Peabody"),
    ("Trans- Ocean League", "Trans-Ocean League"),
]


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_names_of_bodies_that_are_alike(left: str, right: str) -> None:
    shared = tuple(bare(str(number), name, document="d") for number, name in enumerate((left, right)))
    assert {pair[1:] for pair in pairs(suggest(Graph(actors=shared)))} & {(left, right), (right, left)}


UNLIKE = [
    ("Group 7", "Group 8"),
    ("Iran Bank", "Iraq Bank"),
    ("Bank of America", "Bank of America Stadium"),
    ("Acme", "Acme Foundation"),
    ("Democrat", "Democrats"),
    ("Northern Bank", "Southern Bank"),
]


@pytest.mark.parametrize(("left", "right"), UNLIKE)
def test_names_of_bodies_that_are_two(left: str, right: str) -> None:
    shared = tuple(bare(str(number), name, document="d") for number, name in enumerate((left, right)))
    assert pairs(suggest(Graph(actors=shared))) == []


def test_people_who_are_spelt_almost_alike_unless_both_first_names_are_names() -> None:
    people = [
        ("Hilary Vargaz", "Hillary Vargaz"),
        ("Donand Quillby", "Donald Quillby"),
        ("Ivana Quillby", "Ivanka Quillby"),
    ]
    scores = []
    for left, right in people:
        one, other = (bare(str(number), name, "Person") for number, name in enumerate((left, right)))
        scores.append(only(suggest(Graph(actors=(one, other)))).score)
    assert scores[0] > 0.8
    assert scores[1] > 0.8
    assert scores[2] < 0.6


def test_an_acronym_is_the_only_long_form_of_its_document() -> None:
    one, other = bare("1", "Area Food Panel", document="d"), bare("2", "AFP", document="d")
    third = bare("3", "Aged Farmers Party", document="d")
    assert only(suggest(Graph(actors=(one, other)))).rule == "acronym"
    assert suggest(Graph(actors=(one, other, third))).total == 0


def test_a_first_name_is_who_has_it_with_the_surname_of_whom_it_is_tied_to() -> None:
    paper, other = Paper("a"), Paper("b")
    laura, george = paper.chain("Laura"), paper.chain("George Quillby")
    paper.says(laura, "marriedTo", george)
    other.chain("Laura Quillby")
    assert ("same", "Laura Quillby", "Laura") in pairs(suggest(graph(paper, other)))


def test_a_person_with_an_office_before_the_name() -> None:
    people = (bare("1", "Ann Varga", "Person"), bare("2", "then-Attorney Ann Varga", "Person"))
    assert only(suggest(Graph(actors=people))).left_name == "Ann Varga"


def test_two_first_names_under_one_actor_are_to_be_split_at_the_mention() -> None:
    mentions = (
        ActorMention(document="a", start=0, end=9, text="Ann Varga", pronoun=False),
        ActorMention(document="a", start=20, end=30, text="Mary Varga", pronoun=False),
    )
    one = Actor(id="ann-varga", name="Ann Varga", kind="Person", mentions=mentions)
    found = only(suggest(Graph(actors=(one,))))
    assert (found.verdict, found.left, found.right) == ("different", "ann-varga", "a@20-30")
    assert found.reason == "two first names under one actor: “Ann Varga” and “Mary Varga”"


@pytest.mark.parametrize(
    "text", ["Annie Varga", "A. Varga", "Varga", "Mrs Varga", "Ms. Ann Varga", "Mary Varga's dog"]
)
def test_what_one_person_may_be_called_is_no_reason_to_split(text: str) -> None:
    mentions = tuple(
        ActorMention(document="a", start=start, end=start + len(each), text=each, pronoun=False)
        for start, each in ((0, "Ann Varga"), (20, text))
    )
    one = Actor(id="ann-varga", name="Ann Varga", kind="Person", mentions=mentions)
    assert suggest(Graph(actors=(one,))).total == 0


def test_two_dates_of_birth_are_to_be_split_unless_one_is_a_part_of_the_other() -> None:
    for dates, count in (
        (("1961-08-04", "1970-01-02"), 1),
        (("1961", "1961-08-04"), 0),
        (("about 1960", "1961-08-04"), 0),
    ):
        paper = Paper("a")
        one = paper.chain("Ann Varga", count=2)
        for number, date in enumerate(dates):
            quote = f"Ann Varga was born {number}."
            paper.says(one, "bornOn", None, literal=("Date", date), quote=quote, trigger="born", lemma="bear")
        assert suggest(graph(paper)).total == count


def test_two_posts_of_one_kind_at_once_are_to_be_split() -> None:
    def posts(*spans: tuple[str, str] | None) -> Graph:
        paper = Paper("a")
        one = paper.chain("Ann Varga", count=2)
        for country, span in zip(("Fiji", "Chad"), spans, strict=True):
            time_ = TimeExpression(start=span[0], end=span[1], text="then") if span else None
            paper.says(one, "headOfState", paper.chain(country, "Country"), time=time_, trigger="president")
        return graph(paper)

    assert only(suggest(posts(None, None))).reason == "two posts of one kind at one time: Fiji and Chad"
    assert suggest(posts(("2001-01-01", "2002-01-01"), ("2005-01-01", "2006-01-01"))).total == 0


def test_a_company_among_the_mentions_of_a_person_is_to_be_split() -> None:
    mentions = tuple(
        ActorMention(document="a", start=start, end=start + len(each), text=each, pronoun=False)
        for start, each in ((0, "Ann Varga"), (20, "the company"))
    )
    one = Actor(id="ann-varga", name="Ann Varga", kind="Person", mentions=mentions)
    assert only(suggest(Graph(actors=(one,)))).right == "a@20-31"


SETTLED = [
    Judgement(verdict="different", left="1", right="2"),
    Judgement(verdict="different", left="2", right="1"),
    Judgement(verdict="different", left="Acme Front", right="2"),
    Judgement(verdict="different", left="1@0", right="2@0-16"),
    Judgement(verdict="same", left="1", right="2"),
    Judgement(verdict="different", left="was", right="2"),
]


@pytest.mark.parametrize("judgement", SETTLED)
def test_what_a_judgement_says_already_is_not_suggested(judgement: Judgement) -> None:
    one, other = bare("1", "Acme Front"), bare("2", "Acme Front party")
    one = replace(one, former=("was",))
    both = Graph(actors=(one, other))
    assert suggest(both).total == 1
    assert suggest(both, [judgement]).total == 0


def test_a_judgement_on_others_settles_nothing() -> None:
    both = actors(("1", "Acme Front"), ("2", "Acme Front party"), ("3", "Else"))
    assert suggest(both, [Judgement(verdict="different", left="1", right="3")]).total == 1
    assert suggest(both, [Judgement(verdict="wrong", left="1", right="")]).total == 1


def test_well_known_actors_of_two_identifiers_are_never_one() -> None:
    one, other = bare("1", "Acme Front"), bare("2", "Acme Front party")
    both = (
        replace(one, identifiers=(("wikidata", "Q1"),)),
        replace(other, identifiers=(("wikidata", "Q2"),)),
    )
    assert suggest(Graph(actors=both)).total == 0


def test_a_claim_that_ties_the_two_speaks_against_it() -> None:
    def score(relation: str) -> float:
        paper = Paper("a")
        one, other = (
            paper.chain("Acme Front", "Organization"),
            paper.chain("Acme Front group", "Organization"),
        )
        third = paper.chain("Ann Varga")
        paper.says(one, "opposes", other if relation == "each other" else third)
        return only(suggest(graph(paper))).score

    assert score("each other") < score("a third")


def many_actors(count: int) -> Graph:
    chance = random.Random(7)  # noqa: S311
    first = ["Ann", "Tom", "Carl", "Bela", "Mary", "Jim", "Olga", "Ines"]
    people = []
    for number in range(count):
        surname = "".join(
            chance.choice("bcdfgklmnprst") + chance.choice("aeiou") for _ in range(3)
        ).capitalize()
        people.append(
            bare(f"p{number:06}", f"{chance.choice(first)} {surname}", "Person", f"d{number % 500}")
        )
    return Graph(actors=tuple(people))


def test_the_order_of_the_actors_changes_nothing() -> None:
    made = many_actors(600)
    shuffled = list(made.actors)
    random.Random(3).shuffle(shuffled)  # noqa: S311
    assert suggest(Graph(actors=tuple(shuffled)), limit=60) == suggest(made, limit=60)


def test_the_time_grows_with_the_number_of_actors() -> None:
    made = {count: many_actors(count) for count in (800, TIMES * 800)}
    assert growth(lambda count: suggest(made[count], limit=100), 800) < LINEAR


def test_a_limit_takes_the_first_and_counts_all() -> None:
    made = many_actors(1500)
    found = suggest(made, limit=3)
    assert len(found.found) == 3
    assert found.total == suggest(made).total
    assert found.found == suggest(made).found[:3]
    assert suggest(made, limit=0).found == ()


@pytest.mark.parametrize(
    "name", ["", " ", "’s ", "x" * 5000, "ש" * 300, "=cmd()", "\u202eabc", "A" * 400, "-", "’", "the "]
)
def test_hostile_names_are_no_harm(name: str) -> None:
    people = tuple(
        bare(str(number), name, kind) for number, kind in enumerate(("Person", "Person", "Organization"))
    )
    suggest(Graph(actors=people))


def test_owners_and_proper_names() -> None:
    assert split_owner("Ann Varga’s husband") == ("Ann Varga", "husband")
    assert split_owner("Democrats’ leader") == ("Democrats", "leader")
    assert split_owner("Sophie's World") == ("", "")
    assert is_proper("Department of Justice")
    assert not is_proper("the company")
    assert not is_proper("German company")


def test_spellings() -> None:
    assert is_variant(("hilary", "roe"), ("hillary", "roe"))
    assert not is_variant(("iran",), ("iraq",))
    assert not is_variant(("fortune", "500x"), ("fortune", "400x"))
