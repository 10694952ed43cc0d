"""A surname is its bearer's, also where a generation stands behind the full name; over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.entities import without_generation
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from support.parses import parse_by_hand

SAYS = "{0}/{0}/NNP/nsubj/{1} says/say/VBZ/ROOT/{1} so/so/RB/advmod/{1}"


@pytest.mark.parametrize("generation", ["III", "Jr.", "Sr.", "IV"])
def test_a_surname_before_a_generation_makes_the_bare_surname_a_person(generation: str) -> None:
    full = (
        "Harlan/harlan/NNP/compound/1 Trozell/trozell/NNP/nsubj/3 {0}/{0}/NNP/appos/1 left/leave/VBD/ROOT/3 "
    )
    parsed = parse_by_hand(
        full.format(generation) + SAYS.format("Trozell", 5),
        ents=["B-PERSON", "I-PERSON", "I-PERSON", "O", "B-ORG", "O", "O"],
    )
    mentions = find_mentions(parsed, load_actor_lists())
    assert {mention.text: mention.kind for mention in mentions} == {
        f"Harlan Trozell {generation}": "Person",
        "Trozell": "Person",
    }


def test_a_generation_is_nobody_and_is_sought_nowhere_else() -> None:
    parsed = parse_by_hand(
        "Harlan/harlan/NNP/compound/1 Trozell/trozell/NNP/nsubj/3 III/iii/NNP/appos/1 read/read/VBD/ROOT/3 "
        "volume/volume/NN/dobj/3 III/iii/NNP/appos/4",
        ents=["B-PERSON", "I-PERSON", "I-PERSON", "O", "O", "O"],
    )
    mentions = find_mentions(parsed, load_actor_lists())
    assert [mention.text for mention in mentions if mention.kind == "Person"] == ["Harlan Trozell III"]


def test_another_bare_word_keeps_its_kind() -> None:
    parsed = parse_by_hand(
        "Harlan/harlan/NNP/compound/1 Trozell/trozell/NNP/nsubj/3 III/iii/NNP/appos/1 left/leave/VBD/ROOT/3 "
        + SAYS.format("Basco", 5),
        ents=["B-PERSON", "I-PERSON", "I-PERSON", "O", "B-ORG", "O", "O"],
    )
    assert find_mentions(parsed, load_actor_lists())[-1].kind == "Organization"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Ann Lee", "Ann Lee"),
        ("John Doe III", "John Doe"),
        ("John Doe , Jr.", "John Doe"),
        ("Junior", "Junior"),
        ("III", "III"),
    ],
)
def test_a_name_without_its_generation_keeps_a_word(words: str, left: str) -> None:
    assert " ".join(without_generation(words.split())) == left
