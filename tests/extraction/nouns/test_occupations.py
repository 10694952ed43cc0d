"""What somebody is by the noun beside the name, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nouns.occupations import find_occupations
from sociogram.extraction.nouns.phrases import index_phrases
from sociogram.extraction.propositions.find import find_propositions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Chain, RelationMention
from support.parses import parse_by_hand


def occupations(
    text: str, person: tuple[int, int], told: frozenset[tuple[int, int]] = frozenset()
) -> list[RelationMention]:
    parsed = parse_by_hand(text, persons=(person,), published="2025-01-02")
    lists = load_actor_lists()
    mentions = find_mentions(parsed, lists)
    chains = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in mentions]
    phrases = index_phrases(parsed, mentions, chains)
    return list(find_occupations(phrases, find_propositions(parsed), lists, told))


def words(found: list[RelationMention]) -> list[str]:
    return [one.literal[1] for one in found if one.literal]


BEHIND = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/7 ,/,/,/punct/1 a/a/DT/det/5 {} {}/{}/{}/appos/1 ,/,/,/punct/1 "
    "spoke/speak/VBD/ROOT/7"
)


def test_a_noun_before_a_name_says_what_the_person_is() -> None:
    found = occupations(
        "Rapper/rapper/NN/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/3 sang/sing/VBD/ROOT/3",
        (1, 3),
    )
    assert words(found) == ["Rapper"]
    assert [one.relation for one in found] == ["holdsPost"]


def test_so_does_a_noun_behind_it() -> None:
    found = occupations(BEHIND.format("famous/famous/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert words(found) == ["a famous painter"]


def test_a_noun_for_no_person_says_nothing() -> None:
    assert not occupations(BEHIND.format("famous/famous/JJ/amod/5", "disaster", "disaster", "NN"), (0, 2))


def test_age_sex_and_kin_are_no_occupation() -> None:
    assert not occupations(BEHIND.format("young/young/JJ/amod/5", "woman", "woman", "NN"), (0, 2))


def test_several_are_no_occupation_of_one() -> None:
    assert not occupations(BEHIND.format("famous/famous/JJ/amod/5", "painters", "painter", "NNS"), (0, 2))


def test_a_former_occupation_has_ended() -> None:
    (one,) = occupations(BEHIND.format("former/former/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert one.time is not None
    assert one.time.end == "2025-01-02"


@pytest.mark.parametrize("word", ["aspiring", "fake", "failed", "no", "so-called", "next"])
def test_who_is_none_has_no_occupation(word: str) -> None:
    assert not occupations(BEHIND.format(f"{word}/{word}/JJ/amod/5", "painter", "painter", "NN"), (0, 2))


def test_a_retired_one_has_ended() -> None:
    (one,) = occupations(BEHIND.format("retired/retired/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert one.time is not None


def test_what_a_post_has_told_is_not_told_again() -> None:
    text = BEHIND.format("famous/famous/JJ/amod/5", "painter", "painter", "NN")
    (one,) = occupations(text, (0, 2))
    assert not occupations(text, (0, 2), frozenset({(one.subject, one.trigger[1])}))
