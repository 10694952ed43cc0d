"""Parties, states and bodies beside a person's name, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nouns.affiliations import find_affiliations
from sociogram.extraction.nouns.phrases import index_phrases
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Chain
from support.parses import parse_by_hand


def found(
    text: str, ents: dict[tuple[int, int], str], joined: tuple[int, ...] = ()
) -> set[tuple[str, str, str]]:
    """(person, relation, name of the other) of each affiliation; ``ents`` are the model's names."""
    count = len(text.split())
    labels = ["O"] * count
    for (first, last), label in ents.items():
        labels[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    parsed = parse_by_hand(text, ents=labels, joined=joined, published="2025-01-02")
    mentions = find_mentions(parsed, load_actor_lists())
    chains = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in mentions]
    phrases = index_phrases(parsed, mentions, chains)
    return {
        (mentions[one.subject].name, one.relation, mentions[one.object].name)
        for one in find_affiliations(phrases, load_ontology())
        if one.object is not None
    }


MEMBER = (
    "{}/{}/NNP/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/9 ,/,/,/punct/2 {}/{}/JJ/amod/5 "
    "Republican/Republican/NNP/appos/2 from/from/IN/prep/5 Ohio/Ohio/NNP/pobj/6 ,/,/,/punct/2 spoke/speak/VBD/ROOT/9"
)
PLACES = {(1, 3): "PERSON", (5, 6): "NORP", (7, 8): "GPE"}


def test_a_republican_belongs_to_his_party() -> None:
    text = MEMBER.format("Dr.", "Dr.", "moderate", "moderate")
    assert found(text, PLACES) == {("Jane Doe", "partyMemberOf", "Republican")}


def test_of_a_legislator_the_state_is_represented() -> None:
    text = MEMBER.format("Senator", "Senator", "moderate", "moderate")
    assert ("Jane Doe", "represents", "Ohio") in found(text, PLACES)


def test_an_aspiring_one_belongs_to_none() -> None:
    assert not found(MEMBER.format("Senator", "Senator", "would-be", "would-be"), PLACES)


def test_the_party_may_stand_before_the_name() -> None:
    text = (
        "Democrat/Democrat/NNP/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/3 spoke/speak/VBD/ROOT/3"
    )
    assert found(text, {(0, 1): "NORP", (1, 3): "PERSON"}) == {("Jane Doe", "partyMemberOf", "Democrat")}


def test_two_democrats_are_two() -> None:
    text = (
        "Two/two/CD/nummod/1 Democrats/Democrats/NNPS/nsubj/8 ,/,/,/punct/1 Jane/Jane/NNP/compound/4 "
        "Doe/Doe/NNP/appos/1 and/and/CC/cc/4 Jim/Jim/NNP/compound/7 Roe/Roe/NNP/conj/4 spoke/speak/VBD/ROOT/8"
    )
    ents = {(1, 2): "NORP", (3, 5): "PERSON", (6, 8): "PERSON"}
    assert {person for person, _, _ in found(text, ents)} == {"Jane Doe", "Jim Roe"}


def test_party_and_state_between_commas() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/7 ,/,/,/punct/1 {}/{}/NNP/compound/5 -/-/HYPH/punct/5 "
        "Texas/Texas/NNP/appos/1 ,/,/,/punct/1 spoke/speak/VBD/ROOT/7"
    )
    ents = {(0, 2): "PERSON", (5, 6): "GPE"}
    assert found(text.format("D", "D"), ents, joined=(3, 4)) == {
        ("Jane Doe", "partyMemberOf", "D"),
        ("Jane Doe", "represents", "Texas"),
    }
    assert not found(text.format("east", "east"), ents, joined=(3, 4))


BEHIND = "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/4 {0}/{0}/IN/prep/{1} {2}/{2}/NNP/pobj/2 spoke/speak/VBD/ROOT/4"
BODY = {(0, 2): "PERSON", (3, 4): "ORG"}


@pytest.mark.parametrize(("body", "relation"), [("Microsoft", "worksFor"), ("Hamas", "memberOf")])
def test_the_body_behind_a_name(body: str, relation: str) -> None:
    assert found(BEHIND.format("of", 1, body), BODY) == {("Jane Doe", relation, body)}


def test_a_body_that_hangs_on_the_verb_is_not_his() -> None:
    assert not found(BEHIND.format("with", 4, "Microsoft"), BODY)
    assert not found(BEHIND.format("against", 1, "Microsoft"), BODY)


OWNED = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/poss/4 's/'s/POS/case/1 Labour/Labour/NNP/compound/4 "
    "Party/Party/NNP/{}/{} {}"
)


def test_the_party_of_a_person_is_his() -> None:
    text = OWNED.format("nsubj", 5, "won/win/VBD/ROOT/5")
    ents = {(0, 2): "PERSON", (3, 5): "ORG"}
    assert found(text, ents, joined=(1,)) == {("Jane Doe", "partyMemberOf", "Labour Party")}


def test_the_rivals_in_a_party_are_not_his_party() -> None:
    text = OWNED.format("compound", 5, "rivals/rival/NNS/nsubj/6 won/win/VBD/ROOT/6")
    assert not found(text, {(0, 2): "PERSON", (3, 5): "ORG"}, joined=(1,))
