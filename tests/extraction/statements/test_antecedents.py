"""Which pronouns surely stand for whom coreference takes them for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from sociogram.extraction.statements.antecedents import Antecedents
from support.hand_statements import ONTOLOGY, Place, read_by_hand

TWO = (
    "{0}/{0}/NNP/nsubj/1 sued/sue/VBD/ROOT/1 {1}/{1}/NNP/dobj/1 ././,/punct/1 {2}/{2}/PRP/nsubj/5 "
    "left/leave/VBD/ROOT/5 Bonn/Bonn/NNP/dobj/5"
)
ONE = (
    "{0}/{0}/NNP/nsubj/1 sued/sue/VBD/ROOT/1 {1}/{1}/NNP/dobj/1 and/and/CC/cc/1 {2}/{2}/PRP/nsubj/5 "
    "left/leave/VBD/conj/1 Bonn/Bonn/NNP/dobj/5"
)
ALONE = "{0}/{0}/PRP/nsubj/1 left/leave/VBD/ROOT/1 Bonn/Bonn/NNP/dobj/1"
BEHIND = "{0}/{0}/PRP/nsubj/1 sued/sue/VBD/ROOT/1 Ann/Ann/NNP/dobj/1"
CLAUSES = (
    "Ann/Ann/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 Eve/Eve/NNP/nsubj/4 fell/fall/VBD/ROOT/4 and/and/CC/cc/4 "
    "she/she/PRP/nsubj/7 left/leave/VBD/conj/4 Bonn/Bonn/NNP/dobj/7"
)
THREE = (
    "Ann/Ann/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 Eve/Eve/NNP/nsubj/4 fell/fall/VBD/ROOT/4 ././,/punct/4 "
    "{0}/{0}/PRP/nsubj/7 left/leave/VBD/ROOT/7 Bonn/Bonn/NNP/dobj/7"
)
BOTH = (
    "Ghana/Ghana/NNP/nsubj/3 and/and/CC/cc/0 Togo/Togo/NNP/conj/0 met/meet/VBD/ROOT/3 ././,/punct/3 "
    "they/they/PRP/nsubj/6 signed/sign/VBD/ROOT/6 laws/law/NNS/dobj/6"
)


def is_sure(text: str, who: Mapping[Place, str], pronoun: int, same: Sequence[Sequence[int]] = ()) -> bool:
    read = read_by_hand(text, who, same=same)
    return Antecedents(read.tokens, read.mentions, read.chains, ONTOLOGY).is_sure(read.who(pronoun))


def test_a_name_is_always_sure() -> None:
    assert is_sure(TWO.format("Ann", "Eve", "she"), {0: "Person", 2: "Person"}, 0)


def test_the_first_person_is_sure() -> None:
    assert is_sure(ALONE.format("I"), {0: "Person pronoun first"}, 0)


def test_she_is_whom_something_is_said_of_and_not_whom_it_is_done_to() -> None:
    who: dict[Place, str] = {0: "Person", 2: "Person", 4: "Person pronoun female"}
    assert is_sure(TWO.format("Ann", "Eve", "she"), who, 4, [(0, 4)])
    assert not is_sure(TWO.format("Ann", "Eve", "she"), who, 4, [(2, 4)])


@pytest.mark.parametrize(("gender", "sure"), [("male", True), ("unknown", False)])
def test_another_counts_only_if_the_pronoun_fits_them(gender: str, sure: bool) -> None:
    who: dict[Place, str] = {0: f"Person {gender}", 2: "Person female", 4: "Person pronoun female"}
    assert is_sure(ONE.format("Bob", "Ann", "she"), who, 4, [(2, 4)]) is sure


def test_names_of_things_and_places_are_no_rivals_of_she() -> None:
    who: dict[Place, str] = {0: "Company", 2: "Person", 4: "Person pronoun female"}
    assert is_sure(TWO.format("Acme", "Ann", "she"), who, 4, [(2, 4)])


def test_she_with_nobody_near_is_left_to_coreference() -> None:
    assert is_sure(ALONE.format("she"), {0: "Person pronoun female"}, 0)


def test_a_name_behind_the_pronoun_is_not_before_it() -> None:
    assert is_sure(BEHIND.format("she"), {0: "Person pronoun female", 2: "Person"}, 0)


def test_the_nearest_sentence_that_names_somebody_decides() -> None:
    who: dict[Place, str] = {0: "Person", 3: "Person", 6: "Person pronoun female"}
    assert is_sure(THREE.format("she"), who, 6, [(3, 6)])
    assert not is_sure(THREE.format("she"), who, 6, [(0, 6)])


def test_its_own_sentence_goes_before_the_one_before() -> None:
    who: dict[Place, str] = {0: "Person", 3: "Person", 6: "Person pronoun female"}
    assert is_sure(CLAUSES, who, 6, [(3, 6)])
    assert not is_sure(CLAUSES, who, 6, [(0, 6)])


def test_it_must_be_alone_and_the_subject() -> None:
    alone: dict[Place, str] = {0: "Company", 2: "Person", 4: "Thing pronoun"}
    assert is_sure(TWO.format("Acme", "Ann", "it"), alone, 4, [(0, 4)])
    rival: dict[Place, str] = {0: "Company", 2: "Company", 4: "Thing pronoun"}
    assert not is_sure(TWO.format("Acme", "Beta", "it"), rival, 4, [(0, 4)])
    target: dict[Place, str] = {0: "Person", 2: "Company", 4: "Thing pronoun"}
    assert not is_sure(TWO.format("Ann", "Acme", "it"), target, 4, [(2, 4)])
    assert not is_sure(ALONE.format("it"), {0: "Thing pronoun"}, 0)


def test_they_may_be_a_body_that_alone_is_the_subject() -> None:
    body: dict[Place, str] = {0: "Company", 2: "Person", 4: "Thing pronoun plural"}
    assert is_sure(TWO.format("Acme", "Ann", "they"), body, 4, [(0, 4)])
    both: dict[Place, str] = {0: "Country", 2: "Country", 5: "Thing pronoun plural"}
    assert not is_sure(BOTH, both, 5, [(0, 5)])


def test_a_pronoun_of_no_chain_is_not_sure() -> None:
    read = read_by_hand(ALONE.format("she"), {0: "Person pronoun female"})
    assert not Antecedents(read.tokens, read.mentions, (), ONTOLOGY).is_sure(read.who(0))


MAYOR = (
    "the/the/DT/det/1 mayor/mayor/NN/{0}/4 of/of/IN/prep/1 Bonn/Bonn/NNP/pobj/2 fell/fall/VBD/ROOT/4 ././,/punct/4 "
    "she/she/PRP/nsubj/7 left/leave/VBD/ROOT/7 Ulm/Ulm/NNP/dobj/7"
)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        (MAYOR.format("nsubj"), True),
        (MAYOR.format("npadvmod"), False),
        (MAYOR.format("nsubj").replace("the/the/DT", "every/every/DT"), False),
    ],
)
def test_she_is_known_by_a_described_subject_before_her(text: str, *, described: bool) -> None:
    read = read_by_hand(text, {(0, 2): "Person nominal female", 6: "Person pronoun female"}, same=[(1, 6)])
    antecedents = Antecedents(read.tokens, read.mentions, read.chains, ONTOLOGY)
    assert antecedents.is_described(read.who(6)) is described


def test_he_who_was_spoken_of_as_he_stands_out_from_whom_it_was_done_to() -> None:
    text = (
        "Bob/Bob/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 he/he/PRP/nsubj/4 sued/sue/VBD/ROOT/4 "
        "Carl/Carl/NNP/dobj/4 ././,/punct/4 he/he/PRP/nsubj/8 left/leave/VBD/ROOT/8 Bonn/Bonn/NNP/dobj/8"
    )
    he = "Person pronoun male"
    who: dict[Place, str] = {0: "Person male", 3: he, 5: "Person male", 7: he}
    assert is_sure(text, who, 7, [(0, 3, 7)])
    assert not is_sure(text, who, 7, [(0, 3), (5, 7)])
