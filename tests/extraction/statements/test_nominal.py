"""Statements of nouns that have an owner."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sociogram.extraction.statements.nominal import LONGEST_NOUN, find_nominal_statements, owner_of
from support.hand_statements import Place, read_by_hand

EMBRACE = "Ann/Ann/NNP/poss/2 's/'s/POS/case/0 {0}/{0}/NN/ROOT/2 {1}/{1}/IN/prep/2 {2}/{2}/NN/pobj/3"
PLAN = "{0}/{0}/PRP$/poss/1 plan/plan/NN/ROOT/1 for/for/IN/prep/1 the/the/DT/det/4 schools/school/NNS/pobj/2"


def found(text: str, who: Mapping[Place, str]) -> list[tuple[str, str, str | None, str, str | None]]:
    """Subject, lemma, words, the actor they lead to, and all words there."""
    read = read_by_hand(text, who)
    return [
        (
            one.subject.mention.text,
            one.lemma,
            read.words(one.words),
            one.target.mention.text if one.target else "",
            read.words(one.rest),
        )
        for one in find_nominal_statements(read.tokens, read.roles, read.ends)
    ]


def test_what_somebody_does_leads_to_what_it_is_done_to() -> None:
    text = EMBRACE.format("embrace", "of", "unionization")
    assert found(text, {0: "Person"}) == [("Ann", "embrace of", "embrace of", "", "unionization")]


def test_or_to_another_actor() -> None:
    text = EMBRACE.format("refusal", "to", "Bob").replace("Bob/NN/", "Bob/NNP/")
    assert found(text, {0: "Person", 4: "Person"}) == [("Ann", "refusal to", "refusal to", "Bob", "Bob")]


@pytest.mark.parametrize(("form", "kind"), [("nominal", "Person"), ("named", "Book")])
def test_an_end_that_is_no_named_actor_is_told_in_words(form: str, kind: str) -> None:
    text = EMBRACE.format("refusal", "to", "Bob").replace("Bob/NN/", "Bob/NNP/")
    assert found(text, {0: "Person", 4: f"{kind} {form}"}) == [("Ann", "refusal to", "refusal to", "", "Bob")]


def test_an_actor_that_is_only_part_of_the_words_is_told_in_words() -> None:
    text = (
        "Ann/Ann/NNP/poss/2 's/'s/POS/case/0 plea/plea/NN/ROOT/2 to/to/IN/prep/2 Bob/Bob/NNP/pobj/3 and/and/CC/cc/4 "
        "friends/friend/NNS/conj/4"
    )
    assert found(text, {0: "Person", (4, 5): "Person"}) == [
        ("Ann", "plea to", "plea to", "", "Bob and friends")
    ]


def test_a_pronoun_may_own_if_it_has_a_name_or_speaks() -> None:
    assert found(PLAN.format("our"), {0: "Person pronoun first plural"}) == [
        ("our", "plan for", "plan for", "", "the schools")
    ]
    assert not found(PLAN.format("her"), {0: "Person pronoun female"})
    assert not found(PLAN.format("your"), {0: "Person pronoun second"})


@pytest.mark.parametrize("preposition", ["in", "by", "without"])
def test_a_preposition_of_place_or_manner_leads_to_nothing(preposition: str) -> None:
    assert not found(EMBRACE.format("house", preposition, "Bonn"), {0: "Person"})


@pytest.mark.parametrize("noun", ["behalf", "part", "side"])
def test_some_nouns_only_lead_on(noun: str) -> None:
    assert not found(EMBRACE.format(noun, "of", "peace"), {0: "Person"})


@pytest.mark.parametrize(("kind", "told"), [("Person nominal", False), ("Law", False), ("Law nominal", True)])
def test_who_or_what_is_owned_else_is_told_by_others(kind: str, told: bool) -> None:
    assert bool(found(EMBRACE.format("law", "of", "peace"), {0: "Person", 2: kind})) is told


def test_things_own_nothing_that_is_told() -> None:
    assert not found(EMBRACE.format("embrace", "of", "unionization"), {0: "Thing"})
    assert not found(EMBRACE.format("embrace", "of", "unionization"), {0: "Law nominal"})


def test_words_that_point_at_others_are_not_told() -> None:
    assert not found(EMBRACE.format("embrace", "of", "this"), {0: "Person"})


def test_a_long_noun_is_no_predicate() -> None:
    def long(count: int) -> bool:
        noun = count + 2
        words = " ".join(f"big/big/JJ/amod/{noun}" for _ in range(count))
        text = (
            f"Ann/Ann/NNP/poss/{noun} 's/'s/POS/case/0 {words} embrace/embrace/NN/ROOT/{noun} of/of/IN/prep/{noun} "
            f"peace/peace/NN/pobj/{noun + 1}"
        )
        return bool(found(text, {0: "Person"}))

    assert long(LONGEST_NOUN - 2)
    assert not long(LONGEST_NOUN - 1)


def test_the_owner_is_one_actor_and_its_noun_begins_behind_it() -> None:
    read = read_by_hand(EMBRACE.format("embrace", "of", "peace"), {0: "Person"})
    owned = owner_of(2, read.tokens, read.roles, read.ends)
    assert owned is not None
    assert (owned[0].mention.text, owned[1]) == ("Ann", 2)
    assert owner_of(4, read.tokens, read.roles, read.ends) is None


def test_two_owners_are_not_one() -> None:
    text = (
        "Ann/Ann/NNP/poss/4 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 's/'s/POS/case/0 embrace/embrace/NN/ROOT/4 "
        "of/of/IN/prep/4 peace/peace/NN/pobj/5"
    )
    assert not found(text, {0: "Person", 2: "Person"})
