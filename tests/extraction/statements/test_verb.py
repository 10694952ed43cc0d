"""What stands right behind a verb: its preposition, and what is said of its object."""

from __future__ import annotations

import pytest

from sociogram.extraction.statements.verb import has_role_of, is_half_told, with_preposition
from support.hand_statements import read_by_hand

BECAUSE = "Ann/Ann/NNP/nsubj/1 fell/fall/VBD/ROOT/1 {0} mud/mud/NN/pobj/{1}"
TO_LEAVE = (
    "Ann/Ann/NNP/nsubj/1 {}/{}/VBZ/ROOT/1 Bob/Bob/NNP/dobj/1 to/to/TO/aux/4 leave/leave/VB/xcomp/1 "
    "Bonn/Bonn/NNP/dobj/4"
)


@pytest.mark.parametrize(
    ("preposition", "words", "rest"),
    [
        ("because/because/IN/prep/1 of/of/IN/pcomp/2", "fell because of", "mud"),
        ("out/out/IN/prep/1 of/of/IN/prep/2", "fell out of", "mud"),
        ("in/in/IN/prep/1 favor/favor/NN/pobj/2 of/of/IN/prep/3", "fell in favor of", "mud"),
        ("in/in/IN/prep/1 piles/pile/NNS/pobj/2 of/of/IN/prep/3", "fell in", "piles of mud"),
    ],
)
def test_a_preposition_of_several_words_is_told_whole(preposition: str, words: str, rest: str) -> None:
    last = preposition.count(" ") + 2
    read = read_by_hand(BECAUSE.format(preposition, last))
    told, _, left = with_preposition((1, 2), "fall", (2, len(read.tokens)), read.tokens)
    assert (read.words(told), read.words(left)) == (words, rest)


@pytest.mark.parametrize(("word", "lemma", "half"), [("wants", "want", True), ("orders", "order", False)])
def test_who_wants_somebody_to_act_does_not_want_him(word: str, lemma: str, half: bool) -> None:
    assert is_half_told(1, read_by_hand(TO_LEAVE.format(word, lemma)).tokens) is half


def test_who_wants_somebody_does() -> None:
    text = "Ann/Ann/NNP/nsubj/1 wants/want/VBZ/ROOT/1 Bob/Bob/NNP/dobj/1"
    assert is_half_told(1, read_by_hand(text).tokens) is False


@pytest.mark.parametrize(("word", "said"), [("as", True), ("in", False)])
def test_an_as_says_what_its_object_is(word: str, said: bool) -> None:
    text = (
        f"Ann/Ann/NNP/nsubj/1 sees/see/VBZ/ROOT/1 Bob/Bob/NNP/dobj/1 {word}/{word}/IN/prep/1 "
        "guilty/guilty/JJ/pcomp/3"
    )
    assert has_role_of(1, read_by_hand(text).tokens) is said
