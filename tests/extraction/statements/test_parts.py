"""What else a predicate tells, by grammar and by kind."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sociogram.extraction.statements.parts import find_parts, other_parts
from sociogram.model import Role
from support.hand_statements import ONTOLOGY, Place, read_by_hand

PAID = (
    "Ann/Ann/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Bob/Bob/NNP/dative/1 millions/million/CD/dobj/1 for/for/IN/prep/1 "
    "mills/mill/NNS/pobj/4 in/in/IN/prep/1 May/May/NNP/pobj/6"
)
WITH = (
    "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 Bonn/Bonn/NNP/dobj/1 {0}/{0}/IN/prep/1 Crete/Crete/NNP/pobj/3"
)
BUILT = "Mills/mill/NNS/nsubjpass/2 were/be/VBD/auxpass/2 built/build/VBN/ROOT/2 by/by/IN/agent/2 Ann/Ann/NNP/pobj/3"


def parts(text: str, verb: int, who: Mapping[Place, str]) -> list[tuple[str, str]]:
    read = read_by_hand(text, who)
    proposition = read.at(verb)
    found = find_parts(proposition, read.roles.roles(proposition), ONTOLOGY, read.tokens)
    return [(one.name, read.parsed.text(one.span)) for one in found]


def test_arguments_are_roles_in_their_order() -> None:
    assert parts(PAID, 1, {0: "Person", 2: "Person", 3: "Money", 7: "Date"}) == [
        ("agent", "Ann"), ("amount", "millions"), ("recipient", "Bob"), ("other", "mills"), ("time", "May"),
    ]  # fmt: skip


def test_of_a_passive_who_acts_is_the_agent() -> None:
    assert parts(BUILT, 2, {4: "Person"}) == [("agent", "Ann"), ("patient", "Mills")]


@pytest.mark.parametrize(
    ("preposition", "kind", "role"),
    [
        ("with", "Person", "companion"),
        ("with", "Thing nominal", "instrument"),
        ("to", "Person", "recipient"),
        ("to", "Thing nominal", "other"),
        ("in", "Place", "place"),
        ("in", "Company", "other"),
        ("at", "Event", "place"),
        ("in", "Event", "other"),
        ("in", "Date", "time"),
        ("on", "Place", "place"),
        ("on", "Person", "other"),
        ("in", "Thing nominal", "other"),
        ("about", "Person", "topic"),
        ("from", "Company", "source"),
        ("after", "Thing nominal", "other"),
        ("after", "Event", "time"),
        ("by", "Person", "other"),
        ("under", "Person", "other"),
    ],
)
def test_a_preposition_has_its_role_by_what_it_brings_in(preposition: str, kind: str, role: str) -> None:
    assert parts(WITH.format(preposition), 1, {4: kind})[-1] == (role, "Crete")


def test_a_role_without_a_mention_has_the_one_of_its_preposition() -> None:
    assert parts(WITH.format("in"), 1, {})[-1] == ("place", "Crete")
    assert parts(WITH.format("with"), 1, {})[-1] == ("instrument", "Crete")


BEAT = (
    "Ann/Ann/NNP/nsubj/1 beat/beat/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 by/by/IN/prep/1 two/two/CD/nummod/5 "
    "{0}/{0}/NNS/pobj/3"
)
RAISED = "Ann/Ann/NNP/nsubj/1 raised/raise/VBD/ROOT/1 {0}/{0}/{1}/amod/3 cash/cash/NN/dobj/1"
SPOKE = "Ann/Ann/NNP/nsubj/1 {0}/{0}/VBD/ROOT/1 on/on/IN/prep/1 air/air/NN/pobj/2"


def test_a_measure_is_no_agent() -> None:
    assert parts(BEAT.format("point"), 1, {})[-1] == ("amount", "two point")
    assert parts(BEAT.format("way"), 1, {})[-1] == ("other", "two way")


def test_an_amount_has_a_figure() -> None:
    assert parts(RAISED.format("ten", "CD"), 1, {3: "Money nominal"})[-1] == ("amount", "ten cash")
    assert parts(RAISED.format("campaign", "NN"), 1, {3: "Money nominal"})[-1] == ("patient", "campaign cash")


def test_what_on_brings_in_is_a_topic_of_verbs_that_have_one() -> None:
    assert parts(SPOKE.format("vote"), 1, {})[-1] == ("topic", "air")
    assert parts(SPOKE.format("go"), 1, {})[-1] == ("other", "air")


def test_parts_in_an_end_are_no_other_parts() -> None:
    roles = tuple(Role(name="other", span=span) for span in ((0, 3), (4, 8), (5, 20)))
    assert other_parts(roles, ((0, 3), (4, 10))) == roles[2:]
    assert other_parts(roles, ()) == roles
