"""Whose a surname is, also behind a generation, and what is called after a ruling; over parses written by hand."""

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


@pytest.mark.parametrize(
    ("noun", "dep", "kind"),
    [("group", "appos", "Organization"), ("ruling", "appos", "Law"), ("group", "conj", "Law")],
)
def test_a_body_that_is_called_after_a_listed_ruling_is_a_body(noun: str, dep: str, kind: str) -> None:
    parsed = parse_by_hand(
        f"Ann/ann/NNP/nsubj/1 leads/lead/VBZ/ROOT/1 the/the/DT/det/3 {noun}/{noun}/NN/dobj/1 "
        f"Citizens/citizens/NNPS/compound/5 United/united/NNP/{dep}/3",
        ents=["B-PERSON", "O", "O", "O", "B-ORG", "I-ORG"],
    )
    (found,) = (one for one in find_mentions(parsed, load_actor_lists()) if one.text == "Citizens United")
    assert (found.kind, found.known) == (kind, "citizens-united" if kind == "Law" else None)
